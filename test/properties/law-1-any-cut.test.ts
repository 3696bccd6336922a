/** Law 1: however the documents are cut into segments, the answers are the same, to the last bit of the scores. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readDocument } from '../../src/schema/document.ts'
import { collection, question } from '../support/arbitrary.ts'
import { rankByBruteForce } from '../support/brute-force.ts'
import { answer, buildSegments, cutAt, schema, schemas } from '../support/index-cuts.ts'
import { plainLanguage } from '../support/plain-language.ts'
import { runs } from '../support/runs.ts'

const language = plainLanguage()
const places = fc.array(fc.nat(100), { maxLength: 5 })
const blockLength = fc.integer({ min: 2, max: 4 })

test.each(schemas)('one live segment ranks as the formulas say, %s', (_, schema) => {
  fc.assert(
    fc.property(collection(), question, (documents, asked) => {
      const { hits, total } = answer(buildSegments([{ documents, packed: false }], language, 128, schema), asked)
      const expected = rankByBruteForce(documents, asked, language, schema.stopWordPositions)
      expect(total).toBe(expected.length)
      const scores = new Map(expected.map(({ id, score }) => [id, score]))
      for (const { id, score } of hits) expect(score).toBeCloseTo(scores.get(String(id)) ?? Number.NaN, 9)
      for (const [i, { score }] of hits.entries()) expect(score).toBeCloseTo(expected[i].score, 9)
    }),
    { numRuns: runs(300) },
  )
})

test.each(schemas)('any cut into live and packed segments gives the same hits and scores, %s', (_, schema) => {
  fc.assert(
    fc.property(collection(), question, places, blockLength, (documents, asked, cuts, length) => {
      const whole = answer(buildSegments([{ documents, packed: false }], language, 128, schema), asked)
      const cut = buildSegments(cutAt(documents, cuts), language, length, schema)
      expect(answer(cut, asked)).toEqual(whole)
      cut.compact()
      expect(answer(cut, asked)).toEqual(whole)
    }),
    { numRuns: runs(300) },
  )
})

test('removing documents is as if they had never been added, before compacting and after', () => {
  const removals = fc.array(fc.nat(100), { maxLength: 8 })
  fc.assert(
    fc.property(collection(), question, places, blockLength, removals, (documents, asked, cuts, length, removed) => {
      const gone = new Set(removed.map(i => `d${i}`))
      const left = documents.filter(({ id }) => !gone.has(id))
      const expected = answer(buildSegments([{ documents: left, packed: false }], language), asked)
      const list = buildSegments(cutAt(documents, cuts), language, length)
      for (const { id } of documents) if (gone.has(id)) list.remove(id)
      expect(answer(list, asked)).toEqual(expected)
      expect(list.documentCount).toBe(left.length)
      list.compact()
      expect(answer(list, asked)).toEqual(expected)
    }),
    { numRuns: runs(300) },
  )
})

test('removing a document and adding it again moves it to the end', () => {
  fc.assert(
    fc.property(collection(), question, places, fc.nat(100), (documents, asked, cuts, which) => {
      fc.pre(documents.length > 0)
      const moved = documents[which % documents.length]
      const list = buildSegments(cutAt(documents, cuts), language, 3)
      list.remove(moved.id)
      list.add([readDocument(moved, schema)])
      const reordered = [...documents.filter(document => document !== moved), moved]
      expect(answer(list, asked)).toEqual(
        answer(buildSegments([{ documents: reordered, packed: true }], language), asked),
      )
      expect(list.find(moved.id)).toBeDefined()
    }),
    { numRuns: runs(200) },
  )
})

test('completions and corrections are the same in any cut, and after removals', () => {
  const typed = fc.constantFrom(
    'ro',
    'roi pe',
    'riene',
    'cesez-le-feu',
    'vlile rare',
    'week-ned',
    'absant',
    'w',
    '2091',
  )
  const removals = fc.array(fc.nat(30), { maxLength: 4 })
  fc.assert(
    fc.property(collection(), typed, places, removals, fc.boolean(), (documents, asked, cuts, removed, prefix) => {
      const gone = new Set(removed.map(i => `d${i}`))
      const left = documents.filter(({ id }) => !gone.has(id))
      const widening = { prefix, fuzzy: true }
      const whole = answer(buildSegments([{ documents: left, packed: false }], language), asked, 100, () => 1, widening)
      const list = buildSegments(cutAt(documents, cuts), language, 3)
      for (const { id } of documents) if (gone.has(id)) list.remove(id)
      expect(answer(list, asked, 100, () => 1, widening)).toEqual(whole)
    }),
    { numRuns: runs(400) },
  )
})

test('a page is a part of the whole ranking', () => {
  fc.assert(
    fc.property(collection(120), question, fc.nat(130), (documents, asked, count) => {
      const list = buildSegments(cutAt(documents, [7, 50]), language, 4)
      expect(answer(list, asked, count).hits).toEqual(answer(list, asked, 500).hits.slice(0, count))
    }),
    { numRuns: runs(100) },
  )
})
