/** Trouvaille as it comes: fields title and text, nothing configured. */

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { distFolder } from '../snapshot.mjs'

const entry = join(distFolder(), 'index.js')
if (!existsSync(entry)) throw new Error('Trouvaille is not built: run npm run build in the folder above bench/.')
const { SearchIndex } = await import(pathToFileURL(entry).href)
const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))

/** @type {import('./peer.mjs').Peer<InstanceType<typeof SearchIndex>>} */
export default {
  name: 'trouvaille',
  version,
  build(documents) {
    const index = new SearchIndex({ idField: 'id', fields: ['title', 'text'] })
    index.addAll(documents)
    return index
  },
  save: index => index.toBytes(),
  load: bytes => SearchIndex.fromBytes(bytes),
  search: (index, question, limit) => index.search(question, { limit }).hits,
  asks: {
    prefix: (index, question, limit) => index.search(question, { limit, prefix: true }).hits,
    typo: (index, question, limit) => index.search(question, { limit }).hits,
    phrase: (index, phrase, limit) => index.search(`"${phrase}"`, { limit }).hits,
    suggest: (index, typed, limit) => index.suggest(typed, { limit }).map(({ text }) => ({ id: text })),
  },
}
