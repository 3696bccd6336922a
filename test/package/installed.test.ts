/** The package as published: packed, installed into an empty project, and used from each kind of program that people write. */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { isBuiltin } from 'node:module'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { build, type Metafile } from 'esbuild'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import description from '../../package.json'
import { findChromium, launchChromium } from '../browser/chromium.ts'
import { packInto } from '../support/packed.ts'

const run = promisify(execFile)
const root = join(import.meta.dirname, '../..')
const executablePath = findChromium()

let folder: string
const at = (name: string) => join(folder, name)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trouvaille-installed-'))
  await writeFile(at('package.json'), '{ "name": "essai", "private": true }')
  const tarball = packInto(folder)
  const flags = ['--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error']
  await run('npm', ['install', tarball, ...flags], { cwd: folder })
}, 240_000)
afterAll(() => rm(folder, { recursive: true }))

test('its dependencies come with it, and neither bundlers nor tools', async () => {
  const { dependencies, devDependencies, peerDependencies } = description
  const installed = await readdir(at('node_modules'))
  expect(installed).toEqual(expect.arrayContaining(Object.keys(dependencies)))
  for (const name of Object.keys({ ...devDependencies, ...peerDependencies })) {
    expect(existsSync(at(`node_modules/${name}`)), name).toBe(false)
  }
})

describe('what the built files import', () => {
  /** What each built file imports, by its path in the project. */
  let inputs: Metafile['inputs']
  /** The packages and the modules of Node that a built file imports, itself or by the files that it imports. */
  function importsOf(name: string): string[] {
    const files = new Set([`node_modules/trouvaille/dist/${name}`])
    const external = new Set<string>()
    // Files that are added are visited as well.
    for (const file of files)
      for (const imported of inputs[file].imports) (imported.external ? external : files).add(imported.path)
    return [...external]
  }
  const LIBRARY = ['index', 'searcher', 'client', 'element', 'worker', 'svelte', 'minisearch', 'evaluate']
  const PLUGINS = ['vite', 'rollup', 'webpack', 'rspack', 'esbuild', 'react', 'vue']
  const GENERATORS = ['vitepress', 'astro', 'starlight', 'docusaurus', 'eleventy']
  const OTHERS = ['node', 'readers', 'internal', 'internal-build', ...PLUGINS, ...GENERATORS]
  const both = (names: readonly string[]) => names.flatMap(name => [`${name}.js`, `${name}.cjs`])
  const CLIENT = ['client/client.js', 'client/element.js', 'client/worker.js']
  const ALL = [...both([...LIBRARY, ...OTHERS]), 'cli.js']

  beforeAll(async () => {
    const { metafile } = await build({
      absWorkingDir: folder,
      entryPoints: [...ALL, ...CLIENT].map(name => ({ in: `node_modules/trouvaille/dist/${name}`, out: name })),
      outdir: 'unwritten',
      bundle: true,
      packages: 'external',
      platform: 'node',
      format: 'esm',
      logLevel: 'error',
      metafile: true,
      write: false,
    })
    inputs = metafile.inputs
  })

  test.each([...both(LIBRARY), ...CLIENT])('%s: minisearch or nothing', name => {
    for (const path of importsOf(name)) expect(path).toMatch(/^minisearch(?:\/|$)/)
  })

  test('all: dependencies, Node and the library itself; every dependency is imported', () => {
    const imports = new Set<string>()
    for (const name of ALL) {
      for (const path of importsOf(name)) {
        // Who wants what an optional peer is for installs it.
        const isOptional = Object.keys(description.peerDependenciesMeta).some(
          name => path === name || path.startsWith(`${name}/`),
        )
        if (!isBuiltin(path) && !isOptional) imports.add(path.startsWith('@') ? path : path.split('/')[0])
      }
    }
    expect([...imports].sort()).toEqual([...Object.keys(description.dependencies), 'trouvaille'].sort())
  })
})

/** What every entry gives, used. `load` is how a program of that kind gets at it. */
const USE = (load: (entry: string) => string) => `
const { SearchIndex } = ${load('trouvaille')}
const { IndexSearcher } = ${load('trouvaille/searcher')}
const { openIndex } = ${load('trouvaille/client')}
const { buildIndexFile, openFile } = ${load('trouvaille/node')}
const { frenchMiniSearch } = ${load('trouvaille/minisearch')}
const { evaluate } = ${load('trouvaille/evaluate')}
const { readDocuments } = ${load('trouvaille/readers')}
const plugins = [${['vite', 'rollup', 'webpack', 'rspack', 'esbuild'].map(name => load(`trouvaille/${name}`)).join(', ')}]

const index = new SearchIndex({ fields: ['title'], storeFields: ['title'] })
index.add({ id: 1, title: 'Un cessez-le-feu fragile' })
const { hits } = IndexSearcher.fromBytes(index.toBytes()).search('cessez le feu')
// The word list is read from the package.
console.log(hits[0].document.title, index.search('fragyle').correction, typeof openIndex, typeof buildIndexFile, typeof openFile, typeof frenchMiniSearch,
  typeof evaluate, typeof readDocuments, plugins.every(({ trouvaille }) => typeof trouvaille === 'function'))
`
const USED = `Un cessez-le-feu fragile fragile ${'function '.repeat(6)}true\n`

