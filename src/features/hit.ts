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

/**
 * A matching document. `T` is the type of the documents, `Stored` the names of the stored fields; without it, each field of `hit.document` may be missing.
 *
 * @example
 * function show(hit: Hit<Article, 'title'>): string {
 *   return `${hit.document.title} (${hit.score.toFixed(1)})`
 * }
 */
export type Hit<T = Record<string, unknown>, Stored = undefined> = HitOfDocument<StoredDocument<T, Stored>>

/** What every hit has. `Document` is the type of the stored fields. */
export interface PlainHit<Document> {
  /** The id of the document, as it was added. */
  id: DocumentId
  /** Higher is better; 0 if the query has no words. Comparable within one search only. */
  score: number
  /** The stored fields: those in `storeFields` when the index was built. */
  document: Document
  /** By field, the words of the document that match the query: `{ title: ['négociations'] }`. Looked up when it is first read. */
  readonly matches: Readonly<Record<string, readonly string[]>>
  /** `true` if an editorial decision puts the document first for this query; absent if not. */
  promoted?: true
}

/** A matching document, whatever the options of the search: what they decide may be missing. `Document` is the type of the stored fields. */
export interface HitOfDocument<Document> extends PlainHit<Document> {
  /**
   * The texts of the fields that the option `highlight` names, with the ranges to mark; `toHTML()` prints them. The texts of an array are lines of one text. Present
   * only if the search has the option `highlight`.
   */
  highlights?: { readonly [Name in FieldName<Document>]?: Highlight } | undefined
  /** The other matching documents of its group, best first. Present only if the search has the option `group`. */
  grouped?: HitOfDocument<Document>[] | undefined
  /** How many other documents of its group match; `grouped` has the first of them. Present only if the search has the option `group`. */
  groupedTotal?: number | undefined
  /** The score, word by word. Present only if the search has the option `explain`. */
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
