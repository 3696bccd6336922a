/** Answers a question over the segments of an index: statistics first, then each segment's scores, then the best documents of all. */
import type { Question } from '../query/question.ts'
import { lengthOfNorm } from '../ranking/length-norm.ts'
import { titleBonus } from '../ranking/title-bonus.ts'
import type { SegmentPart } from '../segment/segment-part.ts'
import type { Language } from '../text/language.ts'
import { Accumulators } from './accumulators.ts'
import { closenessScores, neighbourPairs } from './closeness.ts'
import { type SearchedField, scorePart } from './score-part.ts'
import { TopDocuments } from './top-documents.ts'
import { type WeighedQuestion, weighQuestion } from './weigh.ts'

/** How many of the best documents are looked at for words that stand together. Fifty give the same first ten as two hundred. */
const CLOSENESS_DEPTH = 50

export interface ExecuteOptions {
  fields: readonly SearchedField[]
  /** How many of the question's words a document must hold, given how many there are. */
  required: (terms: number) => number
  /** How many of the best are wanted. */
  count: number
}

export interface RankedDocument {
  part: number
  document: number
  score: number
}

export interface Execution {
  /** Best first. */
  ranked: readonly RankedDocument[]
  total: number
  question: WeighedQuestion
}

/** Scratch arrays by segment part; a part that goes takes its own along. */
const scratch = new WeakMap<SegmentPart, Accumulators>()

export function execute(
  question: Question,
  parts: readonly SegmentPart[],
  language: Language,
  options: ExecuteOptions,
): Execution {
  const weighed = weighQuestion(question, parts, language)
  const required = options.required(weighed.terms.length)
  const top = new TopDocuments(Math.max(options.count, CLOSENESS_DEPTH))
  let total = 0
  let base = 0
  parts.forEach((part, index) => {
    const accumulators = accumulatorsFor(part)
    try {
      scorePart(weighed, index, part.segment, options.fields, accumulators)
      total += offerDocuments(weighed, part, base, options.fields, required, accumulators, top)
    } catch (error) {
      // A damaged file can stop a question half-way; its sums must not leak into the next one.
      scratch.delete(part)
      throw error
    }
    accumulators.clear()
    base += part.segment.documentCount
  })
  const ranked = placeInParts(top.sorted(), parts)
  rewardCloseness(ranked, question, weighed, parts, options.fields)
  return { ranked: ranked.slice(0, options.count), total, question: weighed }
}

function accumulatorsFor(part: SegmentPart): Accumulators {
  const known = scratch.get(part)
  const { documentCount } = part.segment
  if (known !== undefined && known.score.length >= documentCount) return known
  // A live segment grows: leave it room, so that not every document added costs new arrays.
  const made = new Accumulators(Math.ceil(documentCount * 1.25))
  scratch.set(part, made)
  return made
}

/** Finishes the scores of the touched documents and offers them; returns how many match. */
function offerDocuments(
  question: WeighedQuestion,
  part: SegmentPart,
  base: number,
  fields: readonly SearchedField[],
  required: number,
  accumulators: Accumulators,
  top: TopDocuments,
): number {
  const { touched, touchedCount, matched, score, titleScore, titleRarity, titleTerms } = accumulators
  const title = fields.find(field => field.title)
  const titleNorms = title === undefined ? undefined : part.segment.norms[title.index]
  const questionRarity = question.terms.reduce((sum, term) => sum + term.rarity, 0)
  let total = 0
  for (let i = 0; i < touchedCount; i++) {
    const document = touched[i]
    if (matched[document] < required || part.deletions.has(document)) continue
    total++
    let final = score[document]
    if (titleNorms !== undefined && titleTerms[document] > 0) {
      final += titleBonus(
        titleScore[document],
        titleRarity[document],
        titleTerms[document],
        lengthOfNorm[titleNorms[document]],
        questionRarity,
        question.terms.length,
      )
    }
    top.offer(final, base + document)
  }
  return total
}

/** Turns numbers over all segments into documents of parts. */
function placeInParts(top: readonly { score: number; order: number }[], parts: readonly SegmentPart[]): RankedDocument[] {
  const bases: number[] = []
  let base = 0
  for (const part of parts) {
    bases.push(base)
    base += part.segment.documentCount
  }
  return top.map(({ score, order }) => {
    const part = bases.findLastIndex(base => base <= order)
    return { part, document: order - bases[part], score }
  })
}

/** Adds closeness to the best `CLOSENESS_DEPTH` of `ranked`, and sorts those again. The others come after them: closeness is never negative. */
function rewardCloseness(
  ranked: RankedDocument[],
  question: Question,
  weighed: WeighedQuestion,
  parts: readonly SegmentPart[],
  fields: readonly SearchedField[],
): void {
  const pairs = neighbourPairs(question.sequence, weighed.terms)
  if (pairs.length === 0) return
  const best = ranked.slice(0, CLOSENESS_DEPTH)
  parts.forEach((part, index) => {
    const candidates = best.filter(candidate => candidate.part === index).sort((a, b) => a.document - b.document)
    if (candidates.length === 0) return
    const documents = candidates.map(candidate => candidate.document)
    closenessScores(pairs, weighed.terms, index, part.segment, fields, documents).forEach((score, i) => {
      candidates[i].score += score
    })
  })
  best.sort((a, b) => b.score - a.score || a.part - b.part || a.document - b.document)
  ranked.splice(0, best.length, ...best)
}
