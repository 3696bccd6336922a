/** A document of the answer. */

import type { Highlight } from '../highlight/highlight.ts'
import type { HitHighlighter } from '../highlight/hit-highlights.ts'
import { findMatches, type Matches } from '../highlight/matches.ts'
import type { SegmentView } from '../index/segment-view.ts'
import { storedFields } from '../index/stored-fields.ts'
import type { DocumentId } from '../schema/document.ts'
import type { FieldName } from '../schema/schema.ts'
import type { RankedDocument } from '../search/execute.ts'
import type { WeighedQuery } from '../search/weigh.ts'
import type { Explanation } from './explain.ts'

export interface Hit<T> {
  id: DocumentId
  /** Above 0, or 0 where no word was asked; comparable within one search only. */
  score: number
  /** The stored fields. */
  document: Partial<T>
  /** The words of the index that the document was found by, field by field. Looked up when first read. */
  readonly matches: Readonly<Record<string, readonly string[]>>
  /** The texts of the fields asked for with `highlight`, and what to mark in them. The texts of an array are put on lines of their own. */
  highlights?: { [Name in FieldName<T>]?: Highlight }
  /** Why the document has its score, where `explain` was asked for. */
  explanation?: Explanation
}

/** Says to the segments which documents will be read, and gives them back. */
export function announceHits(
  ranked: readonly RankedDocument[],
  parts: readonly SegmentView[],
): readonly RankedDocument[] {
  parts.forEach(({ segment }, index) => {
    segment.announce?.({ documents: ranked.filter(({ part }) => part === index).map(({ document }) => document) })
  })
  return ranked
}

export function makeHit<T>(
  ranked: RankedDocument,
  part: SegmentView,
  question: WeighedQuery,
  fields: readonly { index: number; name: string }[],
  highlighter?: HitHighlighter,
  explain?: (ranked: RankedDocument) => Explanation,
): Hit<T> {
  const { part: partIndex, document, score } = ranked
  let matches: Matches | undefined
  const stored = storedFields(part.segment, document) as Partial<T>
  const hit = { id: part.segment.id(document), score, document: stored }
  if (highlighter !== undefined) Object.assign(hit, { highlights: highlighter(stored) })
  if (explain !== undefined) Object.assign(hit, { explanation: explain(ranked) })
  // Ten hits can have a hundred words, each to be looked up in the file: only who asks pays.
  return Object.defineProperty(hit, 'matches', {
    enumerable: true,
    get: () => (matches ??= findMatches(question, part, partIndex, document, fields)),
  }) as Hit<T>
}
