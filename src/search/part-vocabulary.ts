/** The vocabulary of an index: the dictionaries of its segments, summed. */
import type { UsedWord, Vocabulary } from '../query/vocabulary.ts'
import type { SegmentPart } from '../segment/segment-part.ts'
import type { Language } from '../text/language.ts'
import { holders } from './holders.ts'

export function vocabularyOf(parts: readonly SegmentPart[], language: Language): Vocabulary {
  return { startingWith: prefix => sumWords(parts, language, prefix) }
}

function sumWords(parts: readonly SegmentPart[], language: Language, prefix: string): Iterable<UsedWord> {
  const words = new Map<string, UsedWord>()
  for (const part of parts) {
    part.segment.scanWords(prefix, (folded, { word, documentFrequency }) => {
      const count = part.deletions.count === 0 ? documentFrequency : liveHolders(part, word, language)
      const known = words.get(word)
      if (known !== undefined) known.documentFrequency += count
      else if (count > 0) words.set(word, { word, folded, documentFrequency: count })
      return true
    })
  }
  return words.values()
}

/** How many documents hold the word and were not removed. */
function liveHolders(part: SegmentPart, word: string, language: Language): number {
  const term = part.segment.wordClass(language.key(word))?.terms.find(term => term.word === word)
  return term === undefined ? 0 : holders(part, term.documentFrequency, [term])
}
