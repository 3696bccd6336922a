/** How well engines rank English: `node english/compare.mjs [--only a,b] [--peers a,b] [--losses N] [--write]`, on what `english/fetch.mjs` has put into `collection/english/`. */

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { collectionNames, readCollection } from '../collections.mjs'
import { choose, main, UsageError } from '../options.mjs'
import { ENGLISH_PEER_NAMES } from '../peers/index.mjs'
import { asMarkdown, asText, compare } from '../relevance/index.mjs'
import { takeSnapshot } from '../snapshot.mjs'

const FOLDER = fileURLToPath(new URL('../collection/english', import.meta.url))
const PAGE = fileURLToPath(new URL('../../docs/relevance-english.md', import.meta.url))

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
  if (values.write)
    writeFileSync(
      PAGE,
      asMarkdown(results, { title: 'Relevance in English', command: 'npm run english -- --write', links: false }),
    )
})
