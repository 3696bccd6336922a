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
