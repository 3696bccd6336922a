/** A typed query with the words split that were typed in one piece. */
import { type SplitSources, splitWord } from '../dictionary/split-words.ts'
import { vocabularyOf } from '../dictionary/vocabulary.ts'
import type { SegmentView } from '../index/segment-view.ts'
import type { Language } from '../language/language.ts'
import type { Query } from '../query/query.ts'
import { fold } from '../text/fold.ts'

/** `text` with its glued words split; undefined if there are none, or if the language has no word list. */
export function splitQuery(
  text: string,
  { terms, sequence }: Query,
  parts: readonly SegmentView[],
  language: Language,
): string | undefined {
  const list = language.wordList?.()
  if (list === undefined) return undefined
  const vocabulary = vocabularyOf(parts, language)
  const sources: SplitSources = {
    usesOf: vocabulary.usesOf,
    usualSpelling: vocabulary.usualSpelling,
    lookUp: word => list.lookUp(word),
    isStopWord: language.isStopWord,
    droppedElision: word => language.droppedElision?.(word),
    hasNear: word => vocabulary.near(fold(word), 1).some(({ word: near }) => list.lookUp(near) !== undefined),
  }
  let split = ''
  let copied = 0
  for (const { term, start, end } of sequence) {
    const { wholes, quoted, prefix, slips } = terms[term]
    // A part of a compound, of an address or of an identifier is as it should be, and so is what operators are about.
    if (start < copied || wholes.length > 0 || quoted || prefix || slips !== undefined) continue
    const meant = splitWord(text.slice(start, end), sources)
    if (meant === undefined) continue
    split += text.slice(copied, start) + meant
    copied = end
  }
  return copied === 0 ? undefined : split + text.slice(copied)
}
