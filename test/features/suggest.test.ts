/** What someone who is typing is offered. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { InvalidOptionError, SearchIndex } from '../../src/index.ts'
import { fold } from '../../src/text/fold.ts'
import { collection } from '../support/arbitrary.ts'
import type { PlainDocument } from '../support/brute-force.ts'
import { plainLanguage } from '../support/plain-language.ts'

const articles = [
  { id: 1, title: 'Cessez-le-feu à Tripoli', body: 'Le maréchal Haftar accepte le cessez-le-feu.' },
  { id: 2, title: 'Haftar refuse le cessez-le-feu à Benghazi', body: 'Les négociations reprendront à Tripoli.' },
  { id: 3, title: 'Code du travail : ce qui change', body: 'Négocier un accord d’entreprise, cesser le travail.' },
  { id: 4, title: 'Le code du travail expliqué', body: 'Les négociations d’entreprise. L’abbé relit le code.' },
  { id: 5, title: 'Réforme du code de la route', body: 'L’abbaye et les abbayes voisines, pour Élodie.' },
]

const index = new SearchIndex<(typeof articles)[number]>({ fields: ['title', 'body'], storeFields: ['title'] })
index.addAll(articles)
const texts = (typed: string) => index.suggest(typed).map(({ text }) => text)

describe('suggestions', () => {
  test.each([
    ['cess', ['cessez', 'cessez-le-feu']],
    ['nego', ['négociations']],
    ['NÉGO', ['négociations']],
    ['code ', ['code du travail', 'code de la route']],
    ['code du t', ['code du travail']],
    ['le code d', ['le code du travail', 'le code de la route']],
    ['Réforme du c', ['Réforme du code', 'Réforme du code de la route']],
    ['réforme ', ['réforme du code de la route']],
    ['l’abb', ['l’abbaye', 'l’abbé']],
    ["l'abb", ["l'abbaye"]],
    ['cessez-le-f', ['cessez-le-feu']],
    ['haftar trip', ['haftar tripoli']],
    ['élo', ['élodie']],
    ['elo', ['élodie']],
  ])('%s → %j', (typed, expected) => {
    expect(texts(typed)).toEqual(expect.arrayContaining(expected))
  })

  test.each([
    ['code du t', 'code du travail'],
    ['neg', 'négociations'],
    ['haftar trip', 'haftar tripoli'],
  ])('%s: first %s', (typed, expected) => {
    expect(texts(typed)[0]).toBe(expected)
  })

  test.each(['', ' ', '’'.repeat(9), '’', 'zzz', '🙂', 'abcdefghij'.repeat(30), '\ud800', 'pou'])(
    '%j: nothing, and no error',
    typed => {
      expect(texts(typed)).toEqual([])
    },
  )

  test('a stop word, what was typed already and a sign in between are not offered', () => {
    expect(texts('po')).not.toContain('pour')
    expect(texts('tripoli')).not.toContain('tripoli')
    expect(texts('code du travail ').join()).not.toContain('change')
  })

  test('the inflections of a word are offered once', () => {
    expect(texts('abbay')).toEqual(['abbaye'])
  })

  test('the limit, and what is wrong', () => {
    expect(index.suggest('c', { limit: 2 })).toHaveLength(2)
    expect(index.suggest('c', { limit: 0 })).toEqual([])
    expect(() => index.suggest('c', { limit: 101 })).toThrow(InvalidOptionError)
    expect(() => index.suggest('c', { prefix: true } as never)).toThrow(/prefix/)
    expect(() => index.suggest(null as never)).toThrow(InvalidOptionError)
  })

  test('removed documents suggest nothing, and added ones do at once', () => {
    const changing = SearchIndex.fromBytes<(typeof articles)[number]>(index.toBytes())
    changing.remove(5)
    expect(changing.suggest('code ').map(({ text }) => text)).toEqual(['code du travail'])
    changing.add({ id: 6, title: 'Code de la route et vélos', body: '' })
    expect(changing.suggest('code ').map(({ text }) => text)).toContain('code de la route')
  })
})

test('a first word is completed by the most used words, a class once, as counting them all gives it', () => {
  const language = plainLanguage()
  const prefix = fc.constantFrom('r', 'ro', 'pe', 'pê', 'w', 'vi', '2', 'f')
  fc.assert(
    fc.property(collection(), prefix, fc.integer({ min: 1, max: 4 }), (documents, typed, limit) => {
      const index = new SearchIndex<PlainDocument>({ fields: ['title', 'body'], language })
      index.addAll(documents)
      const uses = new Map<string, number>()
      for (const { title, body } of documents) {
        const words = `${title} ${body}`
          .toLowerCase()
          .split(' ')
          .flatMap(word => [word, ...word.split('-')])
        for (const word of new Set(words)) uses.set(word, (uses.get(word) ?? 0) + 1)
      }
      const keys = new Set<string>()
      const expected = [...uses]
        .map(([word, score]) => ({ text: word, score }))
        .filter(({ text }) => text !== '' && text !== 'le' && fold(text).startsWith(fold(typed)))
        .sort(
          (a, b) =>
            b.score - a.score ||
            (fold(a.text) < fold(b.text) ? -1 : fold(a.text) > fold(b.text) ? 1 : a.text < b.text ? -1 : 1),
        )
        .filter(({ text }) => !keys.has(language.key(text)) && keys.add(language.key(text)))
        .filter(({ text }) => fold(text) !== fold(typed))
      const found = index.suggest(typed, { limit })
      expect(found.map(({ score }) => score)).toEqual(expected.slice(0, limit).map(({ score }) => score))
      const allowed = new Set(expected.map(({ text, score }) => `${text} ${score}`))
      for (const { text, score } of found) expect(allowed).toContain(`${text} ${score}`)
    }),
    { numRuns: 300 },
  )
})

test('the same in one segment, in several, after removals and in a file', () => {
  const language = plainLanguage()
  const typed = fc.constantFrom(
    'r',
    'roi ',
    'roi p',
    'cessez-le-f',
    'peche ',
    'ville r',
    'le r',
    'week-end ',
    'été v',
    'v',
  )
  fc.assert(
    fc.property(collection(20), fc.nat(20), fc.nat(19), typed, (documents, cut, gone, text) => {
      const removed = documents[gone]
      const options = { fields: ['title', 'body'] as const, storeFields: ['title'] as const, language }
      const whole = new SearchIndex<PlainDocument>(options)
      whole.addAll(documents.filter(document => document !== removed))
      const first = new SearchIndex<PlainDocument>(options)
      first.addAll(documents.slice(0, cut))
      const parts = SearchIndex.fromBytes<PlainDocument>(first.toBytes(), { language })
      parts.addAll(documents.slice(cut))
      parts.suggest(text)
      if (removed !== undefined) parts.remove(removed.id)
      const expected = whole.suggest(text)
      expect(parts.suggest(text)).toEqual(expected)
      expect(SearchIndex.fromBytes(whole.toBytes(), { language }).suggest(text)).toEqual(expected)
    }),
    { numRuns: 300 },
  )
})
