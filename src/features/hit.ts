/** A document of the answer. */

import type { Highlight } from '../highlight/highlight.ts'
import type { HitHighlighter } from '../highlight/hit-highlights.ts'
import { findMatches, type Matches } from '../highlight/matches.ts'
import { placeOfDocument, postingsOfMarks } from '../index/document-language.ts'
import type { SegmentView } from '../index/segment-view.ts'
import { storedFields } from '../index/stored-fields.ts'
import type { Language } from '../language/language.ts'
import type { DocumentId } from '../schema/document.ts'
import type { FieldName, StoredDocument } from '../schema/schema-types.ts'
import type { RankedDocument } from '../search/execute.ts'
import type { WeighedQuery } from '../search/weigh.ts'
import type { Explanation } from './explain.ts'

/** A matching document of type `T`, of which the fields `Stored` are stored. */
export type Hit<T = Record<string, unknown>, Stored = undefined> = HitOfDocument<StoredDocument<T, Stored>>

/** A matching document with the stored fields `Document`. */
export interface HitOfDocument<Document> {
  id: DocumentId
  /** Above 0, or 0 where no word was asked; comparable within one search only. */
  score: number
  /** The stored fields. */
  document: Document
  /** The words of the index that the document was found by, field by field. Looked up when first read. */
  readonly matches: Readonly<Record<string, readonly string[]>>
  /** The texts of the fields asked for with `highlight`, and what to mark in them. The texts of an array are put on lines of their own. */
  highlights?: { readonly [Name in FieldName<Document>]?: Highlight } | undefined
  /** Whether editors have the document come first for this query; absent if not. */
  promoted?: true
  /** The other documents of its group that match, the best of them first, if `group` was asked for. */
  grouped?: HitOfDocument<Document>[] | undefined
  /** How many others of its group match, of which `grouped` has the first. */
  groupedTotal?: number | undefined
  /** Why the document has its score, where `explain` was asked for. */
  explanation?: Explanation | undefined
}

/** Announces to the segments which documents will be read, and returns them. `language`: if the texts of the documents will be read in their language. */
export function announceHits(
  ranked: readonly RankedDocument[],
  parts: readonly SegmentView[],
  language?: Language,
): readonly RankedDocument[] {
  parts.forEach(({ segment }, index) => {
    const documents = ranked.filter(({ part }) => part === index).map(({ document }) => document)
    if (documents.length === 0 || segment.announce === undefined) return
    segment.announce({ documents, ...(language?.several && { postings: postingsOfMarks(segment, language) }) })
  })
  return ranked
}

export function makeHit<Document>(
  ranked: RankedDocument,
  part: SegmentView,
  question: WeighedQuery,
  fields: readonly { index: number; name: string }[],
  highlighter?: HitHighlighter,
  language?: Language,
  explain?: (ranked: RankedDocument) => Explanation,
): HitOfDocument<Document> {
  const { part: partIndex, document, score } = ranked
  let matches: Matches | undefined
  const stored = storedFields(part.segment, document)
  const hit = { id: part.segment.id(document), score, document: stored }
  if (ranked.promoted) Object.assign(hit, { promoted: true })
  if (highlighter !== undefined) {
    const place = language === undefined ? -1 : placeOfDocument(part.segment, document, language)
    Object.assign(hit, { highlights: highlighter(stored, place) })
  }
  if (explain !== undefined) Object.assign(hit, { explanation: explain(ranked) })
  // Lazy, because ten hits can have a hundred words, each of which must be looked up in the file.
  return Object.defineProperty(hit, 'matches', {
    enumerable: true,
    get: () => (matches ??= findMatches(question, part, partIndex, document, fields)),
  }) as HitOfDocument<Document>
}

/** The hit with the other documents of its group. */
export function withOthers<Document>(
  hit: HitOfDocument<Document>,
  { others }: RankedDocument,
  make: (ranked: RankedDocument) => HitOfDocument<Document>,
): HitOfDocument<Document> {
  return others === undefined
    ? hit
    : Object.assign(hit, { grouped: others.ranked.map(make), groupedTotal: others.total })
}
