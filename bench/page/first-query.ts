/**
 * What a first query costs a page in Chromium: waves, requests, bytes and time, pasted and typed, over HTTP/1.1 and HTTP/2, at several latencies, with the
 * site searched by Trouvaille and by Pagefind in the same run.
 *
 * Each measurement is a page of its own, from a server of its own, so that no cache has anything. Each run asks another query.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, findChromium, launchChromium } from '../../test/browser/chromium.ts'
import { selfSignedCertificate } from '../../test/support/certificate.ts'
import { LatencyServer, type LatencyServerOptions } from '../../test/support/latency-server.ts'
import { buildSite, type Site, served } from './site.ts'
import { type Engine, type Load, pageOf, type Visit, visitOf, type Way } from './visitor.ts'

/** `round trips` counts waves; its answers leave together, so that a busy machine does not change the count. The others are timed. */
export const LINES = {
  'round trips': { latency: 200, together: true },
  '0 ms': { latency: 0 },
  '165 ms': { latency: 165, connections: true },
  '1,000 ms': { latency: 1000, connections: true },
  '165 ms, 1.6 Mbit/s': { latency: 165, connections: true, throughput: 200_000 },
  // As Chromium's developer tools throttle by this name.
  'Slow 4G': { latency: 562.5, connections: true, throughput: 180_000 },
} satisfies Record<string, LatencyServerOptions>
export type LineName = keyof typeof LINES

/** One for each run, in turn. All words of each are on five pages of the shipped site or more: Pagefind finds only pages that have all words. */
export const QUERIES = [
  'Offensive sur Tripoli : des émissaires américains rencontrent Haftar',
  'réforme de la garde à vue',
  'coquilles Saint-Jacques en baie de Saint-Brieuc',
  'élections municipales à Paris',
  'vaccination dans les collèges',
]

export const PROTOCOLS = ['HTTP/1.1', 'HTTP/2'] as const
export type Protocol = (typeof PROTOCOLS)[number]

export interface Case {
  site: Site
  engine: Engine
  load: Load
  way: Way
  protocol: Protocol
  line: LineName
}

/** Medians. Times in milliseconds. */
export interface Cost {
  /** From the last letter to the hits. */
  time: number
  waves: number
  requests: number
  bytes: number
  /** What the page itself loaded before, without the HTML. */
  pageBytes: number
  hits: number
}

export interface Measurements {
  costs: Map<string, Cost>
  sites: Site[]
  /** Load averages of the machine at the start and at the end. */
  load: [number, number]
  runs: number
}

export interface FirstQueryOptions {
  /** Number of pages of the site that is measured as shipped, pasted and typed. */
  shipped: number
  /** Numbers of pages of the sites that are measured by every way of loading, pasted. */
  pages: number[]
  runs: number
  /** How many pages are measured at the same time if there is latency. */
  together: number
  lines: LineName[]
}

/** A name for a case, by which its cost is found. */
export function nameOf({ site, engine, load, way, protocol, line }: Case): string {
  return [site.pages, engine, load, way, protocol, line].join(' | ')
}

