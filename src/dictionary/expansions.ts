/** Expands a typed word into words of the dictionary: completions of an unfinished one, corrections of a misspelt one, and what `word~` asks for. */

import type { RelatedWord } from '../language/language.ts'
import { fold } from '../text/fold.ts'
import {
  COMPLETION_WEIGHT,
  CORRECTION_RANGE,
  CORRECTION_WEIGHTS,
  FIRST_LETTER_COST,
  MOST_COMPLETIONS,
  MOST_NEARBY,
  NEARBY_WEIGHTS,
  ONE_EDIT_LENGTH,
  TWO_EDITS_LENGTH,
} from '../weights.ts'
import { type NearUsedWord, pieceOf, type Vocabulary } from './vocabulary.ts'

/** Nobody mistypes one letter of a word as long as this: it was pasted. */
const LONGEST_WORD = 64

/** How many edits a word of this length is allowed; none for numbers and signs: 2001 is not 2011. */
export function allowedEdits(folded: string): number {
  if (!/^\p{L}+$/u.test(folded) || folded.length < ONE_EDIT_LENGTH || folded.length > LONGEST_WORD) return 0
  return folded.length < TWO_EDITS_LENGTH ? 1 : 2
}

/** The nearest words of the vocabulary, the most used first; they count with their whole classes. */
export function correctWord(word: string, vocabulary: Vocabulary): RelatedWord[] {
  const typed = pieceOf(fold(word))
  const edits = allowedEdits(typed)
  if (edits === 0) return []
  const costOf = ({ folded, edits }: NearUsedWord) => edits + (folded[0] === typed[0] ? 0 : FIRST_LETTER_COST)
  const near = vocabulary.near(typed, edits).map(used => ({ ...used, cost: costOf(used) }))
  const least = near.reduce((least, { cost }) => Math.min(least, cost), Number.POSITIVE_INFINITY)
  return near
    .filter(({ cost }) => cost <= least + CORRECTION_RANGE)
    .sort((a, b) => a.cost - b.cost || b.uses - a.uses || (a.word < b.word ? -1 : 1))
    .slice(0, CORRECTION_WEIGHTS.length)
    .map(({ word: near }, i) => ({ word: near, wholeClass: true, weight: CORRECTION_WEIGHTS[i], relation: 'typo' }))
}

/** The words of the vocabulary that many edits away from a word, whether or not it is there itself: the nearest first, then the most used. */
export function nearbyWords(word: string, edits: number, vocabulary: Vocabulary): RelatedWord[] {
  const typed = pieceOf(fold(word))
  if (typed.length > LONGEST_WORD) return []
  return [...vocabulary.near(typed, edits)]
    .sort((a, b) => a.edits - b.edits || b.uses - a.uses || (a.word < b.word ? -1 : 1))
    .slice(0, MOST_NEARBY)
    .map(near => ({ word: near.word, wholeClass: false, weight: NEARBY_WEIGHTS[near.edits], relation: 'typo' }))
}

/** The most used words that start like `word`, accents aside; each counts as itself, without its class. */
export function completeWord(word: string, vocabulary: Vocabulary): RelatedWord[] {
  const completions: RelatedWord[] = []
  for (const used of vocabulary.startingWith(fold(word))) {
    if (used.word === word || used.word.includes("'")) continue
    completions.push({ word: used.word, wholeClass: false, weight: COMPLETION_WEIGHT, relation: 'prefix' })
    if (completions.length === MOST_COMPLETIONS) break
  }
  return completions
}
