/** Finds the dictionary words near a typed one: the few that a word which no document has may be a slip of, and those that `word~` asks for. */

import type { RelatedWord } from '../language/language.ts'
import { fold } from '../text/fold.ts'
import { type NearUsedWord, pieceOf, type Vocabulary } from './vocabulary.ts'

/** One slip from this many letters on, two from that many: in shorter words most neighbours are other words. */
const ONE_SLIP_LENGTH = 4
const TWO_SLIPS_LENGTH = 8
/** Nobody mistypes one letter of a word as long as this: it was pasted. */
const LONGEST_WORD = 64
/** What another first letter costs beside a slip: it is nearly always right (E. Yannakoudakis, D. Fawthrop, 1983). */
const FIRST_LETTER_COST = 0.4
/** How far behind the best a correction may be. */
const COST_RANGE = 0.5
/** How much the best correction counts, and the next ones. */
const WEIGHTS = [1, 0.7, 0.7]

/** How many near words count where they are asked for, and how much, by slips. */
const MOST_NEARBY = 50
const NEARBY_WEIGHTS = [1, 0.6, 0.4]

/** How many slips a word of this length is allowed; none for numbers and signs: 2001 is not 2011. */
export function allowedSlips(folded: string): number {
  if (!/^\p{L}+$/u.test(folded) || folded.length < ONE_SLIP_LENGTH || folded.length > LONGEST_WORD) return 0
  return folded.length < TWO_SLIPS_LENGTH ? 1 : 2
}

/** The nearest words of the vocabulary, the most used first; they count with their whole classes. */
export function correctWord(word: string, vocabulary: Vocabulary): RelatedWord[] {
  const asked = pieceOf(fold(word))
  const slips = allowedSlips(asked)
  if (slips === 0) return []
  const costOf = ({ folded, slips }: NearUsedWord) => slips + (folded[0] === asked[0] ? 0 : FIRST_LETTER_COST)
  const near = vocabulary.near(asked, slips).map(used => ({ ...used, cost: costOf(used) }))
  const least = near.reduce((least, { cost }) => Math.min(least, cost), Number.POSITIVE_INFINITY)
  return near
    .filter(({ cost }) => cost <= least + COST_RANGE)
    .sort((a, b) => a.cost - b.cost || b.uses - a.uses || (a.word < b.word ? -1 : 1))
    .slice(0, WEIGHTS.length)
    .map(({ word: near }, i) => ({ word: near, wholeClass: true, weight: WEIGHTS[i], relation: 'typo' }))
}

/** The words of the vocabulary that many slips away from a word, whether or not it is there itself: the nearest first, then the most used. */
export function nearbyWords(word: string, slips: number, vocabulary: Vocabulary): RelatedWord[] {
  const asked = pieceOf(fold(word))
  if (asked.length > LONGEST_WORD) return []
  return [...vocabulary.near(asked, slips)]
    .sort((a, b) => a.slips - b.slips || b.uses - a.uses || (a.word < b.word ? -1 : 1))
    .slice(0, MOST_NEARBY)
    .map(near => ({ word: near.word, wholeClass: false, weight: NEARBY_WEIGHTS[near.slips], relation: 'typo' }))
}
