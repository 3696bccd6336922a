/** The same question as hurried people type it: without accents, in capitals, with a typo… */

import { seededRandom } from '../random.mjs'

/** @typedef {{ name: string, of: (text: string, random: () => number) => string }} Variant */

const SHORTEST_MISTYPED = 5
const LETTERS = 'abcdefghijklmnopqrstuvwxyz'

/** @type {readonly Variant[]} */
export const VARIANTS = [
  { name: 'no accents', of: withoutAccents },
  { name: 'ALL CAPITALS', of: text => text.toLocaleUpperCase('fr') },
  { name: 'apostrophes ’', of: text => text.replaceAll("'", '’') },
  { name: 'hyphens as spaces', of: text => text.replace(/(?<=[\p{L}\p{N}])[-‐‑](?=[\p{L}\p{N}])/gu, ' ') },
  { name: 'one typo', of: withTypo },
]

/**
 * The questions in one variant. Each question's typo depends on its id alone, so adding a question changes no other's.
 * @param {readonly import('../collections.mjs').Question[]} questions
 * @param {Variant} variant
 * @returns {import('../collections.mjs').Question[]}
 */
export function varied(questions, variant) {
  return questions.map(({ id, text }) => ({ id, text: variant.of(text, seededRandom(seedOf(id))) }))
}

/** @param {string} text */
export function withoutAccents(text) {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[œŒæÆ]/g, ligature => ({ œ: 'oe', Œ: 'OE', æ: 'ae', Æ: 'AE' })[ligature] ?? ligature)
}

/**
 * One typo in one word of five letters or more: a letter too many, one missing, one for another, or two swapped. The first
 * letter stays, as it does in nearly all real typos (Yannakoudakis and Fawthrop, 1983).
 * @param {string} text
 * @param {() => number} random
 */
export function withTypo(text, random) {
  const words = [...text.normalize('NFC').matchAll(/\p{L}+/gu)].filter(([word]) => word.length >= SHORTEST_MISTYPED)
  if (words.length === 0) return text
  const below = (/** @type {number} */ limit) => Math.floor(random() * limit)
  const { 0: word, index } = words[below(words.length)]
  const source = text.normalize('NFC')
  return source.slice(0, index) + mistype(word, below) + source.slice(index + word.length)
}

/**
 * @param {string} word
 * @param {(limit: number) => number} below
 */
function mistype(word, below) {
  const at = 1 + below(word.length - 1)
  const letter = LETTERS[below(LETTERS.length)]
  const swapped = word.slice(0, at - 1) + word[at] + word[at - 1] + word.slice(at + 1)
  const edits = [
    word.slice(0, at) + letter + word.slice(at),
    word.slice(0, at) + word.slice(at + 1),
    word.slice(0, at) + letter + word.slice(at + 1),
    // Never the first letter; at 1 the pair behind is swapped instead.
    at === 1 ? word[0] + word[2] + word[1] + word.slice(3) : swapped,
  ]
  const mistyped = edits[below(edits.length)]
  // The letter drawn may be the one that stood there, or the two swapped alike: then one goes missing.
  return mistyped === word ? word.slice(0, at) + word.slice(at + 1) : mistyped
}

/** @param {string} id FNV-1a */
function seedOf(id) {
  let hash = 0x811c9dc5
  for (const character of id) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193)
  return hash >>> 0
}
