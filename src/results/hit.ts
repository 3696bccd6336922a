/** A document of the answer. */
import type { RankedDocument } from '../search/execute.ts'
import type { WeighedQuestion } from '../search/weigh.ts'
import type { DocumentId } from '../schema/document.ts'
import type { SegmentPart } from '../segment/segment-part.ts'
import { type Matches, findMatches } from './matches.ts'

export interface Hit<T> {
  id: DocumentId
  /** Above 0; comparable within one search only. */
  score: number
  /** The stored fields. */
  document: Partial<T>
  /** The words of the index that the document was found by, field by field. Looked up when first read. */
  readonly matches: Readonly<Record<string, readonly string[]>>
}

export function makeHit<T>(
  { part: partIndex, document, score }: RankedDocument,
  part: SegmentPart,
  question: WeighedQuestion,
  fields: readonly { index: number; name: string }[],
): Hit<T> {
  let matches: Matches | undefined
  const hit = { id: part.segment.id(document), score, document: JSON.parse(part.segment.stored(document)) as Partial<T> }
  // Ten hits can have a hundred words, each to be looked up in the file: only who asks pays.
  return Object.defineProperty(hit, 'matches', {
    enumerable: true,
    get: () => (matches ??= findMatches(question, part, partIndex, document, fields)),
  }) as Hit<T>
}
