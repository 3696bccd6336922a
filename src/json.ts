/** The JSON of an index file: its depth is limited, so that code that walks through it cannot run out of stack. */

/** How deep values may be nested: the depth of `[]` is 1. Specified in docs/format.md. */
export const MOST_DEPTH = 256

/** Parses JSON. @throws SyntaxError, also if it is nested deeper than `MOST_DEPTH` */
export function parseJson(text: string): unknown {
  const value: unknown = JSON.parse(text)
  if (isDeeper(value, MOST_DEPTH)) throw new SyntaxError(`The JSON is nested more than ${MOST_DEPTH} levels deep.`)
  return value
}

/** Whether lists and objects in `value` are nested more than `most` deep. */
export function isDeeper(value: unknown, most: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  return most === 0 || Object.values(value).some(inner => isDeeper(inner, most - 1))
}
