/**
 * `trouvaille/opensearch` beside OpenSearch's own French analyser, on one node of this machine: `node opensearch.mjs [folder] [--only a,b] [--exact] [--write]`.
 *
 * `--exact` measures exact ranking of all collections; without it that of the smallest one. Needs Java and Maven.
 */

import { parseArgs } from 'node:util'
import { startCluster, VERSIONS } from '../scripts/cluster/local-cluster.mjs'
import { readCollection } from './collections.mjs'
import { stamp } from './machine.mjs'
import { chooseCollections, main } from './options.mjs'
import { writeMarkedSection } from './page-section.mjs'
import { takeSnapshot } from './snapshot.mjs'
import { markdownTable, plainTable } from './tables.mjs'
import { wrapped } from './wrapped.mjs'

/**
 * @typedef {import('./collections.mjs').Collection} Collection
 * @typedef {Awaited<ReturnType<typeof import('./opensearch/measure.mjs').measureCluster>> & {
 *   collection: Collection, french: import('./opensearch/measure.mjs').FrenchResult[]
 * }} Measured
 */

/** The small ones: each query of the others takes as many requests, and writing them takes minutes. */
const USUAL_COLLECTIONS = 'cnil,syntec'
const HEAP = '1g'

await main(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      only: { type: 'string', default: USUAL_COLLECTIONS },
      exact: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
    },
  })
  takeSnapshot()
  const { measureCluster, measureFrenchAnalyser } = await import('./opensearch/measure.mjs')
  const collections = chooseCollections(positionals[0], values.only).map(readCollection)
  const smallest = collections.reduce((a, b) => (b.documents.length < a.documents.length ? b : a))
  const cluster = await startCluster({ heap: HEAP })
  /** @type {Measured[]} */
  const measured = []
  try {
    const [url] = cluster.urls
    for (const collection of collections) {
      const rankings = /** @type {('fast' | 'exact')[]} */ (
        values.exact || collection === smallest ? ['fast', 'exact'] : ['fast']
      )
      const own = await measureCluster(url, collection, rankings)
      const french = await measureFrenchAnalyser(url, collection)
      measured.push({ collection, ...own, french })
      console.log(JSON.stringify({ collection: collection.name, ...own, french }, null, 2))
    }
  } finally {
    await cluster.stop()
  }
  const tables = [qualityRows(measured), costRows(measured)]
  console.log(tables.map(plainTable).join('\n\n'))
  if (!values.write) return
  const how = `one node (OpenSearch ${VERSIONS[2]}, one shard, ${HEAP.replace('g', ' GB')} of heap), every query first cold, then again. Times are left out: they say how busy the machine was. Nothing was tuned to these collections.`
  const sentence = wrapped(`${stamp('npm run opensearch -- --write')} on ${how}`)
  writeMarkedSection('docs/opensearch.md', 'opensearch', [sentence, ...tables.map(markdownTable)].join('\n\n'))
})

/** @param {readonly Measured[]} measured */
function qualityRows(measured) {
  /** @param {Measured} one @param {'fast' | 'exact'} name */
  const same = ({ rankings, collection }, name) => {
    const ranking = rankings.find(({ ranking }) => ranking === name)
    return ranking === undefined ? 'not measured' : `${ranking.sameTen} of ${collection.questions.length}`
  }
  /** @param {string} type @returns {string[]} */
  const analyser = type =>
    measured.map(({ french }) => french.find(result => result.type === type)?.ndcg.toFixed(4) ?? '–')
  const headings = measured.map(
    ({ collection: { name, documents, questions } }) =>
      `${name} (${documents.length.toLocaleString('en')} documents, ${questions.length} queries)`,
  )
  return [
    ['nDCG@10', ...headings],
    ['Trouvaille, `fast`', ...measured.map(({ rankings }) => rankings[0].ndcg.toFixed(4))],
    ['Trouvaille in memory', ...measured.map(({ inMemory }) => inMemory.toFixed(4))],
    ['OpenSearch’s own `french` analyser, `most_fields`, `title^2`', ...analyser('most_fields')],
    ['the same, `best_fields`', ...analyser('best_fields')],
    ['the same, `cross_fields`', ...analyser('cross_fields')],
    ['the ten hits in memory, in their order, `fast`', ...measured.map(one => same(one, 'fast'))],
    ['the same, `exact`', ...measured.map(one => same(one, 'exact'))],
  ]
}

/** @param {readonly Measured[]} measured */
function costRows(measured) {
  /** @param {(cost: import('./opensearch/measure.mjs').PerQuery) => number} of */
  const both = of =>
    measured.map(({ rankings: [fast] }) => [fast.cold, fast.warm].map(cost => of(cost).toFixed(1)).join(', '))
  /** @param {(writing: import('./opensearch/measure.mjs').Writing) => number} of */
  const writing = of => measured.map(one => of(one.writing).toFixed(1))
  return [
    ['per query, cold and warm', ...measured.map(({ collection }) => collection.name)],
    ['requests', ...both(({ requests }) => requests)],
    ['kB sent', ...both(({ up }) => up / 1000)],
    ['kB received, uncompressed', ...both(({ down }) => down / 1000)],
    ['writing a document: CPU ms of the client', ...writing(({ cpuMs }) => cpuMs)],
    ['writing a document: kB sent', ...writing(({ sent, added }) => sent / added / 1000)],
  ]
}
