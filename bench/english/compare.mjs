/** How well engines rank English: `node english/compare.mjs [--only a,b] [--peers a,b] [--losses N] [--write]`, on what `english/fetch.mjs` has put into `collection/english/`. */

import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { collectionNames, readCollection } from '../collections.mjs'
import { choose, main, UsageError } from '../options.mjs'
import { writeMarkedSection } from '../page-section.mjs'
import { ENGLISH_PEER_NAMES } from '../peers/index.mjs'
import { asText, compare, figures } from '../relevance/index.mjs'
import { takeSnapshot } from '../snapshot.mjs'

const FOLDER = fileURLToPath(new URL('../collection/english', import.meta.url))
const PAGE = 'docs/relevance-english.md'

await main(async () => {
  takeSnapshot()
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      peers: { type: 'string' },
      losses: { type: 'string', default: '0' },
      write: { type: 'boolean', default: false },
    },
  })
  if (values.write && (values.only ?? values.peers) !== undefined)
    throw new UsageError('--write needs all collections and engines.')
  const names = choose('collection', collectionNames(FOLDER), values.only)
  if (names.length === 0) throw new UsageError('No English collection: run node english/fetch.mjs.')
  const peers = choose('engine', ENGLISH_PEER_NAMES, values.peers)
  const results = []
  for (const name of names) {
    const options = { losses: Number(values.losses), subject: 'trouvaille-english' }
    const result = await compare(readCollection(join(FOLDER, name)), peers, options)
    results.push(result)
    console.log(`${asText(result)}\n`)
  }
  if (values.write) writeMarkedSection(PAGE, 'english', figures(results, 'npm run english -- --write'))
})
