/** The examples of docs/filters.md give what they say; the first makes the index that the others search. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { SearchIndex } from '../../src/index.ts'

const page = readFileSync(join(import.meta.dirname, '../../docs/filters.md'), 'utf8')
const [opening, ...examples] = [...page.matchAll(/```js\n([\s\S]*?)```/g)].map(([, code]) => code)
const setUp = opening.replace(/^import .*\n/, '')
const run = (body: string) => new Function('SearchIndex', `${setUp}\n${body}`)(SearchIndex)

test('there are examples', () => expect(examples.length).toBeGreaterThanOrEqual(10))

test.each(examples)('%s', code => {
  const [program, promised] = code.split('// →')
  const lines = program.trimEnd().split('\n')
  const last = lines.findLastIndex(line => /^\S/.test(line) && !/^[}\])]/.test(line))
  const answer = lines.slice(last).join('\n').replace(/^;/, '')
  expect(run(`${lines.slice(0, last).join('\n')}\nreturn ${answer}`)).toEqual(run(`return ${promised}`))
})
