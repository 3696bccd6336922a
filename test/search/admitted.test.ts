/** Only admitted documents are hits; if no word is required, all of them are. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DocumentSet } from '../../src/columns/document-set.ts'
import { readQuery } from '../../src/query/query.ts'
import { execute } from '../../src/search/execute.ts'
import { collection, question } from '../support/arbitrary.ts'
import { buildSegments, cutAt } from '../support/index-cuts.ts'
import { plainLanguage } from '../support/plain-language.ts'

const language = plainLanguage()
const places = fc.array(fc.nat(100), { maxLength: 4 })

test('hits are those of the whole index that are admitted, with the same scores', () => {
  fc.assert(
    fc.property(collection(28), question, places, fc.integer({ min: 2, max: 5 }), fc.boolean(), (...drawn) => {
      const [documents, text, cuts, step, wordless] = drawn
      const list = buildSegments(cutAt(documents, cuts), language, 3)
      if (documents.length > 0) list.remove('d0')
      const isAdmitted = (id: unknown) => Number(String(id).slice(1)) % step === 0
      const admitted = list.parts.map(({ segment }) => {
        const set = new DocumentSet(segment.documentCount)
        for (let d = 0; d < segment.documentCount; d++) if (isAdmitted(segment.id(d))) set.add(d)
        return set
      })
      const fields = list.schema.fields.map((field, index) => ({ ...field, index }))
      const ask = (options: object) => {
        const asked = readQuery(text, language)
        const found = execute(asked, list.parts, language, { fields, required: () => 1, count: 100, ...options })
        const hits = found.ranked.map(({ part, document, score }) => ({
          id: list.parts[part].segment.id(document),
          score,
        }))
        return { hits, total: found.total }
      }
      const expected = ask({}).hits.filter(({ id }) => isAdmitted(id))
      if (wordless) {
        const held = new Set(expected.map(({ id }) => id))
        for (const { id } of documents) {
          if (id !== 'd0' && isAdmitted(id) && !held.has(id)) expected.push({ id, score: 0 })
        }
      }
      const found = ask({ admitted, required: () => (wordless ? 0 : 1) })
      expect(found.total).toBe(expected.length)
      expect(found.hits.map(({ id }) => id).sort()).toEqual(expected.map(({ id }) => id).sort())
      expect(found.hits.map(({ score }) => score)).toEqual(expected.map(({ score }) => score))
    }),
    { numRuns: 200 },
  )
})