export async function measureFirstQueries(options: FirstQueryOptions): Promise<Measurements> {
  const executablePath = findChromium()
  const certificate = selfSignedCertificate()
  if (executablePath === undefined || certificate === undefined) throw new Error('Chromium and OpenSSL are needed')
  const loadBefore = loadavg()[0]
  const folder = await mkdtemp(join(tmpdir(), 'trouvaille-page-'))
  const sites: Site[] = []
  for (const pages of new Set([options.shipped, ...options.pages]))
    sites.push(await buildSite(pages, join(folder, 'site')))
  await rm(folder, { recursive: true })
  for (const { pages, trouvailleBytes, pagefindBytes } of sites) {
    console.error(`${pages} pages: ${trouvailleBytes} bytes, Pagefind ${pagefindBytes} bytes`)
  }
  const browser = await launchChromium(executablePath, 'fr-FR', ['--ignore-certificate-errors'])
  const costs = new Map<string, Cost>()
  try {
    for (const line of options.lines) {
      const cases = casesOf(sitesFor(line, sites, options), options).map(each => ({ ...each, line }))
      const runs = new Map<string, Cost[]>(cases.map(each => [nameOf(each), []]))
      const queue = Array.from({ length: options.runs }, (_, i) => cases.map(each => ({ each, i }))).flat()
      const work = async () => {
        for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
          const cost = await measure(browser, next.each, QUERIES[next.i % QUERIES.length], certificate)
          runs.get(nameOf(next.each))?.push(cost)
        }
      }
      const workers = LINES[line].latency === 0 ? 1 : options.together
      await Promise.all(Array.from({ length: workers }, work))
      for (const [name, all] of runs) costs.set(name, medians(all))
      console.error(`${line}: done, ${new Date().toTimeString().slice(0, 8)}, load ${loadavg()[0].toFixed(1)}`)
    }
  } finally {
    await browser.close()
  }
  return { costs, sites, load: [loadBefore, loadavg()[0]], runs: options.runs }
}

/** A slow line would take minutes for the whole file of a large site. */
function sitesFor(line: LineName, sites: readonly Site[], { shipped }: FirstQueryOptions): Site[] {
  const options: LatencyServerOptions = LINES[line]
  return sites.filter(({ pages }) => options.throughput === undefined || pages <= shipped)
}

function casesOf(sites: readonly Site[], { shipped, pages }: FirstQueryOptions): Omit<Case, 'line'>[] {
  return PROTOCOLS.flatMap(protocol =>
    sites.flatMap(site => {
      const engines: [Engine, Load, Way][] = []
      if (site.pages === shipped) {
        engines.push(['trouvaille', 'auto', 'pasted'], ['trouvaille', 'auto', 'typed'])
        engines.push(['trouvaille', 'auto', 'letters'], ['pagefind', 'auto', 'typed'])
      }
      if (pages.includes(site.pages))
        engines.push(['trouvaille', 'whole', 'pasted'], ['trouvaille', 'ranges', 'pasted'])
      engines.push(['pagefind', 'auto', 'pasted'])
      return engines.map(([engine, load, way]) => ({ site, engine, load, way, protocol }))
    }),
  )
}

export async function measure(
  { context }: Browser,
  { site, engine, load, way, protocol, line }: Case,
  query: string,
  certificate: { key: string; cert: string },
): Promise<Cost> {
  const server = new LatencyServer({ ...LINES[line], certificate: protocol === 'HTTP/2' ? certificate : undefined })
  await server.listen()
  for (const [path, file] of site.files) server.files.set(path, file)
  server.files.set('/', served(Buffer.from(pageOf(engine, load)), 'text/html; charset=utf-8'))
  const page = await context.newPage()
  try {
    await page.goto(`${server.origin}/`)
    await page.waitForFunction('window.ready')
    const pageBytes = sum(server.received.filter(({ path }) => path !== '/').map(({ bytes }) => bytes))
    server.reset()
    const { asked, answered, hits }: Visit = await page.evaluate(visitOf(way, query))
    const requests = server.received.filter(({ time }) => time <= answered)
    const missing = requests.find(({ path }) => !server.files.has(path))
    if (missing !== undefined) throw new Error(`${missing.path} is not on the server`)
    return {
      time: answered - asked,
      waves: new Set(requests.filter(({ time }) => time >= asked).map(({ wave }) => wave)).size,
      requests: requests.length,
      bytes: sum(requests.map(({ bytes }) => bytes)),
      pageBytes,
      hits,
    }
  } finally {
    await page.close()
    await server.close()
  }
}

function medians(costs: readonly Cost[]): Cost {
  const median = (name: keyof Cost) => costs.map(cost => cost[name]).sort((a, b) => a - b)[costs.length >> 1]
  return {
    time: median('time'),
    waves: median('waves'),
    requests: median('requests'),
    bytes: median('bytes'),
    pageBytes: median('pageBytes'),
    hits: median('hits'),
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
