/** The examples of docs/french.md give what they say. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import * as trouvaille from '../../src/index.ts'

const page = readFileSync(join(import.meta.dirname, '../../docs/french.md'), 'utf8')
const examples = [...page.matchAll(/```js\n([\s\S]*?)```/g)]
  .map(([, code]) => code)
  .filter(code => code.includes('// →'))

test('there are examples', () => expect(examples.length).toBeGreaterThanOrEqual(8))

test.each(examples)('%s', code => {
  const [program, promised] = code.split('// →')
  const lines = program.trimEnd().split('\n')
  const last = lines.findLastIndex(line => /^\S/.test(line) && !/^[}\])]/.test(line))
  const answer = lines.slice(last).join('\n').replace(/^;/, '')
  const names = Object.keys(trouvaille)
  const run = (body: string) => new Function(...names, body)(...Object.values(trouvaille))
  expect(run(`${lines.slice(0, last).join('\n')}\nreturn ${answer}`)).toEqual(run(`return ${promised}`))
})
