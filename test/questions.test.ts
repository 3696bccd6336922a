/** Questions with operators, as people see their answers: hits, highlights, matches, explanations, corrections. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { highlight, parseQuery, SearchIndex } from '../src/index.ts'
import type { QueryNode } from '../src/query/query-tree.ts'
import { NO_TIME } from './support/no-time.ts'
import { operatorNoise } from './support/operator-noise.ts'
import { runs } from './support/runs.ts'

const index = new SearchIndex<{ id: number; title: string; body: string }>({
  fields: ['title', 'body'],
  storeFields: ['title', 'body'],
})
index.addAll([
  { id: 1, title: 'Une trêve à Tripoli', body: 'Le cessez-le-feu est signé. Le monde entier regarde l’abbaye.' },
  { id: 2, title: 'Benghazi', body: 'On parle de cesser, le feu ! Cessez le feu, dit-on. Les négociations à Tripoli.' },
  { id: 3, title: 'La pêche', body: 'Le péché et la pêche à Benghazi : tout entier, le monde.' },
  { id: 4, title: 'Chats', body: 'Des chats noirs et un chat noir. Le week-end, la pêche.' },
])
const ids = (question: string | QueryNode, options = {}) => index.search(question, options).hits.map(({ id }) => id)
const marked = (question: string) =>
  index
    .search(question, { highlight: { fields: ['title', 'body'], snippet: false } })
    .hits.map(({ id, highlights }) => {
      const of = (text = { text: '', ranges: [] as [number, number][] }) =>
        text.ranges.map(([start, end]) => text.text.slice(start, end))
      return [id, ...of(highlights?.title), ...of(highlights?.body)]
    })

describe('hits', () => {
  test.each<[string, number[]]>([
    ['"cessez le feu"', [2, 1]],
    ['"cessez-le-feu"', [2, 1]],
    ['« l’abbaye »', [1]],
    ['"l abbaye"', [1]],
    ['"abbaye l"', []],
    ['"chat noir"', [4]],
    ['"chats noir"', []],
    ['"week end"', [4]],
    ['"weekend"', []],
    ['"peche à benghazi"', [3]],
    ['"péche"', []],
    ['week-end', [4]],
    ['pêche -week-end', [3]],
    ['pêche -"un chat"', [3]],
    ['pêche -weekends', [3]],
    ['-title:pêche', [1, 2, 4]],
    ['Tripoli -négociation', [1]],
    ['trêve OU chat', [4, 1]],
    ['pêche ET Benghazi', [3]],
    ['title:pêche', [3]],
    ['title:négoc*', []],
    ['"monde entier"~1', [1, 3]],
    ['-Tripoli -pêche', []],
    ['', []],
    ['-.', []],
  ])('%s', (question, expected) => expect(ids(question)).toEqual(expected))

  test('words in one field score as they do where only that field is searched', () => {
    const inTitle = index.search('title:Tripoli').hits
    expect(inTitle).toEqual(index.search('Tripoli', { fields: ['title'] }).hits)
    expect(inTitle.map(({ id }) => id)).toEqual([1])
  })

  test('a plain question, however it is given, has one answer', () => {
    const { hits } = index.search('trêve cessez-le-feu')
    expect(index.search({ type: 'words', text: 'trêve cessez-le-feu' }).hits).toEqual(hits)
    expect(index.search('(trêve cessez-le-feu)').hits).toEqual(hits)
    expect(index.search('trêve cessez-le-feu -absent').hits).toEqual(hits)
  })

  test('match counts plain words, and each condition as one that is held', () => {
    expect(ids('"le monde" trêve', { match: 'any' })).toEqual([1, 3])
    expect(ids('"le monde" trêve', { match: 'all' })).toEqual([1])
    expect(ids('"le monde" trêve Tripoli', { match: 2 })).toEqual([1])
    expect(ids('pêche Benghazi -chats', { match: 'all' })).toEqual([3])
  })

  test('what browses is in order, and pages', () => {
    const { hits, total } = index.search('-chats', { limit: 1, offset: 1 })
    expect(total).toBe(3)
    expect(hits).toMatchObject([{ id: 2, score: 0, matches: {} }])
  })

  test('fields that are not searched count for nothing, not even where they are named', () => {
    expect(ids('title:Tripoli', { fields: ['body'] })).toEqual([])
    expect(ids('Tripoli -title:trêve', { fields: ['body'] })).toEqual([2])
  })
})

describe('highlights', () => {
  test.each<[string, unknown[][]]>([
    ['"le monde entier"', [[1, 'Le monde entier']]],
    ['"cessez le feu" -signé', [[2, 'Cessez le feu']]],
    ['"le monde" tout', [[3, 'tout', 'le monde'], [1, 'Le monde']]],
    ['title:Tripoli', [[1, 'Tripoli']]],
    ['title:trêve body:Tripoli', [[1, 'trêve'], [2, 'Tripoli']]],
    ['négoc*', [[2, 'négociations']]],
    ['signé Tripoly~', [[1, 'Tripoli', 'signé'], [2, 'Tripoli']]],
    ['trêve -Benghazi', [[1, 'trêve']]],
    ['« l’abbaye »', [[1, 'l’abbaye']]],
  ])('%s', (question, expected) => expect(marked(question)).toEqual(expected)) // biome-ignore format: one question a line

  test('highlight() leaves out what is excluded', () => {
    expect(highlight('la trêve à Tripoli', 'trêve -Tripoli').ranges).toEqual([[3, 8]])
  })
})

describe('columns', () => {
  const articles = new SearchIndex({
    fields: { title: {}, section: { type: 'keyword' }, published: { type: 'date' }, price: { type: 'number' } },
  })
  articles.addAll([
    { id: 1, title: 'Une trêve à Tripoli', section: 'monde', published: '2019-11-26', price: 3.5 },
    { id: 2, title: 'Benghazi', section: ['monde', 'Proche-Orient'], published: '2020-01-12', price: -2 },
    { id: 3, title: 'La pêche à Benghazi', section: 'sport', published: '2018', price: 7 },
  ])
  const file = SearchIndex.fromBytes(articles.toBytes())

  test.each<[string, number[]]>([
    ['section:monde', [1, 2]],
    ['section:Monde', [1, 2]],
    ['section:"Proche-Orient"', [2]],
    ['section:(monde -Proche-Orient)', [1]],
    ['section:(sport Proche-Orient)', [2, 3]],
    ['published:2019-11-01..2019-11-30', [1]],
    ['published:2019', [1]],
    ['published:>2019', [2]],
    ['published:..2018', [3]],
    ['-published:>=2019', [3]],
    ['price:3,5', [1]],
    ['price:<0', [2]],
    ['Benghazi section:monde', [2]],
    ['Benghazi (section:monde OU price:>5)', [2, 3]],
    ['trêve OU price:>5', [1, 3]],
    ['-(section:monde trêve)', [3]],
    ['published:hier', []],
    ['published:hier Benghazi', [2, 3]],
  ])('%s', (question, expected) => {
    expect(articles.search(question).hits.map(({ id }) => id)).toEqual(expected)
    expect(file.search(question).hits).toEqual(articles.search(question).hits)
    expect(file.search(question, { filter: { price: { gt: -10 } } }).hits).toEqual(file.search(question).hits)
  })

  test.each<[QueryNode, string]>([
    [{ type: 'range', field: 'title', gte: 3 }, 'query.field'],
    [{ type: 'range', field: 'section', gte: 'a' }, 'query.field'],
    [{ type: 'not', of: { type: 'range', field: 'published', gte: 'hier' } }, 'query.of.gte'],
  ])('%j is refused', (tree, option) => {
    expect(() => articles.search(tree)).toThrow(expect.objectContaining({ code: 'INVALID_OPTION', option }))
  })
})

test('matches name the words of the field that was asked', () => {
  const [hit] = index.search('title:trêve Tripoli').hits
  expect(hit.matches).toEqual({ title: ['trêve', 'tripoli'] })
  expect(index.search('title:Tripoli').hits[0].matches).toEqual({ title: ['tripoli'] })
})

test('explanations add up to the score', () => {
  for (const question of [
    '"le monde" entier',
    'title:Tripoli Tripoli -chats',
    'négoc* Tripoly~',
    'pêche ET Benghazi',
    '-chats',
  ]) {
    for (const { score, explanation } of index.search(question, { explain: true }).hits) {
      const parts = [
        ...(explanation?.words ?? []),
        ...(explanation?.proximity ?? []),
        explanation?.title ?? { score: 0 },
      ]
      expect(parts.reduce((sum, part) => sum + part.score, 0)).toBeCloseTo(score, 9)
    }
  }
})

test('typos are corrected outside quotes, in their place', () => {
  expect(index.search('title:Tripolli -chats').correction).toBe('title:Tripoli -chats')
  expect(index.search('"Tripolli"').correction).toBeUndefined()
  expect(index.search({ type: 'words', text: 'Tripolli' })).toMatchObject({ total: 2, correction: undefined })
})

describe('bad input', () => {
  test.each<[unknown, string]>([
    [5, 'query'],
    [undefined, 'query'],
    [{ type: 'field', field: 'titre', of: { type: 'words', text: 'a' } }, 'query.field'],
    [{ type: 'and', of: [{ type: 'not', of: {} }] }, 'query.of[0].of.type'],
  ])('%j', (question, option) => {
    expect(() => index.search(question as string)).toThrow(expect.objectContaining({ code: 'INVALID_OPTION', option }))
  })

  test('no text throws, or takes long', () => {
    const piece = operatorNoise(['le', 'Tripoli', 'pêche'])
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), pieces => {
        const text = pieces.join('')
        const { total, hits } = index.search(text, { highlight: { fields: ['body'] } })
        expect(hits.length).toBe(total)
        expect(parseQuery(text).tree.type).toBe('group')
      }),
      { numRuns: runs(1000) },
    )
  })

  test.each(['(', '"le monde" ', '-(le* ', 'le~2 OU ', 'title:"pêche le"~9 ', '-monde ', '\u{1F642}'])(
    '100 kB of %s',
    piece => {
      const { total, hits } = index.search(piece.repeat(100_000 / piece.length))
      expect(hits.length).toBe(total)
    },
    NO_TIME,
  )
})
