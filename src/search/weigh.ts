/** Gathers what the whole index says of a question before any document is scored: how long its texts are, how rare its words. */

import { type CorrectionDecision, decideCorrection, mayBeAskedBack } from '../dictionary/decide-correction.ts'
import { completeWord, nearbyWords } from '../dictionary/expansions.ts'
import { holders } from '../dictionary/holders.ts'
import { type Vocabulary, vocabularyOf } from '../dictionary/vocabulary.ts'
import type { ComingReads } from '../index/segment.ts'
import type { SegmentView } from '../index/segment-view.ts'
import type { Language, RelatedWord, WordLookUp } from '../language/language.ts'
import { classKeys, type ExpandedTerm, expandTerm, type WeightedForm } from '../query/expand.ts'
import type { Query, QueryTerm } from '../query/query.ts'
import { fold } from '../text/fold.ts'
import { inverseDocumentFrequency } from './bm25f.ts'

/** A question word with what every segment holds for it, and how rare it is over all of them. */
export interface WeighedTerm {
  question: QueryTerm
  /** By part. */
  parts: readonly ExpandedTerm[]
  /** How many documents hold it, or something that stands for it. */
  documentFrequency: number
  /** The rarity of the class, times the question word's weight. */
  rarity: number
  /** The rarity of the word as typed, times the same. */
  ownRarity: number
  /** The words that may have been meant, the nearest first, if this one was taken for a misspelling, and documents that hold them are hits. */
  corrections: readonly string[]
  /** The same if they are only offered: the word may be right. */
  offers: readonly string[]
}

export interface WeighedQuery {
  terms: readonly WeighedTerm[]
  collection: CollectionStatistics
}

/** How a question is widened beyond the words that were typed. */
export interface Widening {
  /** The last word may be unfinished. */
  prefix: boolean
  /** Misspelt words are corrected. */
  fuzzy: boolean
}

/** What weighing a question reads of a segment first; `others` are keys of classes that something else needs. */
export function wordReads(
  { terms, sequence }: Query,
  language: Language,
  { prefix }: Widening,
  others: readonly string[] = [],
): ComingReads {
  const last = sequence.at(-1)?.term
  return {
    classKeys: [...terms.flatMap(term => classKeys(term, language)), ...others],
    wordPrefix: prefix && last !== undefined ? fold(terms[last].word) : undefined,
  }
}

export function weighQuery(
  question: Query,
  parts: readonly SegmentView[],
  language: Language,
  widening: Widening,
): WeighedQuery {
  const documentCount = parts.reduce((sum, part) => sum + part.documentCount, 0)
  const collection = { documentCount, averageLengths: averageLengths(parts.map(part => part.fieldTotals)) }
  const vocabulary = vocabularyOf(parts, language)
  const last = question.sequence.at(-1)?.term
  for (const { segment } of parts) segment.announce?.(wordReads(question, language, widening))
  const terms = question.terms.map((term, i) => {
    const { word, prefix, slips, quoted } = term
    const widened = prefix || (widening.prefix && i === last && !quoted) ? completeWord(word, vocabulary) : []
    if (slips !== undefined) widened.push(...nearbyWords(word, slips, vocabulary))
    const weighed = weighTerm(term, parts, language, documentCount, widened)
    if (!widening.fuzzy || prefix || slips !== undefined || quoted) return weighed
    const decision = correctionOf(weighed, parts, language, vocabulary, documentCount)
    if (decision === undefined) return weighed
    const words = decision.words.map(({ word }) => word)
    if (!decision.isApplied) return { ...weighed, offers: words }
    return { ...weighTerm(term, parts, language, documentCount, decision.words), corrections: words }
  })
  return { terms, collection }
}

/** For a language without a list of its words: what no document has may be misspelt. */
const NO_LIST: WordLookUp = { lookUp: () => undefined }

