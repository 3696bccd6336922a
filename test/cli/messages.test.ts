import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { typeOfValue } from '../../src/readers/problem.ts'

/** Texts between quotes, code left out: what stands in `${…}` is read by the French that surrounds it. */
const source = ['french.ts', 'french-help.ts', 'french-problems.ts', 'option-problems.ts']
  .map(file => readFileSync(new URL(`../../src/cli/messages/${file}`, import.meta.url), 'utf8'))
  .join('\n')
const texts = [...source.matchAll(/'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`/g)]
  .map(([, quoted, template]) => (quoted ?? template).replace(/\$\{[^}]*\}/g, 'x'))
  .filter(text => !text.includes('.ts'))

test('French texts are typeset as French: U+2019, and no plain space where a line must not break', () => {
  expect(texts.length).toBeGreaterThan(100)
  for (const text of texts) {
    expect(text.replace("'…'", '')).not.toMatch(/\p{L}'\p{L}/u)
    expect(text).not.toMatch(/ [;:!?»]|« |[^\s\u00a0\u202f(][;!?](?= |$)/)
  }
})

test('values are told by their type', () => {
  expect([null, undefined, [], {}, 1, '', true].map(typeOfValue)).toEqual([
    'null',
    'null',
    'array',
    'object',
    'number',
    'string',
    'boolean',
  ])
})
