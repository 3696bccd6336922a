/** How build, size, opening and questions grow with the number of documents: `node scaling.mjs [folder] [--sizes a,b] [--questions N] [--json] [--write]`. */

import { fork } from 'node:child_process'
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { readCollection } from './collections.mjs'
import { chooseCollections, main, UsageError } from './options.mjs'
import { growthPlot } from './scaling/plot.mjs'
import { growthMarkdown, growthText } from './scaling/report.mjs'
import { materialOf, recombined } from './scaling/texts.mjs'
import { takeSnapshot } from './snapshot.mjs'

/** @typedef {import('./scaling/step.mjs').Step} Step */

const USUAL_SIZES = '1000,10000,30000,100000,300000'

await main(async () => {
  takeSnapshot()
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      sizes: { type: 'string', default: USUAL_SIZES },
      questions: { type: 'string', default: '300' },
      json: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
    },
  })
  const sizes = values.sizes.split(',').map(Number)
  if (sizes.some(size => !Number.isInteger(size) || size < 1)) throw new UsageError('--sizes takes numbers from 1.')
  const questions = Number(values.questions)
  if (!Number.isInteger(questions) || questions < 1) throw new UsageError('--questions takes a number from 1.')

  const folder = mkdtempSync(join(tmpdir(), 'trouvaille-scaling-'))
  try {
    const collections = chooseCollections(positionals[0], undefined).map(readCollection)
    const asked = collections.flatMap(collection => collection.questions.map(({ text }) => text))
    const files = writeTexts(collections, sizes, folder)
    writeFileSync(join(folder, 'questions.json'), JSON.stringify(asked))
    /** @type {Step[]} */
    const steps = []
    for (const [i, size] of sizes.entries()) {
      const job = {
        documents: files[i].file,
        questionFile: join(folder, 'questions.json'),
        index: join(folder, 'index.trv'),
        questions,
      }
      const built = await inChild({ ...job, phase: 'build' })
      const answered = await inChild({ ...job, phase: 'ask' })
      steps.push(/** @type {Step} */ ({ size, textBytes: files[i].textBytes, ...built, ...answered }))
      if (!values.json) console.error(`${size} documents: done`)
    }
    const machine = `Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, load ${loadavg()[0].toFixed(1)} at the end`
    const names = collections.map(({ name }) => name)
    if (values.json) console.log(JSON.stringify({ date: new Date().toISOString(), machine, names, steps }, null, 2))
    else console.log(growthText(steps))
    if (values.write) {
      const docs = new URL('../docs/', import.meta.url)
      mkdirSync(docs, { recursive: true })
      writeFileSync(new URL('scaling.md', docs), growthMarkdown(steps, names, machine))
      writeFileSync(new URL('scaling.svg', docs), growthPlot(steps))
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

/**
 * A file of JSON lines for each size, all from one sequence of documents: what reads them need not hold them.
 * @param {readonly import('./collections.mjs').Collection[]} collections
 * @param {readonly number[]} sizes
 * @param {string} folder
 */
function writeTexts(collections, sizes, folder) {
  const material = materialOf(collections.flatMap(({ documents }) => documents))
  return sizes.map(size => {
    const file = join(folder, `${size}.jsonl`)
    const handle = openSync(file, 'w')
    let textBytes = 0
    for (const article of recombined(material, size)) {
      textBytes += Buffer.byteLength(article.title) + Buffer.byteLength(article.text)
      writeSync(handle, `${JSON.stringify(article)}\n`)
    }
    closeSync(handle)
    return { file, textBytes }
  })
}

/**
 * @param {import('./scaling/step.mjs').Job} job
 * @returns {Promise<Partial<Step>>}
 */
function inChild(job) {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(new URL('./scaling/step.mjs', import.meta.url)), [JSON.stringify(job)], {
      execArgv: ['--expose-gc'],
    })
    child.on('message', message => resolve(/** @type {Partial<Step>} */ (message)))
    child.on('error', reject)
    child.on('exit', code => reject(new Error(`The ${job.phase} ended with code ${code} before it told its figures.`)))
  })
}
