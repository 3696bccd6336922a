/** The example of docs/remote.md gives what it says, from a server. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openIndex, SearchIndex } from '../../src/index.ts'
import { type Paragraph, readArticles } from '../support/articles.ts'
import { serve } from '../support/range-server.ts'

const page = readFileSync(join(import.meta.dirname, '../../docs/remote.md'), 'utf8')
const [first, options] = [...page.matchAll(/```js\n([\s\S]*?)```/g)].map(([, code]) => code)

const index = new SearchIndex<Paragraph>({ fields: ['title', 'body'], storeFields: ['title'] })
index.addAll(readArticles())
const server = await serve({ bytes: index.toBytes() })
afterAll(server.close)

/** Runs a program of the page on the server, and gives what `asked` is then. */
async function run(program: string, asked: string): Promise<unknown> {
  const body = program.replace(/^import .*$/m, '').replaceAll('https://exemple.fr/recherche.trv', server.url)
  const AsyncFunction = Object.getPrototypeOf(async () => {}).constructor
  return new AsyncFunction('openIndex', `${body}\nreturn ${asked}`)(openIndex)
}

test('the first example', async () => {
  const steps = [...first.matchAll(/^(.*)\n\/\/ → (.*)$/gm)]
  expect(steps.length).toBe(2)
  for (const [, asked, promised] of steps) expect(await run(first, asked)).toEqual(new Function(`return ${promised}`)())
})

test('the options', async () => {
  expect(await run(options, 'hits.length')).toBeGreaterThan(0)
  expect(server.received.at(-1)?.headers.authorization).toBe('Bearer d7f2')
})
