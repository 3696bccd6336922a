/** What a browser has to load stays within a budget: it may be lowered. bench/size.mjs measures it beside the peers. */
import { brotliCompressSync, constants } from 'node:zlib'
import { build } from 'esbuild'
import { expect, test } from 'vitest'
import { measureClient } from '../../scripts/client-size.mjs'
import { evaluateStopWords } from '../../tsup.config.ts'

/** In bytes, minified and packed with brotli. */
const CLIENT_BUDGETS: [load: string, most: number][] = [
  ['page load', 3000],
  ['first query with snippets', 85_000],
  ['every feature', 105_000],
]

test('the client', async () => {
  const { loads } = await measureClient()
  for (const [load, most] of CLIENT_BUDGETS) expect(loads.get(load), load).toBeLessThan(most)
})

const BUDGETS: [name: string, contents: string, most: number][] = [
  ['a page that searches a prebuilt file', `export { IndexSearcher, toHTML } from './src/searcher.ts'`, 91_000],
  ['everything', `export * from './src/index.ts'`, 117_000],
]

test.each(BUDGETS)('%s', async (_, contents, most) => {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: `${import.meta.dirname}/../..` },
    plugins: [evaluateStopWords],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    target: 'es2022',
    charset: 'utf8',
  })
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11 }
  expect(brotliCompressSync(outputFiles[0].contents, { params }).length).toBeLessThan(most)
})

test('the build ships the stop words that the source comes to', async () => {
  const contents = `export { STOP_WORDS } from './src/languages/french/data/default-stop-words.ts'`
  const source = await import('../../src/languages/french/data/default-stop-words.ts')
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: `${import.meta.dirname}/../..` },
    plugins: [evaluateStopWords],
    bundle: true,
    write: false,
    format: 'esm',
  })
  const built = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`)
  expect(built.STOP_WORDS).toBe(source.STOP_WORDS)
  expect(outputFiles[0].text).not.toContain('holà')
})
