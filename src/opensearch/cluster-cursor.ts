/** Cursors of an index on a cluster: where a page ended, at which point in time, and behind what. */
import { InvalidOptionError } from '../errors.ts'

/** What a cursor leads to. */
export interface Paging {
  /** The query engine's own cursor, which says which query it is of. */
  cursor?: string
  /** The id of a point in time. */
  pit?: string
  /** What the last hit of the page before was sorted by. */
  behind?: readonly unknown[]
}

export function writePage({ cursor, pit, behind }: Paging): string | undefined {
  if (cursor === undefined) return undefined
  if (pit === undefined) return cursor
  return `${cursor}~${pit}${behind === undefined ? '' : `~${encodeURIComponent(JSON.stringify(behind))}`}`
}

/** @throws InvalidOptionError */
export function readPage(after: unknown): Paging {
  if (after === undefined) return {}
  if (typeof after === 'string') {
    const [cursor, pit, behind] = after.split('~')
    if (pit === undefined) return { cursor }
    try {
      const values: unknown = behind === undefined ? undefined : JSON.parse(decodeURIComponent(behind))
      if (values === undefined) return { cursor, pit }
      if (Array.isArray(values)) return { cursor, pit, behind: values }
    } catch {
      // What is no JSON is no cursor.
    }
  }
  throw new InvalidOptionError('after', after, 'the `next` of a previous page of the same query with the same options')
}
