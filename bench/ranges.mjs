/** What a question costs over HTTP ranges: `node ranges.mjs [folder] [--only name] [--documents N] [--texts] [--session N] [--json] [--write]`. */

import { createServer } from 'node:http'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { readCollection } from './collections.mjs'
import { stamp } from './machine.mjs'
import { chooseCollections, main, UsageError } from './options.mjs'
import { writeMarkedSection } from './page-section.mjs'
import { seededRandom } from './random.mjs'
import { distFolder, takeSnapshot } from './snapshot.mjs'
import { markdownTable, plainTable } from './tables.mjs'
import { wrapped } from './wrapped.mjs'

/** @typedef {{ roundTrips: number, requests: number, bytes: number }} Cost */

const USUAL_COLLECTION = 'legi'

const ROWS = {
  open: 'opening',
  first: 'first question',
  later: 'later question',
  again: 'first question again',
}

/** Counts what goes through its `fetch`. What is asked for while nothing is waited for starts a round trip. */
class Meter {
  /** @type {Cost} */
  cost = { roundTrips: 0, requests: 0, bytes: 0 }
  waitedFor = 0

  /** @type {typeof fetch} */
  fetch = async (...inputs) => {
    if (this.waitedFor++ === 0) this.cost.roundTrips++
    this.cost.requests++
    const response = await fetch(...inputs)
    this.waitedFor--
    this.cost.bytes += Number(response.headers.get('content-length'))
    return response
  }

  take() {
    const { cost } = this
    this.cost = { roundTrips: 0, requests: 0, bytes: 0 }
    return cost
  }
}

await main(async () => {
  takeSnapshot()
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      only: { type: 'string' },
      documents: { type: 'string' },
      texts: { type: 'boolean', default: false },
      session: { type: 'string', default: '10' },
      json: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
    },
  })
  if (positionals.length > 1) throw new UsageError('One folder of collections at most.')
  if (values.write && (values.only ?? values.documents ?? positionals[0]) !== undefined)
    throw new UsageError('--write takes the usual collection, whole.')
  if (!/^[1-9]\d*$/.test(values.session)) throw new UsageError('--session takes a number from 1.')
  if (!/^[1-9]\d*$/.test(values.documents ?? '1')) throw new UsageError('--documents takes a number from 1.')
  const { openIndex, SearchIndex } = await import(pathToFileURL(join(distFolder(), 'index.js')).href)
  const folders = chooseCollections(positionals[0], values.only)
  const chosen =
    values.only === undefined ? [folders.find(path => path.endsWith(`/${USUAL_COLLECTION}`)) ?? folders[0]] : folders
  for (const folder of chosen) {
    const { name, documents: all, questions } = readCollection(folder)
    // Fewer documents for a smaller file; texts in it for snippets, as `trouvaille build` stores them.
    const documents = all.slice(0, Number(values.documents ?? all.length))
    const storeFields = values.texts ? ['title', 'text'] : ['title']
    const index = new SearchIndex({ fields: ['title', 'text'], storeFields })
    index.addAll(documents)
    const bytes = index.toBytes()
    const costs = await measure(openIndex, bytes, shuffled(questions.map(({ text }) => text)), Number(values.session))
    if (values.json) console.log(JSON.stringify({ name, fileBytes: bytes.length, costs }))
    else
      console.log(
        `${name}: ${documents.length} documents, ${kilobytes(bytes.length)} kB\n${plainTable(table(costs))}\n`,
      )
    if (!values.write) continue
    const measured = stamp('npm run ranges -- --write')
    const what = `${name}, ${number(documents.length)} documents, a file of ${number(bytes.length / 1000)} kB; ${questions.length} queries in sessions of ${values.session}, ten hits each with their titles, default \`cache\`. Medians; in brackets the 90th percentile. What is read of the word list is not counted.`
    const markdown = `${wrapped(`${measured}: ${what}`)}\n\n${markdownTable(table(costs))}`
    writeMarkedSection('docs/remote.md', 'ranges', markdown)
  }
})

/**
 * Asks the questions in sessions, each of which opens the file anew.
 * @param {(url: string, options: object) => { search(query: string): Promise<unknown>, warmUp(): Promise<void> }} openIndex
 * @param {Uint8Array} file
 * @param {readonly string[]} questions
 * @param {number} length how many questions a session has
 */
async function measure(openIndex, file, questions, length) {
  const server = await serve(file)
  const meter = new Meter()
  /** @type {Record<keyof typeof ROWS, Cost[]>} */
  const costs = { open: [], first: [], later: [], again: [] }
  for (let start = 0; start < questions.length; start += length) {
    const index = openIndex(server.url, { load: 'ranges', fetch: meter.fetch })
    await index.warmUp()
    costs.open.push(meter.take())
    for (const [i, question] of questions.slice(start, start + length).entries()) {
      await index.search(question)
      costs[i === 0 ? 'first' : 'later'].push(meter.take())
    }
    await index.search(questions[start])
    costs.again.push(meter.take())
  }
  await server.close()
  return costs
}

/** @param {Uint8Array} file */
async function serve(file) {
  const server = createServer((request, response) => {
    const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? []
    const start = Number(first)
    const end = Math.min(Number(last) + 1, file.length)
    response.writeHead(206, {
      'Content-Range': `bytes ${start}-${end - 1}/${file.length}`,
      'Content-Length': String(end - start),
    })
    response.end(file.subarray(start, end))
  })
  await new Promise(resolve => server.listen(0, '127.0.0.1', () => resolve(undefined)))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  return {
    url: `http://127.0.0.1:${port}/recherche.trv`,
    close: () => new Promise(resolve => server.close(resolve).closeAllConnections()),
  }
}

/** @param {Record<keyof typeof ROWS, Cost[]>} costs */
function table(costs) {
  const rows = [['median (9 of 10)', 'round trips', 'requests', 'kB']]
  for (const row of /** @type {(keyof typeof ROWS)[]} */ (Object.keys(ROWS))) {
    const both = (/** @type {(cost: Cost) => number | string} */ of, /** @type {keyof Cost} */ by) => {
      const sorted = [...costs[row]].sort((a, b) => a[by] - b[by])
      return `${of(sorted[Math.ceil(sorted.length / 2) - 1])} (${of(sorted[Math.ceil(sorted.length * 0.9) - 1])})`
    }
    rows.push([
      ROWS[row],
      both(({ roundTrips }) => roundTrips, 'roundTrips'),
      both(({ requests }) => requests, 'requests'),
      both(({ bytes }) => kilobytes(bytes), 'bytes'),
    ])
  }
  return rows
}

/** @param {number} value */
function number(value) {
  return Math.round(value).toLocaleString('en')
}

/** @param {number} bytes */
function kilobytes(bytes) {
  return (bytes / 1000).toFixed(0)
}

/**
 * @param {readonly string[]} questions
 * @returns {string[]} in an order drawn with a fixed seed
 */
function shuffled(questions) {
  const random = seededRandom(1)
  return questions
    .map(text => ({ text, draw: random() }))
    .sort((a, b) => a.draw - b.draw)
    .map(({ text }) => text)
}
