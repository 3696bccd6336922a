/** The vocabulary of an index: the dictionaries of its segments, summed. */
import { mostUsed } from '../query/most-used.ts'
import { SortedWords } from '../query/near-words.ts'
import { type RankedWord, RankedWords } from '../query/ranked-words.ts'
import { type NearUsedWord, pieceOf, type Vocabulary } from '../query/vocabulary.ts'
import type { Segment } from '../segment/segment.ts'
import type { SegmentPart } from '../segment/segment-part.ts'
import { fold } from '../text/fold.ts'
import type { Language } from '../text/language.ts'
import { holders } from './holders.ts'

export function vocabularyOf(parts: readonly SegmentPart[], language: Language): Vocabulary {
  return {
    usesOf: word => parts.reduce((sum, part) => sum + spellingHolders(part, word, language), 0),
    startingWith: prefix => sumWords(parts, language, prefix),
    near: (asked, most) => nearWords(parts, language, asked, most),
  }
}

function sumWords(parts: readonly SegmentPart[], language: Language, prefix: string): Iterable<RankedWord> {
  const rankings = parts.map(part => rankedWordsOf(part.segment, prefix).startingWith(prefix))
  const usesOf = ({ word, uses }: RankedWord) =>
    parts.length === 1 && parts[0].deletions.count === 0
      ? uses
      : parts.reduce((sum, part) => sum + liveHolders(part, word, language), 0)
  return mostUsed(rankings, usesOf)
}

/** More words than this that begin alike are worth a ranking of the whole dictionary, which the next prefixes use too. */
const FEW_WORDS = 1000

/**
 * The rankings of whole dictionaries, by segment; a segment that goes takes its ranking along. A live segment only gains documents, so their number
 * tells whether the ranking is still its own.
 */
const rankings = new WeakMap<Segment, { documentCount: number; words: RankedWords }>()

/** The words of a segment that begin with `prefix`, or all of them. */
function rankedWordsOf(segment: Segment, prefix: string): RankedWords {
  const { documentCount } = segment
  const known = rankings.get(segment)
  if (known?.documentCount === documentCount) return known.words
  // The whole dictionary is far to get where the bytes are elsewhere.
  const most = segment.announce === undefined ? FEW_WORDS : Number.POSITIVE_INFINITY
  const few = scan(segment, prefix, most)
  if (few.length < most) return new RankedWords(few)
  const words = new RankedWords(scan(segment, '', Number.POSITIVE_INFINITY))
  rankings.set(segment, { documentCount, words })
  return words
}

function scan(segment: Segment, prefix: string, most: number): RankedWord[] {
  const words: RankedWord[] = []
  segment.scanWords(prefix, (folded, { word, documentFrequency }) => {
    words.push({ folded, word, uses: documentFrequency })
    return words.length < most
  })
  return words
}

/** How many documents hold the word, with these accents or others, and were not removed. */
function spellingHolders(part: SegmentPart, word: string, language: Language): number {
  const folded = fold(word)
  const terms = part.segment.wordClass(language.key(word))?.terms ?? []
  return terms
    .filter(term => fold(term.word) === folded)
    .reduce((sum, term) => sum + holders(part, term.documentFrequency, [term]), 0)
}

/** How many documents hold the word and were not removed. */
function liveHolders(part: SegmentPart, word: string, language: Language): number {
  const term = part.segment.wordClass(language.key(word))?.terms.find(term => term.word === word)
  return term === undefined ? 0 : holders(part, term.documentFrequency, [term])
}

function nearWords(parts: readonly SegmentPart[], language: Language, asked: string, most: number): NearUsedWord[] {
  const near = new Map<string, NearUsedWord>()
  for (const part of parts) {
    const { words, sorted } = piecesOf(part.segment)
    for (const { index, slips } of sorted.near(asked, most)) {
      const { word, folded } = words[index]
      const count = liveHolders(part, word, language)
      const known = near.get(word)
      if (known !== undefined) known.uses += count
      else if (count > 0) near.set(word, { word, folded, uses: count, slips })
    }
  }
  return [...near.values()]
}

/** The words of a segment in the order of their spellings in one piece. */
interface Pieces {
  words: readonly { word: string; folded: string }[]
  sorted: SortedWords
}

/**
 * By segment. The first correction pays a pass over the dictionary, the next ones don't; a segment that goes takes its pieces along. A live
 * segment only gains words, so their number tells whether the pieces are still its own.
 */
const pieces = new WeakMap<Segment, Pieces>()

function piecesOf(segment: Segment): Pieces {
  const known = pieces.get(segment)
  if (known !== undefined && known.words.length === segment.wordCount) return known
  const words: { word: string; folded: string; piece: string }[] = []
  segment.announce?.({ wordPrefix: '' })
  segment.scanWords('', (folded, { word }) => {
    words.push({ word, folded, piece: pieceOf(folded) })
    return true
  })
  words.sort((a, b) => (a.piece < b.piece ? -1 : a.piece > b.piece ? 1 : 0))
  const made = { words, sorted: new SortedWords(words.map(({ piece }) => piece)) }
  pieces.set(segment, made)
  return made
}
