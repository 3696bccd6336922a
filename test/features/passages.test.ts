/** Passages: whole sentences of stored texts, where they stand, how many of a document, and the same however the index is cut or opened. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { InvalidOptionError } from '../../src/errors.ts'
import { IndexSearcher } from '../../src/index-searcher.ts'
import { french } from '../../src/languages/french/french.ts'
import { memorySource } from '../../src/open/byte-source.ts'
import { openIndex } from '../../src/open/search-client.ts'
import { makeSchema } from '../../src/schema/schema.ts'
import { SearchIndex } from '../../src/search-index.ts'
import { QUESTIONS, readArticles } from '../support/articles.ts'
import { buildSegments, cutAt } from '../support/index-cuts.ts'
import { runs } from '../support/runs.ts'

const articles = readArticles()
const options = { fields: ['title', 'body'], storeFields: ['title', 'body'] } as const
const index = SearchIndex.from(articles, options)

/** What a reader would see marked. */
const marked = ({ text, ranges }: { text: string; ranges: [number, number][] }) =>
  ranges.map(([start, end]) => text.slice(start, end))

const first = (query: string) => index.passages(query, { limit: 1 }).passages[0]

describe('the passage that answers', () => {
  test.each([
    ['combien coûte le billet du musée', 'Le billet coûte 8', ['billet', 'coûte', 'billets']],
    ['température du four du boulanger', 'réglé à 250', ['boulanger', 'four']],
    ['prix du kilo de coquilles à la criée', 'le kilo est tombé à 2,40', ['criée', 'kilo']],
    ['naissance d’un bébé japonais', 'bébés japonais ont vu le jour', ['Japon', 'naissances', 'bébés', 'japonais']],
    ['"maison pour tous"', 'Je voulais une maison pour tous', ['maison pour tous']],
  ])('%s', (query, answer, marks) => {
    const passage = first(query)
    expect(passage.text.replace(/[\u00a0\u202f]/g, ' ')).toContain(answer)
    expect(marked(passage)).toEqual(expect.arrayContaining(marks))
  })

  test('a misspelt query is corrected, and says so', () => {
    const { passages, correction } = index.passages('Hafter à Tripoli', { limit: 1 })
    expect(correction).toBe('Haftar à Tripoli')
    expect(marked(passages[0])).toContain('Haftar')
  })

  test('the heading of a section counts for what stands below it', () => {
    const body =
      'Recettes\n\nOn mange ici des gâteaux.\n\nHoraires\n\nOuvert de 9 h à 18 h.\n\nTarifs\n\nIl faut compter 8 euros.'
    const sections = SearchIndex.from([{ id: 1, body }], { fields: ['body'], storeFields: ['body'] })
    expect(sections.passages('horaires', { limit: 1 }).passages[0].text).toContain('Ouvert de 9 h')
  })
})

describe('what a passage is', () => {
  const passages = QUESTIONS.flatMap(query => index.passages(query, { limit: 20, perDocument: 3 }).passages)

  test('its offsets are true to the stored text', () => {
    expect(passages.length).toBeGreaterThan(50)
    for (const { document, field, start, end, text } of passages) {
      expect(String(document[field as 'body']).slice(start, end)).toBe(text)
    }
  })

  test('it has whole sentences, no more than 400 characters, and marks inside', () => {
    for (const { document, start, end, text, ranges } of passages) {
      expect(text.length).toBeLessThanOrEqual(400)
      const body = String(document.body)
      expect(body.slice(0, start)).toMatch(/(^|[.!?…]\s*[»)\]’]*\s+|\n)$/u)
      expect(text).toMatch(/[.!?…]\s*[»)\]]*$|[^\n]$/u)
      expect(body.slice(end)).toMatch(/^(\s|$)/)
      expect(ranges.length).toBeGreaterThan(0)
      for (const [from, to] of ranges) expect(text.slice(from, to)).toMatch(/^\S.*\S$|^\S$/su)
    }
  })

  test('a sentence that is longer is cut between words', () => {
    const body = `${'Le long texte sans fin parle de choses et d’autres, '.repeat(30)}et enfin du phare, ${'puis de la mer et du vent, '.repeat(30)}`
    const long = SearchIndex.from([{ id: 1, body }], { fields: ['body'], storeFields: ['body'] })
    const [{ text, start }] = long.passages('phare', { length: 120 }).passages
    expect(text.length).toBeLessThanOrEqual(120)
    expect(text).toContain('phare')
    expect(body.slice(start - 1, start + 1)).toMatch(/^\s\S/)
  })

  test('it does not end with the heading of what follows', () => {
    const body = 'Le phare est haut.\n\nVisites\n\nLe soir seulement, et sur demande, par petits groupes de dix.'
    const short = SearchIndex.from([{ id: 1, body }], { fields: ['body'], storeFields: ['body'] })
    expect(short.passages('phare haut', { length: 100 }).passages[0].text).not.toMatch(/Visites$/)
  })

  test('title, address and anchor are those of the document', () => {
    const documents = [
      { id: 'a#x', title: 'Le phare', url: '/a#x', anchor: 'x', body: 'Une lampe éclaire la côte.' },
      { id: 'b', title: '', link: 'https://example.org/b', body: 'Une autre lampe.' },
    ]
    const stored = SearchIndex.from<Record<string, unknown>, string>(documents, {
      fields: ['title', 'body'],
      storeFields: ['title', 'body', 'url', 'anchor', 'link'],
    })
    const [a, b] = stored.passages('lampe côte').passages
    expect(a).toMatchObject({ id: 'a#x', title: 'Le phare', url: '/a#x', anchor: 'x', field: 'body' })
    expect(b).toMatchObject({ id: 'b', url: 'https://example.org/b' })
    expect(b).not.toHaveProperty('title')
    expect(b).not.toHaveProperty('anchor')
  })

  test('of a field with several texts it says which', () => {
    const several = SearchIndex.from([{ id: 1, body: ['Rien ici.', 'La lampe est là.'] }], {
      fields: ['body'],
      storeFields: ['body'],
    })
    expect(several.passages('lampe').passages).toMatchObject([{ item: 1, start: 0, end: 16, text: 'La lampe est là.' }])
  })
})

