/** Scores the documents of one segment, window by window and term by term. A posting costs a few operations on flat arrays. */
import { WEIGHT_UNIT } from '../query/expand.ts'
import { OWN_FORM_WEIGHT } from '../weights.ts'
import { normFactors } from './bm25f.ts'
import { SEEK_COST } from './conjunction.ts'
import { type PostingList, type QueryPostings, sizeOfLists } from './query-postings.ts'
import type { TermSums } from './term-sums.ts'
import type { WeighedQuery } from './weigh.ts'
import type { Window } from './window.ts'
import type { WindowDocuments } from './window-documents.ts'
import { windowLoops } from './window-loops.ts'

/** A searched field: how occurrences count in it. */
export interface SearchedField {
  index: number
  boost: number
  title: boolean
}

/** Factors of frequencies, by length norm. */
export interface FieldFactors {
  norms: Uint8Array
  factors: Float64Array
  /** For the title: the same without its boost. */
  titleFactors: Float64Array | undefined
}

/** Adds up a query over one segment. A document's sums are the same to the last bit whether its whole window is scored or only a few documents. */
export class SegmentScorer {
  private readonly question: WeighedQuery
  private readonly postings: QueryPostings
  private readonly fields: readonly (FieldFactors | undefined)[]
  private readonly window: Window
  /** By term, then by substitute: its words, the rarest first. */
  private readonly substitutes: readonly PostingList[][][][]
  /** The share of the segment that a window covers. */
  private readonly windowShare: number

  /** `norms` are the segment's. */
  constructor(
    question: WeighedQuery,
    postings: QueryPostings,
    norms: readonly Uint8Array[],
    fields: readonly SearchedField[],
    window: Window,
  ) {
    this.question = question
    this.postings = postings
    this.fields = fieldFactors(question, norms, fields)
    this.window = window
    this.substitutes = postings.substitutes.map(ofTerm =>
      ofTerm.map(words => [...words].sort((a, b) => sizeOfLists(a) - sizeOfLists(b))),
    )
    this.windowShare = window.length / norms[0].length
  }

  /** Adds up all terms over the window from document `start` on, for some documents or all. */
  score(start: number, among?: WindowDocuments): void {
    for (let term = 0; term < this.question.terms.length; term++) this.scoreTerm(term, start, among)
  }

  /** Documents outside `among` may be partly scored. */
  scoreTerm(term: number, start: number, among?: WindowDocuments): void {
    const { window } = this
    const { rarity, ownRarity } = this.question.terms[term]
    for (const list of this.postings.lists[term]) {
      const sums = list.whole ? window.wholes : window.forms
      const titleSums = list.whole ? window.titleWholes : window.titleForms
      this.addList(list, start, among, sums, titleSums)
    }
    for (const words of this.substitutes[term]) this.addSubstitute(words, start, among)
    // A document that has the whole as one word has its parts as often. One that has the parts was counted already.
    if (window.wholes.count > 0) window.forms.raiseTo(window.wholes)
    if (window.titleWholes.count > 0) window.titleForms.raiseTo(window.titleWholes)
    window.addTerm(rarity, OWN_FORM_WEIGHT * ownRarity)
  }

  /** Adds up the postings of a list that are in the window. */
  private addList(
    list: PostingList,
    windowStart: number,
    among: WindowDocuments | undefined,
    sums: TermSums,
    titleSums: TermSums,
  ): void {
    const field = this.fields[list.postings.field]
    if (field === undefined) return
    const windowEnd = windowStart + this.window.length
    let documents = this.postings.documents.values
    let frequencies = this.postings.frequencies.values
    let start = list.seek(windowStart)
    if (start === list.end || documents[start] >= windowEnd) return
    let end: number
    if (among === undefined) end = list.readTo(windowEnd)
    else {
      const usual = (list.end - list.start) * this.windowShare
      end =
        among.count * SEEK_COST < usual
          ? this.seekAmong(list, windowStart, among)
          : this.readAmong(list, windowStart, windowEnd, among)
      start = 0
      documents = this.window.amongDocuments
      frequencies = this.window.amongFrequencies
    }
    const { norms, factors, titleFactors } = field
    const { weight, ownWeight } = list.form
    if (ownWeight > 0) {
      sums.addOwn(documents, frequencies, start, end, windowStart, weight, norms, factors, ownWeight)
    } else sums.add(documents, frequencies, start, end, windowStart, weight, norms, factors)
    if (titleFactors !== undefined) {
      titleSums.add(documents, frequencies, start, end, windowStart, weight, norms, titleFactors)
    }
  }

  /** Copies the postings of the documents of `among` to the window's arrays, looking up each one. Returns their number. */
  private seekAmong(list: PostingList, windowStart: number, { places, count }: WindowDocuments): number {
    const { amongDocuments, amongFrequencies } = this.window
    const documents = this.postings.documents.values
    const frequencies = this.postings.frequencies.values
    let length = 0
    for (let i = 0; i < count; i++) {
      const document = windowStart + places[i]
      const at = list.seek(document)
      if (at === list.end) break
      if (documents[at] !== document) continue
      amongDocuments[length] = document
      amongFrequencies[length++] = frequencies[at]
    }
    return length
  }

  /** The same, by reading all postings of the window. */
  private readAmong(list: PostingList, windowStart: number, windowEnd: number, { isIn }: WindowDocuments): number {
    const documents = this.postings.documents.values
    const frequencies = this.postings.frequencies.values
    const start = list.next
    const end = list.readTo(windowEnd)
    return windowLoops.choose(isIn, documents, frequencies, start, end, windowStart)
  }

  /** Raises the term to the rarest word of a substitute. A document must contain all of its words. */
  private addSubstitute(
    words: readonly (readonly PostingList[])[],
    windowStart: number,
    among: WindowDocuments | undefined,
  ): void {
    const { substitute, substituteWord, titleSubstitute, titleSubstituteWord, forms, titleForms, holding } = this.window
    let others = among
    for (let w = 0; w < words.length; w++) {
      const sums = w === 0 ? substitute : substituteWord
      const titleSums = w === 0 ? titleSubstitute : titleSubstituteWord
      for (const list of words[w]) this.addList(list, windowStart, others, sums, titleSums)
      if (w > 0) {
        substitute.lowerTo(substituteWord)
        titleSubstitute.lowerTo(titleSubstituteWord)
      }
      if (substitute.count === 0) break
      holding.take(substitute.holders, substitute.count)
      others = holding
    }
    forms.raiseTo(substitute)
    titleForms.raiseTo(titleSubstitute)
  }
}

/** Factors of frequencies, by field; undefined for fields that are not searched. `norms` are the segment's. */
export function fieldFactors(
  { collection }: WeighedQuery,
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
