/** The class key of a dictionary word: first spelling (hyphens, apostrophes, ordinals, signs), then inflection. */
import { fold } from '../../../text/fold.ts'
import { isOrdinalSuffix, ordinalOf } from '../rules/ordinal.ts'

/** Signs that represent a word. */
const SIGNS: ReadonlyMap<string, string> = new Map([
  ['%', 'percent'],
  ['€', 'euro'],
  ['$', 'dollar'],
  ['£', 'pound'],
  ['¥', 'yen'],
])

const ORDINAL = /^(\d{1,9})([a-z]{2})$/
const LETTERS = /^[\p{L}\p{M}]+$/u
/** What may be omitted from a word. */
const JOINT = /[-'.]/
const ANY_DIGIT = /\d/
const LONG_NUMBER = /^\d[\d-]{9,}$/
/** An acronym of single letters with full stops, which capitals distinguish from a word: u.s. */
const DOTTED = /^(?:\p{L}\.){2,}$/u

/**
 * The class of a word: words with equal keys are inflections or spellings of one another. A word with hyphens or an internal apostrophe shares the class of the
 * word without (`e-mail` and `email`, `o'clock` and `oclock`).
 */
export function wordKey(word: string, stem: (word: string) => string): string {
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i)
    if (code < 0x61 || (code > 0x7a && code < 0xb5) || code === 0x2019) return signedKey(word, stem)
  }
  return stem(SIGNS.get(word) ?? word)
}

function signedKey(word: string, stem: (word: string) => string): string {
  const sign = SIGNS.get(word)
  if (sign !== undefined) return stem(sign)
  const ordinal = ORDINAL.exec(word)
  // 21th is 21st.
  if (ordinal !== null && isOrdinalSuffix(ordinal[2])) return ordinalOf(Number(ordinal[1]))
  if (DOTTED.test(word)) return `=${word}`
  const joined = joinedSpelling(word)
  return LETTERS.test(joined) ? stem(joined) : fold(joined)
}

/** A word without its hyphens: email for e-mail. Between digits the hyphen stays: article 12-11 is not article 121-1. */
export function joinedSpelling(word: string): string {
  if (!JOINT.test(word) || DOTTED.test(word)) return word
  // The digits of a long number (an ISBN) are one number, however they are grouped.
  if (LONG_NUMBER.test(word)) return word.replaceAll('-', '')
  const joined = ANY_DIGIT.test(word) ? word.replace(/(\d-)(?=\d)|[-']/g, '$1') : word.replace(/[-']/g, '')
  return joined.includes('.') ? joined.replace(/(\p{L})\.(?=\p{L})/gu, '$1') : joined
}
