/**
 * What ranges cost in Chromium without a secure context, in which there is no `Cache`: at the first page and at the next, with `cache: 'no-store'`, which
 * the client uses, and with `cache: 'default'`, with which the browser's HTTP cache keeps ranges but answers one at a time.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { type Browser, findChromium, launchChromium } from '../../test/browser/chromium.ts'
import { LatencyServer, type ServedFile } from '../../test/support/latency-server.ts'
import { markdownTable } from '../tables.mjs'
import { QUERIES } from './first-query.ts'
import { buildSite, type Site } from './site.ts'

const HOST = 'site.test'
const PATH = '/search.trv'
const LATENCY = 200

const POLICIES: { title: string; fetch?: string; headers: Record<string, string> }[] = [
  { title: '`no-store` (what the library does)', headers: { ETag: '"1"' } },
  { title: '`default`, server sends an ETag only', fetch: 'default', headers: { ETag: '"1"' } },
  {
    title: '`default`, server sends `max-age=600`',
    fetch: 'default',
    headers: { ETag: '"1"', 'Cache-Control': 'max-age=600' },
  },
]

interface Cost {
  waves: number
  requests: number
  time: number
}

/** Round trips, requests and seconds of the file alone, over HTTP/1.1: medians of `runs`, each with another query. */
export async function insecureMarkdown(options: { pages: number; runs: number }): Promise<string> {
  const executablePath = findChromium()
  if (executablePath === undefined) throw new Error('Chromium is needed')
  const folder = await mkdtemp(join(tmpdir(), 'trouvaille-page-'))
  const site = await buildSite(options.pages, join(folder, 'site'))
  await rm(folder, { recursive: true })
  const browser = await launchChromium(executablePath, 'fr-FR', [`--host-resolver-rules=MAP ${HOST} 127.0.0.1`])
  try {
    const rows: string[][] = []
    for (const policy of POLICIES) {
      const runs: Cost[][] = []
      for (let i = 0; i < options.runs; i++)
        runs.push(await visitTwice(browser, site, policy, QUERIES[i % QUERIES.length]))
      const visits = [0, 1].map(visit => runs.map(costs => costs[visit]))
      rows.push([policy.title, String(median(visits[0], 'requests')), ...visits.map(shown)])
    }
    return markdownTable([['without a secure context', 'requests', 'first page', 'next page, same query'], ...rows])
  } finally {
    await browser.close()
  }
}

async function visitTwice(
  { context }: Browser,
  site: Site,
  { fetch, headers }: (typeof POLICIES)[number],
  query: string,
): Promise<Cost[]> {
  const server = new LatencyServer({ latency: LATENCY, together: true })
  await server.listen()
  for (const [path, file] of site.files)
    server.files.set(path, path === PATH ? { ...file, headers } : uncompressed(file))
  server.files.set('/', { bytes: pageWith(fetch), type: 'text/html; charset=utf-8' })
  const page = await context.newPage()
  try {
    const costs: Cost[] = []
    for (let visit = 0; visit < 2; visit++) {
      await page.goto(`${server.origin.replace('127.0.0.1', HOST)}/`)
      await page.waitForFunction('window.search')
      if (await page.evaluate('isSecureContext')) throw new Error('The context is secure')
      await page.evaluate('window.loaded')
      server.reset()
      const time: number = await page.evaluate(`window.search(${JSON.stringify(query)})`)
      costs.push({ waves: server.waves(PATH), requests: server.requestsOf(PATH).length, time })
    }
    return costs
  } finally {
    await page.close()
    await server.close()
  }
}

/** Chromium takes brotli from secure origins only. */
function uncompressed({ bytes, type, headers }: ServedFile): ServedFile {
  return headers === undefined ? { bytes } : { bytes: brotliDecompressSync(bytes), type }
}

/** The code is loaded before, by a query of an index in memory, so that only the file is measured. */
function pageWith(cache: string | undefined): string {
  const options = cache === undefined ? '' : `, fetch: (url, init) => fetch(url, { ...init, cache: '${cache}' })`
  return `<!doctype html><html lang="fr"><meta charset="utf-8"><link rel="icon" href="data:,"><title>Recherche</title><script type="module">
  import { openIndex } from '/trouvaille/client.js'
  const bytes = await (await fetch('/search.trv?copy', { cache: 'no-store' })).arrayBuffer()
  window.loaded = openIndex(bytes).search('Tripoli')
  window.search = async query => {
    const start = performance.now()
    await openIndex('${PATH}', { load: 'ranges'${options} }).search(query)
    return performance.now() - start
  }</script>`
}

function shown(costs: readonly Cost[]): string {
  return `${median(costs, 'waves')} round trips, ${(median(costs, 'time') / 1000).toFixed(1)} s`
}

function median(costs: readonly Cost[], name: keyof Cost): number {
  return costs.map(cost => cost[name]).sort((a, b) => a - b)[costs.length >> 1]
}
