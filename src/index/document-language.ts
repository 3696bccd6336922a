/** Finds the language of a document in an index with several languages: the mark of a language is a word that all its documents contain. */

import type { Language } from '../language/language.ts'
import { markOf } from '../text/language-mark.ts'
import type { FieldPostings, Segment } from './segment.ts'

/** The keys of the marks, for `announce`; none if the index has one language. */
export function marksOf({ several }: Language): string[] {
  return several === undefined ? [] : several.tags.map((_, place) => markOf(place))
}

/** Where the postings of the marks are, for `announce`. The classes must be in memory. */
export function postingsOfMarks(segment: Segment, language: Language): FieldPostings[] {
  return marksOf(language).flatMap(mark => segment.wordClass(mark)?.terms.flatMap(({ fields }) => fields) ?? [])
}

/** The index of a document's language; -1 if the search index has one language. */
export function placeOfDocument(segment: Segment, document: number, language: Language): number {
  return marksOf(language).findIndex(mark => {
    return segment.wordClass(mark)?.terms.some(({ fields }) => fields.some(of => holds(segment, of, document)))
  })
}

function holds(segment: Segment, postings: FieldPostings, document: number): boolean {
  const cursor = segment.postings(postings)
  const length = cursor.seekBlock(document)
  for (let i = 0; i < length; i++) if (cursor.documents[i] === document) return true
  return false
}
