/** Each row of the READMEs' table of French inputs is true, and the code of their first screen runs. */
import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { SearchIndex } from '../src/index.ts'
import { openFile, writeIndex } from '../src/node.ts'

const PAGES = [
  { file: 'README.md', head: 'in a text', not: ', not ' },
  { file: 'README.fr.md', head: 'dans un texte', not: ', pas ' },
]
const quoted = (cell: string) => [...cell.matchAll(/`([^`]+)`/g)].map(([, text]) => text)

describe.each(PAGES)('$file', ({ file, head, not }) => {
  const readme = readFileSync(join(import.meta.dirname, '..', file), 'utf8')
  const table = new RegExp(`^\\| ${head} +\\|[^]*?(?=\n\n)`, 'm').exec(readme)?.[0] ?? ''
  const rows = table
    .split('\n')
    .slice(2)
    .map(line => line.split('|').slice(1, 3))

  test('the table has its rows', () => expect(rows.length).toBeGreaterThanOrEqual(12))

  describe.each(rows)('%s is found by %s', (texts, found) => {
    const [yes, no = ''] = found.split(not)
    test.each(quoted(texts).flatMap(text => quoted(yes).map(question => [text, question])))(
      '%s: %s',
      (text, question) => {
        expect(answers(text, question)).toBe(1)
      },
    )
    for (const question of quoted(no)) {
      test(`not ${question}`, () => {
        for (const text of quoted(texts)) expect(answers(text, question)).toBe(0)
      })
    }
  })
})

function answers(text: string, question: string): number {
  const index = new SearchIndex<{ id: number; body: string }>({ fields: ['body'] })
  index.add({ id: 1, body: `On a lu ${text} hier.` })
  return index.search(question, { match: 'all' }).total
}

function readArticles() {
  const folder = join(import.meta.dirname, '../index-data/articles')
  return readdirSync(folder)
    .filter(name => name.endsWith('.md'))
    .map(name => {
      const [, front, ...body] = readFileSync(join(folder, name), 'utf8').split(/^---$/m)
      const field = (key: string) =>
        (new RegExp(`^${key}: *'?(.*?)'?$`, 'm').exec(front)?.[1] ?? '').replaceAll("''", "'")
      return { id: field('id'), title: field('title'), body: body.join('---') }
    })
}

test.each(PAGES)('the code of the first screen of $file gives the title that it says', ({ file }) => {
  const readme = readFileSync(join(import.meta.dirname, '..', file), 'utf8')
  const [, code] = /^```js\nimport \{ SearchIndex \} from 'trouvaille'\n([\s\S]*?)^```$/m.exec(readme) ?? []
  const [, said] = /^hits\[0\]\.document\.title \/\/ '(.*)'$/m.exec(code) ?? []
  const title = new Function('SearchIndex', 'articles', `${code}; return hits[0].document.title`)
  expect(title(SearchIndex, readArticles()).replaceAll('\u00a0', ' ')).toBe(said.replaceAll('\u00a0', ' '))
})

test('the question of the first screen has the answer shown', () => {
  const articles = readArticles()
  expect(articles.length).toBeGreaterThanOrEqual(60)
  const index = new SearchIndex<(typeof articles)[0]>({ fields: ['title', 'body'], storeFields: ['title'] })
  index.addAll(articles)
  const { hits } = index.search('Haftar Tripoli cessez-le-feu')
  expect(hits[0].document.title).toBe('Offensive sur Tripoli\u00a0: des émissaires américains rencontrent Haftar')
  // The article that names one of the three alone is not second.
  const second = articles.find(({ id }) => id === hits[1].id)
  const named = ['Haftar', 'Tripoli', 'cessez-le-feu'].filter(word => `${second?.title} ${second?.body}`.includes(word))
  expect(named.length).toBeGreaterThan(1)
})

test.each(PAGES)('the tour of the API in $file runs, and its answers have the parts that it says', async ({ file }) => {
  const readme = readFileSync(join(import.meta.dirname, '..', file), 'utf8')
  const [, code = ''] =
    /^```js\nimport .* from 'trouvaille'\nimport .* from 'trouvaille\/node'\n([\s\S]*?)^```$/m.exec(readme) ?? []
  const folder = await mkdtemp(join(tmpdir(), 'trouvaille-tour-'))
  try {
    const published = new Date('2019-11-26')
    const all = readArticles().map(article => ({ ...article, section: 'monde', published }))
    const [article, ...rest] = all
    const given = {
      SearchIndex,
      openFile: (path: string) => openFile(join(folder, basename(path))),
      writeIndex: (index: SearchIndex<never>, path: string) => writeIndex(index, join(folder, basename(path))),
      article,
      articles: rest.slice(0, 60),
      stream: rest.slice(60),
      signal: undefined,
      onProgress: undefined,
    }
    const tour = new Function(...Object.keys(given), `return (async () => { ${code}; return { index, results } })()`)
    const { index, results } = await tour(...Object.values(given))
    expect(index.size).toBe(all.length - 1)
    expect(Object.keys(results)).toEqual(expect.arrayContaining(['hits', 'total', 'facets', 'tookMs']))
    expect(index.suggest('cess')[0]).toMatchObject({ text: 'cessez-le-feu', score: expect.any(Number) })
  } finally {
    await rm(folder, { recursive: true })
  }
})
