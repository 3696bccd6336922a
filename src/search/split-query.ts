/** Splits words of a query that were typed together. */
import { usesOf, usualSpelling } from '../dictionary/holders.ts'
import type { ListReader } from '../dictionary/list-reader.ts'
import { nearWords } from '../dictionary/near-words.ts'
import { type SplitSources, splitWord } from '../dictionary/split-words.ts'
import type { SegmentView } from '../index/segment-view.ts'
import type { Language, ListedWord } from '../language/language.ts'
import { fold } from '../text/fold.ts'

/** A word of the query that no document has, and its offsets. */
export interface GluedWord {
  typed: string
  start: number
  end: number
}

/** Assumed until the word list is available: it has most words. */
const LISTED: ListedWord = { frequency: 0, isName: false }

/** `text` with those of `words` split that are two words; undefined if none is. */
export function splitQuery(
  text: string,
  words: readonly GluedWord[],
  list: ListReader,
  parts: readonly SegmentView[],
  language: Language,
): string | undefined {
  const sources: SplitSources = {
    usesOf: word => usesOf(word, parts, language),
    usualSpelling: word => usualSpelling(word, parts, language),
    lookUp: word => list.lookUp(word),
    lookUpHalf: word => list.lookUpSoon([word], undefined)[0],
    isStopWord: language.isStopWord,
    droppedElision: word => language.droppedElision?.(word),
    hasNear: word => {
      const near = nearWords(fold(word), 1, parts, language).map(({ word }) => word)
      return list.lookUpSoon(near, LISTED).some(listed => listed !== undefined)
    },
  }
  let split = ''
  let copied = 0
  for (const { typed, start, end } of words) {
    if (start < copied) continue
    const meant = splitWord(typed, sources)
    if (meant === undefined) continue
    split += text.slice(copied, start) + meant
    copied = end
  }
  return copied === 0 ? undefined : split + text.slice(copied)
}
