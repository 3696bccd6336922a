/** The tables of French are looked up: loading them makes nothing of them, and a word stems those of their words that begin as it does. */
import { expect, test, vi } from 'vitest'
import * as data from '../../../src/languages/french/data/index.ts'
import { DERIVATIONS, FAMILIES, VARIANTS } from '../../../src/languages/french/data/index.ts'
import { french } from '../../../src/languages/french/french.ts'
import { relatedByMeaning, stemKey } from '../../../src/languages/french/words/inflection.ts'
import { sortedLines } from '../../../src/languages/lexicon/sorted-lines.ts'

const { stemmed } = vi.hoisted(() => ({ stemmed: [] as string[] }))
vi.mock('../../../src/languages/french/words/snowball.ts', async importOriginal => {
  const { stemFrench } = await importOriginal<typeof import('../../../src/languages/french/words/snowball.ts')>()
  return {
    stemFrench: (word: string) => {
      stemmed.push(word)
      return stemFrench(word)
    },
  }
})

test('the tables are texts', () => {
  expect(Object.keys(data).length).toBeGreaterThan(10)
  for (const [name, table] of Object.entries(data)) expect(typeof table, name).toBe('string')
})

test('making the language stems nothing, a key one word, what a word stands for those that begin as it does', () => {
  stemmed.length = 0
  const language = french()
  expect(stemmed).toEqual([])
  language.key('maisons')
  expect(stemmed).toEqual(['maisons'])
  language.related('permettre')
  // The tables have some 2,500 words.
  expect(stemmed.length).toBeLessThan(100)
})

test('every family is found by each of its words', () => {
  const keyOf = (word: string) => stemKey(word.replace(/[-']/g, ''))
  const families = [
    ...sortedLines(FAMILIES).map(line => {
      const [first, ...others] = line.split(' ')
      return [first, ...others.map(other => expand(first, other))]
    }),
    ...DERIVATIONS.split('\n').flatMap(line => {
      const [base, derived, ...stems] = line.split(' ')
      return stems.map(stem => [stem + base.replace('-', ''), stem + derived])
    }),
  ]
  expect(families.length).toBeGreaterThan(1000)
  const lost = families.flatMap(family =>
    family.flatMap(word => {
      const found = new Set([keyOf(word), ...relatedByMeaning(word).map(related => keyOf(related.word))])
      return family.filter(other => !found.has(keyOf(other))).map(other => `${word}: ${other}`)
    }),
  )
  expect(lost).toEqual([])
})

function expand(first: string, written: string): string {
  return /^\d/.test(written) ? first.slice(0, first.length - Number(written[0])) + written.slice(1) : written
}

test('every variant is found by each of its words', () => {
  const language = french()
  const lost = VARIANTS.split('\n').flatMap(line => {
    const words = line
      .slice(line.indexOf(' ') + 1)
      .split(/[ |]/)
      .filter(Boolean)
    return words.flatMap(word => {
      const related = language.related(word).map(other => other.word)
      const found = new Set([word, ...related, language.key(word), ...related.map(language.key)])
      return words
        .filter(other => !found.has(other) && !found.has(language.key(other)))
        .map(other => `${word}: ${other}`)
    })
  })
  expect(lost).toEqual([])
})
