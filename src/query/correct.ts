/** Finds dictionary words for a word that no document has: the few that one or two slips of the keyboard may have made of. */
import { fold } from '../text/fold.ts'
import type { RelatedWord } from '../text/language.ts'
import type { UsedWord, Vocabulary } from './vocabulary.ts'

/** One slip from this many letters on, two from that many: in shorter words most neighbours are other words. */
const ONE_SLIP_LENGTH = 4
const TWO_SLIPS_LENGTH = 8
/** How much the best correction counts, and the next ones. */
const WEIGHTS = [1, 0.7, 0.7]

/** How many slips a word of this length is allowed; none for numbers and signs: 2001 is not 2011. */
export function allowedSlips(folded: string): number {
  if (!/^\p{L}+$/u.test(folded) || folded.length < ONE_SLIP_LENGTH) return 0
  return folded.length < TWO_SLIPS_LENGTH ? 1 : 2
}

/** The nearest words of the vocabulary, the most used first; they count with their whole classes. */
export function correctWord(word: string, vocabulary: Vocabulary): RelatedWord[] {
  const asked = fold(word).replace(/-/g, '')
  const slips = allowedSlips(asked)
  if (slips === 0) return []
  // The first letter is usually right; only where nothing starts like it is the whole dictionary looked through.
  const nearest = nearestWords(asked, slips, vocabulary.startingWith(asked[0]))
  const found = nearest.length > 0 ? nearest : nearestWords(asked, slips, vocabulary.startingWith(''))
  return found
    .sort((a, b) => b.documentFrequency - a.documentFrequency || (a.word < b.word ? -1 : 1))
    .slice(0, WEIGHTS.length)
    .map(({ word: near }, i) => ({ word: near, wholeClass: true, weight: WEIGHTS[i], relation: 'typo' }))
}

function nearestWords(asked: string, slips: number, words: Iterable<UsedWord>): UsedWord[] {
  let least = slips
  let nearest: UsedWord[] = []
  for (const used of words) {
    const joined = used.folded.includes('-') ? used.folded.replace(/-/g, '') : used.folded
    const distance = editDistance(asked, joined, least)
    if (distance > least) continue
    if (distance < least) nearest = []
    least = distance
    nearest.push(used)
  }
  return nearest
}

/**
 * Insertions, deletions, replacements and swaps of neighbours that lead from `a` to `b` ("optimal string alignment", F. Damerau, 1964), or any number above
 * `most` where it takes more.
 */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let beforePrevious: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const current = [i]
    let least = i
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let cost = Math.min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, beforePrevious[j - 2] + 1)
      current.push(cost)
      least = Math.min(least, cost)
    }
    // A swap reaches back two rows, by one more.
    if (least > most + 1) return most + 1
    beforePrevious = previous
    previous = current
  }
  return previous[b.length]
}
