/** The posting lists that a question needs of one segment, each posting read once at most, into two arrays. */

import { GrowingUint32Array } from '../format/growing-array.ts'
import type { FieldPostings, PostingBlocks, Segment } from '../index/segment.ts'
import type { WeightedForm } from '../query/expand.ts'
import { type PostingArrays, ReadList } from './read-list.ts'
import type { WeighedQuestion } from './weigh.ts'

/** Where the postings stand of all forms that a question has in one segment. */
function* postingsOf({ terms }: WeighedQuestion, part: number): Generator<FieldPostings> {
  for (const { parts } of terms) {
    const { forms, wholes, substitutes } = parts[part]
    const ofSubstitutes = substitutes.flatMap(({ words }) => words.flatMap(word => word.forms))
    for (const { term } of [...forms, ...wholes, ...ofSubstitutes]) yield* term.fields
  }
}

/** The postings of a question in one segment; used again for the next question. */
export class QuestionPostings implements PostingArrays {
  readonly documents = new GrowingUint32Array()
  readonly frequencies = new GrowingUint32Array()
  /** Those of the lists, and of questions before, of which the objects are used again. */
  private readonly blocks: PostingBlocks[] = []
  private blocksUsed = 0
  /** By term, in the order of its forms and their fields. */
  lists: ReadList[][] = []
  /** By term, then by substitute, then by word of it. */
  substitutes: ReadList[][][][] = []

  /** Opens the lists of the fields for which `isSearched` is true. */
  read(question: WeighedQuestion, part: number, segment: Segment, isSearched: (field: number) => boolean): void {
    segment.announce?.({ postings: [...postingsOf(question, part)].filter(({ field }) => isSearched(field)) })
    this.documents.length = 0
    this.frequencies.length = 0
    this.blocksUsed = 0
    const searched = question.terms.map(({ question: { field: only } }) =>
      only === undefined ? isSearched : (field: number) => field === only && isSearched(field),
    )
    this.lists = question.terms.map(({ parts }, t) => {
      const { forms, wholes } = parts[part]
      const lists: ReadList[] = []
      for (const form of forms) this.readForm(form, false, segment, searched[t], lists)
      for (const form of wholes) this.readForm(form, true, segment, searched[t], lists)
      return lists
    })
    this.substitutes = question.terms.map(({ parts }, t) =>
      parts[part].substitutes.map(({ words }) =>
        words.map(({ forms }) => {
          const lists: ReadList[] = []
          for (const form of forms) this.readForm(form, false, segment, searched[t], lists)
          return lists
        }),
      ),
    )
  }

  /** Whether the segment holds nothing of a term. */
  isEmpty(term: number): boolean {
    return this.lists[term].length === 0 && this.substitutes[term].length === 0
  }

  /** The length of the longest list: so many documents hold a word of the question, at least. */
  get longest(): number {
    return this.lists.flat().reduce((most, { start, end }) => Math.max(most, end - start), 0)
  }

  /** All lists are searched from their starts again. */
  rewind(): void {
    for (const list of [...this.lists, ...this.substitutes.flat(2)].flat()) list.rewind()
  }

  private readForm(
    form: WeightedForm,
    whole: boolean,
    segment: Segment,
    isSearched: (field: number) => boolean,
    lists: ReadList[],
  ): void {
    for (const postings of form.term.fields) {
      if (!isSearched(postings.field)) continue
      const blocks = segment.openBlocks?.(postings, this.blocks[this.blocksUsed])
      if (blocks !== undefined) this.blocks[this.blocksUsed++] = blocks
      lists.push(new ReadList(form, whole, postings, segment, this, blocks))
    }
  }
}
