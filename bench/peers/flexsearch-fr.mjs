/** FlexSearch with its French encoder; documents that lack some of the words are let in (`suggest`); title × 2. */

import { createRequire } from 'node:module'
import FlexSearch from 'flexsearch'
import { fromJsonBytes, packageVersion, toJsonBytes } from './peer.mjs'

// The ESM build of the language file is marked as CommonJS by its package, so Node can only require the other one.
const French = createRequire(import.meta.url)('flexsearch/lang/fr')

/** @type {Record<string, number>} */
const FIELD_WEIGHTS = { title: 2, text: 1 }
/** As deep as the runs go, for the top 10 too: the sum needs the document's rank in both fields. */
const FIELD_DEPTH = 100

const { Charset, Document, Encoder } = FlexSearch
const empty = () =>
  new Document({
    document: { id: 'id', index: Object.keys(FIELD_WEIGHTS) },
    encoder: new Encoder(Charset.LatinBalance, French),
    tokenize: 'strict',
  })

/** @type {import('./peer.mjs').Peer<InstanceType<typeof Document>>} */
export default {
  name: 'flexsearch-fr',
  version: packageVersion('flexsearch'),
  build(documents) {
    const index = empty()
    for (const document of documents) index.add(document)
    return index
  },
  async save(index) {
    /** @type {Record<string, string>} */
    const parts = {}
    await index.export((/** @type {string} */ key, /** @type {string | undefined} */ data) => {
      if (data !== undefined) parts[key] = data
    })
    return toJsonBytes(parts)
  },
  async load(bytes) {
    const index = empty()
    for (const [key, data] of Object.entries(fromJsonBytes(bytes))) await index.import(key, data)
    return index
  },
  search(index, question, limit) {
    // It ranks each field and gives no scores, and `merge` puts every match of the title first: reciprocal ranks are added.
    /** @type {Map<string, number>} */
    const scores = new Map()
    for (const { field, result } of index.search(question, { limit: FIELD_DEPTH, suggest: true })) {
      for (const [rank, id] of result.entries()) {
        scores.set(String(id), (scores.get(String(id)) ?? 0) + FIELD_WEIGHTS[field] / (rank + 1))
      }
    }
    return [...scores]
      .map(([id, score]) => ({ id, score }))
      .sort((a, b) => b.score - a.score)
      .slice(0, limit)
  },
}
