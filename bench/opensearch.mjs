/**
 * `trouvaille/opensearch` beside OpenSearch's own French analyser, on one node of this machine:
 * `node opensearch.mjs [folder] [--only a,b] [--large N] [--long] [--questions N] [--record FILE] [--write]`.
 *
 * `--large` adds a collection of so many documents (0: none), as `npm run scaling` makes them: of a sentence or two, with `--long` as long as real ones. `--record`
 * keeps what is measured in a file, so that a run can be split. Needs Java and Maven.
 */

import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { startCluster, VERSIONS } from '../scripts/cluster/local-cluster.mjs'
import { readCollection } from './collections.mjs'
import { stamp } from './machine.mjs'
import { chooseCollections, main, UsageError } from './options.mjs'
import { writeMarkedSection } from './page-section.mjs'
import { materialOf, recombined } from './scaling/texts.mjs'
import { takeSnapshot } from './snapshot.mjs'
import { markdownTable, plainTable } from './tables.mjs'
import { wrapped } from './wrapped.mjs'

/** @typedef {import('./opensearch/pages.mjs').Step} Step */

const USUAL_COLLECTIONS = 'cnil,syntec,legi'
const LARGE = 'recombined'
const HEAP = '1g'

await main(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      only: { type: 'string', default: USUAL_COLLECTIONS },
      large: { type: 'string', default: '100000' },
      long: { type: 'boolean', default: false },
      questions: { type: 'string', default: '100' },
      record: { type: 'string' },
      write: { type: 'boolean', default: false },
    },
  })
  const [large, most] = [numberOf('large', values.large), numberOf('questions', values.questions)]
  takeSnapshot()
  const { measureQuality } = await import('./opensearch/quality.mjs')
  const { measureQueries } = await import('./opensearch/queries.mjs')
  const { measureWriting } = await import('./opensearch/writing.mjs')
  const { comeToRest } = await import('./opensearch/node.mjs')
  const { frenchOn, trouvailleOn } = await import('./opensearch/engines.mjs')
  const pages = await import('./opensearch/pages.mjs')

  const all = chooseCollections(positionals[0], undefined).map(readCollection)
  const names = values.only === '' ? [] : values.only.split(',')
  const unknown = names.filter(name => !all.some(collection => collection.name === name))
  if (unknown.length > 0) throw new UsageError(`There is no collection "${unknown.join('", "')}".`)
  const collections = names.flatMap(name => all.find(collection => collection.name === name) ?? [])
  /** @type {Step[]} */
  const steps = values.record && existsSync(values.record) ? JSON.parse(readFileSync(values.record, 'utf8')) : []
  const isMeasured = (/** @type {string} */ name) => steps.some(step => step.name === name)
  const missing = [...collections.map(({ name }) => name), ...(large > 0 ? [LARGE] : [])].filter(
    name => !isMeasured(name),
  )
  if (missing.length > 0) {
    const cluster = await startCluster({ heap: HEAP })
    try {
      const [url] = cluster.urls
      for (const name of missing) {
        const collection = collections.find(one => one.name === name)
        const documents = collection?.documents ?? largeOf(all, large, values.long)
        const asked = everyNth(collection?.questions ?? all.flatMap(({ questions }) => questions), most)
        const trouvaille = await trouvailleOn(url, `bench-${name}`)
        const french = await frenchOn(url, `french-${name}`)
        const isLarge = documents.length >= pages.LEAST_FOR_COSTS
        if (!isLarge) for (const engine of [trouvaille, french]) await engine.write(documents)
        const writing = isLarge ? await measureWriting(url, trouvaille, french, documents) : undefined
        if (!isLarge) await comeToRest(url, `${trouvaille.documents},${french.documents}`)
        const quality = collection && (await measureQuality(trouvaille, french, collection, ['fast', 'exact']))
        const texts = asked.map(({ text }) => text)
        const queries = isLarge ? await measureQueries(url, trouvaille, french, texts) : undefined
        const textBytes = documents.reduce((sum, { title, text }) => sum + Buffer.byteLength(title + text), 0)
        const measured = stamp('npm run opensearch -- --write', { timed: true })
        const questions = collection?.questions.length ?? asked.length
        steps.push({ name, documents: documents.length, textBytes, questions, measured, quality, writing, queries })
        if (values.record) writeFileSync(values.record, JSON.stringify(steps, null, 1))
        console.error(`${name}: measured`)
      }
    } finally {
      await cluster.stop()
    }
  }
  steps.sort((a, b) => a.documents - b.documents)
  const costs = pages.largeOf(steps)
  const tables = [pages.qualityRows(steps), pages.writingRows(steps), ...costs.map(pages.queryRows)]
  console.log(tables.map(plainTable).join('\n\n'))
  for (const { name, queries } of costs) console.log(`${name}: ${queries.sameTen.same} of ${queries.sameTen.of}`)
  if (!values.write) return
  const how = `on one node (OpenSearch ${VERSIONS[2]}, one shard, ${HEAP.replace('g', ' GB')} of heap) and a client on the same machine. Nothing was tuned to these collections.`
  const sentence = wrapped(`${steps.at(-1)?.measured} ${how}`)
  const [quality, ...others] = tables.map(markdownTable)
  const parts = [sentence, quality, costsIn(steps.at(-1), values.long), ...others]
  writeMarkedSection('docs/opensearch.md', 'opensearch', parts.join('\n\n'))
})

/** @param {Step | undefined} last @param {boolean} isLong */
function costsIn(last, isLong) {
  const { same, of } = last?.queries?.sameTen ?? { same: 0, of: 0 }
  const large =
    last?.name !== LARGE
      ? ''
      : ` \`${LARGE}\` are real sentences in new documents, ${isLong ? 'as long as real ones' : 'of a sentence or two each'} ([scaling.md](scaling.md)); \`'fast'\` and \`'exact'\` gave the same ten hits in the same order in ${same} of ${of} queries.`
  return wrapped(
    `Costs are those of both indexes side by side: documents were written in turn, twelve pieces each, and queries asked in turn, ten each, after a first pass. Client and node share the processors, so compare times with one another only. Ratios are geometric means, with a 95% interval. “Warm” are queries whose words were counted before, “cold” those without any counts. \`french\` is a \`multi_match\` of \`most_fields\` for ten documents.${large}`,
  )
}

/**
 * @param {readonly import('./collections.mjs').Collection[]} collections
 * @param {number} count
 * @param {boolean} isLong
 */
function largeOf(collections, count, isLong) {
  const material = materialOf(collections.flatMap(({ documents }) => documents))
  return [...recombined(material, count, isLong ? 'long' : 'short')]
}

/** Evenly spread. @template T @param {readonly T[]} values @param {number} most @returns {T[]} */
function everyNth(values, most) {
  const step = Math.max(1, values.length / most)
  return Array.from({ length: Math.min(most, values.length) }, (_, i) => values[Math.floor(i * step)])
}

/** @param {string} name @param {string} text */
function numberOf(name, text) {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 0) throw new UsageError(`--${name} takes a whole number.`)
  return value
}
