/** MiniSearch with its default tokenizer and terms; the title counts twice. */

import MiniSearch from 'minisearch'
import { miniSearchAsks } from './minisearch-asks.mjs'
import { packageVersion } from './peer.mjs'

const options = { fields: ['title', 'text'], storeFields: ['title'], searchOptions: { boost: { title: 2 } } }

/** @type {import('./peer.mjs').Peer<MiniSearch>} */
export default {
  name: 'minisearch',
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
