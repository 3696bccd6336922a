/** The table of English pairs: each `+` query finds its text, no `-` query does. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { scores } from './ask.ts'

const pairs = readFileSync(new URL('./pairs.tsv', import.meta.url), 'utf8')
  .split('\n')
  .filter(line => /^[+-]\t/.test(line))
  .flatMap(line => {
    const [sign, text, queries] = line.split('\t')
    return queries.split(' | ').map(query => [sign, text, query] as const)
  })

test('the table has what it promises', () => expect(pairs.length).toBeGreaterThanOrEqual(1500))

/** One test for all of a kind: 1,800 tests take longer to report than to run. */
function misses(sign: string): string[] {
  return pairs
    .filter(([expected]) => expected === sign)
    .filter(([, text, query]) => scores([text], query)[0] > 0 !== (sign === '+'))
    .map(([, text, query]) => `${text} ← ${query}`)
}

test('each query finds its text', () => expect(misses('+')).toEqual([]))

test('no query finds the text of another', () => expect(misses('-')).toEqual([]))
