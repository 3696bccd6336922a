/** More like a document: by the words that tell it, whatever is stored and however the index is cut. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { InvalidOptionError, SearchIndex, UnknownDocumentError } from '../../src/index.ts'
import { inverseDocumentFrequency, saturate } from '../../src/search/bm25f.ts'
import { TokenList } from '../../src/text/token.ts'
import { collection } from '../support/arbitrary.ts'
import type { PlainDocument } from '../support/brute-force.ts'
import { plainLanguage } from '../support/plain-language.ts'
import { runs } from '../support/runs.ts'

const articles = [
  {
    id: 'tripoli',
    title: 'Cessez-le-feu à Tripoli',
    body: 'Les troupes du maréchal Haftar quittent l’aéroport de Tripoli.',
  },
  {
    id: 'benghazi',
    title: 'Haftar à Benghazi',
    body: 'Le maréchal a reçu ses troupes ; le cessez-le-feu tient à l’aéroport.',
  },
  {
    id: 'sardine',
    title: 'La pêche à la sardine',
    body: 'Les pêcheurs du golfe ramènent moins de sardines que l’an dernier.',
  },
  {
    id: 'port',
    title: 'Un port pour la pêche',
    body: 'Les pêcheurs débarquent leurs sardines au nouveau port du golfe.',
  },
  { id: 'neige', title: 'La neige tombe', body: 'Vingt centimètres sont attendus sur les Alpes.' },
]

function indexOf(storeFields: ('title' | 'body')[]) {
  const index = new SearchIndex<(typeof articles)[number]>({ fields: ['title', 'body'], storeFields })
  index.addAll(articles)
  return index
}

describe.each([{ stored: ['title', 'body'] as const }, { stored: ['title'] as const }])(
  'textes gardés : $stored',
  ({ stored }) => {
    const index = indexOf([...stored])
    test.each([
      ['tripoli', 'benghazi'],
      ['benghazi', 'tripoli'],
      ['sardine', 'port'],
      ['port', 'sardine'],
    ])('%s ressemble à %s', (id, expected) => {
      const { hits, total } = index.similar(id)
      expect(hits[0].id).toBe(expected)
      expect(hits[0].document.title).toBeDefined()
      expect(hits.map(hit => hit.id)).not.toContain(id)
      expect(total).toBe(hits.length)
      expect(index.similar(id, { limit: 0 }).total).toBe(total)
    })

    test('a document that shares nothing has nothing like it', () => {
      expect(index.similar('neige').hits).toEqual([])
    })

    test('the fields it reads can be chosen', () => {
      expect(index.similar('tripoli', { fields: ['title'] }).hits.map(({ id }) => id)).toEqual([])
      expect(index.similar('sardine', { fields: ['title'] }).hits.map(({ id }) => id)).toEqual(['port'])
    })
  },
)

test('what is wrong is named', () => {
  const index = indexOf(['title'])
  expect(() => index.similar('absent')).toThrow(UnknownDocumentError)
  expect(() => index.similar('port', { limit: -1 })).toThrow(InvalidOptionError)
  expect(() => index.similar('port', { fields: ['absent'] as never })).toThrow(InvalidOptionError)
  expect(() => index.similar('port', { prefix: true } as never)).toThrow(/prefix.*limit, offset, fields, boost/s)
})

test('texts and postings tell the same, in one segment and in several, after removals and in a file', () => {
  const language = { ...plainLanguage(), related: () => [] }
  fc.assert(
    fc.property(collection(20), fc.nat(19), fc.nat(20), fc.nat(19), (documents, which, cut, gone) => {
      fc.pre(documents.length > 1)
      const model = documents[which % documents.length]
      const removed = documents[gone % documents.length]
      const left = documents.filter(document => document === model || document !== removed)
      const answers = [['title', 'body'] as const, ['title'] as const].flatMap(storeFields => {
        const whole = new SearchIndex<PlainDocument>({ fields: ['title', 'body'], storeFields, language })
        whole.addAll(left)
        const first = new SearchIndex<PlainDocument>({ fields: ['title', 'body'], storeFields, language })
        first.addAll(documents.slice(0, cut))
        const parts = SearchIndex.fromBytes<PlainDocument>(first.toBytes(), { language })
        parts.addAll(documents.slice(cut))
        if (removed !== model) parts.remove(removed.id)
        const file = SearchIndex.fromBytes(whole.toBytes(), { language })
        return [whole, parts, file].map(index => {
          const { hits, total } = index.similar(model.id, { limit: 100 })
          return { total, hits: hits.map(({ id, score }) => ({ id, score })) }
        })
      })
      for (const answer of answers) expect(answer).toEqual(answers[0])
      expect(answers[0].hits.map(({ id }) => id)).not.toContain(model.id)
      expect(answers[0].total).toBe(likeByBruteForce(left, model))
    }),
    { numRuns: runs(100) },
  )

  /** How many documents hold enough of the telling words. */
  function likeByBruteForce(
    documents: readonly { title: string; body: string }[],
    model: { title: string; body: string },
  ): number {
    const classes = documents.map(document => ({ document, counts: countClasses(document) }))
    const own = countClasses(model)
    const told = [...own].flatMap(([key, frequency]) => {
      const holding = classes.filter(({ counts }) => counts.has(key)).length
      const rarity = inverseDocumentFrequency(documents.length, holding)
      return holding < 2 ? [] : [{ key, weight: saturate(frequency) * rarity }]
    })
    told.sort((a, b) => b.weight - a.weight || (a.key < b.key ? -1 : 1))
    const terms = told.slice(0, 25)
    if (terms.length === 0) return 0
    const required = Math.max(1, Math.ceil(terms.length * 0.1))
    return classes.filter(
      ({ document, counts }) => document !== model && terms.filter(({ key }) => counts.has(key)).length >= required,
    ).length
  }

  function countClasses(document: { title: string; body: string }): Map<string, number> {
    const counts = new Map<string, number>()
    for (const [text, boost] of [
      [document.title, 2],
      [document.body, 1],
    ] as const) {
      const tokens = new TokenList()
      language.tokenize(text, tokens)
      for (let i = 0; i < tokens.length; i++) {
        const word = tokens.words[i]
        if (word.length < 2 || language.isStopWord(word)) continue
        counts.set(language.key(word), (counts.get(language.key(word)) ?? 0) + boost)
      }
    }
    return counts
  }
})
