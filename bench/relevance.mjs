/** How well each engine ranks: `node relevance.mjs [folder] [--only a,b] [--peers a,b] [--robustness] [--losses N] [--json] [--write]`. */

import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { readCollection } from './collections.mjs'
import { chooseCollections, choosePeers, main, requireSubject, UsageError } from './options.mjs'
import * as relevance from './relevance/index.mjs'
import * as robustness from './robustness/index.mjs'
import { takeSnapshot } from './snapshot.mjs'

/**
 * @template Result
 * @typedef {{
 *   PAGE: string,
 *   compare(collection: import('./collections.mjs').Collection, peers: readonly string[], options: { losses: number }): Promise<Result>,
 *   asText(result: Result): string, summary(results: readonly Result[]): string, asMarkdown(results: readonly Result[]): string
 * }} Measures
 */

await main(async () => {
  takeSnapshot()
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      only: { type: 'string' },
      peers: { type: 'string' },
      robustness: { type: 'boolean', default: false },
      losses: { type: 'string', default: '0' },
      json: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
    },
  })
  if (positionals.length > 1) throw new UsageError('One folder of collections at most.')
  if (!/^\d+$/.test(values.losses)) throw new UsageError('--losses takes a number of questions.')
  const options = {
    folders: chooseCollections(positionals[0], values.only),
    peers: choosePeers(values.peers ?? (values.robustness ? robustness.USUAL_PEERS : undefined)),
    losses: Number(values.losses),
    json: values.json,
    write: values.write,
  }
  if (options.write) await requireSubject(options.peers)
  await (values.robustness ? report(robustness, options) : report(relevance, options))
})

/**
 * @template Result
 * @param {Measures<Result>} measures
 * @param {{ folders: readonly string[], peers: readonly string[], losses: number, json: boolean, write: boolean }} options
 */
async function report(measures, { folders, peers, losses, json, write }) {
  const say = json ? () => {} : (/** @type {string} */ text) => console.log(`${text}\n`)
  /** @type {Result[]} */
  const results = []
  for (const folder of folders) {
    const result = await measures.compare(readCollection(folder), peers, { losses })
    results.push(result)
    say(measures.asText(result))
  }
  if (results.length > 1) say(measures.summary(results))
  if (json) console.log(JSON.stringify({ date: new Date().toISOString(), node: process.version, results }, null, 2))
  if (write) {
    const docs = fileURLToPath(new URL('../docs', import.meta.url))
    mkdirSync(docs, { recursive: true })
    writeFileSync(`${docs}/${measures.PAGE}`, measures.asMarkdown(results))
    say(`Written: docs/${measures.PAGE}`)
  }
}
