/** The two ways to have French on OpenSearch that are measured: `trouvaille/opensearch`, and OpenSearch's own French analyser. Both count what they send. */

import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { distFolder } from '../snapshot.mjs'
import { ask } from './node.mjs'

const load = (/** @type {string} */ entry) => import(pathToFileURL(join(distFolder(), entry)).href)
const { FetchTransport, openCluster } = await load('opensearch.js')

/**
 * @typedef {{ requests: number, up: number, down: number }} Traffic bytes sent and received, uncompressed
 * @typedef {import('../collections.mjs').Article} Article
 */

export const SCHEMA = { fields: { title: {}, text: {} }, storeFields: ['title', 'text'] }
/** Nothing is counted anew during a run unless it is asked for. */
const STATISTICS_AGE = 86_400_000
/** Exact ranking of many documents takes long. */
const TIMEOUT = 600_000
/** Documents in a request of `_bulk`, and how many requests run at the same time: as many as `addAll` has. */
const BULK = 500
const TOGETHER = 2

/**
 * `trouvaille/opensearch`.
 * @param {string} url of the node
 * @param {string} name of the index
 */
export async function trouvailleOn(url, name) {
  /** @type {Traffic} */
  const traffic = { requests: 0, up: 0, down: 0 }
  const transport = new FetchTransport([url], {
    timeout: TIMEOUT,
    fetch: async (/** @type {string} */ address, /** @type {{ body?: string }} */ options) => {
      const response = await fetch(address, /** @type {RequestInit} */ (options))
      const bytes = await response.arrayBuffer()
      traffic.requests++
      traffic.up += options.body === undefined ? 0 : Buffer.byteLength(options.body)
      traffic.down += bytes.byteLength
      return new Response(bytes, { status: response.status })
    },
  })
  const open = () => openCluster({ transport, name, ...SCHEMA, replicas: 0, statisticsAge: STATISTICS_AGE })
  const index = await open()
  return {
    index,
    traffic,
    /** Its own counts are not those of `index`. */
    another: open,
    documents: `${name}-1`,
    words: `${name}-1-words`,
    /** @param {readonly Article[]} documents */
    async write(documents) {
      const { added, rejected } = await index.addAll(documents)
      if (added !== documents.length) throw new Error(`Not written: ${JSON.stringify(rejected[0])}`)
    },
  }
}

/**
 * OpenSearch's own French analyser, for the same fields, with the documents kept.
 * @param {string} url
 * @param {string} name
 */
export async function frenchOn(url, name) {
  /** @type {Traffic} */
  const traffic = { requests: 0, up: 0, down: 0 }
  const text = { type: 'text', analyzer: 'french' }
  const mappings = { properties: { title: text, text } }
  await ask(url, `/${name}`, { settings: { number_of_replicas: 0 }, mappings }, 'PUT')
  /** @param {readonly Article[]} documents */
  const bulk = async documents => {
    const lines = documents.flatMap(({ id, ...rest }) => [{ index: { _id: id } }, rest])
    const body = `${lines.map(line => JSON.stringify(line)).join('\n')}\n`
    traffic.requests++
    traffic.up += Buffer.byteLength(body)
    const { errors } = await ask(url, `/${name}/_bulk`, body)
    if (errors) throw new Error('The French analyser refused a document.')
  }
  return {
    traffic,
    documents: name,
    /** @param {readonly Article[]} documents */
    async write(documents) {
      const starts = Array.from({ length: Math.ceil(documents.length / BULK) }, (_, i) => i * BULK)
      const worker = async () => {
        for (let start = starts.shift(); start !== undefined; start = starts.shift()) {
          await bulk(documents.slice(start, start + BULK))
        }
      }
      await Promise.all(Array.from({ length: TOGETHER }, worker))
    },
    /**
     * @param {string} query
     * @param {string} type of `multi_match`
     * @returns {Promise<string[]>} ids of the ten best
     */
    async search(query, type) {
      const body = JSON.stringify({ size: 10, query: { multi_match: { query, type, fields: ['title^2', 'text'] } } })
      const headers = { 'content-type': 'application/json' }
      const response = await fetch(`${url}/${name}/_search`, { method: 'POST', headers, body })
      const answered = await response.text()
      if (!response.ok) throw new Error(answered.slice(0, 500))
      traffic.requests++
      traffic.up += Buffer.byteLength(body)
      traffic.down += Buffer.byteLength(answered)
      return JSON.parse(answered).hits.hits.map((/** @type {{ _id: string }} */ { _id }) => _id)
    },
  }
}

/** @param {{ hits: { id: unknown }[] }} answer @returns {string[]} */
export const idsOf = ({ hits }) => hits.map(({ id }) => String(id))
