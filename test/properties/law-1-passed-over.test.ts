/** Law 1 if documents are skipped: the best are the same, to the last bit, and the count is what it would be up to its limit. */
import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { executable, executableQuotations } from '../../src/features/operators.ts'
import { PositionListReader } from '../../src/format/position-list.ts'
import { PostingListReader } from '../../src/format/posting-list.ts'
import type { GrowingSegmentList } from '../../src/index/growing-segment-list.ts'
import { compileQuery } from '../../src/query/compile.ts'
import * as skipping from '../../src/search/collect-best.ts'
import { execute } from '../../src/search/execute.ts'
import { SegmentScorer } from '../../src/search/score-segment.ts'
import { Window } from '../../src/search/window.ts'
import { skewedCollection, skewedQuestion } from '../support/arbitrary.ts'
import { rankByBruteForce } from '../support/brute-force.ts'
import { answer, buildSegments, cutAt, expanderOf } from '../support/index-cuts.ts'
import { plainLanguage } from '../support/plain-language.ts'
import { runs } from '../support/runs.ts'

const language = plainLanguage()
const places = fc.array(fc.nat(240), { maxLength: 3 })
const blockLength = fc.integer({ min: 2, max: 3 })
const windowLength = fc.integer({ min: 4, max: 40 })
const countUpTo = fc.integer({ min: 1, max: 5 })
const count = fc.integer({ min: 0, max: 40 })
const required = fc.constantFrom(
  () => 1,
  () => 1,
  (terms: number) => Math.min(2, terms),
)

test('in any cut, after removals, whatever is counted and required', () => {
  const removals = fc.array(fc.nat(240), { maxLength: 8 })
  let inWhole = 0
  let inPart = 0
  fc.assert(
    fc.property(
      skewedCollection,
      skewedQuestion,
      places,
      removals,
      fc.record({ blockLength, windowLength, countUpTo, count, required }),
      (documents, asked, cuts, removed, { blockLength, windowLength, countUpTo, count, required }) => {
        const list = buildSegments(cutAt(documents, cuts), language, blockLength)
        for (const i of new Set(removed)) if (i < documents.length) list.remove(`d${i}`)
        const scored = vi.spyOn(SegmentScorer.prototype, 'scoreTerm')
        const window = new Window(windowLength)
        const whole = answer(list, asked, count, required, undefined, { window })
        inWhole += scored.mock.calls.length
        scored.mockClear()
        const got = answer(list, asked, count, required, undefined, { window, countUpTo })
        inPart += scored.mock.calls.filter(([, , among]) => among === undefined).length
        scored.mockRestore()
        const isLowerBound = whole.total > countUpTo
        expect(got).toEqual({ hits: whole.hits, total: isLowerBound ? countUpTo : whole.total, isLowerBound })
      },
    ),
    { numRuns: runs(400) },
  )
  // In many windows, documents were not looked for by each of the terms.
  expect(inPart).toBeLessThan(0.9 * inWhole)
})

test('the best are those that the formulas say', () => {
  fc.assert(
    fc.property(
      skewedCollection,
      skewedQuestion,
      blockLength,
      windowLength,
      (documents, asked, length, windowLength) => {
        const list = buildSegments([{ documents, packed: true }], language, length)
        const window = new Window(windowLength)
        const { hits, total } = answer(list, asked, 10, () => 1, undefined, { countUpTo: 3, window })
        const expected = rankByBruteForce(documents, asked, language)
        expect(total).toBe(Math.min(3, expected.length))
        expect(hits.length).toBe(Math.min(10, expected.length))
        const scores = new Map(expected.map(({ id, score }) => [id, score]))
        for (const [i, { id, score }] of hits.entries()) {
          expect(score).toBeCloseTo(scores.get(String(id)) ?? Number.NaN, 9)
          expect(score).toBeCloseTo(expected[i].score, 9)
        }
      },
    ),
    { numRuns: runs(120) },
  )
})

