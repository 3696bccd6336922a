/** What filters and facets cost: `node filters.mjs [folder] [--only name] [--questions N] [--rounds N] [--json] [--write]`, beside MiniSearch and Orama. */

import { fork } from 'node:child_process'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { engines } from './filters/engines.mjs'
import { stamp } from './machine.mjs'
import { chooseCollections, main, UsageError } from './options.mjs'
import { writeMarkedSection } from './page-section.mjs'
import { takeSnapshot } from './snapshot.mjs'
import { percentile } from './speed/summarise.mjs'
import { markdownTable, plainTable } from './tables.mjs'
import { wrapped } from './wrapped.mjs'

/** @typedef {Record<string, number>} Medians p50 in milliseconds, by way of asking */

await main(async () => {
  takeSnapshot()
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      only: { type: 'string', default: 'legi' },
      questions: { type: 'string', default: '100' },
      rounds: { type: 'string', default: '1' },
      json: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
    },
  })
  for (const option of /** @type {const} */ (['questions', 'rounds'])) {
    if (!/^[1-9]\d*$/.test(values[option])) throw new UsageError(`--${option} takes a number from 1.`)
  }
  const folders = chooseCollections(positionals[0], values.only)
  if (values.write && folders.length > 1) throw new UsageError('--write takes one collection.')
  for (const folder of folders) {
    const times = await timeEngines(folder, Number(values.questions), Number(values.rounds))
    if (values.json) console.log(JSON.stringify({ collection: basename(folder), times }))
    else console.log(`${basename(folder)}, ${values.questions} questions, p50 ms\n\n${plainTable(table(times))}\n`)
    if (!values.write) continue
    const measured = stamp('npm run filters -- --write', { timed: true })
    const what = `${basename(folder)}, ${values.questions} queries, ${values.rounds} rounds. The median of a query in ms, and how many times as long each of the others takes.`
    const markdown = `${wrapped(`${measured}: ${what}`)}\n\n${markdownTable(table(times))}`
    writeMarkedSection('docs/filters.md', 'filters', markdown)
  }
})

/**
 * Every round runs each engine in turn, in a process of its own; the medians over the rounds are given.
 * @param {string} folder
 * @param {number} count
 * @param {number} rounds
 * @returns {Promise<Record<string, Medians>>} by engine
 */
async function timeEngines(folder, count, rounds) {
  /** @type {Record<string, Medians[]>} */
  const all = Object.fromEntries(Object.keys(engines).map(name => [name, []]))
  for (let round = 0; round < rounds; round++) {
    for (const engine of Object.keys(engines)) all[engine].push(await inChild({ engine, folder, count }))
  }
  return Object.fromEntries(
    Object.entries(all).map(([name, ofRounds]) => [
      name,
      Object.fromEntries(
        Object.keys(ofRounds[0]).map(way => [
          way,
          percentile(
            ofRounds.map(of => of[way]),
            50,
          ),
        ]),
      ),
    ]),
  )
}

/**
 * @param {{ engine: string, folder: string, count: number }} job
 * @returns {Promise<Medians>}
 */
function inChild(job) {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(new URL('./filters/time.mjs', import.meta.url)), [JSON.stringify(job)], {
      execArgv: ['--max-old-space-size=8192'],
    })
    child.on('message', message => resolve(/** @type {Medians} */ (message)))
    child.on('error', reject)
    child.on('exit', code => reject(new Error(`${job.engine} ended with code ${code} before it told its times.`)))
  })
}

/** @param {Record<string, Medians>} times */
function table(times) {
  const [subject, ...peers] = Object.keys(times)
  return [
    ['', subject, ...peers, ...peers.map(name => `× ${name}`)],
    ...Object.keys(times[subject]).map(way => [
      way,
      ...Object.values(times).map(of => of[way].toFixed(3)),
      ...peers.map(name => (times[name][way] / times[subject][way]).toFixed(1)),
    ]),
  ]
}
