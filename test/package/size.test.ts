/** What a browser has to load stays within a budget: it may be lowered. bench/size.mjs measures it beside the peers. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import { build } from 'esbuild'
import { beforeAll, describe, expect, test } from 'vitest'
import { buildClient } from '../../scripts/build-client.mjs'
import { measureClient } from '../../scripts/client-size.mjs'
import { evaluateStopWords } from '../../tsup.config.ts'
import { builtClient } from '../support/built-once.ts'

/** In milliseconds: a build takes some ten seconds of a processor. */
const BUILD_TIMEOUT = 240_000

/** In bytes, minified and packed with brotli, which the same code in another order moves by about 100. */
const CLIENT_BUDGETS: [load: string, most: number][] = [
  ['page load', 3100],
  ['page load of the element', 12_000],
  ['first query with snippets', 89_000],
  ['focus of the element', 93_100],
  ['every feature', 124_100],
]

describe('the client', () => {
  let built: Awaited<ReturnType<typeof measureClient>>
  beforeAll(async () => {
    built = await measureClient(await builtClient())
  }, BUILD_TIMEOUT)

  test.each(CLIENT_BUDGETS)('%s', (load, most) => {
    expect(built.loads.get(load)).toBeLessThan(most)
  })

  // Built once more, it takes ten seconds.
  test.skipIf(process.env.TEST_ALL === undefined)(
    'is the same, byte for byte, whenever and wherever it is built',
    async () => {
      const folder = await mkdtemp(join(tmpdir(), 'trouvaille-size-'))
      try {
        const again = await buildClient({ folder })
        expect(again.map(({ file }) => file).sort()).toEqual(built.built.map(({ file }) => file).sort())
        for (const { file, code } of built.built) expect(await readFile(join(folder, file), 'utf8'), file).toBe(code)
      } finally {
        await rm(folder, { recursive: true })
      }
    },
    BUILD_TIMEOUT,
  )

  test('no chunk imports one that the page has not asked for when it asks for the feature', () => {
    // Importing another would be a round trip more.
    const REQUESTED = ['client', 'engine', 'french', 'columns']
    for (const { name, code } of built.built) {
      const imported = [...code.matchAll(/from"\.\/([a-z-]+?)(?:-[\w-]{8})?\.js"/g)].map(([, chunk]) => chunk)
      const loaded = name === 'engine' || name === 'columns' ? ['client', 'engine'] : [...REQUESTED]
      // As suggestions are with corrections.
      if (name === 'suggest') loaded.push('corrections')
      if (name === 'views') loaded.push('element')
      if (name === 'popups') loaded.push('element', 'views')
      expect(loaded, name).toEqual(expect.arrayContaining(imported))
    }
  })
})

const BUDGETS: [name: string, contents: string, most: number][] = [
  ['a page that searches a prebuilt file', `export { IndexSearcher, toHTML } from './src/searcher.ts'`, 132_600],
  ['everything', `export * from './src/index.ts'`, 168_000],
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