test('an ES module', async () => {
  await writeFile(
    at('module.mjs'),
    USE(entry => `await import('${entry}')`),
  )
  expect((await run(process.execPath, ['module.mjs'], { cwd: folder })).stdout).toBe(USED)
})

test('a CommonJS module', async () => {
  await writeFile(
    at('script.cjs'),
    USE(entry => `require('${entry}')`),
  )
  expect((await run(process.execPath, ['script.cjs'], { cwd: folder })).stdout).toBe(USED)
})

test('the program', async () => {
  await mkdir(at('textes'))
  await writeFile(at('textes/treve.md'), '# Un cessez-le-feu fragile\n\nLes combats ont cessé à l’aube.\n')
  await run('npx', ['trouvaille', 'build', 'textes', '--out', 'textes.trv'], { cwd: folder })
  const found = await run('npx', ['trouvaille', 'search', 'textes.trv', 'un combat', '--json'], { cwd: folder })
  expect(found.stdout).toContain('Un cessez-le-feu fragile')
})

describe('TypeScript', () => {
  const PROGRAM = `/// <reference types="trouvaille/virtual" />
import { SearchIndex, type Hit } from 'trouvaille'
import { openIndex, type SearchClient } from 'trouvaille/client'
import { openFile } from 'trouvaille/node'
import { IndexSearcher } from 'trouvaille/searcher'
import articles from 'virtual:trouvaille/articles'
import pages from 'virtual:trouvaille/pages'

interface Article { id: string; title: string; body: string }

const index = new SearchIndex<Article>({ fields: ['title', 'body'], storeFields: ['title'] })
export const title: string | undefined = index.search('trêve').hits[0].document.title
// @ts-expect-error no field is named so
index.search('trêve', { fields: ['titre'] })

export const client: SearchClient<Article> = openIndex<Article>('/articles.trv')
export const opened: Promise<SearchIndex<Article>> = openFile<Article>('articles.trv')
export const searcher: IndexSearcher<Article> = IndexSearcher.fromBytes<Article>(new Uint8Array())

export async function ask(): Promise<Hit<Article>[]> {
  // @ts-expect-error no field is named so
  await articles.search('trêve', { fields: ['titre'] })
  await pages.search('trêve', { fields: ['titre'] })
  const { hits } = await articles.search('trêve', { fields: ['title'], signal: new AbortController().signal })
  return hits as Hit<Article>[]
}
`
  const DECLARED = `declare module 'virtual:trouvaille/articles' {
  const index: import('trouvaille/client').SearchClient<{ id: string; title: string; body: string }>
  export default index
}
`
  const options = { target: 'ES2022', lib: ['ES2023', 'DOM'], strict: true, noEmit: true, types: ['node'] }

  beforeAll(async () => {
    await mkdir(at('node_modules/@types'))
    await symlink(join(root, 'node_modules/@types/node'), at('node_modules/@types/node'))
    await symlink(join(root, 'node_modules/undici-types'), at('node_modules/undici-types'))
  })

  // Each takes the compiler some seconds.
  const WAYS = [
    ['bundler', 'ESNext', 'ts'],
    ['node16', 'Node16', 'mts'],
    ['node16', 'Node16', 'cts'],
  ]
  test.each(process.env.TEST_ALL ? WAYS : WAYS.slice(0, 1))(
    'moduleResolution %s, %s, a .%s file',
    async (moduleResolution, module, extension) => {
      const project = `typed-${moduleResolution}-${extension}`
      await mkdir(at(project))
      await writeFile(at(`${project}/use.${extension}`), PROGRAM)
      await writeFile(at(`${project}/env.d.ts`), DECLARED)
      // All declarations of the package are checked, those of the compiler are not.
      const compilerOptions = { ...options, module, moduleResolution, skipLibCheck: false, skipDefaultLibCheck: true }
      await writeFile(at(`${project}/tsconfig.json`), JSON.stringify({ compilerOptions, include: ['.'] }))
      const tsc = join(root, 'node_modules/typescript/bin/tsc')
      const { stdout } = await run(process.execPath, [tsc, '-p', project], { cwd: folder }).catch(error => error)
      expect(stdout).toBe('')
    },
  )
})

