/**
 * Merges several rankings of words by the sum of their document counts, reading no more of the rankings than needed.
 *
 * The threshold algorithm of R. Fagin, A. Lotem, M. Naor, "Optimal aggregation algorithms for middleware", 2003: a word that no ranking has returned yet is in
 * no more documents than the next words.
 */
import { compareWords, type RankedWord } from './ranked-words.ts'

/** A ranking may count too much (removed documents), but never too little; `usesOf` counts exactly. Words without documents are skipped. */
export function* mostUsed(
  rankings: readonly Iterator<RankedWord>[],
  usesOf: (word: RankedWord) => number,
): Generator<RankedWord> {
  let next = rankings.flatMap(ranking => nextOf(ranking))
  const seen = new Set<string>()
  /** Best first. */
  const waiting: RankedWord[] = []
  while (next.length > 0 || waiting.length > 0) {
    const bound = next.reduce((sum, { word }) => sum + word.uses, 0)
    // An unseen word with the same count comes after all next words, in the order of the list.
    const last = next
      .map(({ word }) => word)
      .sort(compareWords)
      .at(-1)
    while (waiting.length > 0 && (last === undefined || comesFirst(waiting[0], { ...last, uses: bound }))) {
      yield* waiting.splice(0, 1)
    }
    for (const { word } of next) {
      if (seen.has(word.word)) continue
      seen.add(word.word)
      const uses = usesOf(word)
      if (uses > 0) insert(waiting, { ...word, uses })
    }
    next = next.flatMap(({ ranking }) => nextOf(ranking))
  }
}

function nextOf(ranking: Iterator<RankedWord>): { ranking: Iterator<RankedWord>; word: RankedWord }[] {
  const { done, value } = ranking.next()
  return done ? [] : [{ ranking, word: value }]
}

/** Whether `a` comes before `b`, or is equal. */
function comesFirst(a: RankedWord, b: RankedWord): boolean {
  return a.uses > b.uses || (a.uses === b.uses && compareWords(a, b) <= 0)
}

function insert(sorted: RankedWord[], word: RankedWord): void {
  let at = sorted.length
  while (at > 0 && !comesFirst(sorted[at - 1], word)) at--
  sorted.splice(at, 0, word)
}
