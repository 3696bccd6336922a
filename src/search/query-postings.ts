/** The posting lists that a query needs from one segment. Each posting is decoded at most once, into two arrays that keep it. */

import { GrowingUint32Array } from '../format/growing-array.ts'
import { appendPostings, type FieldPostings, type PostingListReader, type Segment } from '../index/segment.ts'
import type { WeightedForm } from '../query/expand.ts'
import type { WeighedQuery } from './weigh.ts'

/** Where the postings of a query are kept, list after list. */
export interface PostingArrays {
  readonly documents: GrowingUint32Array
  readonly frequencies: GrowingUint32Array
}

/** Where the postings are for all forms that a query has in one segment. */
function* postingsOf({ terms }: WeighedQuery, part: number): Generator<FieldPostings> {
  for (const { parts } of terms) {
    const { forms, wholes, substitutes } = parts[part]
    const ofSubstitutes = substitutes.flatMap(({ words }) => words.flatMap(word => word.forms))
    for (const { term } of [...forms, ...wholes, ...ofSubstitutes]) yield* term.fields
  }
}

/** The postings of a query in one segment. The object is reused for the next query. */
export class QueryPostings implements PostingArrays {
  readonly documents = new GrowingUint32Array()
  readonly frequencies = new GrowingUint32Array()
  /** Readers of the lists, including those of earlier queries: the objects are reused. */
  private readonly readers: PostingListReader[] = []
  private readersUsed = 0
  /** By term, in the order of its forms and their fields. */
  lists: PostingList[][] = []
  /** By term, then by substitute, then by its word. */
  substitutes: PostingList[][][][] = []

  /** Opens the lists of the fields for which `isSearched` is true. */
  read(question: WeighedQuery, part: number, segment: Segment, isSearched: (field: number) => boolean): void {
    segment.announce?.({ postings: [...postingsOf(question, part)].filter(({ field }) => isSearched(field)) })
    this.documents.length = 0
    this.frequencies.length = 0
    this.readersUsed = 0
    const searched = question.terms.map(({ question: { field: only } }) =>
      only === undefined ? isSearched : (field: number) => field === only && isSearched(field),
    )
    this.lists = question.terms.map(({ parts }, t) => {
      const { forms, wholes } = parts[part]
      const lists: PostingList[] = []
      for (const form of forms) this.readForm(form, false, segment, searched[t], lists)
      for (const form of wholes) this.readForm(form, true, segment, searched[t], lists)
      return lists
    })
    this.substitutes = question.terms.map(({ parts }, t) =>
      parts[part].substitutes.map(({ words }) =>
        words.map(({ forms }) => {
          const lists: PostingList[] = []
          for (const form of forms) this.readForm(form, false, segment, searched[t], lists)
          return lists
        }),
      ),
    )
  }

  /** Whether the segment has nothing for a term. */
  isEmpty(term: number): boolean {
    return this.lists[term].length === 0 && this.substitutes[term].length === 0
  }

  /** The length of the longest list: at least this many documents contain a word of the query. */
  get longest(): number {
    let most = 0
    for (const ofTerm of this.lists) for (const { start, end } of ofTerm) most = Math.max(most, end - start)
    return most
  }

  /** Resets all lists to their starts. */
  rewind(): void {
    for (const ofTerm of this.lists) for (const list of ofTerm) list.rewind()
    for (const list of this.substitutes.flat(3)) list.rewind()
  }

  private readForm(
    form: WeightedForm,
    whole: boolean,
    segment: Segment,
    isSearched: (field: number) => boolean,
    lists: PostingList[],
  ): void {
    for (const postings of form.term.fields) {
      if (!isSearched(postings.field)) continue
      lists.push(this.openList(form, whole, postings, segment))
    }
  }

  private openList(form: WeightedForm, whole: boolean, postings: FieldPostings, segment: Segment): PostingList {
    const reader = segment.openList?.(postings, this.readers[this.readersUsed])
    const list = PostingList.open(form, whole, postings, segment, this, reader)
    if (reader === undefined) return list
    this.readers[this.readersUsed] = reader
    // A list of one block is decoded by now, so the next list can reuse its reader.
    if (reader.length > 1) this.readersUsed++
    return list
  }

  /** Opens a list for another purpose than scoring. Blocks of the same list that a term has decoded are not decoded again. */
  open(form: WeightedForm, postings: FieldPostings, segment: Segment): PostingList {
    const [known] = [...this.lists, ...this.substitutes.flat(2)].flat().filter(list => list.postings === postings)
    return known?.copy() ?? this.openList(form, false, postings, segment)
  }
}

