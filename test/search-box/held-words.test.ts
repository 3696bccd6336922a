/** The sentences that say how many results hold all words of a query. */
import { describe, expect, test } from 'vitest'
import { englishHeld, frenchHeld, isWorthSaying } from '../../src/search-box/texts/held-words.ts'

const number = (language: string) => (n: number) => new Intl.NumberFormat(language).format(n)
const more = { totalIsLowerBound: true }

const table = [
  [{ total: 223, fullMatches: 3 }, '3 contiennent tous les mots · 220 en contiennent une partie', '3 contain all the words · 220 contain some of them'],
  [{ total: 2, fullMatches: 1 }, '1 contient tous les mots · 1 en contient une partie', '1 contains all the words · 1 contains some of them'],
  [{ total: 5, fullMatches: 0 }, 'aucun ne contient tous les mots · 5 en contiennent une partie', 'none contains all the words · 5 contain some of them'],
  [{ total: 10_000, ...more, fullMatches: 12 }, '12 contiennent tous les mots · plus de 9\u202f988 en contiennent une partie', '12 contain all the words · more than 9,988 contain some of them'],
  [{ total: 12_000, fullMatches: 10_000, fullMatchesIsLowerBound: true }, 'plus de 10\u202f000 contiennent tous les mots · 2\u202f000 en contiennent une partie', 'more than 10,000 contain all the words · 2,000 contain some of them'],
] as const // biome-ignore format: a table reads best in lines

describe('sentences', () => {
  test.each(table)('%o', (counts, french, english) => {
    expect(isWorthSaying(counts)).toBe(true)
    expect(frenchHeld(counts, number('fr-FR'), ' · ')).toBe(french)
    expect(englishHeld(counts, number('en-US'), ' · ')).toBe(english)
  })
})

test('the number of results says it if all of them hold all words', () => {
  expect(isWorthSaying({ total: 3, fullMatches: 3 })).toBe(false)
  expect(isWorthSaying({ total: 10, ...more, fullMatches: 10, fullMatchesIsLowerBound: true })).toBe(false)
})
