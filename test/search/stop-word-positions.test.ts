/** What an index without the positions of stop words finds, in memory and in a file. */
import { expect, test } from 'vitest'
import { InvalidOptionError, SearchIndex } from '../../src/index.ts'
import { isUpdatable } from '../../src/node.ts'

interface Article {
  id: string
  title: string
  body: string
}

const articles: Article[] = [
  { id: 'de', title: 'Service', body: 'Le chef de service répond à la question.' },
  { id: 'du', title: 'Service', body: 'Le chef du service a parlé de la rentrée.' },
  { id: 'other', title: 'Service', body: 'Le chef du service répond.' },
  { id: 'far', title: 'Service', body: 'Le chef de cuisine est au service de tous.' },
]
const options = { fields: ['title', 'body'] } as const

function found(index: SearchIndex<Article>, query: string): unknown[] {
  return index
    .search(query, { fuzzy: false })
    .hits.map(({ id }) => id)
    .sort()
}

test.each([
  // In the place of « de » stands any word, if the text has « de » somewhere.
  ['"chef de service"', ['de'], ['de', 'du']],
  ['"chef service"', [], []],
  ['"le chef"', ['de', 'du', 'far', 'other'], ['de', 'du', 'far', 'other']],
  // Before the first word of a text stands none.
  ['"le le chef"', [], []],
  // Of stop words alone, no order is known.
  ['"de la"', ['du'], ['de', 'du']],
  ['"à la"', ['de'], ['de']],
  ['"la de"', [], ['de', 'du']],
  ['"service de tous"', ['far'], ['far']],
  ['"chef service"~3', ['de', 'du', 'other'], ['de', 'du', 'other']],
  ['-"chef de service" chef', ['du', 'far', 'other'], ['far', 'other']],
])('%s', (query, withPositions, without) => {
  const whole = SearchIndex.from(articles, options)
  const live = SearchIndex.from(articles, { ...options, stopWordPositions: false })
  const file = SearchIndex.fromBytes<Article>(live.toBytes()) as SearchIndex<Article>
  expect(found(whole as SearchIndex<Article>, query)).toEqual(withPositions)
  expect(found(live as SearchIndex<Article>, query)).toEqual(without)
  expect(found(file, query)).toEqual(without)
})

test('a file remembers it, is smaller for it, and takes documents in the same way', () => {
  const long = { id: 'long', title: '', body: 'le chef de la cuisine et du service '.repeat(200) }
  const bytes = [true, false].map(stopWordPositions =>
    SearchIndex.from([...articles, long], { ...options, stopWordPositions }).toBytes(),
  )
  expect(bytes[1].length).toBeLessThan(bytes[0].length)
  const reopened = SearchIndex.fromBytes<Article>(bytes[1])
  expect(reopened.inspect().stopWordPositions).toBe(false)
  const added = { id: 'added', title: '', body: 'Un chef en service, et de garde.' }
  reopened.add(added)
  const once = SearchIndex.from([...articles, long, added], { ...options, stopWordPositions: false })
  expect(Buffer.compare(reopened.toBytes(), once.toBytes())).toBe(0)
  expect(isUpdatable<Article>(bytes[1], { ...options, stopWordPositions: false })).toBe(true)
  expect(isUpdatable<Article>(bytes[1], options)).toBe(false)
})

test('it is true or false', () => {
  expect(() => new SearchIndex({ ...options, stopWordPositions: 'no' as never })).toThrow(InvalidOptionError)
})
