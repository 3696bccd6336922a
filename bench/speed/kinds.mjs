/** The kinds of queries that engines are timed with, made from the questions and documents of a collection with fixed seeds. */

import { seededRandom } from '../random.mjs'
import { withTypo } from '../robustness/variants.mjs'

/**
 * @typedef {(typeof KINDS)[number]} Kind
 * @typedef {{ text: string, code?: string, leastLength?: number }} Query `code` and `leastLength`: what a filter lets through
 * @typedef {Record<Kind, Query[]>} Queries
 * @typedef {import('../collections.mjs').Article} Article
 * @typedef {Article & { code: string, series: string, part: string, length: number }} ArticleWithColumns
 */

export const KINDS = /** @type {const} */ ([
  'long',
  'short',
  'phrase',
  'prefix',
  'typo',
  'typo-each',
  'filter',
  'suggest',
])

const LONGEST_SHORT = 3
const PHRASE_WORDS = [2, 3, 4]
const LEAST_TYPED = 3
/** Of a query that is being typed: its second word is half there. */
const TYPED_WORDS = 2
const LEAST_LENGTH = 300

/**
 * @param {readonly ArticleWithColumns[]} documents
 * @param {readonly string[]} questions as people asked them
 * @param {number} count of queries of each kind, at most
 * @returns {Queries}
 */
export function queriesOf(documents, questions, count) {
  const long = sample(questions, count)
  const code = mostFrequent(documents.map(document => document.code))
  const plain = (/** @type {readonly string[]} */ texts) => texts.map(text => ({ text }))
  const typos = plain(long.map((text, i) => withTypo(text, seededRandom(i))))
  return {
    long: plain(long),
    short: plain(long.map((text, i) => longWords(text, 1 + (i % LONGEST_SHORT)))),
    phrase: plain(phrasesOf(documents, count)),
    prefix: plain(long.map(cutShort)),
    typo: typos,
    'typo-each': typos,
    // The least length changes with every query, so that no engine knows the condition already.
    filter: long.map((text, i) => ({ text, code, leastLength: LEAST_LENGTH + i })),
    suggest: plain(long.map(text => cutShort(longWords(text, TYPED_WORDS)))),
  }
}

/**
 * Columns read from titles such as « Code du travail, article L1 – Partie législative > … »: the code of law, the series of the article (L, R, D…) and the
 * part of the code. Other titles have few of them.
 * @param {Article} article
 * @returns {ArticleWithColumns}
 */
export function withColumns(article) {
  const [code, place = ''] = article.title.split(', article ')
  const part = /– ([^>]*)/u.exec(place)?.[1].trim() ?? ''
  return { ...article, code, part, series: /^\p{L}*/u.exec(place)?.[0] ?? '', length: article.text.length }
}

/**
 * Two to four words that follow one another in a document: a phrase that is there, stop words and all.
 * @param {readonly Article[]} documents
 * @param {number} count
 * @returns {string[]}
 */
export function phrasesOf(documents, count) {
  const random = seededRandom(2)
  const phrases = []
  for (let tries = 0; phrases.length < count && tries < count * 10; tries++) {
    const { text } = documents[Math.floor(random() * documents.length)]
    const words = /(?:[\p{L}\p{N}]+ ){9}[\p{L}\p{N}]+/u.exec(text)?.[0].split(' ') ?? []
    const length = PHRASE_WORDS[phrases.length % PHRASE_WORDS.length]
    const start = Math.floor(random() * (words.length - length))
    if (words.length > 0) phrases.push(words.slice(start, start + length).join(' '))
  }
  return phrases
}

/**
 * Words of five letters and more: people type « contrat travail », not « est-ce que ».
 * @param {string} question
 * @param {number} count
 */
function longWords(question, count) {
  const words = question.match(/[\p{L}\p{N}]{5,}/gu) ?? [question]
  return words.slice(0, count).join(' ')
}

/** Half of the last word, three letters at least. @param {string} question */
function cutShort(question) {
  const [last = ''] = /[\p{L}\p{N}]+(?=[^\p{L}\p{N}]*$)/u.exec(question) ?? []
  const typed = last.slice(0, Math.max(LEAST_TYPED, Math.ceil(last.length / 2)))
  return question.slice(0, question.lastIndexOf(last)) + typed
}

/** @param {readonly string[]} values */
function mostFrequent(values) {
  /** @type {Map<string, number>} */
  const counts = new Map()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].reduce((most, entry) => (entry[1] > most[1] ? entry : most))[0]
}

/**
 * @param {readonly string[]} questions
 * @param {number} count
 * @returns {string[]} all, or as many drawn with a fixed seed, in their order
 */
function sample(questions, count) {
  const random = seededRandom(1)
  return questions
    .map((text, i) => ({ text, i, draw: random() }))
    .sort((a, b) => a.draw - b.draw)
    .slice(0, count)
    .sort((a, b) => a.i - b.i)
    .map(({ text }) => text)
}
