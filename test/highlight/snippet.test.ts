/** Windows of a text, as an editor would cut them. Brackets stand for a range. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { highlightText } from '../../src/highlight/highlight.ts'
import { type SnippetOptions, snippet } from '../../src/highlight/snippet.ts'
import { french } from '../../src/languages/french/french.ts'
import { readQuery } from '../../src/query/query.ts'
import { withBrackets } from '../support/brackets.ts'
import { NO_TIME } from '../support/no-time.ts'
import { plainLanguage } from '../support/plain-language.ts'
import { runs } from '../support/runs.ts'

const language = french()
const cut = (text: string, question: string, options: SnippetOptions = {}) =>
  withBrackets(snippet(text, readQuery(question, language), language, options))

const ARTICLE =
  'Le maréchal Khalifa Haftar a annoncé jeudi une offensive sur Tripoli. Le Gouvernement d’union nationale (G.N.A.), reconnu par ' +
  'l’ONU, a dénoncé une «\u202ftrahison\u202f»\u202f; ses forces tiennent la capitale. À Genève, M. Ghassan Salamé, émissaire des ' +
  'Nations unies, a demandé un cessez-le-feu immédiat à 5 500 combattants. «\u202fNous ne négocierons pas\u202f», a répondu J. Dupont, ' +
  'av. Foch à Paris. Les combats ont repris le 14 novembre 2019, près de l’aéroport\u00a0: trois morts, 12 blessés. Pourquoi\u202f? ' +
  'Personne ne le sait.'

describe('cuts at sentences where they are near, else at words', () => {
  test.each([
    ['GNA', 60, '…Le Gouvernement d’union nationale ([G.N.A.]), reconnu par…'],
    ['Salamé', 60, '…À Genève, M. Ghassan [Salamé], émissaire des Nations unies, a…'],
    ['Dupont', 100, '…«\u202fNous ne négocierons pas\u202f», a répondu J. [Dupont], av. Foch à Paris…'],
    [
      'aéroport',
      160,
      '…Les combats ont repris le 14 novembre 2019, près de l’[aéroport]\u00a0: trois morts, 12 blessés. Pourquoi\u202f? Personne ne le sait.',
    ],
    [
      'capitale',
      160,
      '…Le Gouvernement d’union nationale (G.N.A.), reconnu par l’ONU, a dénoncé une «\u202ftrahison\u202f»\u202f; ses forces tiennent la [capitale]…',
    ],
    ['maréchal', 80, 'Le [maréchal] Khalifa Haftar a annoncé jeudi une offensive sur Tripoli…'],
    ['sait', 60, '…trois morts, 12 blessés. Pourquoi\u202f? Personne ne le [sait].'],
  ])('%s in %i characters', (question, length, expected) => {
    expect(cut(ARTICLE, question, { length })).toBe(expected)
  })

  test('nothing found: the beginning', () => {
    const beginning = 'Le maréchal Khalifa Haftar a annoncé jeudi une offensive sur Tripoli…'
    expect(cut(ARTICLE, 'absent', { length: 100 })).toBe(beginning)
    expect(cut(ARTICLE, '', { length: 100 })).toBe(beginning)
    expect(cut(`\n\n  ${ARTICLE}`, '', { length: 100 })).toBe(beginning)
  })

  test('a text that is short enough stays as it is', () => {
    expect(cut(ARTICLE.slice(0, 69), 'Tripoli', { length: 69 })).toBe(
      'Le maréchal Khalifa Haftar a annoncé jeudi une offensive sur [Tripoli].',
    )
    expect(cut('', 'feu')).toBe('')
    expect(cut('  feu  ', 'feu')).toBe('  [feu]  ')
  })

  test('some words after what was found help to understand it', () => {
    const text = `${'Rien ici. '.repeat(9)}Voici une phrase où vers la fin brûle un feu de forêt que personne ne sait éteindre, ni hier ni demain.`
    for (let length = 44; length < 80; length++) expect(cut(text, 'feu', { length })).toMatch(/\[feu\] de/)
  })

  test('a blank line ends a paragraph, a line end alone does not', () => {
    const text = `${'Un titre sans point '.repeat(4)}\n\nle feu a pris\nchez Dupont ${'et ailleurs '.repeat(20)}`
    expect(cut(text, 'feu', { length: 60 })).toBe('…le [feu] a pris\nchez Dupont et ailleurs et ailleurs et…')
  })
})

describe('never cuts', () => {
  /** All windows of all lengths around `word` in the middle of a long text. */
  const windows = (middle: string, question: string) => {
    const text = `${'alpha bravo charlie '.repeat(12)}${middle} ${'delta echo foxtrot '.repeat(12)}`
    return Array.from({ length: 80 }, (_, i) =>
      snippet(text, readQuery(question, language), language, { length: 40 + i }),
    )
  }
  test.each([
    ['M. from its name', 'bientôt M. Dupont arrive', 'Dupont', /M\. Dupont/],
    ['an initial from its name', 'bientôt J. Chirac arrive', 'Chirac', /J\. Chirac/],
    ['an abbreviation from what follows', 'au 12 av. Foch bientôt', 'Foch', /av\. Foch/],
    ['an elided word from its noun', 'pour l’Arabie saoudite', 'Arabie', /l’Arabie/],
    ['a number of groups', 'plus de 5 500 combattants', '5500', /5 500/],
    ['a number from what it counts', 'soit 12 combattants morts', 'combattants', /12 combattants/],
    ['a quotation mark from its word', 'un « traître » parle', 'traître', /« traître »/],
    ['a no-break space', 'selon «\u202ftraître\u202f»\u202f; puis', 'traître', /«\u202ftraître\u202f»/],
  ])('%s', (_, middle, question, whole) => {
    for (const { text } of windows(middle, question)) expect(text).toMatch(whole)
  })

  test('an elided word from its noun, however little room there is', () => {
    const text = `${'alpha bravo '.repeat(9)}l’Arabie ${'charlie '.repeat(4)}l’Égypte, ${'delta '.repeat(30)}`
    for (let length = 40; length < 120; length++) {
      const shown = snippet(text, readQuery('arabie égypte', language), language, { length }).text
      for (const noun of shown.match(/\S*(?:Arabie|Égypte)/g) ?? []) expect(noun).toMatch(/l’/)
    }
  })

  const mixed =
    'un — oui : « non » – 7 ; '.repeat(9) + 'un « mot » ; (deux) M. Durand : 5 500 voix « et » — mot – '.repeat(12)
  const edges = ['mot', 'deux', 'Durand', 'voix', 'absent'].flatMap(question =>
    Array.from(
      { length: 90 },
      (_, i) => snippet(mixed, readQuery(question, language), language, { length: 40 + i }).text,
    ),
  )
  test.each([
    ['«', /«\s*…$/],
    ['»', /^…\s*»/],
    [';', /(?:;\s*…$|^…\s*;)/],
    [':', /(?::\s*…$|^…\s*:)/],
    ['(', /\(…$/],
    ['M.', /(?:^|[\s(])M\.?…$/],
    ['5', /\s5…$|^…500/],
    ['—', /[—–]\s*…$|^…\s*[—–]/],
    ['a space', /\s…$|^…\s/],
  ])('with %s at an edge', (_, lone) => {
    for (const text of edges) expect(text).not.toMatch(lone)
  })
})

