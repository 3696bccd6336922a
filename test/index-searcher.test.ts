/** A searcher answers what the index answers that wrote its bytes. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { InvalidOptionError, SearchIndex } from '../src/index.ts'
import { french, IndexSearcher } from '../src/searcher.ts'

const documents = [
  { id: 1, title: 'Cessez-le-feu à Tripoli', body: 'Les troupes du maréchal Haftar se retirent de l’aéroport.' },
  { id: 'b', title: 'Pêche', body: 'La pêche à la sardine reprend dans le golfe.' },
]

function bytes(): Uint8Array {
  const index = new SearchIndex({ fields: ['title', 'body'], storeFields: ['title', 'body'] })
  index.addAll(documents)
  return index.toBytes()
}

test('the same hits, highlights and explanations', () => {
  const index = SearchIndex.fromBytes(bytes())
  const searcher = IndexSearcher.fromBytes(bytes(), { language: french() })
  const options = { highlight: { fields: ['title', 'body'] }, explain: true }
  for (const question of ['Haftar Tripoli cessez-le-feu', 'peche', 'Hafter']) {
    const { tookMs: _, ...answer } = searcher.search(question, options)
    const { tookMs: __, ...expected } = index.search(question, options)
    expect(answer).toEqual(expected)
    expect(answer.total).toBe(1)
  }
  expect(searcher.size).toBe(2)
  expect(searcher.has('b')).toBe(true)
  expect(searcher.get(1)).toEqual(index.get(1))
  searcher.verify()
})

test('fields() and inspect() say what is in the index', () => {
  const fields = { title: { boost: 3 }, body: {}, section: { type: 'keyword' } } as const
  const index = new SearchIndex({ fields, storeFields: ['title', 'section', 'url'] })
  index.add({ id: 1, title: 'Cessez-le-feu à Tripoli', section: 'monde', url: '/treve' })
  const expected = [
    { name: 'title', type: 'text', stored: true, boost: 3, title: true },
    { name: 'body', type: 'text', stored: false, boost: 1, title: false },
    { name: 'section', type: 'keyword', stored: true },
    { name: 'url', type: 'stored', stored: true },
  ]
  expect(index.fields()).toEqual(expected)
  const searcher = IndexSearcher.fromBytes(index.toBytes())
  expect(searcher.fields()).toEqual(expected)
  const { frequentWords, ...inspection } = searcher.inspect()
  const { frequentWords: inIndex, ...same } = index.inspect()
  expect(inspection).toEqual(same)
  expect(frequentWords({ prefix: 'trip' })).toEqual([{ word: 'tripoli', documents: 1, stopWord: false }])
  expect(frequentWords()).toEqual(inIndex())
})

test('it has no constructor of its own', () => {
  expect(() => Reflect.construct(IndexSearcher, [])).toThrow('call IndexSearcher.fromBytes()')
})

test('what is no index is refused', () => {
  expect(() => IndexSearcher.fromBytes('octets' as never)).toThrow(InvalidOptionError)
  expect(() => IndexSearcher.fromBytes(bytes(), { language: {} as never })).toThrow(InvalidOptionError)
})

test('nothing that builds an index is loaded', () => {
  const seen = new Set<string>()
  const visit = (path: string) => {
    if (seen.has(path)) return
    seen.add(path)
    const text = readFileSync(path, 'utf8')
    for (const [, next] of text.matchAll(/^(?:import|export|\}) (?!type).*from '(\.[^']+\.ts)'/gm))
      visit(join(path, '..', next))
  }
  const src = join(import.meta.dirname, '../src')
  visit(join(src, 'searcher.ts'))
  const builders = ['live', 'write', 'build'].flatMap(folder =>
    readdirSync(join(src, 'index', folder)).map(name => join(src, 'index', folder, name)),
  )
  expect(builders).toContain(join(src, 'index/live/live-segment.ts'))
  expect([...seen].filter(file => builders.includes(file))).toEqual([])
})
