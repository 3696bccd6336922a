/** MiniSearch with the French chain that a careful user writes by hand: elision, stop words, Snowball, folding, title × 2. */

import { createRequire } from 'node:module'
import { stemmer } from '@orama/stemmers/french'
import MiniSearch from 'minisearch'
import { miniSearchAsks } from './minisearch-asks.mjs'
import { packageVersion } from './peer.mjs'

/** @type {string[]} */
const stopwords = createRequire(import.meta.url)('stopwords-fr')

const NOT_WORD = /[^\p{L}\p{N}'’]+/u
const ELISION = /^(?:[ldjmtsnc]|qu|jusqu|lorsqu|puisqu|quoiqu)['’]/
const OUTER_APOSTROPHES = /^['’]+|['’]+$/g

/** @param {string} word */
const fold = word => word.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('œ', 'oe').replaceAll('æ', 'ae')

// Both spellings: a question typed without accents must lose its stop words too.
const stopSet = new Set(stopwords.flatMap(word => [word, fold(word)]))

/** @param {string} written */
function processTerm(written) {
  const word = written.replace(ELISION, '').replace(OUTER_APOSTROPHES, '')
  if (word === '' || stopSet.has(fold(word))) return null
  return fold(stemmer(word))
}

export const options = {
  fields: ['title', 'text'],
  storeFields: ['title'],
  tokenize: (/** @type {string} */ text) => text.toLowerCase().split(NOT_WORD),
  processTerm,
  searchOptions: { boost: { title: 2 } },
}

/** @type {import('./peer.mjs').Peer<MiniSearch>} */
export default {
  name: 'minisearch-fr',
  version: packageVersion('minisearch'),
  build(documents) {
    const index = new MiniSearch(options)
    index.addAll(documents)
    return index
  },
  save: index => new TextEncoder().encode(JSON.stringify(index)),
  load: bytes => MiniSearch.loadJSON(new TextDecoder().decode(bytes), options),
  search: (index, question, limit) => index.search(question).slice(0, limit),
  asks: miniSearchAsks,
}
