/**
 * Measures `trouvaille/opensearch` beside OpenSearch's own French analyser, on one node of this machine: documents per second, sizes, and what a query costs.
 *
 *     node opensearch.mjs NAME [--folder FOLDER] [--documents N] [--queries N] [--exact] [--french] [--alone] [--record FILE] [--write]
 *
 * `--documents`: as many, recombined from the sentences of the collection; nothing is judged then, and nothing is compared with an index in memory. `--alone` leaves
 * out that index too. `--record` adds to the figures in a file, and `--write` writes all of them to docs/opensearch.md.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startCluster } from '../scripts/cluster/local-cluster.mjs'
import { readCollection } from './collections.mjs'
import { machine } from './machine.mjs'
import { measureAnalyser } from './opensearch/analyser.mjs'
import { measureCluster } from './opensearch/cluster.mjs'
import { writeFigures } from './opensearch/report.mjs'
import { chooseCollections, main, UsageError } from './options.mjs'
import { materialOf, recombined } from './scaling/texts.mjs'

await main(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      folder: { type: 'string' },
      documents: { type: 'string' },
      queries: { type: 'string', default: '100' },
      exact: { type: 'boolean', default: false },
      french: { type: 'boolean', default: false },
      alone: { type: 'boolean', default: false },
      record: { type: 'string' },
      write: { type: 'boolean', default: false },
    },
  })
  const [name] = positionals
  /** @type {import('./opensearch/report.mjs').Figures[]} */
  const figures = values.record && existsSync(values.record) ? JSON.parse(readFileSync(values.record, 'utf8')) : []
  if (name !== undefined) {
    const most = Number(values.queries)
    if (!Number.isInteger(most) || most < 1) throw new UsageError('--queries takes a number from 1.')
    const [folder] = chooseCollections(values.folder, name)
    const collection = readCollection(folder)
    const count = Number(values.documents ?? collection.documents.length)
    const isRecombined = values.documents !== undefined
    const queries = collection.questions.filter(({ id }) => collection.judgements.has(id)).slice(0, most)
    const documents = () =>
      isRecombined ? recombined(materialOf(collection.documents), count, 'long') : collection.documents
    const measured = {
      name,
      count,
      isRecombined,
      documents,
      queries,
      judgements: isRecombined ? undefined : collection.judgements,
      isCompared: !isRecombined && !values.alone,
    }
    const cluster = await startCluster({ heap: '1g', isOptimised: true })
    const [{ url, pid = 0 }] = cluster.nodes
    try {
      const own = await measureCluster(measured, { url, pid, rankings: values.exact ? ['fast', 'exact'] : ['fast'] })
      const french = values.french ? await measureAnalyser(measured, { url, pid }) : undefined
      const found = { name, count, isRecombined, version: cluster.version, date: new Date().toISOString().slice(0, 10) }
      figures.push({ ...found, machine: machine(), queries: queries.length, own, ...(french && { french }) })
      console.log(JSON.stringify(figures.at(-1), undefined, 2))
    } finally {
      await cluster.stop()
    }
    if (values.record) writeFileSync(values.record, JSON.stringify(figures, undefined, 1))
  }
  if (values.write) writeFigures(join(import.meta.dirname, '../docs/opensearch.md'), figures)
})
