/**
 * What the first query of a process costs, and the first of each kind: `node speed/first.mjs [folder] [--only name] [--runs N] [--json] [--write]`.
 *
 * Each figure is CPU time of a new process, all its threads, the least of several runs in turn: compiling and collecting garbage count as they do for whoever starts one.
 * Importing the library is left out, reading the file is not.
 */

import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { readCollection } from '../collections.mjs'
import { stamp } from '../machine.mjs'
import { chooseCollections, main, UsageError } from '../options.mjs'
import { available, loadPeer } from '../peers/index.mjs'
import { takeSnapshot } from '../snapshot.mjs'
import { wrapped } from '../wrapped.mjs'
import { FIRST_HEADING, withSection } from './kept-section.mjs'

const USUAL_COLLECTION = 'legi'
const RIVALS = ['minisearch', 'minisearch-fr']
const PAGE = fileURLToPath(new URL('../../docs/speed.md', import.meta.url))
const TOP = 10

/** Four queries of each kind: the first, and three that show what later ones cost. */
const KINDS = {
  plain: [
    'contrat de travail à durée déterminée',
    'licenciement économique du salarié',
    'renouvellement du bail commercial',
    'garde des enfants',
  ],
  typo: ['licensiement', 'indemmnité de départ', 'contart de travail', 'gouvernment'],
  prefix: ['c', 'pe', 's', 'dr'],
  suggest: ['c', 'pe', 'contrat de t', 'dr'],
}

/** @typedef {keyof typeof KINDS} Kind */
/** @typedef {{ openMs: number, queryMs: number[], heapMB: number }} Timing */

if (process.argv[2] === '--child') await child(process.argv[3], process.argv[4], /** @type {Kind} */ (process.argv[5]))
else await main(parent)

/**
 * Asks the queries of one kind in this process, in which nothing was asked before.
 * @param {string} name
 * @param {string} file
 * @param {Kind} kind
 */
async function child(name, file, kind) {
  const peer = await loadPeer(name)
  if (!('build' in peer)) throw new Error(`${name} does not run in Node.`)
  const ask = kind === 'plain' ? peer.search : peer.asks?.[kind]
  if (ask === undefined) throw new Error(`${name} knows no ${kind}.`)
  const started = cpuMs()
  const index = await peer.load(new Uint8Array(readFileSync(file)))
  const openMs = cpuMs() - started
  const before = heap()
  const queryMs = []
  for (const query of KINDS[kind]) {
    const start = cpuMs()
    await ask(index, query, TOP)
    queryMs.push(cpuMs() - start)
  }
  const heapMB = (heap() - before) / 1e6
  // Used after the measurement, so that the collector cannot have taken the index before it.
  await ask(index, KINDS[kind][0], TOP)
  console.log(JSON.stringify({ openMs, queryMs, heapMB }))
}

function cpuMs() {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

function heap() {
  globalThis.gc?.()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

async function parent() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      only: { type: 'string' },
      runs: { type: 'string', default: '5' },
      json: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
    },
  })
  if (positionals.length > 1) throw new UsageError('One folder of collections at most.')
  const runs = Number(values.runs)
  if (!Number.isInteger(runs) || runs < 1) throw new UsageError('--runs takes a number from 1.')
  takeSnapshot()
  const folders = chooseCollections(positionals[0], values.only)
  const folder = folders.find(path => basename(path) === USUAL_COLLECTION) ?? folders[0]
  const { present } = await available(['trouvaille', ...RIVALS])
  const temporary = mkdtempSync(join(tmpdir(), 'trouvaille-first-'))
  try {
    const { documents, name } = readCollection(folder)
    const jobs = []
    for (const { name: engine } of present) {
      const peer = await loadPeer(engine)
      if (!('build' in peer)) continue
      const file = join(temporary, engine)
      writeFileSync(file, await peer.save(await peer.build(documents)))
      for (const kind of /** @type {Kind[]} */ (engine === 'trouvaille' ? Object.keys(KINDS) : ['plain'])) {
        jobs.push({ engine, file, kind, timings: /** @type {Timing[]} */ ([]) })
      }
    }
    for (let run = 0; run < runs; run++) for (const job of jobs) job.timings.push(inChild(job))
    const rows = jobs.map(({ engine, kind, timings }) => ({ engine, kind, ...least(timings) }))
    if (values.json) return console.log(JSON.stringify({ collection: name, runs, rows }, null, 2))
    const section = markdown(name, runs, rows)
    console.log(section)
    if (values.write) writeFileSync(PAGE, withSection(readFileSync(PAGE, 'utf8'), section))
  } finally {
    rmSync(temporary, { recursive: true, force: true })
  }
}

/**
 * @param {{ engine: string, file: string, kind: Kind }} job
 * @returns {Timing}
 */
function inChild({ engine, file, kind }) {
  const args = [
    '--expose-gc',
    '--max-old-space-size=8192',
    fileURLToPath(import.meta.url),
    '--child',
    engine,
    file,
    kind,
  ]
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8', env: process.env }))
}

/**
 * The least of each figure: what disturbs a run adds to it.
 * @param {readonly Timing[]} timings
 */
function least(timings) {
  const of = (/** @type {(timing: Timing) => number} */ read) => Math.min(...timings.map(read))
  return {
    openMs: of(({ openMs }) => openMs),
    startMs: of(({ openMs, queryMs }) => openMs + queryMs[0]),
    firstMs: of(({ queryMs }) => queryMs[0]),
    laterMs: of(({ queryMs }) => queryMs[1] + queryMs[2] + queryMs[3]),
    heapMB: of(({ heapMB }) => heapMB),
  }
}

/** @typedef {{ engine: string, kind: Kind } & ReturnType<typeof least>} Row */

/**
 * @param {string} collection
 * @param {number} runs
 * @param {readonly Row[]} rows
 */
function markdown(collection, runs, rows) {
  const own = rows.find(({ engine, kind }) => engine === 'trouvaille' && kind === 'plain')
  const line = (/** @type {Row} */ { engine, kind, startMs, firstMs, laterMs, heapMB }) =>
    `| ${engine} | ${kind} | ${startMs.toFixed(0)} | ${own === undefined || kind !== 'plain' ? '–' : (own.startMs / startMs).toFixed(3)} | ${firstMs.toFixed(0)} | ${laterMs.toFixed(0)} | ${heapMB.toFixed(1)} |`
  return [
    FIRST_HEADING,
    '',
    wrapped(
      [
        `${stamp('npm run first -- --write', { timed: true })} on ${collection}: CPU time of a new process in which nothing was asked before, all threads,`,
        `the least of ${runs} runs in turn. **start**: opening the file and the first query; **ratio**: Trouvaille’s start to the engine’s; **first**: the`,
        'first query alone; **later**: three later ones together; **heap**: what the four leave in memory.',
      ].join(' '),
    ),
    '',
    '| engine | queries | start ms | ratio | first ms | later ms | heap MB |',
    '| --- | --- | ---: | ---: | ---: | ---: | ---: |',
    ...rows.map(line),
  ].join('\n')
}
