/** Ids as judgments have them, which are texts, and as the index has them, which may be numbers. */
import type { DocumentId, SearchIndex } from '../index.ts'

/** The id of a document in the index; undefined where it has none such. */
export function indexId<T extends object>(index: SearchIndex<T>, document: string): DocumentId | undefined {
  if (index.has(document)) return document
  const number = Number(document)
  return String(number) === document && index.has(number) ? number : undefined
}
