/** Rankings give what sorting everything gives, and look at little of it. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mostUsed } from '../../src/dictionary/most-used.ts'
import { compareWords, type RankedWord, RankedWords } from '../../src/dictionary/ranked-words.ts'

const spelling = fc.string({ unit: fc.constantFrom('a', 'b', 'é', '-'), maxLength: 4 })
const words = fc
  .uniqueArray(fc.record({ word: spelling, uses: fc.integer({ min: 1, max: 4 }) }), { selector: ({ word }) => word })
  .map(list => list.map(({ word, uses }): RankedWord => ({ word, uses, folded: word.replaceAll('é', 'e') })))

const byUse = (a: RankedWord, b: RankedWord) => b.uses - a.uses || compareWords(a, b)

test('words that begin alike, most used first', () => {
  fc.assert(
    fc.property(words, spelling, (list, prefix) => {
      const ranked = new RankedWords([...list])
      const expected = list.filter(({ folded }) => folded.startsWith(prefix)).sort(byUse)
      expect([...ranked.startingWith(prefix)]).toEqual(expected)
      for (const word of list) expect([...ranked.startingWith(word.folded)]).toContain(word)
      expect([...ranked.startingWith('zz')]).toEqual([])
    }),
    { numRuns: 500 },
  )
})

test('several rankings, of which some count too much, give the order of the exact sums', () => {
  const counted = words.map(list => list.map(word => ({ ...word, surplus: word.uses % 2 })))
  fc.assert(
    fc.property(fc.array(counted, { maxLength: 4 }), spelling, fc.nat(8), (lists, prefix, count) => {
      const exact = new Map<string, RankedWord>()
      for (const { word, folded, uses, surplus } of lists.flat()) {
        const before = exact.get(word)?.uses ?? 0
        exact.set(word, { word, folded, uses: before + uses - surplus })
      }
      const expected = [...exact.values()]
        .filter(({ uses, folded }) => uses > 0 && folded.startsWith(prefix))
        .sort(byUse)
      const rankings = lists.map(list => new RankedWords([...list]).startingWith(prefix))
      const found: RankedWord[] = []
      for (const { word, folded, uses } of mostUsed(rankings, ({ word }) => exact.get(word)?.uses ?? 0)) {
        if (found.length === count) break
        found.push({ word, folded, uses })
      }
      expect(found).toEqual(expected.slice(0, count))
    }),
    { numRuns: 1000 },
  )
})

test('the first of a hundred thousand words, used as words are (G. K. Zipf), cost a few of them', () => {
  const list = (salt: number) =>
    Array.from({ length: 100_000 }, (_, i): RankedWord => {
      const word = `a${i.toString(36)}`
      const rank = (i * 7919 + 1) % 100_003
      return { word, folded: word, uses: Math.ceil((1e6 + ((i * salt) % 1e5)) / rank) }
    })
  const lists = [list(31), list(57)]
  const uses = lists.map(words => new Map(words.map(({ word, uses }) => [word, uses])))
  let looked = 0
  const rankings = lists.map(function* (words) {
    for (const word of new RankedWords(words).startingWith('a')) {
      looked++
      yield word
    }
  })
  const usesOf = ({ word }: RankedWord) => uses.reduce((sum, one) => sum + (one.get(word) ?? 0), 0)
  let found = 0
  for (const _ of mostUsed(rankings, usesOf)) if (++found === 50) break
  expect(found).toBe(50)
  expect(looked).toBeLessThan(300)
})
