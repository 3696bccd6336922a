/** Acronyms with full stops: `U.S.A.`, `O.N.U.`, `K.-O.` are read as `usa`, `onu`, `ko`. */
import { APOSTROPHE, DOT, HYPHEN, SPACE } from './character-class.ts'
import type { Reading } from './text-scanner.ts'
import { TokenKind } from './token.ts'
import { isCapitalAt, isLetterAt, isWordAt } from './words.ts'

const MOST_LETTERS = 10

/** The rules for acronyms of a language. */
export interface AcronymRules {
  /** A letter without a full stop between hyphens, as in C.-à-d. */
  bare?: string
  /** Whether two spaced initials before a name, as in W. B. Yeats, give a whole too. Default: three or more do. */
  initials?: boolean
  /** The word of the dictionary for the letters. Default: the letters. */
  wordOf?(letters: string): string
}

/**
 * Reads at least two single letters, each with a full stop, which the last may lack (`U.S.A`). Returns -1 if there are fewer: the `A.` of « la tour A. Il… »
 * and the `J.` of « J. Chirac » are just letters.
 */
export function readAcronym(reading: Reading, start: number, { bare, initials, wordOf }: AcronymRules = {}): number {
  let letters = ''
  let i = start
  let end = start
  const isOutline = reading.lower[start] === 'i' || reading.lower[start] === 'v'
  while (isLetterAt(reading, i)) {
    const letter = reading.lower[i]
    if (reading.classAt(i + 1) === DOT) {
      letters += letter
      i += 2
      end = i
      // K.-O. and P.-D.G. are one word, C.G.T.-F.O. two; I.-A. is two numbers of an outline.
      if (
        !isOutline &&
        letters.length === 1 &&
        reading.classAt(i) === HYPHEN &&
        isLetterAt(reading, i + 1) &&
        !isWordAt(reading, i + 2)
      )
        i++
      // J.F.Kennedy: the letters end where a longer word starts.
      if (isWordAt(reading, i + 1)) break
    } else {
      if (isWordAt(reading, i + 1) || reading.classAt(i + 1) === APOSTROPHE) break
      letters += letter
      end = i + 1
      if (letter !== bare || reading.classAt(end) !== HYPHEN || reading.classAt(end + 2) !== DOT) break
      i = end + 1
    }
  }
  if (letters.length < 2) return readSpacedAcronym(reading, start, initials)
  reading.push(wordOf?.(letters) ?? letters, start, end, TokenKind.acronym)
  return end
}

/** Old typography has S. N. C. F.: three capitals or more give a whole and, because they may be initials, its letters. */
function readSpacedAcronym(reading: Reading, start: number, initials = false): number {
  const starts: number[] = []
  let i = start
  while (isCapitalAt(reading, i) && reading.classAt(i + 1) === DOT && starts.length < MOST_LETTERS) {
    starts.push(i)
    i += reading.classAt(i + 2) === SPACE ? 3 : 2
  }
  const isName = initials && starts.length === 2 && isCapitalAt(reading, i) && isLetterAt(reading, i + 1)
  if (starts.length < 3 && !isName) return -1
  const last = starts[starts.length - 1]
  const whole = starts.map(letter => reading.lower[letter]).join('')
  reading.pushAt(reading.position, whole, start, last + 2, TokenKind.acronym, starts.length)
  for (const letter of starts) reading.push(reading.lower[letter], letter, letter + 1, TokenKind.word)
  return last + 2
}
