/**
 * What the search box of a site costs its visitors, Trouvaille's beside Pagefind's: bytes when the page loads; requests, bytes and round trips to the hits of
 * the first query; the time on a slow line; and how many of 20 queries have the answer on the first five pages.
 */
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, findChromium, launchChromium } from '../../test/browser/chromium.ts'
import { selfSignedCertificate } from '../../test/support/certificate.ts'
import { LatencyServer } from '../../test/support/latency-server.ts'
import { markdownTable } from '../tables.mjs'
import { type Cost, type LineName, measure, QUERIES } from './first-query.ts'
import { buildSite, type Site, served } from './site.ts'
import { pageOf, type Way } from './visitor.ts'

const BOXES = { element: 'Trouvaille', 'pagefind-ui': 'Pagefind' } as const
type Box = keyof typeof BOXES
const WAYS = ['pasted', 'typed'] as const satisfies Way[]
const PASSAGES = new URL('../../index-data/evaluation/passages.tsv', import.meta.url)
/** Every eighth of the queries that this repository's passages are judged by, the first 20 of them. */
const [STEP, QUESTIONS] = [8, 20]

interface Question {
  text: string
  /** Is in the page that answers. */
  answer: string
}

interface Measured {
  box: Box
  way: (typeof WAYS)[number]
  /** One for each run, over a line that counts round trips, and over Slow 4G. */
  counted: Cost[]
  timed: Cost[]
}

/** The Markdown of both tables. `pages` is the number of pages of the site. */
export async function searchBoxMarkdown(options: { pages: number; runs: number; together: number }): Promise<string> {
  const executablePath = findChromium()
  const certificate = selfSignedCertificate()
  if (executablePath === undefined || certificate === undefined) throw new Error('Chromium and OpenSSL are needed')
  const folder = await mkdtemp(join(tmpdir(), 'trouvaille-box-'))
  const site = await buildSite(options.pages, join(folder, 'site'))
  const questions = readQuestions()
  const answers = new Map(
    questions.map(question => [question, answeringPages(question, join(folder, 'site/pages'), options.pages)]),
  )
  await rm(folder, { recursive: true })
  const browser = await launchChromium(executablePath, 'fr-FR', ['--ignore-certificate-errors'])
  try {
    const measured = Object.keys(BOXES).flatMap(box =>
      WAYS.map((way): Measured => ({ box: box as Box, way, counted: [], timed: [] })),
    )
    for (const line of ['round trips', 'Slow 4G'] satisfies LineName[]) {
      const queue = Array.from({ length: options.runs }, (_, i) => measured.map(each => ({ each, i }))).flat()
      const work = async () => {
        for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
          const { each, i } = next
          const one = { site, engine: each.box, load: 'auto', way: each.way, protocol: 'HTTP/2', line } as const
          each[line === 'Slow 4G' ? 'timed' : 'counted'][i] = await measure(
            browser,
            one,
            QUERIES[i % QUERIES.length],
            certificate,
          )
        }
      }
      await Promise.all(Array.from({ length: options.together }, work))
      console.error(`${line}: done, load ${loadavg()[0].toFixed(1)}`)
    }
    const answered = new Map<Box, Question[]>()
    for (const box of Object.keys(BOXES) as Box[]) answered.set(box, await answeredBy(browser, box, site, answers))
    return markdownOf(measured, questions, answered)
  } finally {
    await browser.close()
  }
}

function readQuestions(): Question[] {
  const rows = readFileSync(PASSAGES, 'utf8')
    .trim()
    .split('\n')
    .map(line => line.split('\t'))
  return Array.from({ length: QUESTIONS }, (_, i) => rows[i * STEP]).map(([, , , answer, text]) => ({ text, answer }))
}

/** The pages that hold an answer, by path. */
function answeringPages({ answer }: Question, folder: string, pages: number): Set<string> {
  const plain = (text: string) => text.replaceAll('&amp;', '&').replaceAll('&lt;', '<').replace(/\s+/g, ' ')
  const names = Array.from({ length: pages }, (_, i) => `page-${i + 1}.html`)
  const found = names.filter(name => plain(readFileSync(join(folder, name), 'utf8')).includes(plain(answer)))
  return new Set(found.map(name => `/${name.replace('.html', '')}`))
}

/** The queries of which one of the first five hits leads to the answer. */
async function answeredBy(
  { context }: Browser,
  box: Box,
  site: Site,
  answers: ReadonlyMap<Question, ReadonlySet<string>>,
): Promise<Question[]> {
  const server = new LatencyServer({ latency: 0 })
  await server.listen()
  for (const [path, file] of site.files) server.files.set(path, file)
  server.files.set('/', served(Buffer.from(pageOf(box, 'auto')), 'text/html; charset=utf-8'))
  const page = await context.newPage()
  const answered: Question[] = []
  try {
    // Chromium takes brotli from localhost.
    await page.goto(`${server.origin.replace('127.0.0.1', 'localhost')}/`)
    await page.waitForFunction('window.ready')
    for (const [question, pages] of answers) {
      await page.evaluate(`window.paste(${JSON.stringify(question.text)})`)
      const links: string[] = await page.evaluate('window.links()')
      if (links.some(link => pages.has(new URL(link).pathname.replace(/\.html$/, '')))) answered.push(question)
    }
  } finally {
    await page.close()
    await server.close()
  }
  return answered
}

function markdownOf(
  measured: readonly Measured[],
  questions: readonly Question[],
  answered: ReadonlyMap<Box, readonly Question[]>,
): string {
  const kilobytes = (bytes: number) => (bytes / 1000).toFixed(0)
  const rows = WAYS.flatMap(way =>
    measured
      .filter(each => each.way === way)
      .map(({ box, counted, timed }) => [
        way,
        BOXES[box],
        kilobytes(median(counted, 'pageBytes')),
        rangeOf(counted, 'bytes', kilobytes),
        rangeOf(counted, 'requests', String),
        rangeOf(counted, 'waves', String),
        rangeOf(timed, 'time', time => (time / 1000).toFixed(1)),
        `${answered.get(box)?.length} of ${questions.length}`,
      ]),
  )
  const headings = [
    'query',
    'search box',
    'kB when the page loads',
    'kB to the hits',
    'requests',
    'round trips',
    's on Slow 4G',
    'answered',
  ]
  const table = markdownTable([headings, ...rows])
  const faster = WAYS.map(way => {
    const [own, theirs] = (['element', 'pagefind-ui'] as const).map(
      box => measured.find(each => each.box === box && each.way === way)?.timed ?? [],
    )
    return `${way}: ${own.filter((cost, i) => cost.time < theirs[i].time).length} of ${own.length}`
  })
  return `${table}\n\nRuns in which Trouvaille's box was faster on Slow 4G: ${faster.join('; ')}.`
}

/** The median, and in brackets the least and the most. */
function rangeOf(costs: readonly Cost[], name: keyof Cost, shown: (value: number) => string): string {
  const values = costs.map(cost => cost[name]).sort((a, b) => a - b)
  const [least, most] = [shown(values[0]), shown(values[values.length - 1])]
  return `${shown(median(costs, name))} (${least === most ? least : `${least}–${most}`})`
}

function median(costs: readonly Cost[], name: keyof Cost): number {
  return costs.map(cost => cost[name]).sort((a, b) => a - b)[costs.length >> 1]
}