/** What a term may be a misspelling of; undefined if it is right. */
function correctionOf(
  { question: { word, wholes, casing }, parts: expanded, documentFrequency }: WeighedTerm,
  parts: readonly SegmentView[],
  language: Language,
  vocabulary: Vocabulary,
  documentCount: number,
): CorrectionDecision | undefined {
  const list = language.wordList === undefined ? NO_LIST : language.wordList()
  if (list === undefined || language.isKnownWord(word)) return undefined
  // What documents write in one word, or in other words, is right.
  const isSpelling = ({ relation }: WeightedForm) => relation === 'variant' || relation === 'synonym'
  const isHeld = ({ wholes, substitutes, forms }: ExpandedTerm) =>
    wholes.length > 0 ||
    forms.some(isSpelling) ||
    substitutes.some(({ words }) => words.every(({ forms }) => forms.length > 0))
  if (expanded.some(isHeld)) return undefined
  const uses = vocabulary.usesOf(word)
  // To ask back takes the whole dictionary, which is far to get if the bytes are elsewhere.
  const isNear = parts.every(({ segment }) => segment.announce === undefined)
  if (uses > 0 && !(isNear && mayBeAskedBack(uses, documentCount))) return undefined
  const sources = { near: vocabulary.near, lookUp: (other: string) => list.lookUp(other) }
  const decision = decideCorrection({ word, casing, uses, hasClass: documentFrequency > 0 }, sources)
  if (decision === undefined || !decision.isApplied) return decision
  const ofWholes = wholes.flatMap(whole => {
    const typed = { word: whole, casing, uses: vocabulary.usesOf(whole), hasClass: false }
    return typed.uses > 0 ? [] : (decideCorrection(typed, sources)?.words ?? [])
  })
  return { ...decision, words: [...decision.words, ...ofWholes] }
}

function weighTerm(
  question: QueryTerm,
  parts: readonly SegmentView[],
  language: Language,
  documentCount: number,
  widened: readonly RelatedWord[],
): WeighedTerm {
  const expanded = parts.map(part => expandTerm(question, part.segment, language, widened))
  let ofClass = 0
  let ofOthers = 0
  let ofOwn = 0
  expanded.forEach(({ core, forms, wholes }, i) => {
    const part = parts[i]
    if (core !== undefined) ofClass += holders(part, core.documentFrequency, core.terms)
    const own = forms.filter(form => form.ownWeight > 0)
    for (const { term } of own) ofOwn += holders(part, term.documentFrequency, [term])
    const others = [...wholes, ...forms.filter(form => core === undefined || !core.terms.includes(form.term))]
    for (const { term } of others) ofOthers += holders(part, term.documentFrequency, [term])
  })
  question.substitutes.forEach(({ words }, s) => {
    const ofWords = words.map((_, w) =>
      expanded.reduce((sum, { substitutes }, i) => {
        const { core } = substitutes[s].words[w]
        return core === undefined ? sum : sum + holders(parts[i], core.documentFrequency, core.terms)
      }, 0),
    )
    ofOthers += Math.min(...ofWords)
  })
  // A word that no document has is as rare as what stands for it; a misspelling, as its class and its corrections. Sums over words, unlike unions, are
  // the same however segments are cut.
  const isCorrected = widened.some(({ relation }) => relation === 'typo') && question.slips === undefined
  const ofAll = isCorrected ? ofClass + ofOthers : ofClass > 0 ? ofClass : ofOthers
  const documentFrequency = Math.min(documentCount, ofAll)
  const ownFrequency = Math.min(documentFrequency, ofOwn)
  return {
    question,
    parts: expanded,
    documentFrequency,
    rarity: question.weight * inverseDocumentFrequency(documentCount, documentFrequency),
    ownRarity: question.weight * inverseDocumentFrequency(documentCount, ownFrequency),
    corrections: [],
    offers: [],
  }
}

export interface CollectionStatistics {
  documentCount: number
  /** By field. */
  averageLengths: readonly number[]
}

/** The sums of several segments as averages; a field that no document has gets 1, so that nothing is divided by 0. */
export function averageLengths(totals: readonly (readonly { length: number; documents: number }[])[]): number[] {
  const fields = totals[0]?.length ?? 0
  return Array.from({ length: fields }, (_, field) => {
    let length = 0
    let documents = 0
    for (const segment of totals) {
      length += segment[field].length
      documents += segment[field].documents
    }
    return documents === 0 ? 1 : length / documents
  })
}
