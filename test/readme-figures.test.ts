/** The figures of the READMEs are those of the measured pages in docs/, in both languages. If one fails, copy the new figures and look at the verdicts. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const read = (page: string) => readFileSync(join(import.meta.dirname, '..', page), 'utf8')
const cellsOf = (line: string) =>
  line
    .split('|')
    .slice(1, -1)
    .map(cell => cell.trim())

/** The rows of the first table behind `mark`, its head left out. */
function rowsOf(page: string, mark: string): string[][] {
  const from = page.indexOf(mark)
  expect(from, mark).toBeGreaterThanOrEqual(0)
  return (/^\|.*\n\|[ :|-]+\n((?:\|.*\n)+)/m.exec(page.slice(from))?.[1] ?? '').trimEnd().split('\n').map(cellsOf)
}

type Signs = { decimal: string; group: string }

/** Expects a number as people of a language write it to be `measured`, rounded to as many decimals. */
function expectRounded(written: string, measured: number, what: string, { decimal, group }: Signs): void {
  const digits = written.replaceAll(group, '').replace(decimal, '.')
  const decimals = /\.(\d+)/.exec(digits)?.[1].length ?? 0
  const distance = Math.abs(Number.parseFloat(digits) - measured)
  expect(distance, `${what}: ${written} instead of ${measured}`).toBeLessThanOrEqual(0.5 * 10 ** -decimals + 1e-9)
}

const READMES = [
  {
    file: 'README.md',
    signs: { decimal: '.', group: ',' },
    ranking: '### Ranking',
    speed: '### Speed',
    box: '### The search box',
    date: (day: string) => day,
  },
  {
    file: 'README.fr.md',
    signs: { decimal: ',', group: '\u202f' },
    ranking: '### Classement',
    speed: '### Vitesse',
    box: '### Le champ de recherche',
    date: (day: string) =>
      new Date(day)
        .toLocaleDateString('fr', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
        .replace(/^1 /, '1er '),
  },
]

describe.each(READMES)('$file', ({ file, signs, ranking, speed, box, date }) => {
  const readme = read(file)

  test.each(['relevance', 'speed', 'scaling', 'element'])('names the day on which docs/%s.md was measured', page => {
    const [, day = ''] = /Measured on (\d{4}-\d\d-\d\d)/.exec(read(`docs/${page}.md`)) ?? []
    expect(readme.replace(/\s+/g, ' ')).toContain(date(day))
  })

  test('nDCG@10 is that of docs/relevance.md', () => {
    const measured = new Map(rowsOf(read('docs/relevance.md'), 'nDCG@10').map(([name, ...values]) => [name, values]))
    const ofEngine = (name: string, collection: number) => Number(measured.get(name)?.[collection])
    const bestOfLucene = (collection: number) =>
      Math.max(...[...measured.keys()].filter(name => /^lucene/.test(name)).map(name => ofEngine(name, collection)))
    const engines = [
      'trouvaille',
      undefined,
      'tantivy-french',
      'minisearch-fr',
      'minisearch',
      'orama-fr',
      'pagefind-fr',
    ]
    const rows = rowsOf(readme, ranking)
    expect(rows).toHaveLength(engines.length)
    rows.forEach(([, ...values], row) => {
      const engine = engines[row]
      values.forEach((value, collection) => {
        const expected = engine === undefined ? bestOfLucene(collection) : ofEngine(engine, collection)
        expectRounded(value, expected, `${engine ?? 'lucene'} ${collection}`, signs)
      })
    })
  })

  test('speed and size are those of docs/speed.md, and so are the ratios', () => {
    const page = read('docs/speed.md')
    const measured = rowsOf(page, '## Who is ahead').map(([name, ...values]) => ({ name, values: values.map(Number) }))
    const processes = rowsOf(page, '## Building, size')
    const peaks = ['trouvaille', 'lucene-all-exact', 'tantivy-all-exact'].map(engine =>
      Number(processes.find(([name]) => name === engine)?.[3]),
    )
    const inReadme = [
      ...['long queries', 'short queries', 'phrases', 'an unfinished last word', 'a typo', 'a filter with facets'],
      ...['the start of a process to its first answer', 'building', undefined, 'the size of the index'],
    ]
    const rows = rowsOf(readme, speed)
    expect(rows).toHaveLength(inReadme.length)
    const sentences = [...page.matchAll(/^- (?:Lucene|tantivy) is ahead.*(?:\n {2}.*)*$/gm)].map(([item]) =>
      item.replace(/\s+/g, ' '),
    )
    rows.forEach(([label, ...cells], row) => {
      const name = inReadme[row]
      const values = name === undefined ? peaks : measured.find(line => line.name.startsWith(`${name}, `))?.values
      for (const i of [0, 1, 2]) expectRounded(cells[i], values?.[i] ?? Number.NaN, label, signs)
      const ratios = [...cells[3].matchAll(/\d+(?:[.,]\d)?/g)].map(([ratio]) => ratio.replace(',', '.'))
      if (name !== undefined) {
        for (const ratio of ratios) {
          expect(
            sentences.some(sentence => sentence.includes(`${name} (${ratio} times)`)),
            `${label}: ${ratio}`,
          ).toBe(true)
        }
      } else {
        expect(ratios.map(Number)).toEqual([1, 2].map(i => Number((peaks[0] / peaks[i]).toFixed(1))))
      }
    })
  })

  test('the search box beside Pagefind is as docs/element.md has it', () => {
    const [pasted, pastedPagefind, typed, typedPagefind] = rowsOf(read('docs/element.md'), '<!-- npm run box -->')
    const numbers = (cell: string) => [...cell.matchAll(/\d+(?:[.,]\d)?/g)].map(([n]) => Number(n.replace(',', '.')))
    // Columns: 2 kB when the page loads, 3 kB to the hits, 4 requests, 6 seconds, 7 answered.
    const first = (row: string[], column: number) => numbers(row[column])[0]
    const expected = (ofPasted: string[], ofTyped: string[]) => [
      [first(ofPasted, 2)],
      [first(ofPasted, 6), first(ofPasted, 3)],
      [first(ofTyped, 6)],
      [first(ofTyped, 3)],
      [first(ofPasted, 4), first(ofTyped, 4)],
      numbers(ofPasted[7]),
    ]
    const rows = rowsOf(readme, box)
    expect(rows.map(([, ours]) => numbers(ours))).toEqual(expected(pasted, typed))
    expect(rows.map(([, , theirs]) => numbers(theirs))).toEqual(expected(pastedPagefind, typedPagefind))
  })
})

test('when to move to a cluster is said with the figures of docs/scaling.md', () => {
  const scaling = read('docs/scaling.md')
  const measured = ['## Short documents', '## Long documents'].flatMap(section =>
    rowsOf(scaling.slice(scaling.indexOf(section)), 'All sizes:')
      .filter(([, engine]) => engine === 'trouvaille')
      .map(cells => [`${cells[0]}, ${section.slice(3, 8).trim().toLowerCase()}`, ...cells.slice(2)]),
  )
  const rows = rowsOf(read('docs/opensearch.md'), '## When to move')
  expect(rows.length).toBeGreaterThanOrEqual(3)
  const number = (cell: string) => Number.parseFloat(cell)
  for (const [size, text, build, memory, file, query] of rows) {
    // MB of text, CPU s, wall s, peak MB, index MB, % of text, open ms, long ms.
    const of = measured.find(([name]) => name === size) ?? []
    expect([text, build, memory, file].map(number), size).toEqual([of[1], of[2], of[4], of[5]].map(number))
    expect(query).toBe(`${of[8]} ms`)
  }
})
