/** A search inside `boostDocument`, of the same index or another one, changes nothing: inner and outer answers are those given one after the other. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SearchIndex, type SearchOptions, type SearchResults } from '../../src/index.ts'
import { collection, question } from '../support/arbitrary.ts'
import type { PlainDocument } from '../support/brute-force.ts'
import { plainLanguage } from '../support/plain-language.ts'

const language = plainLanguage()

/** An index of a packed segment and, after it, a live one; some documents are removed. */
function indexOf(documents: readonly PlainDocument[], cut: number): SearchIndex<PlainDocument> {
  const first = new SearchIndex<PlainDocument>({ fields: ['title', 'body'], storeFields: ['title'], language })
  first.addAll(documents.slice(0, cut))
  const index = SearchIndex.fromBytes<PlainDocument>(first.toBytes(), { language })
  index.addAll(documents.slice(cut))
  if (index.has('d3')) index.remove('d3')
  return index
}

/** All of an answer but the time it took. */
function answerOf({ tookMs, ...answer }: SearchResults<Partial<PlainDocument>>) {
  return answer
}

const optionsOf = fc.record({
  limit: fc.integer({ min: 1, max: 12 }),
  explain: fc.boolean(),
  fuzzy: fc.constantFrom<'auto' | false>('auto', false),
  prefix: fc.boolean(),
})
const factorOf = (id: unknown) => 1 + (Number(String(id).slice(1)) % 3)

test('three levels deep, each of one of two indexes', () => {
  const level = fc.tuple(question, optionsOf, fc.boolean(), fc.integer({ min: 1, max: 4 }))
  let nested = 0
  fc.assert(
    fc.property(collection(14), collection(14), fc.nat(14), level, level, level, (ofOne, ofOther, cut, ...levels) => {
      const indexes = [indexOf(ofOne, cut), indexOf(ofOther, cut)]
      const plain = levels.map(([text, options, isOther]) =>
        answerOf(indexes[Number(isOther)].search(text, { ...options, boostDocument: ({ id }) => factorOf(id) })),
      )
      const search = (depth: number): void => {
        const [text, options, isOther, every] = levels[depth]
        let calls = 0
        const boosted: SearchOptions<PlainDocument> = {
          ...options,
          boostDocument({ id }) {
            if (depth + 1 < levels.length && calls++ % every === 0) search(depth + 1)
            return factorOf(id)
          },
        }
        expect(answerOf(indexes[Number(isOther)].search(text, boosted))).toEqual(plain[depth])
        if (depth > 0) nested++
      }
      search(0)
    }),
    { numRuns: 50 },
  )
  expect(nested).toBeGreaterThan(200)
})

test('a nested search that fails leaves the others as they are', () => {
  const documents = ['roi', 'roi reine', 'reine ville roi'].map((body, i) => ({ id: `d${i}`, title: 'roi', body }))
  const index = indexOf(documents, 2)
  const plain = answerOf(index.search('roi reine', { boostDocument: () => 1 }))
  const failing = () =>
    index.search('roi', {
      boostDocument: () => {
        throw new RangeError('no')
      },
    })
  const outer = index.search('roi reine', {
    boostDocument() {
      expect(failing).toThrow(RangeError)
      return 1
    },
  })
  expect(answerOf(outer)).toEqual(plain)
  expect(answerOf(index.search('roi reine', { boostDocument: () => 1 }))).toEqual(plain)
})
