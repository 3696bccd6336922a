/** How fast and how large each engine is: `node speed.mjs [folder] [--only name] [--peers a,b | --all] [--rounds N] [--questions N] [--record FILE] [--json] [--write]`. */

import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { machine, stamp } from './machine.mjs'
import { choose, chooseCollections, main, requireSubject, UsageError } from './options.mjs'
import { takeSnapshot } from './snapshot.mjs'
import { availableEngines, ENGINE_NAMES } from './speed/engines.mjs'
import { withKeptSections } from './speed/kept-section.mjs'
import { speedPlot } from './speed/plot.mjs'
import { speedMarkdown, speedText } from './speed/report.mjs'
import { roundOf, SMOKE_EFFORT, USUAL_EFFORT, writeInputs } from './speed/rounds.mjs'
import { smokeCollection } from './speed/smoke.mjs'
import { summarise } from './speed/summarise.mjs'

/**
 * @typedef {{ name: string, version: string, note: string, rounds: import('./speed/rounds.mjs').Round[] }} EngineRounds
 * @typedef {{
 *   collection: string, documents: number, textBytes: number, questions: number, measured: string,
 *   engines: EngineRounds[], skipped: { name: string, reason: string }[]
 * }} Measurement `measured`: when and where the last round was
 */

const USUAL_ENGINES = ENGINE_NAMES.filter(name => /^(trouvaille|lucene|tantivy|minisearch-fr|flexsearch)/.test(name))
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
      record: { type: 'string' },
      smoke: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
    },
  })
  if (positionals.length > 1) throw new UsageError('One folder of collections at most.')
  const rounds = wholeNumber('--rounds', values.rounds)
  const questions = wholeNumber('--questions', values.questions, 1)
  const names = values.peers === undefined && !values.all ? USUAL_ENGINES : choose('engine', ENGINE_NAMES, values.peers)
  if (values.write && values.smoke) throw new UsageError('The figures of a smoke run are not worth writing.')
  if (values.write && rounds === 0 && !values.record) throw new UsageError('--rounds 0 needs a record to write.')
  if (values.write) await requireSubject(['trouvaille'])

  const temporary = mkdtempSync(join(tmpdir(), 'trouvaille-speed-'))
  try {
    const folder = values.smoke ? smokeCollection(temporary) : timedCollection(positionals[0], values.only)
    const { inputs, about } = writeInputs(folder, questions, temporary)
    const measurement = recorded(values.record, about)
    await measure(measurement, inputs, names, values.smoke ? 1 : rounds, values.smoke ? SMOKE_EFFORT : USUAL_EFFORT)
    if (rounds > 0) measurement.measured = stamp('npm run speed -- --write', { timed: true })
    if (values.record) writeFileSync(values.record, JSON.stringify(measurement))
    const engines = measurement.engines
      .sort((a, b) => ENGINE_NAMES.indexOf(a.name) - ENGINE_NAMES.indexOf(b.name))
      .map(({ rounds, ...engine }) => ({ ...engine, rounds: rounds.length, ...summarise(rounds) }))
    const result = { ...measurement, engines }
    if (values.json)
      console.log(JSON.stringify({ date: new Date().toISOString(), machine: machine(), result }, null, 2))
    else console.log(speedText(result))
    if (values.smoke && !values.json)
      console.log('\nA smoke run over repeated text: it shows that everything runs, its figures mean nothing.')
    if (values.write) {
      const page = new URL('../docs/speed.md', import.meta.url)
      const before = existsSync(page) ? readFileSync(page, 'utf8') : ''
      writeFileSync(page, withKeptSections(speedMarkdown(result, measurement.measured), before))
      writeFileSync(new URL('../docs/speed.svg', import.meta.url), speedPlot(result))
    }
  } finally {
    rmSync(temporary, { recursive: true, force: true })
  }
})

/**
 * @param {string | undefined} folder
 * @param {string | undefined} only
 */
function timedCollection(folder, only) {
  const folders = chooseCollections(folder, only)
  return folders.find(path => path.endsWith(`/${USUAL_COLLECTION}`)) ?? folders[0]
}

/**
 * What was measured so far: rounds can be spread over several runs, each as short as the machine can be kept quiet.
 * @param {string | undefined} file
 * @param {Omit<Measurement, 'engines' | 'skipped' | 'measured'>} about
 * @returns {Measurement}
 */
function recorded(file, about) {
  if (file === undefined || !existsSync(file)) return { ...about, engines: [], skipped: [], measured: '' }
  /** @type {Measurement} */
  const measurement = JSON.parse(readFileSync(file, 'utf8'))
  if (measurement.collection !== about.collection || measurement.questions !== about.questions) {
    throw new UsageError(`${file} was measured with ${measurement.questions} questions of ${measurement.collection}.`)
  }
  return { ...measurement, skipped: [] }
}

/**
 * Every round runs each engine once, in processes of its own: what disturbs the machine for a while disturbs all alike.
 * @param {Measurement} measurement gets the rounds
 * @param {import('./speed/rounds.mjs').Inputs} inputs
 * @param {readonly string[]} names
 * @param {number} rounds
 * @param {import('./speed/rounds.mjs').Effort} effort
 */
async function measure(measurement, inputs, names, rounds, effort) {
  const { present, skipped } = await availableEngines(names)
  // Its figures may be those of an earlier run.
  const missing = skipped.filter(({ name }) => !measurement.engines.some(engine => engine.name === name))
  measurement.skipped.push(...missing)
  for (let n = 0; n < rounds; n++) {
    for await (const { engine, round } of roundOf(present, inputs, effort)) {
      const { name, version, note } = engine
      const before = measurement.engines.find(engine => engine.name === name)
      if (before) before.rounds.push(round)
      else measurement.engines.push({ name, version, note, rounds: [round] })
    }
  }
}

/**
 * @param {string} option
 * @param {string} value
 */
function wholeNumber(option, value, least = 0) {
  if (!/^\d+$/.test(value) || Number(value) < least) throw new UsageError(`${option} takes a number from ${least}.`)
  return Number(value)
}
