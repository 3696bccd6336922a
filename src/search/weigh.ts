/** Gathers statistics of the whole index for a query before any document is scored: lengths of texts, rarity of words. */

import type { CorrectionDecision } from '../dictionary/decide-correction.ts'
import { holders } from '../dictionary/holders.ts'
import type { ComingReads } from '../index/segment.ts'
import type { SegmentView } from '../index/segment-view.ts'
import type { Language, RelatedWord } from '../language/language.ts'
import { classKeys, type ExpandedTerm, expandTerm, WEIGHT_UNIT, type WeightedForm } from '../query/expand.ts'
import type { Query, QueryTerm } from '../query/query.ts'
import { fold } from '../text/fold.ts'
import { bare } from '../text/language-mark.ts'
import { SAME_WORD_WEIGHT } from '../weights.ts'
import { inverseDocumentFrequency } from './bm25f.ts'

/** A query word with what each segment has for it, and its rarity over all of them. */
export interface WeighedTerm {
  question: QueryTerm
  /** By part. */
  parts: readonly ExpandedTerm[]
  /** How many documents contain it, or a substitute for it. */
  documentFrequency: number
  /** The rarity of the class, times the weight of the query word. */
  rarity: number
  /** The rarity of the word as typed, times the same. */
  ownRarity: number
  /** The likely intended words, closest first, if this word was corrected; documents that contain them are hits. */
  corrections: readonly string[]
  /** The same if they are only suggested, because the word may be correct. */
  offers: readonly string[]
}

export interface WeighedQuery {
  terms: readonly WeighedTerm[]
  collection: CollectionStatistics
}

/** How a query is expanded beyond the words that were typed. */
export interface Widening {
  /** The last word may be unfinished. */
  prefix: boolean
  /** Misspelt words are corrected. */
  fuzzy: boolean
}

/** Expands words of a query beyond their classes. This is a feature, parts of which may not be loaded. */
export interface WordExpander {
  /** The most used words that start like `word`. */
  complete(word: string): RelatedWord[]
  /** The words this many edits away. */
  near(word: string, edits: number): RelatedWord[]
  /** What a term may be a misspelling of; undefined if it is correct, or not yet decidable. */
  correct(term: WeighedTerm): CorrectionDecision | undefined
  /** Runs `read`, and throws what it lacks together with what decisions lacked, if anything. */
  together(read: () => void): void
}

/** What weighing a query reads from a segment first. `others` are keys of classes needed elsewhere. */
export function wordReads(
  { terms, sequence }: Query,
  language: Language,
  { prefix }: Widening,
  others: readonly string[] = [],
): ComingReads {
  const last = sequence.at(-1)?.term
  return {
    classKeys: [...terms.flatMap(term => classKeys(term, language)), ...others],
    completions: prefix && last !== undefined ? fold(bare(terms[last].word)) : undefined,
  }
}

export function weighQuery(
  question: Query,
  parts: readonly SegmentView[],
  language: Language,
  widening: Widening,
  expander?: WordExpander,
): WeighedQuery {
  const documentCount = parts.reduce((sum, part) => sum + part.documentCount, 0)
  const collection = { documentCount, averageLengths: averageLengths(parts.map(part => part.fieldTotals)) }
  const last = question.sequence.at(-1)?.term
  for (const { segment } of parts) segment.announce?.(wordReads(question, language, widening))
  const terms = question.terms.map((term, i) => {
    const { word, prefix, edits, quoted } = term
    if (term.named !== undefined) {
      const named = weighNamed(term, parts, language, documentCount)
      if (named !== undefined) return named
      if (term.isDoubtful) return unasked(term, parts)
    }
    const isUnfinished = prefix || (widening.prefix && i === last && !quoted)
    const completions = isUnfinished ? expander?.complete(word) : undefined
    const near = edits === undefined ? undefined : expander?.near(word, edits)
    const weighed = weighTerm(term, parts, language, documentCount, [...(completions ?? []), ...(near ?? [])])
    // A word that documents complete is unfinished rather than misspelt: what is typed of `licenciement` is no typo of `licence`.
    const isCompleted = completions !== undefined && completions.length > 0
    if (!widening.fuzzy || prefix || isCompleted || edits !== undefined || quoted) return weighed
    const decision = expander?.correct(weighed)
    if (decision === undefined) return weighed
    const words = decision.words.map(({ word }) => word)
    if (!decision.isApplied) return { ...weighed, offers: words }
    return { ...weighTerm(term, parts, language, documentCount, decision.words), corrections: words }
  })
  return { terms, collection }
}

/**
 * A letter as the name that it ends, if documents have the name: `livret-a` for the `a` of « livret A », which is a very common word. The name is one of the
 * wholes that `wordReads` announces.
 */
function weighNamed(
  term: QueryTerm,
  parts: readonly SegmentView[],
  language: Language,
  documentCount: number,
): WeighedTerm | undefined {
  const { named: word = term.word } = term
  const asked = { ...term, word, key: language.key(word), weight: 1, wholes: [], joined: [] }
  const weighed = weighTerm(asked, parts, language, documentCount, [])
  return weighed.documentFrequency > 0 ? weighed : undefined
}

/** A stop word after all: no document is looked up for it. */
function unasked(question: QueryTerm, parts: readonly SegmentView[]): WeighedTerm {
  const nothing = { core: undefined, forms: [], wholes: [], substitutes: [] }
  const nowhere = { parts: parts.map(() => nothing), documentFrequency: 0, rarity: 0, ownRarity: 0 }
  return { question: { ...question, substitutes: [] }, ...nowhere, corrections: [], offers: [] }
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
  let ofSpellings = 0
  let ofOthers = 0
  let ofOwn = 0
  expanded.forEach(({ core, forms, wholes }, i) => {
    const part = parts[i]
    if (core !== undefined) ofClass += holders(part, core.documentFrequency, core.terms)
    const own = forms.filter(form => form.ownWeight > 0)
    for (const { term } of own) ofOwn += holders(part, term.documentFrequency, [term])
    const others = [...wholes, ...forms.filter(form => core === undefined || !core.terms.includes(form.term))]
    for (const { term } of others) ofOthers += holders(part, term.documentFrequency, [term])
    const spellings = forms.filter(form => isOtherSpelling(form) && !core?.terms.includes(form.term))
    for (const { term } of spellings) ofSpellings += holders(part, term.documentFrequency, [term])
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
  // A word is as rare as all its spellings together: « no. » is not rare if documents have « number ». One that no document has is as rare as its substitutes;
  // a misspelling, as its class and its corrections. Sums over words, unlike unions, do not depend on segments.
  const isCorrected = widened.some(({ relation }) => relation === 'typo') && question.edits === undefined
  const ofAll = isCorrected ? ofClass + ofOthers : ofClass > 0 ? ofClass + ofSpellings : ofOthers
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

/** Whether a form is the word itself, otherwise written: an abbreviation and what it is short for. */
function isOtherSpelling({ relation, weight }: WeightedForm): boolean {
  return relation === 'variant' && weight >= Math.round(SAME_WORD_WEIGHT * WEIGHT_UNIT)
}

export interface CollectionStatistics {
  documentCount: number
  /** By field. */
  averageLengths: readonly number[]
}

/** The sums of several segments as averages. A field that no document has gets 1, to avoid a division by 0. */
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
