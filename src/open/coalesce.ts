/** Turns the pages that are wanted into few ranges to ask for. */
import type { ByteRange } from '../format/checked-bytes.ts'

/** A gap of so many bytes, a page, costs no more than the headers of another request and its answer. */
const CHEAP_GAP = 512
/** How many requests browsers send at once to one server over HTTP/1.1. */
const CONNECTIONS = 6
/** The most bytes between two pages that are read to save a round trip, five pages: with eight, later queries read a fiftieth more in as many requests where it was measured. */
const WIDEST_GAP = 2560

/**
 * Groups pages, in ascending order, that are read by one request: those that touch one another in the file, or have one page between them. Groups that are near one another
 * are joined if that saves a round trip over HTTP/1.1, where six requests are under way at a time: from seven to six, from thirteen to twelve. The pages between are in the group: they
 * are read anyway.
 */
export function coalesce(pages: readonly number[], rangeOf: (page: number) => ByteRange): number[][] {
  const groups: { pages: number[]; gap: number }[] = []
  let end = Number.NEGATIVE_INFINITY
  for (const page of pages) {
    const range = rangeOf(page)
    if (range.start - end <= CHEAP_GAP) append(groups[groups.length - 1].pages, page)
    else groups.push({ pages: [page], gap: range.start - end })
    end = range.end
  }
  const narrow = groups.map(({ gap }) => gap).filter(gap => gap <= WIDEST_GAP)
  const excess = groups.length % CONNECTIONS
  const isWorthwhile = groups.length > CONNECTIONS && excess > 0 && narrow.length >= excess
  if (!isWorthwhile) return groups.map(({ pages }) => pages)
  const widest = narrow.sort((a, b) => a - b)[excess - 1]
  let joins = excess
  const joined: number[][] = []
  for (const { pages, gap } of groups) {
    if (gap <= widest && joins > 0) {
      joins--
      const last = joined[joined.length - 1]
      for (const page of pages) append(last, page)
    } else joined.push(pages)
  }
  return joined
}

/** Adds a page to a group, with those before it. */
function append(group: number[], page: number): void {
  for (let next = group[group.length - 1] + 1; next <= page; next++) group.push(next)
}