describe('configurations of bundlers in TypeScript', () => {
  const BUNDLERS = ['vite', 'rollup', 'webpack', '@rspack', 'esbuild']
  const INDEXES =
    "{ indexes: { articles: { from: 'content', fields: { title: { boost: 3 }, section: { type: 'keyword' } } } } }"
  const CONFIGURATIONS: Record<string, string> = {
    vite: `export default { plugins: [trouvaille(${INDEXES})] } satisfies import('vite').UserConfig`,
    rollup: `export default { plugins: [trouvaille(${INDEXES})] } satisfies import('rollup').RollupOptions`,
    webpack: `export default { plugins: [trouvaille(${INDEXES})] } satisfies import('webpack').Configuration`,
    rspack: `export default { plugins: [trouvaille(${INDEXES})] } satisfies import('@rspack/core').Configuration`,
    esbuild: `export default { plugins: [trouvaille(${INDEXES})] } satisfies import('esbuild').BuildOptions`,
  }

  test('are what the bundlers take', async () => {
    await mkdir(at('configured'))
    // They are installed here alone: no other test must find them.
    await mkdir(at('configured/node_modules'))
    for (const name of BUNDLERS) await symlink(join(root, 'node_modules', name), at(`configured/node_modules/${name}`))
    for (const [name, program] of Object.entries(CONFIGURATIONS)) {
      const wrong = `// @ts-expect-error no option is named so\ntrouvaille({ index: {} })\n`
      await writeFile(
        at(`configured/${name}.config.ts`),
        `import { trouvaille } from 'trouvaille/${name}'\n${wrong}${program}\n`,
      )
    }
    const options = {
      target: 'ES2022',
      lib: ['ES2023', 'DOM'],
      strict: true,
      noEmit: true,
      types: [],
      skipLibCheck: true,
    }
    const compilerOptions = { ...options, module: 'ESNext', moduleResolution: 'bundler' }
    await writeFile(at('configured/tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }))
    const tsc = join(root, 'node_modules/typescript/bin/tsc')
    const { stdout } = await run(process.execPath, [tsc, '-p', 'configured'], { cwd: folder }).catch(error => error)
    expect(stdout).toBe('')
  })
})

describe.skipIf(executablePath === undefined)('in a browser', () => {
  const PAGE = `import { openIndex } from 'trouvaille/client'
const titles = async index => (await index.search('un combat')).hits.map(({ document }) => document.title)
globalThis.answers = async () => {
  const worker = new Worker('worker.js', { type: 'module' })
  const fromWorker = new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(data)
    worker.onerror = reject
  })
  return { page: await titles(openIndex('textes.trv', { load: 'whole' })), ranges: await titles(openIndex('textes.trv', { load: 'ranges' })), worker: await fromWorker }
}
`
  const WORKER = `import { IndexSearcher } from 'trouvaille/searcher'
const bytes = new Uint8Array(await (await fetch('textes.trv')).arrayBuffer())
postMessage(IndexSearcher.fromBytes(bytes).search('un combat').hits.map(({ document }) => document.title))
`

  test('a bundle, a worker, and the folder for pages without a bundler', async () => {
    await writeFile(at('page.js'), PAGE)
    await writeFile(at('worker-source.js'), WORKER)
    const entryPoints = { page: at('page.js'), worker: at('worker-source.js') }
    const { warnings } = await build({
      entryPoints,
      bundle: true,
      splitting: true,
      format: 'esm',
      outdir: at('site'),
      minify: true,
    })
    expect(warnings).toEqual([])
    const { SearchIndex } = await import('../../src/index.ts')
    const index = new SearchIndex({ fields: ['title', 'body'], storeFields: ['title'] })
    index.add({ id: 'treve', title: 'Un cessez-le-feu fragile', body: 'Les combats ont cessé à l’aube.' })
    await writeFile(at('site/textes.trv'), index.toBytes())
    await cp(at('node_modules/trouvaille/dist/client'), at('site/trouvaille'), { recursive: true })
    const page = `<!doctype html><link rel="icon" href="data:,"><script type="module" src="page.js"></script>
<script type="module">import { openIndex } from './trouvaille/client.js'
globalThis.unbundled = async () => (await openIndex('textes.trv').search('un combat')).hits[0].document.title</script>`
    await writeFile(at('site/index.html'), page)

    const types: Record<string, string> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript' }
    const server = createServer(async ({ url = '/' }, response) => {
      const name = url === '/' ? 'index.html' : url.slice(1)
      response.setHeader('Content-Type', types[extname(name)] ?? 'application/octet-stream')
      // A bundle by esbuild comes without the word list, which its page asks for when it is idle.
      const content = await readFile(at(`site/${name}`)).catch(() => undefined)
      if (content === undefined) response.statusCode = 404
      response.end(content)
    })
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    const browser = await launchChromium(executablePath ?? '', 'fr-FR')
    try {
      const tab = await browser.context.newPage()
      await tab.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
      await tab.waitForFunction('window.answers && window.unbundled')
      const titles = ['Un cessez-le-feu fragile']
      expect(await tab.evaluate('answers()')).toEqual({ page: titles, ranges: titles, worker: titles })
      expect(await tab.evaluate('unbundled()')).toBe(titles[0])
    } finally {
      await browser.close()
      await new Promise(resolve => server.close(resolve).closeAllConnections())
    }
  })
})
