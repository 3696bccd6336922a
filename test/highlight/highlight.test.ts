/** What a French reader would mark, case by case. Brackets stand for a range. */
import { describe, expect, test } from 'vitest'
import { highlightText } from '../../src/highlight/highlight.ts'
import { highlight, InvalidOptionError } from '../../src/index.ts'
import { french } from '../../src/languages/french/french.ts'
import { readQuery } from '../../src/query/query.ts'
import { withBrackets } from '../support/brackets.ts'
import { plainLanguage } from '../support/plain-language.ts'

const language = french()

const CASES: Record<string, [question: string, marked: string][]> = {
  'elision, under every apostrophe': [
    ['arabie', 'L’[Arabie] saoudite'],
    ['arabie', "L'[Arabie] saoudite"],
    ['arabie', 'Lʼ[Arabie] saoudite'],
    ['arabie', 'L‘[Arabie] saoudite'],
    ['arabie', 'L`[Arabie] saoudite'],
    ['arabie', 'L´[Arabie] saoudite'],
    ['l’arabie', 'de l’[Arabie] et d’[Arabie]'],
    ['avocat', 'l’[avocat] ; qu’[avocats] et juges'],
    ['haftar', "les forces d’[Haftar] et d'[Haftar]"],
    ['accord', 'jusqu’[accord] complet'],
    ['abbaye', '« L’[abbaye] »'],
    ['rue de l abbaye', '12, [rue] de l’[Abbaye]'],
    ['île', 'la presqu’île, l’[île]'],
    ['aujourd’hui', "[Aujourd'hui], c’est [aujourd’hui]"],
    ['o’neill', 'M. [O’Neill] parle'],
  ],
  'accents, ligatures, decomposed letters': [
    ['liberation', 'la [libération]'],
    ['LIBÉRATION', 'la [Libération]'],
    ['libération', `la [${'libération'.normalize('NFD')}] de Paris`],
    ['été', `l’[${'été'.normalize('NFD')}] dernier`],
    ['coeur', 'le [cœur], les [CŒURS]'],
    ['cœur', 'le [coeur] et la cour'],
    ['œuvre', 'les [œuvres], un chef-d’[œuvre]'],
    ['etats-unis', 'aux [États-Unis]'],
    ['États-Unis', 'LES [ETATS-UNIS]'],
    ['finance', 'la [ﬁnance]'],
  ],
  'characters without a shape': [
    ['gouvernement', 'le [gouver\u00adne\u00adment] tombe'],
    ['gouvernement', 'le \u200b[gouver\u200dnement]\u200b tombe'],
    ['paris', '\u200e[Paris]\u200e, \ufeff[Paris]'],
  ],
  inflections: [
    ['négociation', 'des [négociations] ouvertes'],
    ['libyens', 'un chef [libyen]'],
    ['maison', 'les [Maisons] et la [MAISON]'],
  ],
  'compounds: whole where the question has them whole, parts where it has parts': [
    ['cessez-le-feu', 'un [cessez-le-feu] durable'],
    ['cessez le feu', 'un [cessez-le-feu] durable'],
    ['Cessez‑le‑feu', 'un [cessez-le-feu] durable'],
    ['feu', 'un cessez-le-[feu] durable'],
    ['cessez', 'un [cessez]-le-feu durable'],
    ['feu cessez', 'un [cessez]-le-[feu]'],
    ['cessez-le-feu', '[cessez] le [feu] !'],
    ['haftar cessez-le-feu tripoli', '[Haftar] refuse le [cessez-le-feu] à [Tripoli]'],
    ['week-end', 'un [weekend], un [week-end]'],
    ['weekend', 'un [week-end], un [weekend]'],
    ['week', 'un [week]-end'],
    ['saint-denis', 'la ville de [Saint-Denis]'],
    ['saint-denis', '[Saint-Denis]-en-Val'],
    ['saint denis', 'la basilique [Saint-Denis]'],
    ['porte-parole', 'le [porte-parole], une [porte], la [parole]'],
    ['après-midi', 'l’[après-midi]'],
    ['dit', '« Non », [dit]-il'],
    ['balance ton porc', '#[BalanceTonPorc]'],
  ],
  'numbers, dates, signs': [
    ['5500', '[5 500] morts'],
    ['5500', '[5\u202f500] morts, [5\u00a0500] blessés'],
    ['5 500', '[5500] morts'],
    ['3,5', 'une hausse de [3,5] %, de [3.5] %'],
    ['2019', 'le 14 novembre [2019]'],
    ['14 novembre 2019', 'le [14 novembre 2019]'],
    ['14/11/2019', 'le [14 novembre 2019]'],
    ['14 novembre 2019', 'le [14/11/2019]'],
    ['2001', 'en [2001], non en 2011'],
    ['10 %', '[10] [%], soit [10] [pour cent]'],
    ['10 km', '[10] [km], [10km]'],
    ['12h30', 'à [12 h 30]'],
    ['c++', 'le [C++] et le C'],
    ['covid 19', 'la [COVID-19], le [Covid19]'],
    ['L121-1', 'l’article [L. 121-1] du code'],
  ],
  'acronyms and abbreviations': [
    ['gna', 'le [G.N.A.] de Tripoli'],
    ['G.N.A.', 'le [GNA] de Tripoli'],
    ['onu', 'l’[O.N.U] et l’[ONU].'],
    ['monsieur dupont', '[M.] [Dupont] et [monsieur] [Dupont]'],
    ['k.-o.', 'mis [KO], mis [K.-O.]'],
  ],
  'inclusive writing': [
    ['étudiante', 'les [étudiant·e·s]'],
    ['étudiants', 'les [étudiant(e)s] et [étudiant.e.s]'],
  ],
  'stop words': [
    ['le chat', 'le [chat] et le chien'],
    ['le', '[le] chat et [le] chien'],
    ['de la', 'le chat [de] [la] voisine'],
    ['ou', 'fromage [ou] dessert'],
  ],
  'punctuation stays outside': [
    ['khalifa haftar', '«\u202f[Khalifa] [Haftar]\u202f»'],
    ['haftar', '([Haftar]), “[Haftar]”, [Haftar]… [Haftar] !'],
    ['paris', '🇫🇷 [Paris] 🎉[Paris]'],
  ],
  'nothing to mark': [
    ['', 'le chat'],
    ['chien', 'le chat'],
    ['« » !', 'le chat « dort » !'],
    ['art', 'une carte, un départ'],
  ],
}

