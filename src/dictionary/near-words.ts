/** The words of a whole index that are a few edits away from a typed one. Pages load it with the code of corrections. */
import { NearSpelling } from '../format/near-spelling.ts'
import type { LexiconEntry, Segment } from '../index/segment.ts'
import type { SegmentView } from '../index/segment-view.ts'
import type { Language, RelatedWord } from '../language/language.ts'
import { RecentMap } from '../recent-map.ts'
import { fold, pieceOf } from '../text/fold.ts'
import { bare } from '../text/language-mark.ts'
import { MOST_NEARBY, NEARBY_WEIGHTS } from '../weights.ts'
import { LONGEST_WORD } from './edits.ts'
import type { RankedWord } from './ranked-words.ts'
import { liveHolders } from './vocabulary.ts'

/** A word with its document count and its edits from the typed one. */
export interface NearUsedWord extends RankedWord {
  edits: number
}

/** The words up to this many edits away from a word, even if the word itself exists: the closest first, then the most frequent. */
export function nearbyWords(
  word: string,
  edits: number,
  parts: readonly SegmentView[],
  language: Language,
): RelatedWord[] {
  const typed = pieceOf(fold(word))
  if (typed.length > LONGEST_WORD) return []
  return [...nearWords(typed, edits, parts, language)]
    .sort((a, b) => a.edits - b.edits || b.uses - a.uses || (a.word < b.word ? -1 : 1))
    .slice(0, MOST_NEARBY)
    .map(near => ({ word: near.word, wholeClass: false, weight: NEARBY_WEIGHTS[near.edits], relation: 'typo' }))
}

/** The words in documents whose spelling without hyphens (`pieceOf`) is at most `most` edits from `typed`, each once, in any order. */
export function nearWords(
  typed: string,
  most: number,
  parts: readonly SegmentView[],
  language: Language,
): readonly NearUsedWord[] {
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
    const spelling = new NearSpelling(typed, most)
    segment.announce?.({ near: spelling })
    const found: NearEntry[] = []
    segment.nearWords(spelling, (folded, entry, edits) => {
      found.push({ folded, entry, edits })
    })
    return found
  })
}
