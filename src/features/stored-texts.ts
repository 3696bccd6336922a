/** The stored texts that phrases are read from, with a cache: the next letter that is typed needs most of them again. */
import type { Segment } from '../index/segment.ts'
import { storedFields } from '../index/stored-fields.ts'
import { RecentMap } from '../recent-map.ts'

/** The size of the cache of a segment, in characters. The texts of the document read last are always kept. */
const KEPT_CHARACTERS = 1 << 20
/** What an entry of the cache takes in addition to its texts, as characters. */
const ENTRY = 64
/** How far into a text phrases are searched for. */
const MOST_CHARACTERS = 50_000

/** By segment, then by document: twice its number for its titles, one more for the other texts. */
const recentTexts = new WeakMap<Segment, RecentMap<number, readonly string[]>>()

/** The texts of a document in the fields with these names, which are titles or not. */
export function storedTexts(
  segment: Segment,
  document: number,
  names: readonly string[],
  areTitles: boolean,
): readonly string[] {
  let recent = recentTexts.get(segment)
  if (recent === undefined) recentTexts.set(segment, (recent = new RecentMap(KEPT_CHARACTERS, sizeOf)))
  return recent.get(2 * document + (areTitles ? 0 : 1), () => {
    const fields = storedFields(segment, document)
    return names.flatMap(name => {
      const value = Object.hasOwn(fields, name) ? fields[name] : undefined
      return typeof value === 'string' ? [value.slice(0, MOST_CHARACTERS)] : []
    })
  })
}

function sizeOf(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + text.length, ENTRY)
}
