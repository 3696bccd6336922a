/** Scores the documents of one segment, window by window, term at a time: a posting costs a few operations on flat arrays. */
import { WEIGHT_UNIT } from '../query/expand.ts'
import { K1, normFactors, OWN_FORM_WEIGHT, saturate } from '../ranking/bm25f.ts'
import type { QuestionPostings, ReadList } from './read-postings.ts'
import type { WeighedQuestion, WeighedTerm } from './weigh.ts'
import { type TermSums, WINDOW_LENGTH, type Window } from './window.ts'

/** A searched field: how occurrences count in it. */
export interface SearchedField {
  index: number
  boost: number
  title: boolean
}

/** What frequencies are multiplied by, by length norm. */
export interface FieldFactors {
  norms: Uint8Array
  factors: Float64Array
  /** For the title: the same without its boost. */
  titleFactors: Float64Array | undefined
}

/**
 * Adds up the question window by window, and calls `finish` with each window that has touched documents, and its first document. `norms` are the
 * segment's.
 */
export function scorePart(
  question: WeighedQuestion,
  postings: QuestionPostings,
  documentCount: number,
  norms: readonly Uint8Array[],
  fields: readonly SearchedField[],
  window: Window,
  finish: (windowStart: number) => void,
): void {
  const factors = fieldFactors(question, norms, fields)
  for (let start = 0; start < documentCount; start += WINDOW_LENGTH) {
    question.terms.forEach((term, t) => {
      scoreTerm(term, t, postings, start, factors, window)
    })
    if (window.touchedCount === 0) continue
    finish(start)
    window.clear()
  }
}

/** What frequencies count by, by field; undefined for those that are not searched. `norms` are the segment's. */
export function fieldFactors(
  { collection }: WeighedQuestion,
  norms: readonly Uint8Array[],
  fields: readonly SearchedField[],
): (FieldFactors | undefined)[] {
  const factors: (FieldFactors | undefined)[] = norms.map(() => undefined)
  for (const { index, boost, title } of fields) {
    const average = collection.averageLengths[index]
    factors[index] = {
      norms: norms[index],
      factors: normFactors(boost / WEIGHT_UNIT, title, average),
      titleFactors: title ? normFactors(1 / WEIGHT_UNIT, title, average) : undefined,
    }
  }
  return factors
}

function scoreTerm(
  term: WeighedTerm,
  index: number,
  postings: QuestionPostings,
  windowStart: number,
  fields: readonly (FieldFactors | undefined)[],
  window: Window,
): void {
  for (const list of postings.lists[index]) {
    const sums = list.whole ? window.wholes : window.forms
    const titleSums = list.whole ? window.titleWholes : window.titleForms
    addList(list, postings, windowStart, fields, sums, titleSums, window.ownForms)
  }
  for (const words of postings.substitutes[index]) addSubstitute(words, postings, windowStart, fields, window)
  // A document that writes the whole in one word has its parts as often; one that writes the parts was counted already.
  if (window.wholes.count > 0) window.forms.raiseTo(window.wholes)
  if (window.titleWholes.count > 0) window.titleForms.raiseTo(window.titleWholes)
  if (window.titleForms.count > 0) addTitle(term, window)
  if (window.forms.count > 0) addScores(term, window)
}

/** Adds up the postings of a list that are in the window. */
function addList(
  list: ReadList,
  postings: QuestionPostings,
  windowStart: number,
  fields: readonly (FieldFactors | undefined)[],
  sums: TermSums,
  titleSums: TermSums,
  ownSums: TermSums,
): void {
  const documents = postings.documents.values
  const frequencies = postings.frequencies.values
  const windowEnd = windowStart + WINDOW_LENGTH
  const start = list.next
  if (start === list.end || documents[start] >= windowEnd) return
  const end = firstAtLeast(documents, windowEnd, start, list.end)
  list.next = end
  const field = fields[list.postings.field]
  if (field === undefined) return
  const { norms, factors, titleFactors } = field
  const { weight, ownWeight } = list.form
  sums.add(documents, frequencies, start, end, windowStart, weight, norms, factors)
  if (ownWeight > 0) ownSums.add(documents, frequencies, start, end, windowStart, ownWeight, norms, factors)
  if (titleFactors !== undefined) {
    titleSums.add(documents, frequencies, start, end, windowStart, weight, norms, titleFactors)
  }
}

/** Raises the term to the rarest word of a substitute: a document must hold all of them. */
function addSubstitute(
  words: readonly (readonly ReadList[])[],
  postings: QuestionPostings,
  windowStart: number,
  fields: readonly (FieldFactors | undefined)[],
  window: Window,
): void {
  const { substitute, substituteWord, titleSubstitute, titleSubstituteWord, forms, titleForms, ownForms } = window
  words.forEach((lists, w) => {
    const sums = w === 0 ? substitute : substituteWord
    const titleSums = w === 0 ? titleSubstitute : titleSubstituteWord
    for (const list of lists) addList(list, postings, windowStart, fields, sums, titleSums, ownForms)
    if (w === 0) return
    substitute.lowerTo(substituteWord)
    titleSubstitute.lowerTo(titleSubstituteWord)
  })
  forms.raiseTo(substitute)
  titleForms.raiseTo(titleSubstitute)
}

/** The first index from `low` on whose document is ≥ `document`, or `high`; near `low` more often than not. */
export function firstAtLeast(documents: Uint32Array, document: number, low: number, high: number): number {
  let from = low
  let step = 1
  while (from + step < high && documents[from + step] < document) {
    from += step
    step *= 2
  }
  let to = Math.min(high, from + step)
  while (from < to) {
    const middle = (from + to) >> 1
    if (documents[middle] < document) from = middle + 1
    else to = middle
  }
  return from
}

function addTitle({ rarity }: WeighedTerm, { titleForms, titleScore, titleRarity, titleTerms }: Window): void {
  const { sums, holders, count } = titleForms
  for (let i = 0; i < count; i++) {
    const document = holders[i]
    titleScore[document] += rarity * saturate(sums[document])
    titleRarity[document] += rarity
    titleTerms[document]++
    sums[document] = 0
  }
  titleForms.count = 0
}

/** Adds the class, then the word as typed, to the score. */
function addScores({ rarity, ownRarity }: WeighedTerm, window: Window): void {
  const { forms, ownForms, score, matched, touched } = window
  const { sums, holders, count } = forms
  let { touchedCount } = window
  for (let i = 0; i < count; i++) {
    const document = holders[i]
    const sum = sums[document]
    const before = score[document]
    if (before === 0) touched[touchedCount++] = document
    matched[document]++
    score[document] = before + (rarity * sum) / (K1 + sum)
    sums[document] = 0
  }
  forms.count = 0
  window.touchedCount = touchedCount
  const ownWeight = OWN_FORM_WEIGHT * ownRarity
  const own = ownForms.sums
  for (let i = 0; i < ownForms.count; i++) {
    const document = ownForms.holders[i]
    const sum = own[document]
    score[document] += (ownWeight * sum) / (K1 + sum)
    own[document] = 0
  }
  ownForms.count = 0
}
