/** Cursors: where a page of hits ended, for which query and state of the index. */
import { InvalidOptionError, StaleCursorError } from '../errors.ts'
import { hash } from '../text/hash.ts'

/** What a cursor belongs to. */
export interface Paged {
  /** `SegmentList.state`. */
  state: string
  /** The query, and the options that affect hits and their order. */
  asked: unknown
}

const CURSOR = /^(\d{1,7})-([0-9a-f]{8})-([0-9a-f]{8})$/

/** The cursor of a page that ends before hit `offset`. */
export function writeCursor(offset: number, { state, asked }: Paged): string {
  return `${offset}-${hash(state)}-${hash(JSON.stringify(asked))}`
}

/**
 * Where the page after a cursor starts.
 *
 * @throws InvalidOptionError for anything but a cursor of this query; StaleCursorError if the index has changed
 */
export function readCursor(cursor: unknown, { state, asked }: Paged): number {
  const parts = typeof cursor === 'string' ? CURSOR.exec(cursor) : null
  if (parts === null || parts[3] !== hash(JSON.stringify(asked))) {
    throw new InvalidOptionError(
      'after',
      cursor,
      'the `next` of a previous page of the same query with the same options',
    )
  }
  if (parts[2] !== hash(state)) throw new StaleCursorError()
  return Number(parts[1])
}
