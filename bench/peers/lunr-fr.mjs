/** Lunr with the French of lunr-languages; the question goes in as plain words, any of which may match. */

import { createRequire } from 'node:module'
import lunr from 'lunr'
import { fromJsonBytes, packageVersion, toJsonBytes } from './peer.mjs'

const require = createRequire(import.meta.url)
require('lunr-languages/lunr.stemmer.support.js')(lunr)
require('lunr-languages/lunr.fr.js')(lunr)

/**
 * The part of Lunr's index used here; it publishes no types.
 * @typedef {{ query(build: (query: { term(tokens: object, options: object): void }) => void): { ref: string, score: number }[] }} LunrIndex
 */

/** @type {import('./peer.mjs').Peer<LunrIndex>} */
export default {
  name: 'lunr-fr',
  version: `${packageVersion('lunr')}, lunr-languages ${packageVersion('lunr-languages')}`,
  build: documents =>
    lunr(function () {
      this.use(lunr.fr)
      this.ref('id')
      this.field('title', { boost: 2 })
      this.field('text')
      for (const document of documents) this.add(document)
    }),
  save: index => toJsonBytes(index),
  load: bytes => lunr.Index.load(fromJsonBytes(bytes)),
  // `search()` would read : + - ~ ^ * as operators and throw on an unknown field name.
  search: (index, question, limit) =>
    index
      .query(query => query.term(lunr.tokenizer(question), {}))
      .slice(0, limit)
      .map(({ ref, score }) => ({ id: ref, score })),
}
