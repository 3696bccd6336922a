/** Questions of other kinds than plain ones: a word still being typed, a typo, words in quotes, the beginning of a question to be completed. */

import { seededRandom } from '../random.mjs'
import { withTypo } from '../robustness/variants.mjs'

/** @typedef {'prefix' | 'typo' | 'phrase' | 'suggest'} Kind */

/** @type {readonly Kind[]} */
export const KINDS = ['prefix', 'typo', 'phrase', 'suggest']

const PHRASE_WORDS = 3
const LEAST_TYPED = 3
/** Of a question that is being typed: its second word is half there. */
const TYPED_WORDS = 2

/**
 * Three words that follow one another in a document drawn with a fixed seed: a phrase that is there, stop words and all.
 * @param {readonly import('../collections.mjs').Article[]} documents
 * @param {number} count
 * @returns {string[]}
 */
export function phrasesOf(documents, count) {
  const random = seededRandom(2)
  const phrases = []
  for (let tries = 0; phrases.length < count && tries < count * 10; tries++) {
    const { text } = documents[Math.floor(random() * documents.length)]
    const words = /(?:[\p{L}\p{N}]+ ){9}[\p{L}\p{N}]+/u.exec(text)?.[0].split(' ') ?? []
    const start = Math.floor(random() * (words.length - PHRASE_WORDS))
    if (words.length > 0) phrases.push(words.slice(start, start + PHRASE_WORDS).join(' '))
  }
  return phrases
}

/**
 * @param {Kind} kind
 * @param {readonly string[]} questions
 * @param {readonly string[]} phrases
 * @returns {readonly string[]}
 */
export function questionsOf(kind, questions, phrases) {
  if (kind === 'phrase') return phrases
  if (kind === 'suggest') return questions.map(question => cutShort(firstWords(question)))
  return questions.map((question, i) => (kind === 'typo' ? withTypo(question, seededRandom(i)) : cutShort(question)))
}

/** @param {string} question */
function firstWords(question) {
  // Long words come first to mind: « contrat de travail », not « est-ce que ».
  const words = question.match(/[\p{L}\p{N}]{5,}/gu) ?? [question]
  return words.slice(0, TYPED_WORDS).join(' ')
}

/** Half of the last word, three letters at least. @param {string} question */
function cutShort(question) {
  const [last = ''] = /[\p{L}\p{N}]+(?=[^\p{L}\p{N}]*$)/u.exec(question) ?? []
  const typed = last.slice(0, Math.max(LEAST_TYPED, Math.ceil(last.length / 2)))
  return question.slice(0, question.lastIndexOf(last)) + typed
}
