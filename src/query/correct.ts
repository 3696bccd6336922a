/** Finds the dictionary words near a typed one that `word~` asks for. */
import { fold } from '../text/fold.ts'
import type { RelatedWord } from '../text/language.ts'
import { pieceOf, type Vocabulary } from './vocabulary.ts'

/** Nobody mistypes one letter of a word as long as this: it was pasted. */
const LONGEST_WORD = 64
/** How many near words count where they are asked for, and how much, by slips. */
const MOST_NEARBY = 50
const NEARBY_WEIGHTS = [1, 0.6, 0.4]

/** The words of the vocabulary that many slips away from a word, whether or not it is there itself: the nearest first, then the most used. */
export function nearbyWords(word: string, slips: number, vocabulary: Vocabulary): RelatedWord[] {
  const asked = pieceOf(fold(word))
  if (asked.length > LONGEST_WORD) return []
  return [...vocabulary.near(asked, slips)]
    .sort((a, b) => a.slips - b.slips || b.uses - a.uses || (a.word < b.word ? -1 : 1))
    .slice(0, MOST_NEARBY)
    .map(near => ({ word: near.word, wholeClass: false, weight: NEARBY_WEIGHTS[near.slips], relation: 'typo' }))
}
