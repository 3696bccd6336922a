/** Rankings give what sorting everything gives, and look at little of it. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mostUsed } from '../../src/dictionary/most-used.ts'
import { compareWords, type RankedWord, rankedWords } from '../../src/dictionary/ranked-words.ts'
import type { LexiconEntry, Segment } from '../../src/index/segment.ts'

const spelling = fc.string({ unit: fc.constantFrom('a', 'b', 'é', '-'), maxLength: 4 })
const words = fc
  .uniqueArray(fc.record({ word: spelling, uses: fc.integer({ min: 1, max: 4 }) }), { selector: ({ word }) => word })
  .map(list => list.map(({ word, uses }): RankedWord => ({ word, uses, folded: word.replaceAll('é', 'e') })))

const byUse = (a: RankedWord, b: RankedWord) => b.uses - a.uses || compareWords(a, b)

/** What a ranking reads of a segment with these words, of which those used more than `rare` are listed as frequent. */
function segmentOf(list: readonly RankedWord[], rare: number) {
  const scans: string[] = []
  const scan =
    (name: string, words: RankedWord[]) =>
    (prefix: string, visit: (folded: string, entry: LexiconEntry) => boolean): void => {
      scans.push(name)
      for (const { folded, word, uses } of words.sort(compareWords)) {
        if (folded.startsWith(prefix) && !visit(folded, { word, documentFrequency: uses })) return
      }
    }
  const segment = {
    scanFrequentWords: scan(
      'frequent',
      list.filter(({ uses }) => uses > rare),
    ),
    scanWords: scan('all', [...list]),
  }
  return { segment: segment as Partial<Segment> as Segment, scans }
}

test('words that begin alike, most used first', () => {
  fc.assert(
    fc.property(words, spelling, fc.nat(5), (list, prefix, rare) => {
      const { segment } = segmentOf(list, rare)
      const expected = list.filter(({ folded }) => folded.startsWith(prefix)).sort(byUse)
      expect([...rankedWords(segment, prefix)]).toEqual(expected)
    }),
    { numRuns: 500 },
  )
})

test('other words are read only if the frequent ones do not suffice', () => {
  const list = Array.from({ length: 20 }, (_, i): RankedWord => ({ word: `a${i}`, folded: `a${i}`, uses: i + 1 }))
  const { segment, scans } = segmentOf(list, 10)
  const first = [...rankedWords(segment, 'a')].slice(0, 12)
  const ranking = rankedWords(segment, 'a')
  scans.length = 0
  expect(Array.from({ length: 10 }, () => ranking.next().value)).toEqual(first.slice(0, 10))
  expect(scans).toEqual(['frequent'])
  expect(ranking.next().value).toEqual(first[10])
  expect(scans).toEqual(['frequent', 'all'])
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
      const rankings = lists.map(list => rankedWords(segmentOf(list, 2).segment, prefix))
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
    for (const word of rankedWords(segmentOf(words, 200).segment, 'a')) {
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