for (const [subject, cases] of Object.entries(CASES)) {
  describe(subject, () => {
    test.each(cases)('%s in %s', (question, marked) => {
      const text = marked.replace(/[[\]]/g, '')
      expect(withBrackets(highlightText(text, readQuery(question, language), language))).toBe(marked)
    })
  })
}

describe('what stands for a question word', () => {
  const plain = plainLanguage()
  const mark = (question: string, text: string, words?: ReadonlyMap<string, number>) =>
    withBrackets(highlightText(text, readQuery(question, plain), plain, { words }))

  test('a related word, with its whole class where the language says so', () => {
    expect(mark('roi', 'la reine, les reines')).toBe('la [reine], les [reines]')
    const narrow = {
      ...plain,
      related: () => [{ word: 'reine', wholeClass: false, weight: 0.3, relation: 'family' as const }],
    }
    expect(withBrackets(highlightText('la reine, les reines', readQuery('roi', narrow), narrow))).toBe(
      'la [reine], les reines',
    )
  })

  test('words found by prefix or typo', () => {
    expect(
      mark(
        'libe',
        'la liberté, la libération, le livre',
        new Map([
          ['liberté', 0],
          ['libération', 0],
        ]),
      ),
    ).toBe('la [liberté], la [libération], le livre')
  })

  test('not a false friend, to which the class gives no weight', () => {
    const strict = { ...plain, classWeight: (asked: string, found: string) => (asked === found ? 1 : 0) }
    expect(withBrackets(highlightText('pêche et péché', readQuery('pêche', strict), strict))).toBe('[pêche] et péché')
  })

  test('a part with another content word in between stays apart', () => {
    expect(mark('a le b', 'x a-le-b a-c-b')).toBe('x [a-le-b] [a]-c-[b]')
  })
})

describe('highlight()', () => {
  test('reads French unless told otherwise', () => {
    expect(highlight('L’Arabie saoudite', 'arabie')).toEqual({ text: 'L’Arabie saoudite', ranges: [[2, 8]] })
    expect(highlight('L’Arabie', 'arabie', { language: plainLanguage() }).ranges).toEqual([[2, 8]])
  })

  test('gives the whole text, or a snippet where asked', () => {
    const text = `${'Rien à voir. '.repeat(50)}Le feu a pris.`
    expect(highlight(text, 'feu').text).toBe(text)
    expect(withBrackets(highlight(text, 'feu', { snippet: 60 }))).toMatch(/^…Rien à voir\. .*Le \[feu\] a pris\.$/)
  })

  test('names what is wrong', () => {
    expect(() => highlight(3 as unknown as string, 'a')).toThrow(InvalidOptionError)
    expect(() => highlight('a', undefined as unknown as string)).toThrow(/"query" is undefined/)
    expect(() => highlight('a', 'a', { snippet: 0 })).toThrow(
      /"snippet" is 0\. Expected false, or a whole number from 40/,
    )
    expect(() => highlight('a', 'a', { language: {} as never })).toThrow(/"language"/)
  })
})
