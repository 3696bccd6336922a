/** Scores multiplied document by document: by youth, and by what the application says. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { InvalidOptionError, SearchIndex, type SearchOptions } from '../../src/index.ts'
import { collection, question } from '../support/arbitrary.ts'
import { plainLanguage } from '../support/plain-language.ts'
import { runs } from '../support/runs.ts'

interface Dated {
  id: string
  title: string
  body: string
  published?: string
}

const language = plainLanguage()
const schema = {
  fields: { title: {}, body: {}, published: { type: 'date' } } as const,
  storeFields: ['title'] as const,
  language,
}

function indexOf(documents: readonly Dated[], cut = 0): SearchIndex<Dated> {
  const first = new SearchIndex<Dated>(schema)
  first.addAll(documents.slice(0, cut))
  const index = cut === 0 ? first : SearchIndex.fromBytes<Dated>(first.toBytes(), { language })
  index.addAll(documents.slice(cut))
  return index
}

test('scores are those without, times the factors, in any segments; explanations add up', () => {
  const days = ['2026-11-25', '2026-11-20', '2026-01-01', '2027-01-01', undefined]
  const factors = fc.array(fc.constantFrom(0, 0.5, 1, 3), { minLength: 28, maxLength: 28 })
  fc.assert(
    fc.property(collection(28), question, factors, fc.nat(28), fc.boolean(), (plain, text, drawn, cut, young) => {
      const documents = plain.map((document, i): Dated => ({ ...document, published: days[i % days.length] }))
      const number = (id: unknown) => Number(String(id).slice(1))
      const recency = { field: 'published', halfLife: 10, weight: 0.8, now: '2026-11-25' } as const
      const ages = [0, 5, 328, 0, Number.POSITIVE_INFINITY]
      const youth = (id: unknown) => 0.2 + 0.8 * 2 ** (-ages[number(id) % ages.length] / 10)
      const factor = (id: unknown) => drawn[number(id)] * (young ? youth(id) : 1)
      const plainHits = indexOf(documents).search(text, { limit: 100 }).hits
      const expected = plainHits
        .map(({ id, score }) => ({ id, score: score * factor(id) }))
        .sort((a, b) => b.score - a.score || number(a.id) - number(b.id))
      const options: SearchOptions<Dated> = {
        limit: 100,
        boostDocument: ({ id }) => drawn[number(id)],
        explain: true,
        ...(young && { recency }),
      }
      const { hits } = indexOf(documents, cut).search(text, options)
      expect(hits.length).toBe(expected.length)
      hits.forEach(({ id, score, explanation }, i) => {
        expect(score).toBeCloseTo(expected[i].score, 9)
        expect(score).toBeCloseTo((plainHits.find(hit => hit.id === id)?.score ?? Number.NaN) * factor(id), 9)
        const { words, title, proximity } = explanation ?? { words: [], title: undefined, proximity: [] }
        const sum = [...words, ...proximity, title ?? { score: 0 }].reduce((sum, part) => sum + part.score, 0)
        expect(sum * (explanation?.factor ?? Number.NaN)).toBeCloseTo(score, 9)
      })
    }),
    { numRuns: runs(200) },
  )
})

describe('recency', () => {
  const index = indexOf([
    { id: 'old', title: 'roi', body: 'roi', published: '2016-01-01' },
    { id: 'new', title: '', body: 'roi ville', published: '2026-11-20' },
    { id: 'undated', title: '', body: 'roi ville' },
  ])
  const ids = (options: SearchOptions<Dated>) => index.search('roi', options).hits.map(({ id }) => id)

  test('lets young documents pass better ones', () => {
    expect(ids({})).toEqual(['old', 'new', 'undated'])
    expect(ids({ recency: { field: 'published', halfLife: 30, weight: 0.9, now: '2026-11-25' } })).toEqual([
      'new',
      'old',
      'undated',
    ])
    expect(ids({ recency: { field: 'published', halfLife: 30, weight: 0.01, now: '2026-11-25' } })[0]).toBe('old')
  })

  test('what is stored can be read', () => {
    expect(ids({ boostDocument: ({ document }) => (document.title === 'roi' ? 0 : 1) })).toEqual([
      'new',
      'undated',
      'old',
    ])
  })

  test.each([
    [{ recency: 30 }, 'recency'],
    [{ recency: { halfLife: 30 } }, 'recency.field'],
    [{ recency: { field: 'title', halfLife: 30 } }, 'recency.field'],
    [{ recency: { field: 'published', halfLife: 0 } }, 'recency.halfLife'],
    [{ recency: { field: 'published' } }, 'recency.halfLife'],
    [{ recency: { field: 'published', halfLife: 3, weight: 2 } }, 'recency.weight'],
    [{ recency: { field: 'published', halfLife: 3, now: 'hier' } }, 'recency.now'],
    [{ recency: { field: 'published', halfLife: 3, age: 1 } }, 'recency.age'],
    [{ boostDocument: 2 }, 'boostDocument'],
    [{ boostDocument: () => -1 }, 'boostDocument'],
    [{ boostDocument: () => Number.NaN }, 'boostDocument'],
  ])('%j: %s', (options, option) => {
    const error = (() => {
      try {
        index.search('roi', options as never)
      } catch (error) {
        return error
      }
    })()
    expect(error).toBeInstanceOf(InvalidOptionError)
    expect((error as InvalidOptionError).option).toBe(option)
  })
})
