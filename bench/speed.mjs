/** How fast and how large each engine is: `node speed.mjs [folder] [--only name] [--peers a,b | --all] [--rounds N] [--json]`. */

import { fork } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { readCollection } from './collections.mjs'
import { chooseCollections, choosePeers, main, requireSubject, UsageError } from './options.mjs'
import { available } from './peers/index.mjs'
import { takeSnapshot } from './snapshot.mjs'
import { phrasesOf } from './speed/kinds.mjs'
import { speedPlot } from './speed/plot.mjs'
import { speedMarkdown, speedText } from './speed/report.mjs'
import { smokeCollection } from './speed/smoke.mjs'
import { summarise } from './speed/summarise.mjs'

/** @typedef {import('./speed/time.mjs').Timings} Timings */

const USUAL_PEERS = ['trouvaille', 'minisearch', 'minisearch-fr']
const USUAL_COLLECTION = 'legi'

await main(async () => {
  takeSnapshot()
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      only: { type: 'string' },
      peers: { type: 'string' },
      all: { type: 'boolean', default: false },
      rounds: { type: 'string', default: '3' },
      questions: { type: 'string', default: '300' },
      smoke: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
    },
  })
  if (positionals.length > 1) throw new UsageError('One folder of collections at most.')
  const rounds = positive('--rounds', values.rounds)
  const questions = positive('--questions', values.questions)
  const names = values.peers === undefined && !values.all ? USUAL_PEERS : choosePeers(values.peers)
  if (values.write && values.smoke) throw new UsageError('The figures of a smoke run are not worth writing.')
  if (values.write) await requireSubject(names)

  const temporary = mkdtempSync(join(tmpdir(), 'trouvaille-speed-'))
  try {
    const folders = values.smoke ? [smokeCollection(temporary)] : timedCollections(positionals[0], values.only)
    const results = []
    for (const folder of folders) {
      const result = await timeEngines(folder, names, { rounds, questions, indexFolder: temporary })
      results.push(result)
      if (!values.json) console.log(`${speedText(result)}\n`)
    }
    const machine = `Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}`
    if (values.smoke && !values.json)
      console.log('A smoke run over repeated text: it shows that everything runs, its figures mean nothing.')
    if (values.json) console.log(JSON.stringify({ date: new Date().toISOString(), machine, results }, null, 2))
    if (values.write) {
      mkdirSync(fileURLToPath(new URL('../docs', import.meta.url)), { recursive: true })
      writeFileSync(new URL('../docs/speed.md', import.meta.url), speedMarkdown(results, machine))
      writeFileSync(new URL('../docs/speed.svg', import.meta.url), speedPlot(results[0]))
    }
  } finally {
    rmSync(temporary, { recursive: true, force: true })
  }
})

/**
 * @param {string | undefined} folder
 * @param {string | undefined} only
 */
function timedCollections(folder, only) {
  const folders = chooseCollections(folder, only)
  if (only !== undefined) return folders
  return [folders.find(path => path.endsWith(`/${USUAL_COLLECTION}`)) ?? folders[0]]
}

/**
 * Every round runs each engine once, in a process of its own: what disturbs the machine for a while disturbs all alike.
 * @param {string} folder
 * @param {readonly string[]} names
 * @param {{ rounds: number, questions: number, indexFolder: string }} options
 */
async function timeEngines(folder, names, { rounds, questions, indexFolder }) {
  const collection = readCollection(folder)
  const phrases = phrasesOf(collection.documents, questions)
  const { present, skipped } = await available(names)
  const engines = present.map(engine => ({ ...engine, rounds: /** @type {Timings[]} */ ([]) }))
  for (let round = 0; round < rounds; round++) {
    for (const engine of engines) {
      const job = { peer: engine.name, folder, questions, phrases, indexFolder }
      const built = await inChild({ ...job, phase: 'build' })
      engine.rounds.push(/** @type {Timings} */ ({ ...built, ...(await inChild({ ...job, phase: 'ask' })) }))
    }
  }
  return {
    collection: collection.name,
    documents: collection.documents.length,
    textBytes: collection.textBytes,
    questions: Math.min(questions, collection.questions.length),
    rounds,
    engines: engines.map(engine => ({ name: engine.name, version: engine.version, ...summarise(engine.rounds) })),
    skipped,
  }
}

/**
 * @param {import('./speed/time.mjs').Job} job
 * @returns {Promise<Partial<Timings>>}
 */
function inChild(job) {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(new URL('./speed/time.mjs', import.meta.url)), [JSON.stringify(job)], {
      execArgv: ['--expose-gc', '--max-old-space-size=8192'],
    })
    child.on('message', message => resolve(/** @type {Partial<Timings>} */ (message)))
    child.on('error', reject)
    child.on('exit', code => reject(new Error(`${job.peer} ended with code ${code} before it told its times.`)))
  })
}

/**
 * @param {string} option
 * @param {string} value
 */
function positive(option, value) {
  if (!/^[1-9]\d*$/.test(value)) throw new UsageError(`${option} takes a number from 1.`)
  return Number(value)
}
