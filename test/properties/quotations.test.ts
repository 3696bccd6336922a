/** A quotation beside two or more words loses no document: it raises those that hold it, and what holds it and all other words comes first. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allFeatures } from '../../src/features/all-features.ts'
import type { SegmentList } from '../../src/index/segment-list.ts'
import { french, SearchIndex } from '../../src/index.ts'
import { QueryEngine } from '../../src/query-engine.ts'
import { collection, WORDS } from '../support/arbitrary.ts'
import { buildSegments, cutAt } from '../support/index-cuts.ts'
import { admittedBy } from '../support/meets.ts'
import { plainLanguage } from '../support/plain-language.ts'
import { runs } from '../support/runs.ts'

const language = { ...plainLanguage(), phrasesFrom: () => [] }
const several = (words: readonly string[], minLength: number) =>
  fc.array(fc.constantFrom(...words), { minLength, maxLength: 3 }).map(words => words.join(' '))
const plain = several(['roi', 'reine', 'pêche', 'ville', 'paix', 'rare', '2019'], 2)
const quoted = several(WORDS, 1)
const places = fc.array(fc.nat(100), { maxLength: 3 })

function ask(list: SegmentList, query: string) {
  const options = { limit: 100, explain: true, fuzzy: false, countUpTo: 3 } as const
  const { hits, total, fullMatches } = new QueryEngine(list, allFeatures).search(query, options)
  return {
    total,
    fullMatches,
    hits: hits.map(({ id, score, explanation }) => ({ id: String(id), score, explanation })),
  }
}

test('what holds the quotation and all words comes first, and nothing is lost', () => {
  let complete = 0
  fc.assert(
    fc.property(collection(40), plain, quoted, places, (documents, words, phrase, cuts) => {
      const whole = buildSegments([{ documents, packed: false }], language)
      const query = `${words} "${phrase}"`
      const [found, plainly] = [ask(whole, query), ask(whole, `${words} ${phrase}`)]
      expect([found.total, found.fullMatches, found.hits.length]).toEqual([
        plainly.total,
        plainly.fullMatches,
        plainly.hits.length,
      ])
      const holding = new Set(admittedBy({ type: 'phrase', text: phrase }, documents, language, () => 1))
      const all = admittedBy({ type: 'words', text: words }, documents, language, count => count)
      const both = all.filter(id => holding.has(id))
      complete += both.length
      expect(
        found.hits
          .slice(0, both.length)
          .map(({ id }) => id)
          .sort(),
      ).toEqual(both.sort())
      const scores = new Map(plainly.hits.map(({ id, score }) => [id, score]))
      for (const { id, score, explanation } of found.hits) {
        const quotations = explanation?.quotations ?? []
        expect(quotations.length).toBe(holding.has(id) ? 1 : 0)
        if (!holding.has(id) && documents.length <= 30) expect(score).toBe(scores.get(id))
        expect(score).toBeGreaterThanOrEqual(0)
        const { words = [], proximity = [], title } = explanation ?? {}
        const parts = [...words, ...proximity, ...quotations, ...(title ? [title] : [])]
        expect(parts.reduce((sum, part) => sum + part.score, 0)).toBeCloseTo(score, 9)
      }
      expect(ask(buildSegments(cutAt(documents, cuts), language, 3), query)).toEqual(found)
    }),
    { numRuns: runs(400) },
  )
  expect(complete, 'some documents hold both').toBeGreaterThan(runs(15))
})

test('two quotations: both before one, one before none', () => {
  const rank = (query: string) => {
    const index = new SearchIndex<{ id: string; body: string }>({ fields: ['body'] })
    index.addAll([
      { id: 'none', body: 'roi reine paix guerre trêve feu roi reine' },
      {
        id: 'one',
        body: 'roi et reine, une longue histoire qui finit dans la paix et la guerre, et la trêve sous le feu',
      },
      {
        id: 'both',
        body: 'roi et reine, une histoire bien plus longue encore, de la guerre et la paix jusqu’à la trêve et le feu',
      },
    ])
    return index.search(query).hits.map(({ id }) => id)
  }
  expect(rank('roi reine "la guerre et la paix" "la trêve et le feu"')[0]).toBe('both')
  expect(rank('roi reine "la paix et la guerre" "le feu de joie"')[0]).toBe('one')
})

describe('a page with the name and not the quotation', () => {
  const index = new SearchIndex<{ id: string; body: string; section: string }>({
    fields: { body: {}, section: { type: 'keyword' } },
    language: french({ wordList: false }),
  })
  index.addAll([
    { id: 'name', body: 'Le maréchal Khalifa Haftar est reçu à Paris.', section: 'monde' },
    {
      id: 'both',
      body: 'Khalifa Haftar, maréchal, dit que « l’heure est venue » de prendre la ville.',
      section: 'monde',
    },
    { id: 'quotation', body: 'L’heure est venue de partir.', section: 'sport' },
  ])
  const ask = (query: string, options = {}) => index.search(query, options).hits.map(({ id }) => id)

  test.each([
    ['Khalifa Haftar « l’heure est venue »', ['both', 'name', 'quotation']],
    ['Khalifa Haftar "l’heure est venue"', ['both', 'name', 'quotation']],
    ['Khalifa Haftar “l’heure est venue”', ['both', 'name', 'quotation']],
    ["Khalifa Haftar 'l'heure est venue'", ['both', 'name', 'quotation']],
    ['Khalifa Haftar ‘l’heure est venue’', ['both', 'name', 'quotation']],
    ['Khalifa Haftar « l’heure passe »', ['both', 'name', 'quotation']],
    ['Haftar "l’heure est venue"', ['both', 'quotation']],
    ['"l’heure est venue"', ['quotation', 'both']],
    ['Khalifa Haftar +"l’heure est venue"', ['both', 'quotation']],
    ['Khalifa Haftar "l’heure est venue" section:monde', ['both']],
    ['Khalifa Haftar "l’heure passe" OU sardine', []],
    ['Khalifa Haftar "l’heure passe" ville*', []],
    ['Khalifa Haftar "l’heure est venue" -maréchal', ['quotation']],
    ['Le maréchal Khalifa Haftar – reçu à Paris -ville', ['name', 'both']],
  ])('%s', (query, expected) => {
    const found = ask(query)
    expect(found[0]).toBe(expected[0])
    expect([...found].sort()).toEqual([...expected].sort())
  })

  test('is not found if all words must match', () => {
    expect(ask('Khalifa Haftar "l’heure est venue"', { match: 'all' })).toEqual(['both'])
    expect(ask('Khalifa Haftar "l’heure passe"', { match: 'all' })).toEqual([])
    expect(ask('Khalifa Haftar "l’heure passe"', { match: 2 })).toEqual(['both', 'name'])
  })

  test('the results say how each part was read', () => {
    const query = 'Khalifa Haftar "l’heure est venue" -maréchal'
    const read = (options = {}) =>
      index.search(query, options).reading?.map(({ type, as, start, end }) => [type, as, query.slice(start, end)])
    expect(read()).toEqual([
      ['words', 'optional', 'Khalifa Haftar'],
      ['phrase', 'optional', '"l’heure est venue"'],
      ['not', 'exclusion', '-maréchal'],
    ])
    expect(read({ match: 'all' })?.map(([, as]) => as)).toEqual(['required', 'required', 'exclusion'])
    expect(index.search('Khalifa Haftar').reading).toBeUndefined()
  })

  test('a tree may have optional phrases', () => {
    const tree = (optional: boolean) =>
      ({
        type: 'group',
        of: [
          { type: 'words', text: 'Haftar' },
          { type: 'phrase', text: 'heure est venue', optional },
        ],
      }) as const
    const found = (optional: boolean) => index.search(tree(optional)).hits.map(({ id }) => id)
    expect([found(true)[0], found(true).length, found(false).sort()]).toEqual(['both', 3, ['both', 'quotation']])
  })
})
