/** The examples of docs/questions.md give what they say, each after those before it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import * as trouvaille from '../../src/index.ts'

const page = readFileSync(join(import.meta.dirname, '../../docs/questions.md'), 'utf8')
const [setUp, ...examples] = [...page.matchAll(/```js\n([\s\S]*?)```/g)].map(([, code]) => code)

test('there are examples', () => expect(examples.length).toBeGreaterThanOrEqual(8))

test.each(examples)('%s', code => {
  const [program, promised] = code.split('// →')
  const lines = program.trimEnd().split('\n')
  const last = lines.findLastIndex(line => /^\S/.test(line) && !/^[}\])]/.test(line))
  const answer = lines.slice(last).join('\n').replace(/^;/, '')
  const names = Object.keys(trouvaille)
  const run = (body: string) => new Function(...names, body)(...Object.values(trouvaille))
  const before = [setUp, ...lines.slice(0, last)].join('\n')
  expect(run(`${before}\nreturn ${answer}`)).toEqual(run(`return ${promised}`))
})
