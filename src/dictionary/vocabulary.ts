/** The words of a whole index with document counts: the dictionaries of its segments, summed over the languages of a word. */

import type { LexiconEntry, Segment } from '../index/segment.ts'
import type { SegmentView } from '../index/segment-view.ts'
import type { Language } from '../language/language.ts'
import { RecentMap } from '../recent-map.ts'
import { bare, isWord, markOf } from '../text/language-mark.ts'
import { holders } from './holders.ts'
import { mostUsed } from './most-used.ts'
import { type RankedWord, rankedWords } from './ranked-words.ts'

/** A word with its document count and its edits from the typed one. */
export interface NearUsedWord extends RankedWord {
  edits: number
}

export interface Vocabulary {
  /** The words in documents whose folded spelling starts with `prefix` (folded), most frequent first, then in order of the folded spelling. */
  startingWith(prefix: string): Iterable<RankedWord>
  /** The words in documents whose spelling without hyphens (`pieceOf`) is at most `most` edits from `typed`, each once, in any order. */
  near(typed: string, most: number): readonly NearUsedWord[]
}

export function vocabularyOf(parts: readonly SegmentView[], language: Language): Vocabulary {
  return {
    startingWith: prefix => sumWords(parts, language, prefix),
    near: (typed, most) => nearWords(parts, language, typed, most),
  }
}

function sumWords(parts: readonly SegmentView[], language: Language, prefix: string): Iterable<RankedWord> {
  const { several } = language
  const rankings =
    several === undefined
      ? parts.map(part => rankedWords(part.segment, prefix))
      : parts.flatMap(part =>
          several.readers.map((reader, place) =>
            rankedWords(part.segment, prefix, contentWords(reader, markOf(place))),
          ),
        )
  const usesOf = ({ word, uses }: RankedWord) =>
    several === undefined && parts.length === 1 && parts[0].deletions.count === 0
      ? uses
      : parts.reduce((sum, part) => sum + liveHolders(part, word, language), 0)
  return mostUsed(rankings, usesOf)
}

/** Selects the words of one language from a dictionary of several, without its stop words. */
function contentWords(reader: Language, mark: string): (word: string) => string | undefined {
  return word => (word.endsWith(mark) && !reader.isStopWord(word) ? bare(word) : undefined)
}

/** How many documents that are not removed contain the word. */
function liveHolders(part: SegmentView, word: string, language: Language): number {
  const terms = part.segment.wordClass(language.key(word))?.terms ?? []
  return terms.reduce(
    (sum, term) => (isWord(term.word, word) ? sum + holders(part, term.documentFrequency, [term]) : sum),
    0,
  )
}

function nearWords(parts: readonly SegmentView[], language: Language, typed: string, most: number): NearUsedWord[] {
  const near = new Map<string, NearUsedWord>()
  for (const part of parts) {
    const { segment, deletions } = part
    for (const { folded, entry, edits } of nearIn(segment, typed, most)) {
      if (language.several?.reads(entry.word) === false) continue
      const uses = deletions.count === 0 ? entry.documentFrequency : liveHolders(part, entry.word, language)
      const word = bare(entry.word)
      const summed = near.get(word)
      if (summed !== undefined) summed.uses += uses
      else if (uses > 0) near.set(word, { word, folded: bare(folded), uses, edits })
    }
  }
  return [...near.values()]
}

interface NearEntry {
  folded: string
  entry: LexiconEntry
  edits: number
}

/** Caches the latest look-ups in a segment, because splitting and correcting a word look up the same words, and again at each letter typed. */
const nearEntries = new WeakMap<Segment, RecentMap<string, readonly NearEntry[]>>()
const MOST_LOOKED_FOR = 32

function nearIn(segment: Segment, typed: string, most: number): readonly NearEntry[] {
  let recent = nearEntries.get(segment)
  if (recent === undefined) nearEntries.set(segment, (recent = new RecentMap(MOST_LOOKED_FOR)))
  // A live segment grows.
  return recent.get(`${segment.documentCount} ${most} ${typed}`, () => {
    segment.announce?.({ near: { typed, most } })
    const found: NearEntry[] = []
    segment.nearWords(typed, most, (folded, entry, edits) => {
      found.push({ folded, entry, edits })
    })
    return found
  })
}