/** A posting list of a query. If it has several blocks, each is decoded when it is first needed. */
export class PostingList {
  readonly form: WeightedForm
  /** The form is another spelling of a whole that the term is a part of. */
  readonly whole: boolean
  readonly postings: FieldPostings
  /** Where the list starts in the arrays. */
  readonly start: number
  /** Where it ends. */
  readonly end: number
  /** Where the last look-up ended: a posting that was read, or `end`. */
  next: number

  private readonly arrays: PostingArrays
  private readonly reader: PostingListReader | undefined
  private block = 0

  private constructor(
    form: WeightedForm,
    whole: boolean,
    postings: FieldPostings,
    arrays: PostingArrays,
    reader: PostingListReader | undefined,
    start: number,
    end: number,
  ) {
    this.form = form
    this.whole = whole
    this.postings = postings
    this.arrays = arrays
    this.reader = reader
    this.start = start
    this.end = end
    this.next = start
  }

  /** Makes room for the list at the end of the arrays. `reader` reads the list's blocks, if any. */
  static open(
    form: WeightedForm,
    whole: boolean,
    postings: FieldPostings,
    segment: Segment,
    arrays: PostingArrays,
    reader: PostingListReader | undefined,
  ): PostingList {
    const { documents, frequencies } = arrays
    const start = documents.length
    if (reader === undefined) appendPostings(segment, postings, documents, frequencies)
    else {
      documents.extend(start + postings.documentFrequency)
      frequencies.extend(documents.length)
      reader.read(0, documents.values, frequencies.values, start)
    }
    const isLonger = reader !== undefined && reader.length > 1
    return new PostingList(form, whole, postings, arrays, isLonger ? reader : undefined, start, documents.length)
  }

  /** The same list with an independent position. */
  copy(): PostingList {
    const { form, whole, postings, arrays, reader, start, end } = this
    return new PostingList(form, whole, postings, arrays, reader, start, end)
  }

  /** Returns to the start of the list. */
  rewind(): void {
    this.next = this.start
    this.block = 0
  }

  /** Moves forward to the first posting whose document is ≥ `document`. Returns its index, or `end` if there is none. */
  seek(document: number): number {
    const { reader, next, end } = this
    const documents = this.arrays.documents.values
    if (next === end || documents[next] >= document) return next
    if (reader === undefined) return (this.next = firstAtLeast(documents, document, next, end))
    this.block = reader.blockOf(document, this.block)
    return (this.next = this.block === reader.length ? end : this.firstIn(reader, this.block, document))
  }

  /** Moves like `seek`, but decodes everything in between, so a caller that reads window by window needs no search for the next one. */
  readTo(document: number): number {
    const { reader, next, end } = this
    if (reader === undefined) return (this.next = firstAtLeast(this.arrays.documents.values, document, next, end))
    const block = reader.blockOf(document, this.block)
    for (let b = this.block + 1; b < Math.min(block, reader.length); b++) this.ensure(reader, b)
    this.block = block
    return (this.next = block === reader.length ? end : this.firstIn(reader, block, document))
  }

  /** Reads all blocks and returns to the start of the list, as scoring does. */
  readAll(): void {
    this.rewind()
    this.readTo(Number.POSITIVE_INFINITY)
    this.rewind()
  }

  /** The index of the posting of `document`, or -1 if it has none. Cheapest in ascending order. */
  find(document: number): number {
    const { documents } = this.arrays
    if (this.next === this.end || documents.values[this.next] > document) this.rewind()
    const at = this.seek(document)
    return at < this.end && documents.values[at] === document ? at : -1
  }

  private firstIn(reader: PostingListReader, block: number, document: number): number {
    this.ensure(reader, block)
    const first = this.start + block * reader.blockLength
    const low = Math.max(this.next, first)
    return firstAtLeast(this.arrays.documents.values, document, low, first + reader.lengthOf(block))
  }

  private ensure(reader: PostingListReader, block: number): void {
    if (reader.isRead(block)) return
    const { documents, frequencies } = this.arrays
    reader.read(block, documents.values, frequencies.values, this.start + block * reader.blockLength)
  }
}

/** The total number of postings of some lists. */
export function sizeOfLists(lists: readonly PostingList[]): number {
  return lists.reduce((sum, { start, end }) => sum + end - start, 0)
}

/** The first index from `low` on whose document is ≥ `document`, or `high`. It is usually near `low`. */
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
