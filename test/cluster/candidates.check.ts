/** The cheap score of `'fast'` chooses by what the formula ranks by, in an index that has many more documents that match than it ranks. */
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { SearchIndex, type SearchOptions } from '../../src/index.ts'
import { type ClusterIndex, openCluster } from '../../src/opensearch/index.ts'

const { url } = inject('cluster')

interface Page {
  id: number
  title: string
  body: string
  notes: string
  published: string
}

/** Words that say nothing, as many as are asked for. */
const filler = (count: number, seed: number) =>
  Array.from(
    { length: count },
    (_, i) => ['pierre', 'route', 'maison', 'arbre', 'chemin', 'table'][(i * 5 + seed) % 6],
  ).join(' ')

/** 400 pages hold the word in a way that a score without the query's options takes for better than that of the last 40. */
const pages: Page[] = Array.from({ length: 440 }, (_, id) => {
  const isLast = id >= 400
  return {
    id,
    title: isLast ? filler(4 + (id % 7), id) : `lac ${filler(id % 5, id)}`,
    body: isLast ? `${filler(20 + id, id)} le lac` : `le lac, un lac, des lacs ${filler(30 + (id % 90), id)}`,
    notes: isLast ? `un lac ${filler(id % 11, id)}` : filler(3, id),
    published: isLast ? `2020-01-${String(1 + (id % 28)).padStart(2, '0')}` : `19${10 + (id % 80)}-06-01`,
  }
})
/** Few documents hold these forms and related words, each in some way of its own. */
pages.push(
  ...['lacustre', 'lacs', 'laquelle', 'lac'].flatMap((word, i) =>
    Array.from({ length: 12 }, (_, k) => ({
      id: 1000 + i * 12 + k,
      title: `${filler(k, i)} ${word}`,
      body: `${filler(10 * k, i)} ${`${word} `.repeat(k)}`,
      notes: '',
      published: '1950-01-01',
    })),
  ),
)

const schema = () => ({ fields: { title: {}, body: {}, notes: {}, published: { type: 'date' as const } } })
const memory = new SearchIndex<Page>(schema())
memory.addAll(pages)
let index: ClusterIndex<Page>
beforeAll(async () => {
  index = await openCluster<Page>({ nodes: url, name: 'candidates', ...schema(), replicas: 0 })
  await index.addAll(pages)
  await index.refresh()
})
afterAll(async () => {
  await fetch(`${url}/candidates-*`, { method: 'DELETE' })
})

const WAYS: [name: string, options: SearchOptions<Page>][] = [
  ['as they are', {}],
  ['with a field that counts more', { boost: { notes: 40, title: 0.1, body: 0.1 } }],
  ['with recency', { recency: { field: 'published', halfLife: 30, weight: 1, now: '2020-02-01' } }],
  ['in one field', { fields: ['body'] }],
  ['with synonyms of several words', { synonyms: [['lac', 'pierre route']] }],
]

test.each(WAYS)('%s', async (_, way) => {
  for (const query of [
    'lac',
    'lacs',
    'lacustre',
    'le lac de la maison',
    'lac pierre',
    '"un lac" chemin',
    'un lac et une route',
  ]) {
    const found = await index.search(query, way as never)
    const expected = memory.search(query, way)
    expect(
      found.hits.map(({ id, score }) => [id, score]),
      query,
    ).toEqual(expected.hits.map(({ id, score }) => [id, score]))
  }
})
