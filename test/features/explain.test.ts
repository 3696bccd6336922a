/** An explanation adds up to its score, and names what is in the document. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeExplainer } from '../../src/features/explain.ts'
import { readQuery } from '../../src/query/query.ts'
import { execute } from '../../src/search/execute.ts'
import { SearchIndex } from '../../src/search-index.ts'
import { collection, question } from '../support/arbitrary.ts'
import { buildSegments, cutAt } from '../support/index-cuts.ts'
import { plainLanguage } from '../support/plain-language.ts'
import { runs } from '../support/runs.ts'

const language = plainLanguage()
const places = fc.array(fc.nat(100), { maxLength: 3 })

test('the parts add up to the score, whatever segments the documents are in', () => {
  fc.assert(
    fc.property(collection(60), question, places, fc.boolean(), (documents, asked, cuts, widened) => {
      const { parts, schema } = buildSegments(cutAt(documents, cuts), language, 3)
      const fields = schema.fields.map((field, index) => ({ ...field, index }))
      const read = readQuery(asked, language)
      const widening = { prefix: widened, fuzzy: widened }
      const found = execute(read, parts, language, { fields, required: () => 1, count: 60, widening })
      const explain = makeExplainer(read, found, parts, fields)
      for (const ranked of found.ranked) {
        const { words, title, proximity, score } = explain(ranked)
        const pieces = [...words, ...proximity, ...(title === undefined ? [] : [title])]
        expect(pieces.reduce((sum, piece) => sum + piece.score, 0)).toBeCloseTo(ranked.score, 9)
        expect(score).toBe(ranked.score)
        expect(words.length).toBeGreaterThan(0)
        for (const word of words) {
          expect(word.forms.reduce((sum, form) => sum + form.score, 0)).toBeCloseTo(word.score, 9)
          for (const form of word.forms) expect(form.score).toBeGreaterThan(0)
        }
      }
    }),
    { numRuns: runs(300) },
  )
})

const index = new SearchIndex<{ id: number; title: string; body: string }>({ fields: ['title', 'body'] })
index.addAll([
  {
    id: 1,
    title: 'Négociations à Tripoli',
    body: 'Haftar accepte de négocier un cessez-le-feu. Les négociations reprennent.',
  },
  { id: 2, title: 'Météo', body: 'Un été sans pluie à Tripoli, en Libye.' },
  { id: 3, title: 'Le week-end', body: 'Le weekend prochain, un libyen négocie.' },
])

test('every form is named with its relation, its field and its frequency', () => {
  const [{ explanation }] = index.search('négocier Tripoli', { explain: true }).hits
  const found = explanation?.words.map(({ word, documentFrequency, forms }) => ({
    word,
    documentFrequency,
    forms: forms.map(({ form, relation, field, frequency }) => [form, relation, field, frequency]),
  }))
  expect(found).toEqual([
    {
      word: 'négocier',
      documentFrequency: 2,
      forms: [
        ['négocier', 'same', 'body', 1],
        ['négociations', 'stem', 'title', 1],
        ['négociations', 'stem', 'body', 1],
      ],
    },
    { word: 'tripoli', documentFrequency: 2, forms: [['tripoli', 'same', 'title', 1]] },
  ])
  expect(explanation?.title?.score).toBeGreaterThan(0)
})

test('a word of the family counts less than the word itself', () => {
  const explained = index.search('libyen', { explain: true }).hits.map(({ id, explanation }) => {
    const [{ form, relation, weight }] = explanation?.words[0].forms ?? []
    return [id, form, relation, weight < 1]
  })
  expect(explained).toEqual([
    [3, 'libyen', 'same', false],
    [2, 'libye', 'family', true],
  ])
})

test('words that stand together are named', () => {
  const [{ explanation }] = index.search('négocier cessez-le-feu', { explain: true }).hits
  expect(explanation?.proximity.map(({ words }) => words)).toContainEqual(['cessez', 'feu'])
})

test('the joined spelling of a compound is explained as its parts', () => {
  const [{ explanation }] = index.search('week-end prochain', { explain: true }).hits
  expect(explanation?.words.map(({ word }) => word)).toEqual(['week', 'end', 'prochain'])
})

test('there is no explanation unless it is asked for, and `explain` is true or false', () => {
  expect(index.search('Tripoli').hits[0]).not.toHaveProperty('explanation')
  // @ts-expect-error a word is no switch
  expect(() => index.search('Tripoli', { explain: 'oui' })).toThrow(/explain/)
})