describe('shows breaks between paragraphs', () => {
  test.each([
    [
      'Condition de maternité\n\nNaissance\n\nLe congé dure seize semaines.',
      'congé',
      'Condition de maternité · Naissance · Le [congé] dure seize semaines.',
    ],
    ['Le congé\n \n  est\nlong', 'long', 'Le congé · est\n[long]'],
    ['\n\nLe congé\n\n', 'congé', '\n\nLe [congé]\n\n'],
  ])('%j', (text, question, expected) => {
    expect(cut(text, question)).toBe(expected)
  })
})

describe('chooses the window', () => {
  const filler = 'rien de tout cela ne compte ici pour personne '.repeat(8)

  test('by how many words of the question it covers', () => {
    const text = `Tripoli ${filler}Haftar Haftar Haftar ${filler}Haftar est à Tripoli ${filler}`
    expect(cut(text, 'Haftar Tripoli', { length: 60 })).toMatch(/\[Haftar\] est à \[Tripoli\]/)
  })

  test('by how much they count', () => {
    const text = `une ville ${filler}un maréchal ${filler}`
    expect(cut(text, 'ville maréchal', { length: 60, weights: [1, 3] })).toMatch(/\[maréchal\]/)
    expect(cut(text, 'ville maréchal', { length: 60, weights: [3, 1] })).toMatch(/\[ville\]/)
  })

  test('then by how close they are', () => {
    const text = `Haftar parle longtemps de Tripoli ${filler}Haftar à Tripoli ${filler}`
    expect(cut(text, 'Haftar Tripoli', { length: 60 })).toMatch(/\[Haftar\] à \[Tripoli\]/)
  })

  test('then the earliest', () => {
    expect(cut(`Premier feu ${filler}second feu ${filler}`, 'feu', { length: 60 })).toMatch(/^Premier \[feu\]/)
  })

  test('or several, if no window holds all words: as few as show most, in the order of the text', () => {
    const text = `Le maréchal Haftar avance. ${filler}Un cessez-le-feu tient. ${filler}La ville de Tripoli attend. ${filler}`
    expect(cut(text, 'Tripoli Haftar')).toMatch(
      /^Le maréchal \[Haftar\] avance\. .* … .*La ville de \[Tripoli\] attend\..*…$/,
    )
    expect(cut(text, 'Haftar Tripoli cessez-le-feu')).toMatch(
      /^.*\[Haftar\].* … .*\[cessez-le-feu\].* … .*\[Tripoli\].*…$/,
    )
    expect(
      snippet(text, readQuery('Haftar Tripoli cessez-le-feu', language), language).text.length,
    ).toBeLessThanOrEqual(162)
    expect(cut(text, 'Haftar avance')).not.toContain(' … ')
    // Too little room for two.
    expect(cut(text, 'Haftar Tripoli', { length: 60 })).not.toContain(' … ')
  })

  test('with the word itself before what only has to do with it', () => {
    const plain = plainLanguage()
    const text = `une reine ${filler}un roi ${filler}`
    expect(withBrackets(snippet(text, readQuery('roi', plain), plain, { length: 60 }))).toMatch(/\[roi\]/)
  })
})

