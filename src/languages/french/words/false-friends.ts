/** Words with the same stem that are not forms of one another. Some get a separate class; accents distinguish others. */
import { fold } from '../../../text/fold.ts'
import { FALSE_FRIEND_WEIGHT, MAYBE_UNACCENTED_WEIGHT, WRITTEN_WITHOUT_ACCENTS_WEIGHT } from '../../../weights.ts'
import { sortedLines } from '../../lexicon/sorted-lines.ts'
import { APART, TOLD_BY_ACCENT } from '../data/inflection-tables.ts'

let lines: readonly string[] | undefined

/** The folded words with a separate class, in order. A class of several words is named by their common letters. */
function wordsApart(): readonly string[] {
  return (lines ??= sortedLines(APART))
}

/**
 * A word that is not the name of its class is followed by the number of its letters that the name starts with, 0 1 … 9 : ; < = > ? @, and the rest of the name.
 */
const COUNT = 0x30
const AFTER_COUNTS = 0x40

/** The key of a folded word with a separate class, or `undefined`. `=` prevents such keys from being equal to a stem. */
export function keyApart(word: string): string | undefined {
  return ownKey(word) ?? (word.endsWith('s') ? ownKey(word.slice(0, -1)) : undefined)
}

function ownKey(word: string): string | undefined {
  const entry = wordsApart()[placeOf(word)]
  if (entry === word) return `=${word}`
  if (entry === undefined || !entry.startsWith(word) || entry.charCodeAt(word.length) > AFTER_COUNTS) return undefined
  return `=${word.slice(0, entry.charCodeAt(word.length) - COUNT)}${entry.slice(word.length + 1)}`
}

/** Where a word is in the table, or would be. */
function placeOf(word: string): number {
  const words = wordsApart()
  let from = 0
  let to = words.length
  while (from < to) {
    const middle = (from + to) >> 1
    if (words[middle] < word) from = middle + 1
    else to = middle
  }
  return from
}

/** Word → whether its spelling without accents is another word. */
const toldByAccent = new Map<string, boolean>()
// The spellings without accents that are not words, so that only careless typing produces them: peche.
const hasty = new Set<string>()
TOLD_BY_ACCENT.split('\n').forEach((line, i) => {
  for (const word of line.split(' ')) {
    toldByAccent.set(word, i === 0)
    if (i > 0) hasty.add(fold(word))
  }
})

/**
 * How much an occurrence of `found` counts if `asked`, a word of the same class, was typed, according to the accents.
 *
 * 1. If the list says that accents distinguish one of them, anything else in the class is another word. Only a query without accents may mean it, and only a
 *    text without accents may match it.
 * 2. Accents that change with inflection do not count: annonce and annoncé, mène and mener, é and è, c and ç; nor do i and î, u and û, which the spelling
 *    reform of 1990 made equal.
 * 3. A query without accents finds all. A text without the query's accents counts a little less. Two words with the same letters but conflicting accents are
 *    different words.
 */
export function accentWeight(asked: string, found: string): number {
  const plainA = fold(asked)
  const plainF = fold(found)
  const a = plainA === asked ? asked : spellOut(asked)
  const f = plainF === found ? found : spellOut(found)
  if (a === plainA && f === plainF && !toldByAccent.has(singular(a)) && !toldByAccent.has(singular(f))) return 1
  const sameLetters = singular(plainA) === singular(plainF)
  const listedA = toldByAccent.get(singular(a))
  const listedF = toldByAccent.get(singular(f))
  if ((listedA !== undefined || listedF !== undefined) && singular(a) !== singular(f)) {
    if (a === plainA && hasty.has(singular(a))) return 1
    if (!sameLetters) return sameSoFar(a, plainA, f, plainF, listedA !== undefined) ? 1 : FALSE_FRIEND_WEIGHT
    if (a === plainA) return MAYBE_UNACCENTED_WEIGHT
    if (f === plainF) return listedA === false ? WRITTEN_WITHOUT_ACCENTS_WEIGHT : FALSE_FRIEND_WEIGHT
    return FALSE_FRIEND_WEIGHT
  }
  return compareAccents(a, plainA, f, plainF, sameLetters)
}

function compareAccents(a: string, plainA: string, f: string, plainF: string, sameLetters: boolean): number {
  let weight = 1
  for (let i = 0; i < a.length && i < f.length && plainA[i] === plainF[i]; i++) {
    const x = a[i]
    const y = f[i]
    if (x === y) continue
    const accented = x === plainA[i] ? y : y === plainF[i] ? x : ''
    if (accented === '') {
      // é and è alternate within a verb; ê and é within a family (extrême, extrémité), but not within a word.
      if (!('éè'.includes(x) && 'éè'.includes(y)) && sameLetters) return FALSE_FRIEND_WEIGHT
    } else if (!'èçîû'.includes(accented)) {
      const rest = accented === x ? a.slice(i + 1) : f.slice(i + 1)
      const participle = accented === 'é' && /^e?s?$/.test(rest)
      if (!participle && a !== plainA) weight = WRITTEN_WITHOUT_ACCENTS_WEIGHT
    }
  }
  return weight
}

/** Whether both words start with the same letters and accents, including those that distinguish the listed one: sûr and sûre, but not marché and marchant. */
function sameSoFar(a: string, plainA: string, f: string, plainF: string, isFirstListed: boolean): boolean {
  let i = 0
  for (; i < a.length && i < f.length && plainA[i] === plainF[i]; i++) if (a[i] !== f[i]) return false
  return isFirstListed ? a.endsWith(plainA.slice(i)) : f.endsWith(plainF.slice(i))
}

function singular(word: string): string {
  return word.length > 3 && word.endsWith('s') && !toldByAccent.has(word) ? word.slice(0, -1) : word
}

function spellOut(word: string): string {
  return word.replaceAll('œ', 'oe').replaceAll('æ', 'ae')
}
