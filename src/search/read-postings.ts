/** Reads all postings that a question needs of one segment, once, into two arrays. */
import type { WeightedForm } from '../query/expand.ts'
import { GrowingUint32Array } from '../segment/growing-array.ts'
import type { FieldPostings, Segment } from '../segment/segment.ts'
import type { WeighedQuestion } from './weigh.ts'

/** A posting list in `documents` and `frequencies` from `start` to `end`. */
export interface ReadList {
  form: WeightedForm
  /** The form is another spelling of a whole that the term is a part of. */
  whole: boolean
  postings: FieldPostings
  start: number
  end: number
  /** How far it was scored. */
  next: number
}

/** Where the postings stand of all forms that a question has in one segment. */
function* postingsOf({ terms }: WeighedQuestion, part: number): Generator<FieldPostings> {
  for (const { parts } of terms) {
    const { forms, wholes, substitutes } = parts[part]
    const ofSubstitutes = substitutes.flatMap(({ words }) => words.flatMap(word => word.forms))
    for (const { term } of [...forms, ...wholes, ...ofSubstitutes]) yield* term.fields
  }
}

/** The postings of a question in one segment; used again for the next question. */
export class QuestionPostings {
  readonly documents = new GrowingUint32Array()
  readonly frequencies = new GrowingUint32Array()
  /** By term, in the order of its forms and their fields. */
  lists: ReadList[][] = []
  /** By term, then by substitute, then by word of it. */
  substitutes: ReadList[][][][] = []

  /** Reads the lists of the fields for which `isSearched` is true. */
  read(question: WeighedQuestion, part: number, segment: Segment, isSearched: (field: number) => boolean): void {
    segment.announce?.({ postings: [...postingsOf(question, part)].filter(({ field }) => isSearched(field)) })
    this.documents.length = 0
    this.frequencies.length = 0
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

  private readForm(
    form: WeightedForm,
    whole: boolean,
    segment: Segment,
    isSearched: (field: number) => boolean,
    lists: ReadList[],
  ): void {
    const { documents, frequencies } = this
    for (const postings of form.term.fields) {
      if (!isSearched(postings.field)) continue
      const start = documents.length
      appendPostings(segment, postings, documents, frequencies)
      lists.push({ form, whole, postings, start, end: documents.length, next: start })
    }
  }
}

/** Reads a whole list to the end of two arrays. */
export function appendPostings(
  segment: Segment,
  postings: FieldPostings,
  documents: GrowingUint32Array,
  frequencies: GrowingUint32Array,
): void {
  const cursor = segment.postings(postings)
  for (let length = cursor.nextBlock(); length > 0; length = cursor.nextBlock()) {
    documents.append(cursor.documents, length)
    frequencies.append(cursor.frequencies, length)
  }
}
