/** Runs the examples of a page of docs/: what stands behind `// →` is what the last statement before it gives. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import * as trouvaille from '../../src/index.ts'

/**
 * Examples that promise nothing are set-up: the examples behind them run after them. `least` is how many there must be; `names` are what they may use
 * besides the library itself.
 */
export function testExamples(page: string, least: number, names: Readonly<Record<string, unknown>> = {}): void {
  const scope = { ...trouvaille, ...names }
  const text = readFileSync(join(import.meta.dirname, '../../docs', page), 'utf8')
  const blocks = [...text.matchAll(/```js\n([\s\S]*?)```/g)].map(([, code]) => code)
  const examples: [example: string, setUp: string][] = []
  let setUp = ''
  for (const code of blocks) {
    if (code.includes('// →')) examples.push([code, setUp])
    else setUp += withoutImports(code)
  }
  describe(page, () => {
    test('there are examples', () => expect(examples.length).toBeGreaterThanOrEqual(least))
    test.each(examples)('%s', async (example, setUp) => {
      const [program, comment] = withoutImports(example).split('// →')
      // A long answer goes on over several lines of comment.
      const promised = comment.replace(/^\/\/ ?/gm, '')
      const lines = program.trimEnd().split('\n')
      const last = lines.findLastIndex(line => /^\S/.test(line) && !/^[}\])]/.test(line))
      const answer = lines.slice(last).join('\n').replace(/^;/, '')
      const before = [setUp, ...lines.slice(0, last)].join('\n')
      expect(await run(`${before}\nreturn ${answer}`, scope)).toEqual(await run(`return ${promised}`, scope))
    })
  })
}

function withoutImports(code: string): string {
  return code.replace(/^import [\s\S]*? from '.*'\n/gm, '')
}

const AsyncFunction = Object.getPrototypeOf(async () => {}).constructor

function run(body: string, scope: Readonly<Record<string, unknown>>): Promise<unknown> {
  return new AsyncFunction(...Object.keys(scope), body)(...Object.values(scope))
}
