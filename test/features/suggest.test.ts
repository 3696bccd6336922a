/** What someone who is typing is offered. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainText, sameness } from '../../src/features/typed-text.ts'
import { InvalidOptionError, SearchIndex } from '../../src/index.ts'
import { fold } from '../../src/text/fold.ts'
import { SUGGESTED_TITLE_WEIGHT } from '../../src/weights.ts'
import { collection } from '../support/arbitrary.ts'
import { readArticles } from '../support/articles.ts'
import type { PlainDocument } from '../support/brute-force.ts'
import { plainLanguage } from '../support/plain-language.ts'
import { runs } from '../support/runs.ts'

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
    ['code ', ['code du travail', 'Code du travail : ce qui change']],
    ['code du t', ['code du travail']],
    ['le code d', ['le code du travail', 'Le code du travail expliqué']],
    ['Réforme du c', ['Réforme du code de la route']],
    ['réforme ', ['Réforme du code de la route']],
    ['l’abb', ['l’abbaye', 'l’abbé']],
    ["l'abb", ["l'abbaye"]],
    ['cessez-le-f', ['cessez-le-feu']],
    ['cessez-', ['cessez-le-feu']],
    ['cessez le ', ['cessez-le-feu']],
    ['haftar trip', ['haftar Tripoli']],
    ['haftar ', ['Haftar refuse le cessez-le-feu à Benghazi']],
    ['élo', ['élodie']],
    ['elo', ['élodie']],
    ['tripoli', ['Tripoli']],
    ['negociations', ['négociations']],
  ])('%s → %j', (typed, expected) => {
    expect(texts(typed)).toEqual(expect.arrayContaining(expected))
  })

  test.each([
    ['code du t', 'code du travail'],
    ['neg', 'négociations'],
    ['haftar trip', 'haftar Tripoli'],
  ])('%s: first %s', (typed, expected) => {
    expect(texts(typed)[0]).toBe(expected)
  })

  test.each([
    '',
    ' ',
    '’'.repeat(9),
    '’',
    'zzz',
    'zzz ',
    'zzz-',
    '🙂',
    'abcdefghij'.repeat(30),
    '\ud800',
    'pou',
    '[(*+',
    'code (',
  ])('%j: nothing, and no error', typed => {
    expect(texts(typed)).toEqual([])
  })

  test('a stop word and what stands behind a sign are not offered, but in a title that is offered whole', () => {
    expect(texts('po')).not.toContain('pour')
    expect(texts('code du travail ')).toEqual(['code du travail expliqué', 'Code du travail : ce qui change'])
    expect(texts('réforme du code du travail ').join()).not.toContain('change')
  })

  test('the inflections of a word are offered once', () => {
    expect(texts('abbay')).toEqual(['abbaye'])
  })

  test('a form stays while its accents are typed, and what follows an abbreviation', () => {
    const documents = ['péché pêche', '', 'péché', 'pêcher'].map((body, id) => ({ id, title: '', body }))
    const accents = SearchIndex.from(documents, { fields: ['title', 'body'], storeFields: ['title', 'body'] })
    expect(accents.suggest('p', { limit: 2 }).map(({ text }) => text)).toContain('pêche')
    expect(accents.suggest('pê', { limit: 2 }).map(({ text }) => text)).toContain('pêche')
    const names = SearchIndex.from(
      ['pêche M. Œuvre', 'M.'].map((title, id) => ({ id, title })),
      { fields: ['title'], storeFields: ['title'] },
    )
    for (const typed of ['pêche M', 'pêche M.', 'pêche M. ', 'pêche M. Œ']) {
      expect(
        names.suggest(typed).map(({ text }) => text),
        typed,
      ).toContain('pêche M. Œuvre')
    }
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
    expect(changing.suggest('code ').map(({ text }) => text)).toEqual([
      'code du travail',
      'Code du travail : ce qui change',
    ])
    changing.add({ id: 6, title: 'Code de la route et vélos', body: '' })
    expect(changing.suggest('code ').map(({ text }) => text)).toContain('Code de la route et vélos')
  })
})

test('a first word is completed by the most used words, those of titles first, a class once, as counting them all gives it', () => {
  const language = plainLanguage()
  const prefix = fc.constantFrom('r', 'ro', 'pe', 'pê', 'w', 'vi', '2', 'f')
  fc.assert(
    fc.property(collection(), prefix, fc.integer({ min: 1, max: 4 }), (documents, typed, limit) => {
      const index = new SearchIndex<PlainDocument>({ fields: ['title', 'body'], language })
      index.addAll(documents)
      const wordsOf = (text: string) =>
        text
          .toLowerCase()
          .split(' ')
          .flatMap(word => [word, ...word.split('-')])
      const uses = new Map<string, number>()
      for (const { title, body } of documents) {
        for (const word of new Set(wordsOf(`${title} ${body}`))) uses.set(word, (uses.get(word) ?? 0) + 1)
      }
      // Without accents one title is as good as the other.
      const titlesWith = (word: string) =>
        documents.filter(({ title }) => wordsOf(title).some(other => fold(other) === fold(word))).length
      const keys = new Set<string>()
      const byUse = (a: { word: string; count: number }, b: { word: string; count: number }) =>
        b.count - a.count ||
        (fold(a.word) < fold(b.word) ? -1 : fold(a.word) > fold(b.word) ? 1 : a.word < b.word ? -1 : 1)
      const all = [...uses]
        .map(([word, count]) => ({ word, count, score: count + SUGGESTED_TITLE_WEIGHT * titlesWith(word) }))
        .filter(({ word }) => word !== '' && word !== 'le' && fold(word).startsWith(fold(typed)))
      const accented = all.filter(({ word }) => word.startsWith(typed))
      const expected = (typed !== fold(typed) && accented.length > 0 ? accented : all)
        .sort(byUse)
        // Of a class the word that is spelled like its most used one, whatever the accents, else the first.
        .filter(({ word }, _, words) => {
          const key = language.key(word)
          const most = all.filter(other => language.key(other.word) === key).sort(byUse)[0]
          const sameClass = words.filter(other => language.key(other.word) === key)
          const shown = sameClass.find(other => fold(other.word) === fold(most.word)) ?? sameClass[0]
          return shown.word === word && !keys.has(key) && keys.add(key)
        })
        .sort((a, b) => b.score - a.score)
      const found = index.suggest(typed, { limit })
      expect(found.map(({ score }) => score)).toEqual(expected.slice(0, limit).map(({ score }) => score))
      const allowed = new Set(expected.map(({ word, score }) => `${word} ${score}`))
      for (const { text, score } of found) expect(allowed).toContain(`${text} ${score}`)
    }),
    { numRuns: runs(300) },
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
    'week-',
    'roi',
    'le ',
    'cessez ',
  )
  fc.assert(
    fc.property(
      collection(20),
      fc.nat(20),
      fc.nat(19),
      typed,
      fc.boolean(),
      (documents, cut, gone, text, storesBodies) => {
        const stored = storesBodies ? (['title', 'body'] as const) : (['title'] as const)
        const removed = documents[gone]
        const options = { fields: ['title', 'body'] as const, storeFields: stored, language }
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
      },
    ),
    { numRuns: runs(300) },
  )
})

describe('what is suggested stays while it is typed, unless better suggestions fill the list: 99 times in 100 at least', () => {
  /** The next text that someone types who wants `wanted`: its next character, as typed so far. */
  const nextTyped = (typed: string, wanted: string) =>
    wanted.startsWith(typed)
      ? wanted.slice(0, typed.length + 1)
      : typed + plainText(wanted).slice(plainText(typed).length, plainText(typed).length + 1)

  /** How many suggestions were followed to their ends, and which were lost on the way. */
  interface Followed {
    count: number
    lost: string[]
  }

  function follow(suggest: (typed: string) => string[], typed: string, limit: number, followed: Followed): void {
    for (const wanted of suggest(typed)) {
      followed.count++
      for (let before = typed; ; ) {
        const next = nextTyped(before, wanted)
        if (next === before) break
        const offered = suggest(next)
        const isThere = offered.some(text => sameness(text) === sameness(wanted))
        if (!isThere && offered.length !== limit) followed.lost.push(`« ${wanted} » after « ${next} »: ${offered}`)
        if (!isThere) break
        before = next
      }
    }
  }

  /**
   * Few are lost (1 of 3,839 and 2 of 2,346, measured on 2026-11-30): documents that the next letter brings into the sample may take the place of one that
   * held a phrase.
   */
  function expectFewLost({ count, lost }: Followed): void {
    expect(count).toBeGreaterThan(80)
    expect(lost.length, lost.slice(0, 20).join('\n')).toBeLessThanOrEqual(Math.max(3, count / 100))
  }

  test('over the articles', () => {
    const documents = readArticles()
    const index = SearchIndex.from(documents, { fields: ['title', 'body'], storeFields: ['title', 'body'] })
    const beginning = fc
      .tuple(fc.constantFrom(...documents), fc.nat(4000), fc.integer({ min: 1, max: 12 }), fc.boolean())
      .map(([{ title, body }, at, length, isPlain]) => {
        const text = `${title}. ${body}`
        const typed = /(?<![\p{L}\p{N}])[\p{L}].*/u.exec(text.slice(at % text.length))?.[0].slice(0, length) ?? 'a'
        return isPlain ? plainText(typed) : typed
      })
    const followed: Followed = { count: 0, lost: [] }
    for (const [typed, limit] of fc.sample(fc.tuple(beginning, fc.constantFrom(3, 8)), runs(150))) {
      follow(text => index.suggest(text, { limit }).map(({ text }) => text), typed, limit, followed)
    }
    expectFewLost(followed)
  })

  test('over random texts', () => {
    const word = fc.constantFrom(
      ...'pêche pêcher péché Saint-Denis saint d’Orsay musée Musées de la l’eau l’Eau et roi rois Œuvre œuf M. Macron n’a'.split(
        ' ',
      ),
    )
    const text = fc.array(fc.tuple(word, fc.constantFrom(' ', ' ', ' ', ' ', ', ', '. ', ' : ')), { maxLength: 12 })
    const texts = fc.array(
      text.map(words => words.flat().join('')),
      { minLength: 1, maxLength: 30 },
    )
    const beginning = fc.constantFrom(
      'p',
      'pe',
      'pê',
      's',
      'saint',
      'saint ',
      'm',
      'musee d',
      'l’',
      'l',
      'la ',
      'de la ',
      'o',
      'roi ',
      'M',
    )
    const followed: Followed = { count: 0, lost: [] }
    for (const [bodies, typed, limit] of fc.sample(fc.tuple(texts, beginning, fc.constantFrom(2, 8)), runs(300))) {
      const documents = bodies.map((body, id) => ({ id, title: bodies[(id * 7) % bodies.length].slice(0, 40), body }))
      const index = SearchIndex.from(documents, { fields: ['title', 'body'], storeFields: ['title', 'body'] })
      follow(text => index.suggest(text, { limit }).map(({ text }) => text), typed, limit, followed)
    }
    expectFewLost(followed)
  })
})
