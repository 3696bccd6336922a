/** Law 3: the same documents give the same bytes, however they came together. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PackedSegment } from '../../src/index/packed/packed-segment.ts'
import { collection } from '../support/arbitrary.ts'
import { columnCollection, columnSchema } from '../support/columns.ts'
import { buildSegments, cutAt, schemas } from '../support/index-cuts.ts'
import { plainLanguage } from '../support/plain-language.ts'
import { runs } from '../support/runs.ts'

const language = plainLanguage()

test.each(schemas)('any cut, merged, gives the bytes of one build, removed documents left out, %s', (_, schema) => {
  fc.assert(
    fc.property(
      collection(),
      fc.array(fc.nat(100), { maxLength: 5 }),
      fc.array(fc.nat(100), { maxLength: 8 }),
      (documents, cuts, removed) => {
        const gone = new Set(removed.map(i => `d${i}`))
        const list = buildSegments(cutAt(documents, cuts), language, 3, schema)
        for (const { id } of documents) if (gone.has(id)) list.remove(id)
        const left = documents.filter(({ id }) => !gone.has(id))
        fc.pre(left.length > 0)
        const once = buildSegments([{ documents: left, packed: false }], language, 128, schema)
        expect(Buffer.compare(list.toBytes(), once.toBytes())).toBe(0)
      },
    ),
    { numRuns: runs(300) },
  )
})

test('the same with columns, of which values go with the documents that held them', () => {
  const numbers = fc.array(fc.nat(100), { maxLength: 8 })
  fc.assert(
    fc.property(columnCollection(), numbers, numbers, (documents, cuts, removed) => {
      const gone = new Set(removed.map(i => `d${i}`))
      const list = buildSegments(cutAt(documents, cuts), language, 3, columnSchema)
      for (const { id } of documents) if (gone.has(id)) list.remove(id)
      const left = documents.filter(({ id }) => !gone.has(id))
      fc.pre(left.length > 0)
      const once = buildSegments([{ documents: left, packed: false }], language, 3, columnSchema)
      expect(Buffer.compare(list.toBytes(), once.toBytes())).toBe(0)
    }),
    { numRuns: runs(300) },
  )
})

test('without columns, a file has nothing of them', () => {
  const bytes = buildSegments(
    [{ documents: [{ id: 'd0', title: 'roi', body: '' }], packed: false }],
    language,
  ).toBytes()
  const { file, metadata } = new PackedSegment(bytes)
  expect([file.sections.columns, metadata.columns]).toEqual([undefined, []])
  expect(Buffer.from(bytes).includes('columns')).toBe(false)
})
