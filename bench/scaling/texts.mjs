/** Documents recombined from the real sentences of collections: as many as one likes, in words that people wrote. */

import { seededRandom } from '../random.mjs'

/**
 * @typedef {import('../collections.mjs').Article} Article
 * @typedef {{ titles: string[], sentences: string[], lengths: number[] }} Material `lengths`: sentences in each real document
 * @typedef {'long' | 'short'} Length as long as the real documents, or a sentence or two
 */

/** Text that is no sentence by itself: headings, list numbers, fragments. */
const SHORTEST = 20
/** Sentences in a short document. */
const SHORT = [1, 2]

/**
 * @param {Iterable<Article>} articles
 * @returns {Material}
 */
export function materialOf(articles) {
  /** @type {Material} */
  const material = { titles: [], sentences: [], lengths: [] }
  for (const { title, text } of articles) {
    const sentences = text.split(/(?<=[.!?…])\s+|\n+/u).filter(sentence => sentence.length >= SHORTEST)
    if (title === '' || sentences.length === 0) continue
    material.titles.push(title)
    material.lengths.push(sentences.length)
    material.sentences.push(...sentences)
  }
  return material
}

/**
 * `count` documents, each with a real title and real sentences from anywhere. The same in every run, and the first
 * thousand of a thousand are the first thousand of a million.
 * @param {Material} material
 * @param {number} count
 * @param {Length} length
 * @returns {Generator<Article>}
 */
export function* recombined({ titles, sentences, lengths }, count, length) {
  const random = seededRandom(2019)
  /** @template T @param {readonly T[]} values @returns {T} */
  const oneOf = values => values[Math.floor(random() * values.length)]
  for (let n = 0; n < count; n++) {
    const sentenceCount = oneOf(length === 'long' ? lengths : SHORT)
    const text = Array.from({ length: sentenceCount }, () => oneOf(sentences)).join(' ')
    yield { id: `d${n}`, title: oneOf(titles), text }
  }
}
