/** Long texts of hits are read where words of the query are sighted: what is shown is what reading them whole would show. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Sighting } from '../../src/highlight/sightings.ts'
import { SearchIndex } from '../../src/index.ts'

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
    { numRuns: 200 },
  )
  expect(windows).toBeGreaterThan(20)
})

test('however long a text is, no more of it is searched than is worth while', () => {
  const text = FILLER.repeat(Math.ceil(20e6 / FILLER.length))
  expect(new Sighting(sought('rien')).read(text)?.length).toBe(4096)
  expect(new Sighting(sought('haftar')).read(`${text}Haftar`)).toEqual([])
})