const PIECES = [
  'Haftar',
  'Tripoli',
  'l’Arabie',
  'cessez-le-feu',
  'un',
  'maire',
  'parle.',
  'M. Dupont',
  '5 500',
  '«\u202foui\u202f»',
  '« non »',
  ';',
  ':',
  '(G.N.A.)',
  '—',
  '🇫🇷',
  'e\u0301te\u0301',
  'Il',
  'dit\u00a0!',
  '\n\n',
  '...',
  'x'.repeat(70),
]
const texts = fc.array(fc.constantFrom(...PIECES), { maxLength: 120 }).map(pieces => pieces.join(' '))
const questions = fc.constantFrom(
  'haftar tripoli',
  'cessez-le-feu arabie',
  'dupont',
  'GNA 5500',
  'été',
  '',
  'absent',
  'x'.repeat(70),
)

/** What a snippet shows of the text: windows, and in them paragraphs. */
const piecesOf = (shown: string) => shown.replace(/^…|…$/g, '').split(/ … | · /)

test('a snippet is made of pieces of the text, of the length asked for, with the ranges of the whole text', () => {
  fc.assert(
    fc.property(texts, questions, fc.integer({ min: 40, max: 200 }), (text, question, length) => {
      const asked = readQuery(question, language)
      const whole = highlightText(text, asked, language)
      const { text: shown, ranges } = snippet(text, asked, language, { length })
      if (text.length <= length && !/\n\s*\n/.test(text)) {
        expect({ text: shown, ranges }).toEqual(whole)
        return
      }
      const pieces = piecesOf(shown)
      expect(pieces.join('').length).toBeLessThanOrEqual(length)
      expect(shown).not.toMatch(/\p{Surrogate}/u)
      let from = 0
      for (const piece of pieces) {
        const at = text.indexOf(piece, from)
        expect(at).not.toBe(-1)
        from = at + piece.length
      }
      expect(ranges.length > 0).toBe(whole.ranges.length > 0)
      let done = 0
      for (const [start, end] of ranges) {
        expect(start).toBeGreaterThanOrEqual(done)
        expect(end).toBeLessThanOrEqual(shown.length)
        done = end
      }
      // A word longer than the window is cut; all others are shown whole.
      const words = new Set(whole.ranges.map(([start, end]) => text.slice(start, end)))
      if (!question.startsWith('x')) for (const [start, end] of ranges) expect(words).toContain(shown.slice(start, end))
    }),
    { numRuns: runs(800) },
  )
})

test(
  'work grows with the length of the text, however it is made',
  () => {
    const size = 500_000
    const texts = ['feu ', 'feu-', 'feu cessez ', '« ', 'M. ', 'a', '\n', ' ', 'x. ', 'l’', ARTICLE].map(piece =>
      piece.repeat(Math.ceil(size / piece.length)),
    )
    texts.push(`feu${' '.repeat(size)}feu`, `${'y'.repeat(size)} feu`)
    for (const text of texts) {
      const { text: shown } = snippet(text, readQuery('feu cessez', language), language)
      expect(shown.length).toBeLessThanOrEqual(162)
    }
  },
  NO_TIME,
)
