/** Turns the pages that are wanted into few ranges to ask for. */
import type { ByteRange } from '../format/checked-bytes.ts'

/** How many requests browsers send at once to one server over HTTP/1.1. */
const CONNECTIONS = 6
/** The most bytes that are read in vain between two pages to save a request: four times as many saved no further round trip where it was measured. */
const WIDEST_GAP = 4096

/**
 * Groups pages, in ascending order, that are read by one request: those that touch one another in the file. Groups that are near one another are joined if
 * that saves a round trip over HTTP/1.1, where six requests are under way at a time: from seven to six, from thirteen to twelve.
 */
export function coalesce(pages: readonly number[], rangeOf: (page: number) => ByteRange): number[][] {
  const groups: { pages: number[]; gap: number }[] = []
  let end = Number.NEGATIVE_INFINITY
  for (const page of pages) {
    const range = rangeOf(page)
    if (range.start === end) groups[groups.length - 1].pages.push(page)
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
      joined[joined.length - 1].push(...pages)
    } else joined.push(pages)
  }
  return joined
}
