/**
 * Texts that are made to kill a build or to take its time. Each is so large that work that grows with its square would exceed `LONGEST` many times over; each
 * costs itself and nothing else.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readDocuments } from '../../src/readers/index.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trouvaille-hostile-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function read(name: string, content: string | Uint8Array) {
  const path = join(folder, name)
  await writeFile(path, content)
  const reading = readDocuments(path)
  const documents: Record<string, unknown>[] = []
  for await (const { fields } of reading) documents.push(fields)
  return { documents, problems: reading.problems.map(({ problem }) => problem.kind) }
}

/** In milliseconds of the processor, which may be shared. */
const LONGEST = 4000

/** Reads within `LONGEST`. */
async function readSoon(name: string, content: string | Uint8Array) {
  const started = process.cpuUsage()
  const result = await read(name, content)
  expect(process.cpuUsage(started).user / 1000).toBeLessThan(LONGEST)
  return result
}

const times = (count: number, text: string | ((i: number) => string)) =>
  typeof text === 'string' ? text.repeat(count) : Array.from({ length: count }, (_, i) => text(i)).join('')
const nested = (count: number, open: string, inner: string, close: string) =>
  `${open.repeat(count)}${inner}${close.repeat(count)}`
const page = (front: string, mark = '---') => `${mark}\n${front}\n${mark}\nLe texte.\n`

describe('what is nested without end is refused, with the reason', () => {
  test.each([
    ['YAML in brackets', 'a.md', page(`a: ${nested(3000, '[', '1', ']')}`)],
    ['YAML in braces', 'a.md', page(`a: ${nested(3000, '{b: ', '1', '}')}`)],
    ['YAML in brackets that are never closed', 'a.md', page(`a: ${times(100_000, '[')}`)],
    ['YAML in lists on one line', 'a.md', page(`a:\n  ${times(3000, '- ')}1`)],
    ['YAML in keys to explain', 'a.md', page(`${times(3000, '? ')}1`)],
    ['YAML in lines', 'a.md', page(times(1000, i => `${' '.repeat(i)}a:\n`))],
    ['YAML in lists by lines', 'a.md', page(times(1000, i => `${' '.repeat(i)}-\n`))],
    ['TOML in a key', 'a.md', page(`${times(20_000, 'a.')}b = 1`, '+++')],
    ['TOML in the name of a table', 'a.md', page(`[${times(20_000, 'a.')}b]\nc = 1`, '+++')],
    ['TOML in a list', 'a.md', page(`a = ${nested(10_000, '[', '1', ']')}`, '+++')],
    ['TOML in inline tables', 'a.md', page(`a = ${nested(10_000, '{ b = ', '1', ' }')}`, '+++')],
    ['JSON front matter', 'a.md', page(`{"a": ${nested(10_000, '[', '1', ']')}}`, ';;;')],
    ['JSON in lists', 'a.json', `{"id": 1, "a": ${nested(10_000, '[', '1', ']')}}`],
    ['JSON in objects', 'a.json', `{"id": 1, "a": ${nested(10_000, '{"b":', '1', '}')}}`],
    ['JSON deeper than any stack', 'a.json', `{"id": 1, "a": ${nested(2_000_000, '[', '1', ']')}}`],
    ['HTML in div', 'a.html', nested(80_000, '<div>', 'Le texte.', '</div>')],
    ['HTML in what is never closed', 'a.html', `${times(200_000, '<b>')}Le texte.`],
    ['Markdown in quotes', 'a.md', `${times(200_000, '>')}Fin\n\nFin`],
    ['Markdown in lists', 'a.md', `${times(200_000, '- ')}Fin\n\nFin`],
    ['a feed', 'a.xml', `<rss><channel><item>${nested(80_000, '<a>', 'x', '</a>')}</item></channel></rss>`],
  ])('%s', async (_, name, content) => {
    expect(await read(name, content)).toEqual({ documents: [], problems: ['too-deep'] })
  })

  test('of a feed the one entry, of JSON Lines the one line', async () => {
    const deep = `&lt;p>${times(80_000, '&lt;b>')}x`
    const entries = `<item><guid>1</guid><description>${deep}</description></item><item><guid>2</guid><title>Deux</title></item>`
    const feed = await read('b.xml', `<rss><channel>${entries}</channel></rss>`)
    expect(feed).toMatchObject({ documents: [{ id: '2', title: 'Deux' }], problems: ['too-deep'] })
    const lines = await read('b.jsonl', `{"id": 1, "a": ${nested(10_000, '[', '1', ']')}}\n{"id": 2}\n`)
    expect(lines).toEqual({ documents: [{ id: 2 }], problems: ['too-deep'] })
  })

  test('what people write is not', async () => {
    const front = page(
      `${nested(60, 'a: [', '1', ']').replaceAll('a: [', '[').replace('[', 'a: [')}\nb: "${times(1000, '[ ] ')}"\nc: Voir la liste (1. ; 2. ; …)`,
    )
    expect(await read('c.md', front)).toMatchObject({ documents: [{ body: 'Le texte.' }], problems: [] })
    expect(await read('c.html', nested(2000, '<font>', 'Le texte.', '</font>'))).toMatchObject({
      documents: [{ body: 'Le texte.' }],
      problems: [],
    })
    expect(await read('c.json', `{"id": 1, "a": ${nested(100, '[', '1', ']')}}`)).toMatchObject({ problems: [] })
  })
})

