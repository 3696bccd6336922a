/** Reads a whole posting list, from a segment or what is merged, to the end of two arrays. */
import type { GrowingUint32Array } from '../format/growing-array.ts'
import type { FieldPostings, Segment } from './segment.ts'

export function appendPostings(
  segment: Pick<Segment, 'postings'>,
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
