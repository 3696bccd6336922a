/** The title of a document as an index gives it back. */
import type { InspectedField } from '../index.ts'

/** The field whose text is a document's title, where it is stored. */
export function titleFieldOf(fields: readonly InspectedField[]): string | undefined {
  return fields.find(({ title, stored }) => title && stored)?.name
}

/** Undefined where there is none. */
export function storedTitle(
  document: Record<string, unknown> | undefined,
  field: string | undefined,
): string | undefined {
  const title = field === undefined ? undefined : document?.[field]
  return typeof title === 'string' && title !== '' ? title : undefined
}
