/** Runs the examples of a page of docs/: what stands behind `// →` is what the last statement before it gives. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import * as trouvaille from '../../src/index.ts'

/** Examples that promise nothing are set-up: the examples behind them run after them. `least` is how many there must be. */
export function testExamples(page: string, least: number): void {
  const text = readFileSync(join(import.meta.dirname, '../../docs', page), 'utf8')
  const blocks = [...text.matchAll(/```js\n([\s\S]*?)```/g)].map(([, code]) => code)
  const examples: [example: string, setUp: string][] = []
  let setUp = ''
  for (const code of blocks) {
    if (code.includes('// →')) examples.push([code, setUp])
    else setUp += code.replace(/^import [\s\S]*? from '.*'\n/gm, '')
  }
  test('there are examples', () => expect(examples.length).toBeGreaterThanOrEqual(least))
  test.each(examples)('%s', (example, setUp) => {
    const [program, promised] = example.split('// →')
    const lines = program.trimEnd().split('\n')
    const last = lines.findLastIndex(line => /^\S/.test(line) && !/^[}\])]/.test(line))
    const answer = lines.slice(last).join('\n').replace(/^;/, '')
    const before = [setUp, ...lines.slice(0, last)].join('\n')
    expect(run(`${before}\nreturn ${answer}`)).toEqual(run(`return ${promised}`))
  })
}

function run(body: string): unknown {
  return new Function(...Object.keys(trouvaille), body)(...Object.values(trouvaille))
}
