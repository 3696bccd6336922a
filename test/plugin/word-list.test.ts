/** Bundlers without the plugin: which of them carry the word list into what they build, and what an author does for the others. */
import { execFile } from 'node:child_process'
import { copyFile, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { rspack } from '@rspack/core'
import { build as esbuild } from 'esbuild'
import { type Plugin, rollup } from 'rollup'
import { build as vite } from 'vite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import webpack from 'webpack'
import { WORD_LISTS, wordListFile } from '../../scripts/build-client.mjs'
import { SearchIndex } from '../../src/index.ts'
import { type Browser, findChromium, launchChromium } from '../browser/chromium.ts'
import { makeProject, type Project } from '../support/installed-package.ts'
import { type Served, serveFolder } from '../support/serve-folder.ts'
import { compile } from './bundle.ts'

const executablePath = findChromium()
const node = promisify(execFile)

type Entry = 'trouvaille' | 'trouvaille/client'
const script = (entry: Entry, options = '') => `import { openIndex } from '${entry}'
const index = openIndex(new URL('/index.trv', location.href)${options})
globalThis.correct = async query => (await index.search(query)).correction
`
/** As @rollup/plugin-node-resolve does. */
const resolvePackage = (project: Project): Plugin => ({
  name: 'resolve-package',
  resolveId: id =>
    ({
      trouvaille: join(project.library, 'dist/index.js'),
      'trouvaille/client': join(project.library, 'dist/client/client.js'),
      'minisearch/SearchableMap': join(project.library, 'node_modules/minisearch/dist/es/SearchableMap.js'),
    })[id],
})

type Make = (project: Project, main: string, outDir: string) => Promise<unknown>
const withWebpack =
  (run: typeof webpack | typeof rspack, target: 'web' | 'node' = 'web'): Make =>
  ({ folder }, main, path) => {
    const configuration = {
      context: folder,
      target,
      mode: 'production',
      entry: { main },
      optimization: { minimize: false },
      performance: { hints: false },
      output: { path },
    } as const
    return compile(done => (run as typeof webpack)(configuration, done))
  }
const withVite: Make = async ({ folder }, main, outDir) => {
  const output = { entryFileNames: 'main.js' }
  const build = { outDir, emptyOutDir: false, rollupOptions: { input: join(folder, main), output } }
  await vite({ root: folder, base: './', configFile: false, logLevel: 'error', build })
}
const withRollup: Make = async (project, main, dir) => {
  const bundle = await rollup({ input: { main: join(project.folder, main) }, plugins: [resolvePackage(project)] })
  await bundle.write({ dir })
}
const withEsbuild: Make = async ({ folder }, main, outdir) => {
  await esbuild({
    absWorkingDir: folder,
    entryPoints: { main },
    bundle: true,
    format: 'esm',
    splitting: true,
    outdir,
    loader: { '.bin': 'file' },
    logLevel: 'error',
  })
}

const CARRIES: [string, Make][] = [
  ['Vite', withVite],
  ['webpack', withWebpack(webpack)],
  ['Rspack', withWebpack(rspack)],
]
const COPIES: [string, Make][] = [
  ['Rollup', withRollup],
  ['esbuild', withEsbuild],
]

let project: Project
let site: Served
let browser: Browser | undefined

beforeAll(async () => {
  const index = new SearchIndex<{ id: number; body: string }>({ fields: ['body'] })
  index.add({ id: 1, body: 'Le licenciement d’un salarié' })
  project = await makeProject({ words: false })
  await project.write({ 'site/index.trv': index.toBytes(), 'package.json': '{ "type": "module" }' })
  site = await serveFolder(join(project.folder, 'site'))
  if (executablePath !== undefined) browser = await launchChromium(executablePath, 'fr-FR')
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
  await project?.remove()
})

async function listsIn(folder: string): Promise<string[]> {
  return (await readdir(folder, { recursive: true })).filter(name => name.endsWith('.bin'))
}

async function correctionIn(name: string): Promise<unknown> {
  const page = `<!doctype html><html lang="fr"><meta charset="utf-8"><link rel="icon" href="data:,"><title>Recherche</title><script type="module" src="scripts/main.js"></script></html>`
  await project.write({ [`site/${name}/index.html`]: page })
  const tab = await browser?.context.newPage()
  await tab?.goto(`${site.address}${name}/`)
  await tab?.waitForFunction('globalThis.correct')
  const correction = await tab?.evaluate("correct('licenciment')")
  await tab?.close()
  return correction
}

describe.each<Entry>(['trouvaille/client', 'trouvaille'])('a page with %s', entry => {
  const bundle = async (name: string, make: Make, options?: string) => {
    const id = `${name}-${entry.replace('/', '-')}`
    const outDir = join(project.folder, 'site', id, 'scripts')
    await rm(outDir, { recursive: true, force: true })
    await mkdir(outDir, { recursive: true })
    await project.write({ [`${id}.js`]: script(entry, options) })
    await make(project, `./${id}.js`, outDir)
    return { id, outDir }
  }

  test.each(CARRIES)('%s carries the lists', async (name, make) => {
    const { id, outDir } = await bundle(name, make)
    expect(await listsIn(outDir)).toHaveLength(WORD_LISTS.length)
    if (browser !== undefined) expect(await correctionIn(id)).toBe('licenciement')
  })

  test.each(COPIES)('%s does not: its author copies it beside the scripts', async (name, make) => {
    const { id, outDir } = await bundle(name, make)
    expect(await listsIn(outDir)).toEqual([])
    if (browser !== undefined) expect(await correctionIn(id)).toBeUndefined()
    const folder = entry === 'trouvaille' ? join(outDir, 'client') : outDir
    await mkdir(folder, { recursive: true })
    await copyFile(join(project.library, 'dist/client', wordListFile('french')), join(folder, wordListFile('french')))
    if (browser !== undefined) expect(await correctionIn(id)).toBe('licenciement')
  })

  test('esbuild copies it as well if it is imported, and the option says where it is', async () => {
    const options = ', { wordList: new URL(wordList, import.meta.url) }'
    const importing: Make = async (project, main, outDir) => {
      const code = await readFile(join(project.folder, main), 'utf8')
      await project.write({ [main]: `import wordList from 'trouvaille/french-words.bin'\n${code}` })
      await withEsbuild(project, main, outDir)
    }
    const { id, outDir } = await bundle('esbuild-import', importing, options)
    expect(await listsIn(outDir)).toHaveLength(1)
    if (browser !== undefined) expect(await correctionIn(id)).toBe('licenciement')
  })
})

test.each([
  ['webpack', withWebpack(webpack, 'node')],
  ['Rspack', withWebpack(rspack, 'node')],
])('a program for Node by %s corrects by the list that is beside it', async (name, make) => {
  const outDir = join(project.folder, 'out', name)
  await project.write({
    [`${name}.js`]: `import { openIndex } from 'trouvaille'
import { readFileSync } from 'node:fs'
openIndex(readFileSync(process.argv[2])).search('licenciment').then(({ correction }) => console.log(correction))`,
    [`out/${name}/package.json`]: '{ "type": "commonjs" }',
  })
  await make(project, `./${name}.js`, outDir)
  // Those of both languages: which one the index has, no bundler knows.
  expect(await listsIn(outDir)).toHaveLength(2)
  // Where the program runs, there is no package.
  await rename(project.library, `${project.library}-elsewhere`)
  try {
    const { stdout } = await node(process.execPath, [join(outDir, 'main.js'), join(project.folder, 'site/index.trv')])
    expect(stdout).toBe('licenciement\n')
  } finally {
    await rename(`${project.library}-elsewhere`, project.library)
  }
})
