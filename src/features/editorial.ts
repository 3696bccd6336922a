/** Applies editorial rules to a search: which documents come first for its query, and which are hidden. */
import { DocumentSet } from '../columns/document-set.ts'
import type { SegmentList } from '../index/segment-list.ts'
import type { SegmentView } from '../index/segment-view.ts'
import type { Language } from '../language/language.ts'
import { MAX_QUERY_LENGTH, readQuery } from '../query/query.ts'
import type { DocumentId } from '../schema/document.ts'
import type { CheckedEditorial } from '../schema/editorial.ts'
import type { PromotedDocument } from '../search/execute.ts'
import type { WeighedQuery } from '../search/weigh.ts'

/** By segment, the documents that may be shown; undefined if none is hidden. */
export function shownDocuments({ hide }: CheckedEditorial, segments: SegmentList): DocumentSet[] | undefined {
  const { parts } = segments
  announceIds(hide, parts)
  const hidden = hide.flatMap(id => segments.find(id) ?? [])
  if (hidden.length === 0) return undefined
  return parts.map(part => {
    const shown = new DocumentSet(part.segment.documentCount).not()
    for (const other of hidden) if (other.part === part) shown.delete(other.document)
    return shown
  })
}

/** The documents that come first for a query, without those that are hidden or excluded by the filter. */
export function promotedDocuments(
  editorial: CheckedEditorial,
  question: WeighedQuery,
  segments: SegmentList,
  filter: readonly DocumentSet[] | undefined,
): PromotedDocument[] {
  const { language, parts } = segments
  const ids = promotionsOf(editorial, language).get(keyOf(wordsOf(question, language)))
  if (ids === undefined) return []
  announceIds([...ids], parts)
  const hidden = new Set(editorial.hide)
  return [...ids].flatMap(id => {
    const found = hidden.has(id) ? undefined : segments.find(id)
    if (found === undefined) return []
    const part = parts.indexOf(found.part)
    return filter === undefined || filter[part].has(found.document) ? [{ part, document: found.document }] : []
  })
}

function announceIds(ids: readonly DocumentId[], parts: readonly SegmentView[]): void {
  for (const { segment } of parts) segment.announce?.({ ids })
}

interface WeightedKey {
  key: string
  weight: number
}

/** The words of the query, after corrections. */
function wordsOf({ terms }: WeighedQuery, language: Language): WeightedKey[] {
  return terms.map(({ question: { key, weight }, corrections: [corrected] }) => ({
    key: corrected === undefined ? key : language.key(corrected),
    weight,
  }))
}

/** A key that is equal for the same words in any form and order. Question words count only if there are no others. */
function keyOf(words: readonly WeightedKey[]): string {
  const telling = words.filter(({ weight }) => weight >= 1)
  const keys = (telling.length > 0 ? telling : words).map(({ key }) => key)
  return [...new Set(keys)].sort().join('\n')
}

const byEditorial = new WeakMap<CheckedEditorial, { language: Language; promotions: Map<string, Set<DocumentId>> }>()

/** The ids by the key of the query. Several promotions of one query are concatenated. */
function promotionsOf(editorial: CheckedEditorial, language: Language): ReadonlyMap<string, ReadonlySet<DocumentId>> {
  const known = byEditorial.get(editorial)
  if (known?.language === language) return known.promotions
  const promotions = new Map<string, Set<DocumentId>>()
  for (const { queries, ids } of editorial.promote) {
    const keys = new Set(queries.map(query => keyOf(readQuery(query.slice(0, MAX_QUERY_LENGTH), language).terms)))
    for (const key of keys) {
      if (key === '') continue
      const promoted = promotions.get(key) ?? new Set()
      promotions.set(key, promoted)
      for (const id of ids) promoted.add(id)
    }
  }
  byEditorial.set(editorial, { language, promotions })
  return promotions
}
