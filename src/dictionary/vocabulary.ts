/** The words of a whole index with their use: the dictionaries of its segments, summed. */

import type { Segment } from '../index/segment.ts'
import type { SegmentView } from '../index/segment-view.ts'
import type { Language } from '../language/language.ts'
import { pieceOf } from './edits.ts'
import { holders } from './holders.ts'
import { mostUsed } from './most-used.ts'
import { SortedWords } from './near-words.ts'
import { type RankedWord, RankedWords } from './ranked-words.ts'

/** A used word and how many edits lead to it. */
export interface NearUsedWord extends RankedWord {
  edits: number
}

export interface Vocabulary {
  /** The words whose folded spelling starts with `prefix` (folded) and that some document holds, most used first, then in order of the folded spelling. */
  startingWith(prefix: string): Iterable<RankedWord>
  /** The words whose spelling in one piece (`pieceOf`) is at most `most` edits from `typed` and that some document holds, each once, in any order. */
  near(typed: string, most: number): readonly NearUsedWord[]
}

export function vocabularyOf(parts: readonly SegmentView[], language: Language): Vocabulary {
  return {
    startingWith: prefix => sumWords(parts, language, prefix),
    near: (typed, most) => nearWords(parts, language, typed, most),
  }
}

function sumWords(parts: readonly SegmentView[], language: Language, prefix: string): Iterable<RankedWord> {
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
  const cached = rankings.get(segment)
  if (cached?.documentCount === documentCount) return cached.words
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

/** How many documents hold the word and were not removed. */
function liveHolders(part: SegmentView, word: string, language: Language): number {
  const term = part.segment.wordClass(language.key(word))?.terms.find(term => term.word === word)
  return term === undefined ? 0 : holders(part, term.documentFrequency, [term])
}

function nearWords(parts: readonly SegmentView[], language: Language, typed: string, most: number): NearUsedWord[] {
  const near = new Map<string, NearUsedWord>()
  for (const part of parts) {
    const { words, sorted } = piecesOf(part.segment)
    for (const { index, edits } of sorted.near(typed, most)) {
      const { word, folded } = words[index]
      const count = liveHolders(part, word, language)
      const summed = near.get(word)
      if (summed !== undefined) summed.uses += count
      else if (count > 0) near.set(word, { word, folded, uses: count, edits })
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
  const cached = pieces.get(segment)
  if (cached !== undefined && cached.words.length === segment.wordCount) return cached
  const words: { word: string; folded: string; piece: string }[] = []
  segment.announce?.({ wordPrefix: '' })
  segment.scanWords('', (folded, { word }) => {
    words.push({ word, folded, piece: pieceOf(folded) })
    return true
  })
  words.sort((a, b) => (a.piece < b.piece ? -1 : a.piece > b.piece ? 1 : 0))
  const sortedPieces = { words, sorted: new SortedWords(words.map(({ piece }) => piece)) }
  pieces.set(segment, sortedPieces)
  return sortedPieces
}
