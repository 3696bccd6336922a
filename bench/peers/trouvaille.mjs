/** Trouvaille as it comes: fields title and text, the title stored, nothing else configured. */

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { distFolder } from '../snapshot.mjs'

const entry = join(distFolder(), 'index.js')
if (!existsSync(entry)) throw new Error('Trouvaille is not built: run npm run build in the folder above bench/.')
const { SearchIndex, english, french } = await import(pathToFileURL(entry).href)
const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))

const FIELDS = { title: {}, text: {} }
const COLUMNS = {
  code: { type: 'keyword' },
  series: { type: 'keyword' },
  part: { type: 'keyword' },
  length: { type: 'number' },
}

/**
 * @param {string} name
 * @param {object} options of each search
 * @param {'english' | 'french'} [language]
 * @returns {import('./peer.mjs').Peer<InstanceType<typeof SearchIndex>>}
 */
export function trouvaillePeer(name, options, language = 'french') {
  const factory = language === 'english' ? english : french
  return {
    name,
    version,
    build: documents => indexOf(documents, FIELDS, factory),
    save: index => index.toBytes(),
    load: bytes => SearchIndex.fromBytes(bytes),
    search: (index, question, limit) => index.search(question, { ...options, limit }).hits,
    asks: {
      prefix: (index, question, limit) => index.search(question, { ...options, limit, prefix: true }).hits,
      typo: (index, question, limit) => index.search(question, { ...options, limit }).hits,
      phrase: (index, phrase, limit) => index.search(`"${phrase}"`, { ...options, limit }).hits,
      suggest: (index, typed, limit) => index.suggest(typed, { limit }).map(({ text }) => ({ id: text })),
    },
    columns: {
      build: documents => indexOf(documents, { ...FIELDS, ...COLUMNS }, factory),
      filter: (index, { text, code, leastLength }, limit) =>
        index.search(text, {
          ...options,
          limit,
          filter: { code, length: { gte: leastLength } },
          facets: ['series', 'part'],
        }).hits,
    },
  }
}

/**
 * @param {readonly import('../collections.mjs').Article[]} documents
 * @param {object} fields
 * @param {() => object} language
 */
function indexOf(documents, fields, language) {
  const index = new SearchIndex({ idField: 'id', fields, storeFields: ['title'], language: language() })
  index.addAll(documents)
  return index
}

export default trouvaillePeer('trouvaille', {})
