/** Long texts of hits are read where words of the query are sighted: what is shown is what reading them whole would show. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Sighting } from '../../src/highlight/sightings.ts'
import { SearchIndex } from '../../src/index.ts'
import { fold } from '../../src/text/fold.ts'
import { readArticles } from '../support/articles.ts'
import { runs } from '../support/runs.ts'

/** Whole numbers below a limit, the same each time. */
function seeded(seed: number): (below: number) => number {
  let state = seed
  return below => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const sought = (...words: string[]) =>
  words.map((word, term) => ({ word, expansion: { own: [term], related: [], parts: [] } }))
const places = (text: string, ...words: string[]) =>
  new Sighting(sought(...words)).read(text)?.map(({ start, end }) => text.slice(start, end))

describe('sights', () => {
  test.each([
    ['L’Arabie, l’arabie ; arabies', ['arabie'], ['Arabie', 'arabie']],
    [
      'le cessez-le-feu, Cessez le feu, cessez\u2011le\u2011feu',
      ['cessez-le-feu'],
      ['cessez-le-feu', 'Cessez le feu', 'cessez\u2011le\u2011feu'],
    ],
    ['le GNA et le G.N.A. de Tripoli', ['gna'], ['GNA', 'G.N.A.']],
    ['Élus, réélus, ÉLUS', ['élus'], ['Élus', 'ÉLUS']],
    ['12 mots et 121 mots', ['12'], ['12']],
  ])('%s', (text, words, found) => {
    expect(places(text, ...words)).toEqual(found)
  })

  test('of two that begin together the longest; none overlap', () => {
    expect(places('porte-monnaie', 'porte', 'porte-monnaie', 'monnaie')).toEqual(['porte-monnaie'])
  })

  test('leaves texts to reading whose letters do not tell', () => {
    expect(places('e\u0301te\u0301', 'été')).toBeUndefined()
    expect(places('re\u00adpas', 'repas')).toBeUndefined()
    expect(places('İstanbul', 'istanbul')).toBeUndefined()
  })
})

const FILLER = 'Rien de tout cela ne compte ici, dit-il, et personne n’y pense plus. '
const PIECES = [
  'Haftar',
  'Tripoli',
  'l’Arabie',
  'cessez-le-feu',
  'M. Dupont',
  '5 500 soldats',
  '«\u202foui\u202f»',
  '\n\n',
  'le 14 novembre 2019',
  'le GNA',
]
const text = fc
  .array(
    fc.oneof({ weight: 6, arbitrary: fc.constant(FILLER) }, { weight: 2, arbitrary: fc.constantFrom(...PIECES) }),
    {
      minLength: 60,
      maxLength: 160,
      size: 'max',
    },
  )
  .map(pieces => pieces.join(' '))
const question = fc.constantFrom(
  'Haftar Tripoli',
  'Haftar Tripoli cessez-le-feu',
  'arabie',
  'Dupont GNA',
  '5500 soldats',
  'novembre 2019 Haftar',
)

test('ranges are those of the whole text, and no fewer words are shown than by reading it all', () => {
  let windows = 0
  fc.assert(
    fc.property(text, question, (body, asked) => {
      const index = new SearchIndex({ fields: ['body'], storeFields: ['body'] })
      index.add({ id: 1, body })
      const highlights = (snippet: number | false) =>
        index.search(asked, { highlight: { fields: ['body'], snippet } }).hits[0]?.highlights?.body
      const [shown, whole] = [highlights(160), highlights(false)]
      if (shown === undefined || whole === undefined) return
      const marked = new Set(whole.ranges.map(([start, end]) => body.slice(start, end)))
      for (const [start, end] of shown.ranges) expect(marked).toContain(shown.text.slice(start, end))
      // Three fit, and no query has more.
      const inSnippet = new Set(shown.ranges.map(([start, end]) => shown.text.slice(start, end)))
      expect([...inSnippet].sort()).toEqual([...marked].sort())
      if (shown.text.includes(' … ')) windows++
      let from = 0
      for (const piece of shown.text.replace(/^…|…$/g, '').split(/ … | · /)) {
        const at = body.indexOf(piece, from)
        expect(at).not.toBe(-1)
        from = at + piece.length
      }
    }),
    { numRuns: runs(200) },
  )
  expect(windows).toBeGreaterThan(20)
})

describe('of 200 long texts, asked for words of different paragraphs', () => {
  const bodies = readArticles().map(({ body }) => body)
  const random = seeded(7)
  const LETTERS = /^[\p{L}]{7,}$/u
  const cases = Array.from({ length: 200 }, () => {
    const body = Array.from({ length: 4 }, () => bodies[random(bodies.length)]).join('\n\n')
    const paragraphs = body.split(/\n\s*\n/).filter(paragraph => paragraph.length > 120)
    const words = Array.from({ length: 3 }, () => {
      const among = paragraphs[random(paragraphs.length)].split(/[^\p{L}]+/u).filter(word => LETTERS.test(word))
      return among[random(among.length)]
    })
    return { body, words: words.filter(word => word !== undefined) }
  })
  const results = cases.map(({ body, words }) => {
    const index = new SearchIndex({ fields: ['body'], storeFields: ['body'] })
    index.add({ id: 1, body })
    const highlight = (snippet: number | false) =>
      index.search(words.join(' '), { fuzzy: false, highlight: { fields: ['body'], snippet } }).hits[0].highlights
        ?.body ?? {
        text: '',
        ranges: [],
      }
    const [shown, whole] = [highlight(160), highlight(false)]
    const markedIn = (ranges: readonly (readonly [number, number])[], text: string) =>
      new Set(ranges.map(([start, end]) => fold(text.slice(start, end).toLowerCase())))
    const window = whole.ranges.map(([from], i) =>
      markedIn(
        whole.ranges.slice(i).filter(([, end]) => end <= from + 160),
        body,
      ),
    )
    const count = (marked: ReadonlySet<string>) => words.filter(word => marked.has(fold(word.toLowerCase()))).length
    return {
      body,
      text: shown.text,
      asked: words.length,
      shown: count(markedIn(shown.ranges, shown.text)),
      inOneWindow: Math.max(0, ...window.map(count)),
    }
  })

  test('more of them are shown than one window can hold', () => {
    const share = (of: (result: (typeof results)[number]) => number) =>
      results.reduce((sum, result) => sum + of(result) / result.asked, 0) / results.length
    const [shown, inOneWindow] = [share(({ shown }) => shown), share(({ inOneWindow }) => inOneWindow)]
    expect(inOneWindow).toBeLessThan(0.7)
    expect(shown).toBeGreaterThan(0.9)
  })

  test('no word is cut, and no snippet is longer than asked', () => {
    for (const { body, text } of results) {
      const pieces = text.replace(/^…|…$/g, '').split(/ … | · /)
      expect(pieces.join('').length).toBeLessThanOrEqual(160)
      for (const piece of pieces) {
        const at = body.indexOf(piece)
        expect(at).not.toBe(-1)
        expect(`${body.charAt(at - 1)}${piece.charAt(0)}`).not.toMatch(/^[\p{L}\p{N}]{2}$/u)
        expect(`${piece.at(-1)}${body.charAt(at + piece.length)}`).not.toMatch(/^[\p{L}\p{N}]{2}$/u)
      }
    }
  })
})

test('however long a text is, no more of it is searched than is worth while', () => {
  const text = FILLER.repeat(Math.ceil(20e6 / FILLER.length))
  expect(new Sighting(sought('rien')).read(text)?.length).toBe(4096)
  expect(new Sighting(sought('haftar')).read(`${text}Haftar`)).toEqual([])
})