describe('conditions and quotations', () => {
  /** Answers a typed query, in windows of few documents. */
  function ask(list: GrowingSegmentList, query: string, countUpTo: number, windowLength: number) {
    const compiled = compileQuery(query, language, list.schema, () => 1)
    const { ranked, total, isLowerBound } = execute(compiled.question, list.parts, language, {
      fields: list.schema.fields.map((field, index) => ({ ...field, index })),
      required: compiled.required,
      condition: compiled.condition && executable(compiled.condition, language).documents,
      quotations: executableQuotations(compiled.quotations, compiled.question, language)?.scores,
      count: 10,
      expander: expanderOf(list),
      skipping: () => skipping,
      window: new Window(windowLength),
      countUpTo,
    })
    const hits = ranked.map(({ part, document, score }) => ({ id: list.parts[part].segment.id(document), score }))
    return { total, isLowerBound, hits }
  }
  const phrase = fc.tuple(skewedQuestion, skewedQuestion)
  const shape = fc.constantFrom(
    ([quoted]: string[]) => `"${quoted}"`,
    ([quoted, words]: string[]) => `${words} "${quoted}"`,
    ([quoted, words]: string[]) => `"${quoted}" -(${words})`,
    ([quoted, words]: string[]) => `"${quoted}" OR ${words}`,
    ([quoted, words]: string[]) => `"${quoted}"~3 ${words}`,
  )

  test('in any cut, whatever is counted', () => {
    let skipped = 0
    fc.assert(
      fc.property(skewedCollection, phrase, shape, places, blockLength, windowLength, countUpTo, (...drawn) => {
        const [documents, words, make, cuts, blockLength, windowLength, countUpTo] = drawn
        const list = buildSegments(cutAt(documents, cuts), language, blockLength)
        const whole = ask(list, make(words), Number.POSITIVE_INFINITY, windowLength)
        const isLowerBound = whole.total > countUpTo
        const got = ask(list, make(words), countUpTo, windowLength)
        expect(got.hits).toEqual(whole.hits)
        if (whole.total > countUpTo && got.total === countUpTo) skipped++
        // Where no word is needed, all are counted.
        if (got.isLowerBound || !isLowerBound) expect(got.total).toBe(isLowerBound ? countUpTo : whole.total)
      }),
      { numRuns: runs(300) },
    )
    expect(skipped).toBeGreaterThan(runs(75))
  })

  test('positions are read of the documents that are counted, and of those that may come among the best', () => {
    const documents = Array.from({ length: 3000 }, (_, i) => ({
      id: `d${i}`,
      title: '',
      body: i % 2 === 0 ? 'roi reine' : `reine roi ${'ville '.repeat(30)}`,
    }))
    const list = buildSegments([{ documents, packed: true }], language)
    const reads = vi.spyOn(PositionListReader.prototype, 'read')
    const whole = ask(list, '"roi reine"', Number.POSITIVE_INFINITY, 100)
    expect(whole.total).toBe(1500)
    expect(reads.mock.calls.length).toBeGreaterThanOrEqual(6000)
    reads.mockClear()
    const got = ask(list, '"roi reine"', 100, 100)
    expect(got).toEqual({ ...whole, total: 100, isLowerBound: true })
    expect(reads.mock.calls.length).toBeLessThan(5000)
    reads.mockRestore()
  })
})

describe('a rare word beside a common one', () => {
  const documents = Array.from({ length: 5000 }, (_, i) => ({
    id: `d${i}`,
    title: '',
    body: i % (i < 1000 ? 20 : 1000) === 7 ? 'roi rare' : 'roi ville',
  }))
  const list = buildSegments([{ documents, packed: true }], language)

  test('few blocks of the common one are unpacked', () => {
    const reads = vi.spyOn(PostingListReader.prototype, 'read')
    const whole = answer(list, 'roi rare', 10)
    expect(whole.total).toBe(5000)
    expect(reads.mock.calls.length).toBeGreaterThanOrEqual(40)
    reads.mockClear()
    const got = answer(list, 'roi rare', 10, () => 1, undefined, { countUpTo: 1000, window: new Window(1000) })
    expect(got).toEqual({ hits: whole.hits, total: 1000, isLowerBound: true })
    expect(reads.mock.calls.length).toBeLessThan(30)
    reads.mockRestore()
  })
})
