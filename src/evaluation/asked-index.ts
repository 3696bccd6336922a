/** An index as it is measured, and ids: texts in judgments, texts or numbers in the index. */
import type { DocumentId, SearchIndex } from '../index.ts'

/** An index that can be asked: a `SearchIndex`, or an `IndexSearcher`. */
export type AskedIndex<T extends object> = Pick<SearchIndex<T>, 'search' | 'has' | 'get'>

/** The id of a document in the index; undefined where it has none such. */
export function indexId<T extends object>(index: AskedIndex<T>, document: string): DocumentId | undefined {
  if (index.has(document)) return document
  const number = Number(document)
  return String(number) === document && index.has(number) ? number : undefined
}
