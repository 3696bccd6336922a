/** Pages one after the other are the whole answer, as long as nothing changes; what is stale says so. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { InvalidOptionError, SearchIndex, StaleCursorError } from '../../src/index.ts'
import { collection, question } from '../support/arbitrary.ts'
import type { PlainDocument } from '../support/brute-force.ts'
import { plainLanguage } from '../support/plain-language.ts'
import { runs } from '../support/runs.ts'

const language = plainLanguage()
const options = { fields: ['title', 'body'] as const, storeFields: ['title'] as const, language }

function indexOf(documents: readonly PlainDocument[]): SearchIndex<PlainDocument> {
  const index = new SearchIndex<PlainDocument>(options)
  index.addAll(documents)
  return index
}

const small = fc.integer({ min: 1, max: 7 })

test('pages one after the other are the whole answer, in any segments', () => {
  fc.assert(
    fc.property(collection(60), question, small, fc.nat(60), small, (documents, text, limit, cut, countUpTo) => {
      const index = SearchIndex.fromBytes<PlainDocument>(indexOf(documents.slice(0, cut)).toBytes(), { language })
      index.addAll(documents.slice(cut))
      const whole = index.search(text, { limit: 100 })
      const ids: unknown[] = []
      let pages = 0
      for (let after: string | undefined; pages === 0 || after !== undefined; pages++) {
        const page = index.search(text, { limit, countUpTo, ...(after !== undefined && { after }) })
        expect(page.total).toBe(Math.min(countUpTo, whole.total))
        expect(page.totalIsLowerBound ?? false).toBe(whole.total > countUpTo)
        ids.push(...page.hits.map(({ id }) => id))
        after = page.next
      }
      expect(ids).toEqual(whole.hits.map(({ id }) => id))
      expect(pages).toBe(Math.max(1, Math.ceil(whole.total / limit)))
    }),
    { numRuns: runs(200) },
  )
})

const documents = Array.from({ length: 12 }, (_, i) => ({
  id: `d${i}`,
  title: 'roi',
  body: `roi ${'ville '.repeat(i)}`,
}))

test('a cursor outlives compacting, and opening the same file again', () => {
  const index = indexOf(documents)
  const { next } = index.search('roi', { limit: 5 })
  const expected = index.search('roi', { limit: 5, offset: 5 }).hits.map(({ id }) => id)
  index.compact()
  expect(index.search('roi', { limit: 5, after: next ?? '' }).hits.map(({ id }) => id)).toEqual(expected)
  const bytes = index.toBytes()
  const first = SearchIndex.fromBytes<PlainDocument>(bytes, { language }).search('roi', { limit: 5 })
  const again = SearchIndex.fromBytes<PlainDocument>(bytes, { language })
  expect(again.search('roi', { limit: 5, after: first.next ?? '' }).hits.map(({ id }) => id)).toEqual(expected)
})

test('a change makes cursors stale', () => {
  const changes: ((index: SearchIndex<PlainDocument>) => void)[] = [
    index => index.add({ id: 'new', title: 'roi', body: '' }),
    index => index.remove('d3'),
    index => index.replace({ id: 'd3', title: 'reine', body: '' }),
  ]
  for (const change of changes) {
    const index = indexOf(documents)
    const { next } = index.search('roi', { limit: 5 })
    change(index)
    expect(() => index.search('roi', { limit: 5, after: next ?? '' })).toThrow(StaleCursorError)
  }
})

test('what is no cursor of the question is refused', () => {
  const index = indexOf(documents)
  const { next } = index.search('roi', { limit: 5 })
  const after = next ?? ''
  expect(() => index.search('ville', { after })).toThrow(InvalidOptionError)
  expect(() => index.search('roi', { after, match: 'all' })).toThrow(InvalidOptionError)
  expect(() => index.search('roi', { after, offset: 5 })).toThrow(/offset/)
  for (const wrong of ['', 'x', '5', `${after}0`, 5, null]) {
    expect(() => index.search('roi', { after: wrong as never })).toThrow(InvalidOptionError)
  }
  // How many hits a page has, and what is said of them, may change from page to page.
  expect(index.search('roi', { after, limit: 3, explain: true }).hits).toHaveLength(3)
})
