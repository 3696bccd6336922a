/** Which words of the index a hit was found by, field by field. */

import type { WeighedQuestion } from '../search/weigh.ts'
import type { PostingCursor } from '../segment/segment.ts'
import type { SegmentPart } from '../segment/segment-part.ts'

/** Words of the index by field, in the order of the question's words. */
export type Matches = Record<string, string[]>

/** Looks `document` up in the postings of every form of the question. */
export function findMatches(
  question: WeighedQuestion,
  part: SegmentPart,
  partIndex: number,
  document: number,
  fields: readonly { index: number; name: string }[],
): Matches {
  const matches: Matches = {}
  for (const { parts } of question.terms) {
    const { forms, wholes, substitutes } = parts[partIndex]
    const synonyms = substitutes.flatMap(({ words }) => words.flatMap(word => word.forms))
    for (const { term } of [...forms, ...wholes, ...synonyms]) {
      for (const postings of term.fields) {
        const field = fields.find(({ index }) => index === postings.field)
        if (field === undefined || !holds(part.segment.postings(postings), document)) continue
        const words = (matches[field.name] ??= [])
        if (!words.includes(term.word)) words.push(term.word)
      }
    }
  }
  return matches
}

function holds(cursor: PostingCursor, document: number): boolean {
  const length = cursor.seekBlock(document)
  for (let i = 0; i < length; i++) if (cursor.documents[i] === document) return true
  return false
}
