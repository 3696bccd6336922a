/** Text without any sign of the query language is read without the parser: it must become what the parser makes of it. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { french } from '../../src/languages/french/french.ts'
import { compileQuery } from '../../src/query/compile.ts'
import { MAX_QUERY_LENGTH, mayHaveOperators, readQuery } from '../../src/query/query.ts'
import { makeSchema } from '../../src/schema/schema.ts'

const language = french()
const schema = makeSchema({
  fields: { title: {}, body: {}, section: { type: 'keyword' }, words: { type: 'number' } },
})
const required = () => 1

const PIECES = [
  'Haftar', 'cessez-le-feu', 'l’eau', 'ET', 'OU', 'ou', 'et', 'SAUF', 'SANS', 'NOT', 'NON', 'AND', 'OR', 'title', 'section',
  ':', '-', '–', '−', ' -', '- ', '*', '~', '~2', '"', '«', '»', '“', '”', '„', '’', "'", '(', ')', '[', '\\', '/', '<', '>', '..',
  '+', '|', '&', '!', '?', '…', '.', ',', ';', '°', '5"', '14', '2019', 'à', 'la', 'a-t-il', '\u00a0', '\u202f', '\n', 'č', 'ﬁ',
] // biome-ignore format: a list of pieces reads best in lines
const text = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.constant(' '), fc.string({ unit: 'grapheme', maxLength: 3 })), {
    maxLength: 14,
  })
  .map(pieces => pieces.join(''))

test('of texts without a sign, the terms and their sequence are those of the parser, and there is no condition', () => {
  let plain = 0
  fc.assert(
    fc.property(text, typed => {
      if (mayHaveOperators(typed, language)) return
      plain++
      const { question, condition, required: ofQuery } = compileQuery(typed, language, schema, required)
      const { phrases = [], ...words } = question
      expect(words).toEqual(readQuery(typed.slice(0, MAX_QUERY_LENGTH), language))
      expect([phrases, condition, ofQuery(3)]).toEqual([[], undefined, required()])
    }),
    { numRuns: 5000 },
  )
  expect(plain, 'many of them have none').toBeGreaterThan(500)
})
