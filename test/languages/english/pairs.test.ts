/** The table of English pairs: each `+` query finds its text, no `-` query does. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { scores } from './ask.ts'

const pairs = readFileSync(new URL('./pairs.tsv', import.meta.url), 'utf8')
  .split('\n')
  .filter(line => /^[+-]\t/.test(line))
  .flatMap(line => {
    const [sign, text, queries] = line.split('\t')
    return queries.split(' | ').map(query => [sign, text, query] as const)
  })

test('the table has what it promises', () => expect(pairs.length).toBeGreaterThanOrEqual(300))

describe('found', () => {
  test.each(pairs.filter(([sign]) => sign === '+'))('%s %s ← %s', (_, text, query) => {
    expect(scores([text], query)[0]).toBeGreaterThan(0)
  })
})

describe('apart', () => {
  test.each(pairs.filter(([sign]) => sign === '-'))('%s %s ≠ %s', (_, text, query) => {
    expect(scores([text], query)[0]).toBe(0)
  })
})
