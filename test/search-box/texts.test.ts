/** What a search box says, in both languages, with the typography of each. */
import { describe, expect, test } from 'vitest'
import { english } from '../../src/search-box/texts/english.ts'
import { french } from '../../src/search-box/texts/french.ts'
import { localeOf, wordingOf } from '../../src/search-box/texts/wording.ts'

const answer = (counts: object) => ({
  query: 'trêve',
  hits: [],
  total: 0,
  totalIsLowerBound: false,
  fullMatches: 0,
  fullMatchesIsLowerBound: false,
  hasMore: false,
  correction: undefined,
  didYouMean: undefined,
  facets: [],
  sorts: [],
  tookMs: 1,
  ...counts,
  shownTotal:
    (counts as { shownTotal?: number; total?: number }).shownTotal ?? (counts as { total?: number }).total ?? 0,
})

describe('what an answer comes to', () => {
  test.each([
    [{}, 'Aucun résultat pour «\u00a0trêve\u00a0».', 'No results for “trêve”.'],
    [{ query: ' ' }, 'Aucun résultat.', 'No results.'],
    [{ total: 1, fullMatches: 1 }, '1 résultat', '1 result'],
    [{ total: 1250, fullMatches: 1250 }, '1\u202f250 résultats', '1,250 results'],
    [
      { total: 17, fullMatches: 2 },
      '17 résultats\u00a0: 2 contiennent tous les mots, 15 en contiennent une partie',
      '17 results: 2 contain all the words, 15 contain some of them',
    ],
    [
      { total: 2, fullMatches: 1 },
      '2 résultats\u00a0: 1 contient tous les mots, 1 en contient une partie',
      '2 results: 1 contains all the words, 1 contains some of them',
    ],
    [
      { total: 3, fullMatches: 0 },
      '3 résultats\u00a0: aucun ne contient tous les mots, 3 en contiennent une partie',
      '3 results: none contains all the words, 3 contain some of them',
    ],
    [
      { total: 10_000, totalIsLowerBound: true, fullMatches: 12 },
      'plus de 10\u202f000 résultats\u00a0: 12 contiennent tous les mots, plus de 9\u202f988 en contiennent une partie',
      'more than 10,000 results: 12 contain all the words, more than 9,988 contain some of them',
    ],
    [
      { total: 10_000, totalIsLowerBound: true, fullMatches: 10_000, fullMatchesIsLowerBound: true },
      'plus de 10\u202f000 résultats',
      'more than 10,000 results',
    ],
    // Sections are counted by their words, pages are shown.
    [{ total: 9, shownTotal: 4, fullMatches: 5 }, '4 résultats', '4 results'],
    // Nothing was searched for but a filter.
    [{ query: '', total: 9, fullMatches: 0 }, '9 résultats', '9 results'],
  ])('%j', (counts, fr, en) => {
    expect(wordingOf('fr').status(answer(counts))).toBe(fr)
    expect(wordingOf('en').status(answer(counts))).toBe(en)
  })
})

const allTexts = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(allTexts)
      : []

test('French has French apostrophes and no-break spaces', () => {
  const texts = [
    ...allTexts(french),
    french.none('a'),
    french.corrected('a'),
    french.exactly('a'),
    french.inDetail('a', 'b'),
    french.moreSections(2, String),
  ]
  for (const text of texts) {
    expect(text).not.toMatch(/'|[^\u202f][;!?]|[^\u00a0]:|«[^\u00a0]|[^\u00a0]»|\.\.\./)
  }
})

test('both languages say the same things', () => {
  expect(Object.keys(english).sort()).toEqual(Object.keys(french).sort())
})

test.each([
  ['fr', 'fr'],
  ['fr-CA', 'fr'],
  ['FR', 'fr'],
  ['en', 'en'],
  ['de', 'en'],
  ['fro', 'en'],
  ['', 'en'],
])('the language %j is spoken as %j', (tag, locale) => {
  expect(localeOf(tag)).toBe(locale)
})

test('days are written as people write them, other values as they are', () => {
  const { readable } = wordingOf('fr')
  expect(['2019-11-14', '2019-11-14T10:00:00Z', '2019-13-45', '2019', 'monde'].map(readable)).toEqual([
    '14 nov. 2019',
    '14 nov. 2019',
    '2019-13-45',
    '2019',
    'monde',
  ])
})

test('texts can be replaced one by one', () => {
  const wording = wordingOf('fr', { submit: 'Aller', none: query => `Rien pour ${query}` })
  expect([wording.submit, wording.label, wording.status(answer({}))]).toEqual([
    'Aller',
    'Rechercher',
    'Rien pour trêve.',
  ])
})
