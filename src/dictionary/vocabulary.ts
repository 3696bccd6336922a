/** The words of a whole index with document counts: the dictionaries of its segments, summed over the languages of a word. */

import type { SegmentView } from '../index/segment-view.ts'
import type { Language } from '../language/language.ts'
import { bare, isWord, markOf } from '../text/language-mark.ts'
import { holders } from './holders.ts'
import { mostUsed } from './most-used.ts'
import { type RankedWord, rankedWords } from './ranked-words.ts'

/** The words in documents whose folded spelling starts with `prefix` (folded), most frequent first, then in order of the folded spelling. */
export function wordsStartingWith(
  prefix: string,
  parts: readonly SegmentView[],
  language: Language,
): Iterable<RankedWord> {
  const { several } = language
  const rankings =
    several === undefined
      ? parts.map(part => rankedWords(part.segment, prefix))
      : parts.flatMap(part =>
          several.readers.map((reader, place) =>
            rankedWords(part.segment, prefix, contentWords(reader, markOf(place))),
          ),
        )
  if (rankings.length === 1 && parts[0].deletions.count === 0) return rankings[0]
  return mostUsed(rankings, ({ word }) => parts.reduce((sum, part) => sum + liveHolders(part, word, language), 0))
}

/** Selects the words of one language from a dictionary of several, without its stop words. */
function contentWords(reader: Language, mark: string): (word: string) => string | undefined {
  return word => (word.endsWith(mark) && !reader.isStopWord(word) ? bare(word) : undefined)
}

/** How many documents that are not removed contain the word. */
export function liveHolders(part: SegmentView, word: string, language: Language): number {
  const terms = part.segment.wordClass(language.key(word))?.terms ?? []
  return terms.reduce(
    (sum, term) => (isWord(term.word, word) ? sum + holders(part, term.documentFrequency, [term]) : sum),
    0,
  )
}
