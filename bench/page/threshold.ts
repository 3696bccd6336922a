/**
 * Times a page in Chromium from its first query to its first and fifth answer, with the index loaded whole or read by ranges, for files of several sizes, over
 * HTTP/1.1 and HTTP/2, on lines of several kinds. The code is loaded before; nothing is stored on the device.
 */
import { findChromium, launchChromium } from '../../test/browser/chromium.ts'
import { bundlePage } from '../../test/browser/page.ts'
import { selfSignedCertificate } from '../../test/support/certificate.ts'
import { LatencyServer } from '../../test/support/latency-server.ts'
import { recombinedIndex, SESSION } from '../../test/support/recombined.ts'
import { markdownTable } from '../tables.mjs'

type Way = 'whole' | 'ranges'

/** Latency in milliseconds, throughput in bytes per second. */
const PROFILES = {
  local: { latency: 0, throughput: undefined, title: 'no latency, no limit' },
  broadband: { latency: 165, throughput: 1_250_000, title: '165 ms, 10 Mbit/s' },
  slow4g: { latency: 165, throughput: 200_000, title: '165 ms, 1.6 Mbit/s (slow 4G)' },
  far: { latency: 1000, throughput: 200_000, title: '1,000 ms, 1.6 Mbit/s' },
}
type ProfileName = keyof typeof PROFILES

/** Numbers of documents that make files of about 50 kB to 3 MB. */
const DOCUMENT_COUNTS = [18, 50, 110, 250, 550, 1080, 2200]
const PROTOCOLS = ['HTTP/1.1', 'HTTP/2'] as const
const WAYS: Way[] = ['whole', 'ranges']

const SCRIPT = `import { openIndex } from './src/client.ts'
  window.measure = async (way, url, queries) => {
    const start = performance.now()
    const index = openIndex(url, { load: way, cache: { persistent: false } })
    const times = []
    for (const query of queries) {
      await index.search(query)
      times.push(performance.now() - start)
    }
    return times
  }`

interface Case {
  profile: ProfileName
  protocol: (typeof PROTOCOLS)[number]
  way: Way
  file: Uint8Array
}

interface Times {
  first: number
  fifth: number
  bytes: number
}

export function profileNames(): string[] {
  return Object.keys(PROFILES)
}

/**
 * The Markdown of a table for each profile, printed one by one. `together` is how many pages are measured at the same time, each with a server of its own; without
 * latency, always one.
 */
export async function thresholdMarkdown(options: {
  rounds: number
  profiles: readonly string[]
  together: number
}): Promise<string> {
  const executablePath = findChromium()
  const certificate = selfSignedCertificate()
  if (executablePath === undefined || certificate === undefined) throw new Error('Chromium and OpenSSL are needed')
  const html = await bundlePage(SCRIPT)
  const files = DOCUMENT_COUNTS.map(recombinedIndex)
  const browser = await launchChromium(executablePath, 'fr-FR', ['--ignore-certificate-errors'])

  const measure = async ({ profile, protocol, way, file }: Case): Promise<Times> => {
    const line = { ...PROFILES[profile], connections: true }
    const server = new LatencyServer({ ...line, certificate: protocol === 'HTTP/2' ? certificate : undefined })
    await server.listen()
    server.files.set('/', { bytes: html, type: 'text/html' })
    server.files.set('/recherche.trv', { bytes: file })
    const page = await browser.context.newPage()
    await page.goto(`${server.origin}/`)
    await page.waitForFunction('window.measure')
    const inputs = [way, '/recherche.trv', SESSION].map(input => JSON.stringify(input)).join()
    const times: number[] = await page.evaluate(`window.measure(${inputs})`)
    const bytes = server.requestsOf('/recherche.trv').reduce((sum, request) => sum + request.bytes, 0)
    await page.close()
    await server.close()
    return { first: times[0], fifth: times[times.length - 1], bytes }
  }

  const tables: string[] = []
  for (const profile of (Object.keys(PROFILES) as ProfileName[]).filter(name => options.profiles.includes(name))) {
    const cases = PROTOCOLS.flatMap(protocol =>
      files.flatMap(file => WAYS.map((way): Case => ({ profile, protocol, way, file }))),
    )
    const times = new Map<Case, Times[]>(cases.map(each => [each, []]))
    const queue = Array.from({ length: options.rounds }, () => cases).flat()
    const work = async () => {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
        times.get(next)?.push(await measure(next))
      }
    }
    const workers = PROFILES[profile].latency === 0 ? 1 : options.together
    await Promise.all(Array.from({ length: workers }, work))
    const of = (file: Uint8Array, way: Way, protocol: Case['protocol']): Times => {
      const found = cases.find(each => each.protocol === protocol && each.file === file && each.way === way)
      return medians((found && times.get(found)) ?? [])
    }
    tables.push(table(PROFILES[profile].title, files, of))
    console.log(`\n${tables.at(-1)}`)
  }
  await browser.close()
  return tables.join('\n\n')
}

function medians(times: readonly Times[]): Times {
  const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]
  return {
    first: median(times.map(({ first }) => first)),
    fifth: median(times.map(({ fifth }) => fifth)),
    bytes: median(times.map(({ bytes }) => bytes)),
  }
}

/** In seconds and kB. Whole files are read over HTTP/2: a protocol makes no difference to one request. */
function table(
  title: string,
  files: readonly Uint8Array[],
  of: (file: Uint8Array, way: Way, protocol: Case['protocol']) => Times,
): string {
  const seconds = (milliseconds: number) => (milliseconds / 1000).toFixed(2)
  const rows = files.map(file => {
    const columns = [of(file, 'whole', 'HTTP/2'), of(file, 'ranges', 'HTTP/1.1'), of(file, 'ranges', 'HTTP/2')]
    const read = kilobytes(columns[2].bytes)
    return [
      kilobytes(file.length),
      ...columns.map(({ first }) => seconds(first)),
      ...columns.map(({ fifth }) => seconds(fifth)),
      read,
    ]
  })
  const ways = ['ranges, HTTP/1.1', 'ranges, HTTP/2']
  const headings = [`${title}: file, kB`, 'first answer, s: whole', ...ways, 'fifth answer, s: whole', ...ways]
  return markdownTable([[...headings, 'read by ranges, kB'], ...rows])
}

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(0)
}
