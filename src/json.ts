/** The JSON that stands in an index file: not nested so deeply that whoever goes through it runs out of stack. */

/** How deep values stand in one another: that of `[]` is 1. Specified in docs/format.md. */
export const MOST_DEPTH = 256

/** Parses JSON. @throws SyntaxError, also if it is nested deeper than `MOST_DEPTH` */
export function parseJson(text: string): unknown {
  const value: unknown = JSON.parse(text)
  if (isDeeper(value, MOST_DEPTH)) throw new SyntaxError(`The JSON is nested more than ${MOST_DEPTH} levels deep.`)
  return value
}

/** Whether lists and objects in `value` stand more than `most` deep in one another. */
export function isDeeper(value: unknown, most: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  return most === 0 || Object.values(value).some(inner => isDeeper(inner, most - 1))
}
