/** The tables of first queries: which times are compared, and what is called ahead, level and behind. */
import { expect, test } from 'vitest'
import { type Case, type Cost, nameOf } from '../../bench/page/first-query.ts'
import { firstQueryMarkdown } from '../../bench/page/report.ts'
import type { Site } from '../../bench/page/site.ts'
import { wrapped } from '../../bench/wrapped.mjs'

const site: Site = {
  pages: 300,
  characters: 900_000,
  trouvailleBytes: 1_026_000,
  pagefindBytes: 1_224_000,
  files: new Map(),
}
const of = (change: Partial<Case>): Case => ({
  site,
  engine: 'trouvaille',
  load: 'auto',
  way: 'pasted',
  protocol: 'HTTP/2',
  line: '165 ms',
  ...change,
})
const cost = (time: number): Cost => ({ time, waves: 4, requests: 37, bytes: 148_106, pageBytes: 2463, hits: 5 })
const markdownOf = (...times: [Partial<Case>, number][]) =>
  firstQueryMarkdown(
    {
      costs: new Map(times.map(([each, time]) => [nameOf(of(each)), cost(time)])),
      sites: [site],
      load: [1, 1],
      runs: 5,
    },
    300,
  )

test('a row has the counts of the untimed runs, and a time for each line', () => {
  const markdown = markdownOf([{}, 1230], [{ line: 'round trips' }, 999], [{ line: '1,000 ms' }, 5678])
  expect(markdown).toContain(
    '| 300 pages, as shipped | protocol | engine | round trips | requests | kB | s: 165 ms | s: 1,000 ms |',
  )
  expect(markdown).toContain('| pasted | HTTP/2 | Trouvaille | 4 | 37 | 148 | 1.23 | 5.68 |')
})

test.each([
  [890, '**Ahead** in 1: pasted, HTTP/2, 165 ms (0.89).'],
  [1090, '**Level** in 1: pasted, HTTP/2, 165 ms (1.09).'],
  [1110, '**Behind** in 1: pasted, HTTP/2, 165 ms (1.11).'],
])('%i ms beside 1,000 ms', (time, verdict) => {
  expect(markdownOf([{}, time], [{ engine: 'pagefind' }, 1000])).toContain(verdict)
})

test('whole files and ranges are each compared with Pagefind on the same pages', () => {
  const markdown = markdownOf([{ load: 'whole' }, 500], [{ load: 'ranges' }, 2000], [{ engine: 'pagefind' }, 1000])
  expect(markdown).toContain('**Ahead** in 1.')
  expect(markdown).toContain('**Behind** in 1: 300 pages ranges, HTTP/2, 165 ms (2.00).')
})

test('a search at each letter is compared with what Pagefind does while someone types', () => {
  const markdown = markdownOf([{ way: 'letters' }, 500], [{ engine: 'pagefind', way: 'typed' }, 1000])
  expect(markdown).toContain('**Ahead** in 1: typed, at each letter, HTTP/2, 165 ms (0.50).')
})

test('lines have 120 columns at most', () => {
  const lines = wrapped('mot '.repeat(100).trim(), '  ').split('\n')
  expect(lines.map(line => line.length).every(length => length <= 120)).toBe(true)
  expect(lines.slice(1).every(line => line.startsWith('  mot'))).toBe(true)
  expect(lines.join(' ').replaceAll(/ +/g, ' ')).toBe('mot '.repeat(100).trim())
})
