/** Gathers what the whole index says of a question before any document is scored: how long its texts are, how rare its words. */

import { type ExpandedTerm, expandTerm } from '../query/expand.ts'
import type { Question, QuestionTerm } from '../query/question.ts'
import { inverseDocumentFrequency } from '../ranking/bm25f.ts'
import { averageLengths, type CollectionStatistics } from '../ranking/collection.ts'
import type { Term } from '../segment/segment.ts'
import type { SegmentPart } from '../segment/segment-part.ts'
import type { Language } from '../text/language.ts'

/** A question word with what every segment holds for it, and how rare it is over all of them. */
export interface WeighedTerm {
  question: QuestionTerm
  /** By part. */
  parts: readonly ExpandedTerm[]
  /** The rarity of the class, times the question word's weight. */
  rarity: number
  /** The rarity of the word as typed, times the same. */
  ownRarity: number
}

export interface WeighedQuestion {
  terms: readonly WeighedTerm[]
  collection: CollectionStatistics
}

export function weighQuestion(question: Question, parts: readonly SegmentPart[], language: Language): WeighedQuestion {
  const documentCount = parts.reduce((sum, part) => sum + part.documentCount, 0)
  const collection = { documentCount, averageLengths: averageLengths(parts.map(part => part.fieldTotals)) }
  const terms = question.terms.map(term => weighTerm(term, parts, language, documentCount))
  return { terms, collection }
}

function weighTerm(
  question: QuestionTerm,
  parts: readonly SegmentPart[],
  language: Language,
  documentCount: number,
): WeighedTerm {
  const expanded = parts.map(part => expandTerm(question, part.segment, language))
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
  // A word that no document has is as rare as what stands for it. Sums over words, unlike unions, are the same however segments are cut.
  const documentFrequency = Math.min(documentCount, ofClass > 0 ? ofClass : ofOthers)
  const ownFrequency = Math.min(documentFrequency, ofOwn)
  return {
    question,
    parts: expanded,
    rarity: question.weight * inverseDocumentFrequency(documentCount, documentFrequency),
    ownRarity: question.weight * inverseDocumentFrequency(documentCount, ownFrequency),
  }
}

/** How many documents that were not removed hold any of `terms`; `total` counts the removed ones too. */
function holders(part: SegmentPart, total: number, terms: readonly Term[]): number {
  if (part.deletions.count === 0) return total
  const removed = new Set<number>()
  for (const { fields } of terms) {
    for (const postings of fields) {
      const cursor = part.segment.postings(postings)
      for (let length = cursor.nextBlock(); length > 0; length = cursor.nextBlock()) {
        for (let i = 0; i < length; i++) if (part.deletions.has(cursor.documents[i])) removed.add(cursor.documents[i])
      }
    }
  }
  return total - removed.size
}
