/** The class key of a dictionary word: first spelling (hyphens, apostrophes, ordinals, signs), then inflection. */
import { fold } from '../../../text/fold.ts'
import { ELIDED } from '../rules/elision.ts'
import { isOrdinalSuffix } from '../rules/ordinal.ts'

/** Signs that represent a word. */
const SIGNS: ReadonlyMap<string, string> = new Map([
  ['%', 'pourcent'],
  ['€', 'euros'],
  ['$', 'dollars'],
  ['¥', 'yen'],
])

const DIGIT_FIRST = /^(\d+)([^\d]*)$/

/** Saint and Sainte abbreviated in a name: st-étienne, villeneuve-st-georges. */
const SHORT_SAINT = /(^|-)st(es?|s)?(?=-)/g

/**
 * The class of a word: words with equal keys are inflections or spellings of one another. A word with hyphens or an internal apostrophe shares the class of the
 * word without (`week-end` and `weekend`, `prud'hommes` and `prudhommes`).
 */
export function wordKey(word: string, stem: (word: string) => string): string {
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i)
    if (code < 0x61 || (code > 0x7a && code < 0xb5) || code === 0x2019) return signedKey(word, stem)
  }
  const sign = word.length === 1 ? SIGNS.get(word) : undefined
  return stem(sign ?? word)
}

function signedKey(word: string, stem: (word: string) => string): string {
  const sign = SIGNS.get(word)
  if (sign !== undefined) return stem(sign)
  const first = word.charCodeAt(0)
  if (first >= 0x30 && first <= 0x39) {
    const ordinal = DIGIT_FIRST.exec(word)
    if (ordinal !== null && isOrdinalSuffix(ordinal[2])) {
      return ordinal[1] === '1' ? '1er' : `${ordinal[1]}e`
    }
    return fold(joinedSpelling(word))
  }
  if (isElidedWord(word)) return word
  // The letter of « livret A » is not an ending: `livreta` would be a verb, and `livretsa` another.
  if (NAMED_BY_LETTER.test(word)) return `${stem(word.slice(0, -2))}-${fold(word.slice(-1))}`
  const joined = joinedSpelling(word)
  return isLetters(joined) ? stem(joined) : fold(joined)
}

const NAMED_BY_LETTER = /^\p{L}{3,}-\p{L}$/u

/** Whether this is the tokenizer's word for an elided one: `l'`, `qu'`. */
export function isElidedWord(word: string): boolean {
  return word.endsWith("'") && ELIDED.has(word.slice(0, -1))
}

/** What may be omitted from a word. */
const JOINT = /[-'.]/
const ANY_DIGIT = /\d/
const LONG_NUMBER = /^\d[\d-]{11,}$/

/** A word without its hyphens: weekend for week-end. Between digits the hyphen stays: article 12-11 is not article 121-1. */
export function joinedSpelling(word: string): string {
  if (!JOINT.test(word)) return word
  // The digits of a long number (an ISBN) are one number, however they are grouped.
  if (LONG_NUMBER.test(word)) return word.replaceAll('-', '')
  const long = word.includes('st') ? word.replace(SHORT_SAINT, '$1saint$2') : word
  const joined = ANY_DIGIT.test(long) ? long.replace(/(\d-)(?=\d)|[-']/g, '$1') : long.replace(/[-']/g, '')
  return joined.includes('.') ? joined.replace(/(\p{L})\.(?=\p{L})/gu, '$1') : joined
}

const LETTERS = /^[\p{L}\p{M}]+$/u

function isLetters(word: string): boolean {
  return LETTERS.test(word)
}
