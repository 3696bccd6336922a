/** Gathers what the whole index says of a question before any document is scored: how long its texts are, how rare its words. */

import { completeWord, correctWord, nearbyWords } from '../dictionary/expansions.ts'
import { holders } from '../dictionary/holders.ts'
import { vocabularyOf } from '../dictionary/vocabulary.ts'
import type { ComingReads } from '../index/segment.ts'
import type { SegmentView } from '../index/segment-view.ts'
import type { Language, RelatedWord } from '../language/language.ts'
import { classKeys, type ExpandedTerm, expandTerm } from '../query/expand.ts'
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
  /** The words that may have been meant, the nearest first, where this one was taken for a typo; else none. */
  corrections: readonly string[]
}

export interface WeighedQuery {
  terms: readonly WeighedTerm[]
  collection: CollectionStatistics
}

/** How a question is widened beyond the words that were typed. */
export interface Widening {
  /** The last word may be unfinished. */
  prefix: boolean
  /** Words that neither a document nor the language has are corrected. */
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
    const isMeant = prefix || slips !== undefined || quoted || language.isKnownWord(word)
    if (!widening.fuzzy || weighed.documentFrequency > 0 || isMeant) return weighed
    const ofWord = correctWord(word, vocabulary)
    const corrections = [...ofWord, ...term.wholes.flatMap(word => correctWord(word, vocabulary))]
    if (corrections.length === 0) return weighed
    return {
      ...weighTerm(term, parts, language, documentCount, corrections),
      corrections: ofWord.map(({ word }) => word),
    }
  })
  return { terms, collection }
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
  // A word that no document has is as rare as what stands for it. Sums over words, unlike unions, are the same however segments are cut.
  const documentFrequency = Math.min(documentCount, ofClass > 0 ? ofClass : ofOthers)
  const ownFrequency = Math.min(documentFrequency, ofOwn)
  return {
    question,
    parts: expanded,
    documentFrequency,
    rarity: question.weight * inverseDocumentFrequency(documentCount, documentFrequency),
    ownRarity: question.weight * inverseDocumentFrequency(documentCount, ownFrequency),
    corrections: [],
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