describe('what is long takes time that grows with its length', () => {
  /** A quarter of the size needs a sixteenth of the limit to show the same: with 200,000 pieces it would be a minute. */
  const MANY = 50_000

  test.each([
    ['meta of one name', 'a.html', `${times(MANY, '<meta name="article:tag" content="a">')}<p>Fin`],
    ['breaks in a paragraph', 'a.html', `<p>${times(MANY, 'un <br>')}Fin`],
    ['breaks and nothing else', 'a.html', `<p>un${times(MANY, '<br>')}<b>Fin</b>`],
    ['superscripts', 'a.html', `<p>${times(MANY, 'x<sup>2</sup> ')}Fin`],
    ['links to notes', 'a.html', `<p>${times(MANY, '<sup><a href="#n">1</a></sup>')}Fin`],
    ['superscripts that are never closed', 'a.html', `<p>${times(3000, '<sup>')}${times(MANY, '<p>a')}Fin`],
    ['headings in frames', 'a.html', `${times(MANY / 2, '<div class="header"><h1>a</h1></div>')}<p>Fin`],
    ['articles', 'a.html', `${times(MANY / 2, '<article>a</article>')}<article>${'Fin '.repeat(MANY)}</article>`],
    ['titles in drawings', 'a.html', `${times(MANY, '<svg><title>a</title></svg>')}<p>Fin`],
    [
      'tags of templates that are never closed',
      'a.html',
      `${page('a: 1')}${times(MANY, '{{ a ')}${times(MANY, '{% a ')}<p>Fin`,
    ],
    ['comments that are never closed', 'a.html', `<p>Fin</p>${times(MANY, '<!-- a ')}`],
    ['scripts that are never closed', 'a.html', `<p>Fin</p>${times(MANY, '<script>a')}`],
    ['attributes', 'a.html', `<p ${times(MANY, i => `a${i}=1 `)}>Fin`],
    ['superscripts in Markdown', 'a.md', `${times(MANY, 'x<sup>2</sup> ')}Fin`],
    ['brackets in Markdown', 'a.md', `${times(MANY, '[')}Fin`],
    ['links in Markdown that are never closed', 'a.md', `${times(MANY / 4, '[a](')}Fin`],
    ['emphasis in Markdown', 'a.md', `${times(MANY / 4, '*a **b ')}Fin`],
    ['backticks in Markdown', 'a.md', `${times(1000, i => `${'`'.repeat(i + 1)} `)}Fin`],
    ['tags in Markdown that are never closed', 'a.md', `${times(MANY, '<a ')}Fin`],
    ['components in Markdown that are never closed', 'a.mdx', `${times(MANY, '<Aa {')}Fin`],
    ['tables in Markdown', 'a.md', `${times(250, '|a')}|\n${times(250, '|-')}|\n${times(1000, '|a\n')}\nFin`],
    ['references in Markdown', 'a.md', `${times(MANY / 4, i => `[a${i}]: /b\n`)}\nFin`],
    ['keys in YAML', 'a.md', `${page(times(15_000, i => `a${i}: 1\n`))}Fin`],
    [
      'keys in TOML',
      'a.md',
      `${page(
        times(15_000, i => `a${i} = 1\n`),
        '+++',
      )}Fin`,
    ],
    ['spaces', 'a.md', `a${' '.repeat(MANY * 5)}b\n\nFin`],
    ['words without end', 'a.md', `${'a'.repeat(MANY * 10)}\n\nFin`],
    ['lines of Base64', 'a.md', `${times(MANY / 20, `${'QUJD'.repeat(19)}\n`)}!\n\nFin`],
  ])('%s', async (_, name, content) => {
    const { documents, problems } = await readSoon(name, content)
    expect(problems).toEqual([])
    expect(JSON.stringify(documents[0])).toContain('Fin')
  })

  test('the names of a table, and its cells', async () => {
    const names = times(MANY, i => `c${i.toString(36)},`)
    const cells = times(MANY, 'a,')
    const { documents, problems } = await readSoon('d.csv', `id,${names}\n1,${cells}\n`)
    expect(problems).toEqual([])
    expect(Object.keys(documents[0])).toHaveLength(MANY + 1)
    expect((await readSoon('e.csv', `id,${names}c1\n1,${cells}a\n`)).problems).toEqual(['csv-name'])
  })

  test('a quote that is never closed, and quotes inside cells', async () => {
    const open = await readSoon('f.csv', `id,a\n1,"${'b\n'.repeat(12 * MANY)}`)
    expect(open).toEqual({ documents: [], problems: ['csv'] })
    const rows = await readSoon('g.csv', `id,a\n${times(MANY / 2, i => `${i},"a""b"\n`)}`)
    expect(rows.documents).toHaveLength(MANY / 2)
    expect((await readSoon('h.csv', `id;a\n${times(MANY / 2, '"";""\n')}1;b\n`)).documents).toEqual([
      { id: '1', a: 'b' },
    ])
    expect((await readSoon('i.csv', `${','.repeat(900_000)}\n`)).problems).toEqual([])
  })

  test('JSON with long numbers and a string that is never closed', async () => {
    const { problems } = await readSoon('j.json', `{"id": 12345678901234567890, "a": "${'\\"'.repeat(500_000)}`)
    expect(problems).toEqual(['json'])
  })

  test('a feed with many entries, parts and texts', async () => {
    const entry = (i: number) => `<item><guid>${i}</guid><title>a</title></item>`
    const all = await readSoon('k.xml', `<rss><channel>${times(MANY / 10, entry)}</channel></rss>`)
    expect(all.documents).toHaveLength(MANY / 10)
    const parts = `<item><guid>1</guid><title>${times(MANY, '<b>a </b>')}Fin</title></item>`
    expect((await readSoon('l.xml', `<rss><channel>${parts}</channel></rss>`)).documents[0].title).toMatch(/Fin$/)
    const entities = `<item><guid>1</guid><title>${times(MANY, '&amp;')}Fin</title></item>`
    expect((await readSoon('m.xml', `<rss><channel>${entities}</channel></rss>`)).documents[0].title).toMatch(/Fin$/)
    const laughs = `<!DOCTYPE a [<!ENTITY a "${'ha'.repeat(100)}">]><rss><channel><item><guid>1</guid><title>&a;</title></item></channel></rss>`
    expect((await readSoon('n.xml', laughs)).problems).toEqual([])
  })
})

describe('files that say more than they hold', () => {
  test('front matter without end', async () => {
    const { problems } = await read('o.md', page(`a: "${'b'.repeat(3_000_000)}"`))
    expect(problems).toEqual(['front-matter-large'])
  })

  test('an archive that unpacks to a thousand times its size', async () => {
    const content = strToU8(`<office:text><text:p>${'a'.repeat(80_000_000)}</text:p></office:text>`)
    const archive = zipSync({ 'content.xml': [content, { level: 9 }] })
    expect(archive.length).toBeLessThan(200_000)
    expect((await readSoon('p.odt', archive)).problems).toEqual(['too-large'])
  })
})
