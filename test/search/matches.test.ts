/** Documents that match in two phases: as sets do, with each candidate tested once at most, and only if it is asked about. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DocumentSet } from '../../src/columns/document-set.ts'
import { Matches } from '../../src/search/matches.ts'

const CAPACITY = 70

interface Tree {
  /** Documents of a leaf, and those of them that pass its test, if it has one. */
  candidates?: number[]
  passing?: number[] | undefined
  operation?: 'and' | 'or' | 'not'
  of?: Tree[]
}

const documents = fc.array(fc.nat(CAPACITY - 1))
const { tree } = fc.letrec<{ tree: Tree }>(tie => ({
  tree: fc.oneof(
    { depthSize: 'small' },
    fc.record({ candidates: documents, passing: fc.option(documents, { nil: undefined }) }),
    fc.record({ operation: fc.constantFrom('and' as const, 'or' as const), of: fc.tuple(tie('tree'), tie('tree')) }),
    fc.record({ operation: fc.constant('not' as const), of: fc.tuple(tie('tree')) }),
  ),
}))

function setOf(documents: readonly number[]): DocumentSet {
  const set = new DocumentSet(CAPACITY)
  for (const document of documents) set.add(document)
  return set
}

/** `tested` gets every document that a leaf is asked about, under the leaf's number. */
function matchesOf(tree: Tree, tested: string[], leaf = { count: 0 }): Matches {
  const { candidates = [], passing, operation, of = [] } = tree
  if (operation === undefined) {
    const number = leaf.count++
    if (passing === undefined) return new Matches(setOf(candidates))
    return new Matches(setOf(candidates), document => {
      tested.push(`${number} ${document}`)
      return passing.includes(document)
    })
  }
  const [first, second] = of.map(each => matchesOf(each, tested, leaf))
  return operation === 'not' ? first.not() : first[operation](second)
}

function isIn(document: number, { candidates = [], passing, operation, of = [] }: Tree): boolean {
  if (operation === undefined) return candidates.includes(document) && passing?.includes(document) !== false
  const [first, second] = of.map(each => isIn(document, each))
  return operation === 'not' ? !first : operation === 'and' ? first && second : first || second
}

describe('matches', () => {
  test('are those of sets, and each document is tested once by each test', () => {
    fc.assert(
      fc.property(tree, tree => {
        const tested: string[] = []
        const matches = matchesOf(tree, tested)
        expect(tested).toEqual([])
        const all = [...Array(CAPACITY).keys()]
        const expected = all.filter(document => isIn(document, tree))
        expect(all.filter(document => matches.has(document))).toEqual(expected)
        expect([...matches.all().toArray()]).toEqual(expected)
        expect(new Set(tested).size).toBe(tested.length)
        for (const document of expected) expect(matches.candidates.has(document)).toBe(true)
      }),
    )
  })

  test('nothing that is no candidate is tested', () => {
    const tested: number[] = []
    const common = new Matches(setOf([1, 2, 3, 4, 5]), document => tested.push(document) > 0)
    const both = common.and(new Matches(setOf([2, 9])))
    expect([...Array(CAPACITY).keys()].filter(document => both.has(document))).toEqual([2])
    expect(tested).toEqual([2])
  })
})

test('documents of a stretch are counted from its start', () => {
  fc.assert(
    fc.property(documents, fc.nat(CAPACITY), fc.nat(CAPACITY), (documents, start, length) => {
      const places = new Uint16Array(CAPACITY)
      const count = setOf(documents).placesIn(start, start + length, places)
      const expected = [...new Set(documents)].sort((a, b) => a - b)
      expect([...places.subarray(0, count)]).toEqual(
        expected.filter(document => document >= start && document < start + length).map(document => document - start),
      )
    }),
  )
})
