/** How build, size and queries grow with the number of documents: `node scaling.mjs [folder] [--short a,b] [--long a,b] [--peers a,b] [--questions N] [--record FILE] [--json] [--write]`. */

import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readCollection } from './collections.mjs'
import { machine, stamp } from './machine.mjs'
import { choose, chooseCollections, main, UsageError } from './options.mjs'
import { growthPlot } from './scaling/plot.mjs'
import { growthMarkdown, growthText } from './scaling/report.mjs'
import { stepsOf, writeQueries } from './scaling/steps.mjs'
import { takeSnapshot } from './snapshot.mjs'
import { availableEngines, ENGINE_NAMES } from './speed/engines.mjs'
import { SMOKE_EFFORT, USUAL_EFFORT } from './speed/rounds.mjs'

/** @typedef {import('./scaling/steps.mjs').Step} Step */

const USUAL_ENGINES = 'trouvaille,trouvaille-1000,lucene-all,lucene-all-exact,tantivy-all,tantivy-all-exact'

await main(async () => {
  takeSnapshot()
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      short: { type: 'string', default: '100000,300000,1000000' },
      long: { type: 'string', default: '30000,100000,300000' },
      peers: { type: 'string', default: USUAL_ENGINES },
      questions: { type: 'string', default: '300' },
      record: { type: 'string' },
      smoke: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
    },
  })
  const questions = Number(values.questions)
  if (!Number.isInteger(questions) || questions < 1) throw new UsageError('--questions takes a number from 1.')
  const sizes = values.smoke
    ? /** @type {const} */ ([{ length: 'short', size: 200 }])
    : [...sizesOf('short', values.short), ...sizesOf('long', values.long)]
  const effort = values.smoke ? SMOKE_EFFORT : USUAL_EFFORT
  const { present, skipped } = await availableEngines(choose('engine', ENGINE_NAMES, values.peers))

  /** @type {Step[]} */
  const steps = values.record && existsSync(values.record) ? JSON.parse(readFileSync(values.record, 'utf8')) : []
  const collections = chooseCollections(positionals[0], undefined).map(readCollection)
  const folder = mkdtempSync(join(tmpdir(), 'trouvaille-scaling-'))
  try {
    const files = { folder, queries: join(folder, 'queries.tsv') }
    writeQueries(collections, questions, files.queries)
    for (const size of sizes) {
      for await (const step of stepsOf(size, collections, present, effort, files)) {
        steps.push({ ...step, measured: stamp('npm run scaling -- --write', { timed: true }) })
        if (values.record) writeFileSync(values.record, JSON.stringify(steps))
        if (!values.json) console.error(`${size.size} ${size.length} documents, ${step.engine}: done`)
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  const measured = steps.at(-1)?.measured ?? ''
  const place = (/** @type {Step} */ { size, engine }) => size * ENGINE_NAMES.length + ENGINE_NAMES.indexOf(engine)
  steps.sort((a, b) => place(a) - place(b))
  if (values.json) console.log(JSON.stringify({ date: new Date().toISOString(), machine: machine(), steps }, null, 2))
  else console.log(growthText(steps))
  for (const { name, reason } of skipped) console.error(`${name}: skipped. ${reason}`)
  if (values.write) {
    const names = collections.map(({ name }) => name)
    writeFileSync(new URL('../docs/scaling.md', import.meta.url), growthMarkdown(steps, names, measured))
    writeFileSync(new URL('../docs/scaling.svg', import.meta.url), growthPlot(steps))
  }
})

/**
 * @param {import('./scaling/texts.mjs').Length} length
 * @param {string} list none if empty
 */
function sizesOf(length, list) {
  const sizes = list === '' ? [] : list.split(',').map(Number)
  if (sizes.some(size => !Number.isInteger(size) || size < 1)) throw new UsageError(`--${length} takes numbers from 1.`)
  return sizes.map(size => ({ length, size }))
}