describe('options', () => {
  test('at most so many, and so many of a document', () => {
    const counts = (perDocument: number) => {
      const byId = new Map<unknown, number>()
      for (const { id } of index.passages('Haftar Tripoli', { limit: 40, perDocument }).passages)
        byId.set(id, (byId.get(id) ?? 0) + 1)
      return Math.max(...byId.values())
    }
    expect([counts(1), counts(2)]).toEqual([1, 2])
    expect(counts(4)).toBeGreaterThan(2)
    expect(index.passages('Haftar', { limit: 3 }).passages).toHaveLength(3)
    expect(index.passages('Haftar', { limit: 0 }).passages).toEqual([])
  })

  test('passages of one document don’t overlap', () => {
    const { passages } = index.passages('Haftar Tripoli cessez-le-feu', { limit: 100, perDocument: 9 })
    for (const a of passages) {
      for (const b of passages) if (a !== b && a.id === b.id) expect(a.end <= b.start || b.end <= a.start).toBe(true)
    }
  })

  test('a filter leaves out the passages of other documents', () => {
    const filtered = SearchIndex.from(
      [
        { id: 1, section: 'mer', body: 'Le phare de la mer.' },
        { id: 2, section: 'ville', body: 'Le phare de la voiture.' },
      ],
      { fields: { body: {}, section: { type: 'keyword' } }, storeFields: ['body'] },
    )
    expect(filtered.passages('phare', { filter: { section: 'ville' } }).passages.map(({ id }) => id)).toEqual([2])
    expect(filtered.passages('section:mer phare').passages.map(({ id }) => id)).toEqual([1])
  })

  test.each([[''], ['le la les'], ['xyzzyx'], ['-'], ['«'], ['\ud800']])(
    '%j gives what it can, and never throws',
    query => {
      expect(Array.isArray(index.passages(query).passages)).toBe(true)
    },
  )

  test.each([
    ['limit', { limit: 101 }],
    ['length', { length: 99 }],
    ['perDocument', { perDocument: 0 }],
    ['from', { from: ['nothing'] }],
    ['from', { from: [] }],
    ['match', { match: 'some' }],
  ])('a wrong %s is refused', (option, given) => {
    expect(() => index.passages('phare', given as never)).toThrow(InvalidOptionError)
    expect(() => index.passages('phare', given as never)).toThrow(option)
  })

  test('an unknown option is refused, with the one that was meant', () => {
    expect(() => index.passages('phare', { perDocuments: 1 } as never)).toThrow('perDocument')
  })

  test('an index that stores no text says so', () => {
    const bare = SearchIndex.from([{ id: 1, body: 'Le phare.' }], { fields: ['body'] })
    expect(() => bare.passages('phare')).toThrow('storeFields')
  })
})

describe('the same answer', () => {
  const language = french()
  const schema = makeSchema({ fields: ['title', 'body'], storeFields: ['title', 'body'] })
  const some = articles.slice(0, 24)
  const answerOf = (list: ReturnType<typeof buildSegments>, query: string) => {
    const { tookMs: _, ...answer } = IndexSearcher.over(list).passages(query)
    return answer
  }

  test('in any cut (law 1)', () => {
    const whole = buildSegments([{ documents: some, packed: false }], language, 128, schema)
    const places = fc.array(fc.nat(100), { maxLength: 4 })
    fc.assert(
      fc.property(places, fc.constantFrom(...QUESTIONS, 'cuisson des œufs', 'billet du musée'), (cuts, query) => {
        const list = buildSegments(cutAt(some, cuts), language, 4, schema)
        expect(answerOf(list, query)).toEqual(answerOf(whole, query))
      }),
      { numRuns: runs(60) },
    )
  }, 60_000)

  test('by the client', async () => {
    const client = openIndex(memorySource(index.toBytes()))
    for (const query of QUESTIONS.slice(0, 6)) {
      const { tookMs: _, ...expected } = index.passages(query, { limit: 4 })
      const { tookMs: __, ...answer } = await client.passages(query, { limit: 4 })
      expect(answer).toEqual(expected)
    }
    await expect(client.passages('phare', { limits: 3 } as never)).rejects.toThrow('limit')
  })
})

test('a text of 5 million characters is not read', () => {
  const paragraph = 'Rien que du remplissage, phrase après phrase, sans le mot cherché. '
  const body = `${paragraph.repeat(2000)}\n\nLe phare d’Eckmühl éclaire la pointe.\n\n${paragraph.repeat(75_000)}`
  let read = 0
  const language = french()
  const counting = {
    ...language,
    tokenize: (text: string, tokens: never) => {
      read += text.length
      return language.tokenize(text, tokens)
    },
  }
  const big = SearchIndex.from([{ id: 1, body }], { fields: ['body'], storeFields: ['body'], language: counting })
  read = 0
  const [{ text }] = big.passages('phare d’Eckmühl').passages
  expect(text).toMatch(/^Le phare d’Eckmühl éclaire la pointe./)
  expect(read).toBeGreaterThan(0)
  expect(read).toBeLessThan(20_000)
})
