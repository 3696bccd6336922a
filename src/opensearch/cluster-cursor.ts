/** Cursors of an index on a cluster: where a page ended, at which point in time, and after which sort values. */
import { InvalidOptionError } from '../errors.ts'

/** What a cursor contains. */
export interface Paging {
  /** The query engine's cursor, which identifies the query. */
  cursor?: string
  /** The id of a point in time. */
  pit?: string
  /** The sort values of the last hit of the previous page. */
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
      // Anything but JSON is not a cursor.
    }
  }
  throw new InvalidOptionError('after', after, 'the `next` of a previous page of the same query with the same options')
}
