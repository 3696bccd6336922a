/** What each part of the ranking brings and costs: `node ablation.mjs [folder] [--only a,b] [--rounds N] [--write]`. */

import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { loadEdited } from './ablation/bundle.mjs'
import { PARTS } from './ablation/parts.mjs'
import { asMarkdown, asText } from './ablation/report.mjs'
import { readCollection } from './collections.mjs'
import { DEPTH } from './depth.mjs'
import { meanScores, randomisationTest, scoreRun } from './measure.mjs'
import { chooseCollections, main, UsageError } from './options.mjs'

/**
 * @typedef {import('./collections.mjs').Collection} Collection
 * @typedef {{ search(question: string, options: object): { hits: { id: unknown }[] } }} Index
 * @typedef {{ name: string, off: string, difference: number, p: number, time: number }} PartResult
 *   `difference`: nDCG@10 without the part less nDCG@10 with it; `time`: without it, as a share of the time with it; NaN if it was not timed
 * @typedef {{ collection: string, ndcg: number, milliseconds: number | undefined, parts: PartResult[] }} AblationResult
 */

/** How many questions are timed. */
const TIMED = 200
/** How often they are asked first, so that all variants run compiled. */
const WARM_UP = 3
/** Nothing taken out, a second time: what it differs by is chance. */
const CONTROL = { name: 'nothing', off: 'a second measurement, to show the noise' }

await main(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      only: { type: 'string' },
      rounds: { type: 'string', default: '11' },
      write: { type: 'boolean', default: false },
    },
  })
  if (!/^[1-9]\d*$/.test(values.rounds)) throw new UsageError('--rounds takes a number of rounds.')
  const parts = [CONTROL, ...PARTS]
  const libraries = [await loadEdited()]
  for (const part of parts) libraries.push(await loadEdited('edits' in part ? part.edits : []))
  /** @type {AblationResult[]} */
  const results = []
  const collections = chooseCollections(positionals[0], values.only).map(readCollection)
  // Where little is to be done, times say more of the engine that runs the code than of the code.
  const largest = collections.reduce((a, b) => (b.textBytes > a.textBytes ? b : a))
  for (const collection of collections) {
    const result = measure(collection, libraries, parts, collection === largest ? Number(values.rounds) : 0)
    results.push(result)
    console.log(`${asText(result)}\n`)
  }
  if (!values.write) return
  writeFileSync(fileURLToPath(new URL('../docs/relevance-parts.md', import.meta.url)), asMarkdown(results))
  console.log('Written: docs/relevance-parts.md')
})

/**
 * @param {Collection} collection
 * @param {readonly (typeof import('../src/index.ts'))[]} libraries the whole one first, then one for each of `parts`
 * @param {readonly import('./ablation/parts.mjs').Part[]} parts
 * @param {number} rounds of timing
 * @returns {AblationResult}
 */
function measure(collection, libraries, parts, rounds) {
  const whole = buildBytes(libraries[0], collection)
  const variants = [{ name: '', search: {}, rebuild: false }, ...parts].map(({ search = {}, rebuild = false }, i) => {
    const bytes = rebuild ? buildBytes(libraries[i], collection) : whole
    const index = libraries[i].SearchIndex.fromBytes(bytes)
    return (/** @type {string} */ question, /** @type {number} */ limit) => index.search(question, { ...search, limit })
  })
  const scores = variants.map(ask => scoresOf(collection, ask))
  const times = rounds === 0 ? undefined : timesOf(collection, variants, rounds)
  const ndcg = (/** @type {number} */ i) => [...scores[i].values()].map(({ ndcg }) => ndcg)
  const mean = (/** @type {number} */ i) => meanScores(scores[i].values()).ndcg
  return {
    collection: collection.name,
    ndcg: mean(0),
    milliseconds: times?.[0],
    parts: parts.map(({ name, off }, i) => ({
      name,
      off,
      difference: mean(i + 1) - mean(0),
      p: randomisationTest(ndcg(i + 1), ndcg(0)),
      time: times === undefined ? Number.NaN : times[i + 1] / times[0],
    })),
  }
}

/**
 * @param {typeof import('../src/index.ts')} library
 * @param {Collection} collection
 * @returns {Uint8Array}
 */
function buildBytes({ SearchIndex }, { documents }) {
  const index = new SearchIndex({ fields: ['title', 'text'] })
  index.addAll(documents)
  return index.toBytes()
}

/**
 * @param {Collection} collection
 * @param {(question: string, limit: number) => { hits: { id: unknown }[] }} ask
 */
function scoresOf({ questions, judgements }, ask) {
  const run = new Map(questions.map(({ id, text }) => [id, ask(text, DEPTH).hits.map(hit => String(hit.id))]))
  return scoreRun(judgements, run)
}

/**
 * Milliseconds of the processor a question, top 10: the least of the rounds, in each of which all variants take their turn, so that what else the
 * machine does counts for little.
 * @param {Collection} collection
 * @param {readonly ((question: string, limit: number) => unknown)[]} variants
 * @param {number} rounds
 * @returns {number[]}
 */
function timesOf({ questions }, variants, rounds) {
  const step = Math.max(1, Math.floor(questions.length / TIMED))
  const timed = questions.filter((_, i) => i % step === 0).slice(0, TIMED)
  const least = variants.map(() => Number.POSITIVE_INFINITY)
  for (const ask of variants) for (let warm = 0; warm < WARM_UP; warm++) for (const { text } of timed) ask(text, 10)
  for (let round = 0; round < rounds; round++) {
    variants.forEach((ask, i) => {
      const start = process.cpuUsage()
      for (const { text } of timed) ask(text, 10)
      const { user, system } = process.cpuUsage(start)
      least[i] = Math.min(least[i], (user + system) / 1000 / timed.length)
    })
  }
  return least
}
