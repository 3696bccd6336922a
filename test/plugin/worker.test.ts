/** Indexes in a worker as bundlers ship them, in Chromium: the ready file, which they copy or the author does, and a worker of the application's own. */
import { copyFile, mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { rspack } from '@rspack/core'
import { build as esbuild } from 'esbuild'
import { rollup } from 'rollup'
import { build as vite } from 'vite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import webpack from 'webpack'
import { SearchIndex } from '../../src/index.ts'
import { type Browser, findChromium, launchChromium } from '../browser/chromium.ts'
import { makeProject, type Project } from '../support/installed-package.ts'
import { type Served, serveFolder } from '../support/serve-folder.ts'
import { compile } from './bundle.ts'

const executablePath = findChromium()

/** Without a plugin, Rollup resolves no packages: the file by its path. */
const scriptOf = (client: string, worker: string) => `import { openIndex } from '${client}'

const index = openIndex(new URL('articles.trv', document.baseURI), { worker: ${worker} })
globalThis.ask = async query => (await index.search(query, { highlight: { fields: ['title'] } })).hits.map(({ document }) => document.title)
globalThis.correct = async query => (await index.search(query)).correction
`
const OWN_WORKER = `new Worker(new URL('./own-worker.js', import.meta.url), { type: 'module' })`
const PAGE =
  '<!doctype html><html lang="fr"><meta charset="utf-8"><link rel="icon" href="data:,"><title>Recherche</title>'

let project: Project
let site: Served
let browser: Browser | undefined

/** Bundles `script` of the project into a folder; whether the author copies the worker there. */
type Bundle = (script: string, outDir: string) => Promise<unknown>

const shared = (script: string, path: string) =>
  ({
    context: project.folder,
    mode: 'production',
    entry: `./${script}`,
    optimization: { minimize: false },
    performance: { hints: false },
    output: { path, filename: 'main.js' },
  }) as const

const withVite: Bundle = (script, outDir) =>
  vite({
    root: project.folder,
    base: './',
    configFile: false,
    logLevel: 'silent',
    worker: { format: 'es' },
    build: {
      outDir,
      emptyOutDir: false,
      rollupOptions: { input: join(project.folder, script), output: { entryFileNames: 'main.js' } },
    },
  })
const withWebpack: Bundle = (script, outDir) => compile(done => webpack(shared(script, outDir), done))
const withRspack: Bundle = (script, outDir) => compile(done => rspack(shared(script, outDir), done))
const withRollup: Bundle = async (script, dir) => {
  const bundle = await rollup({ input: join(project.folder, script) })
  await bundle.write({ dir, format: 'es', entryFileNames: 'main.js' })
}
const withEsbuild: Bundle = (script, outdir) =>
  esbuild({
    absWorkingDir: project.folder,
    entryPoints: { main: script },
    bundle: true,
    format: 'esm',
    splitting: true,
    outdir,
    logLevel: 'error',
  })

const BUNDLES: readonly [name: string, script: string, copies: boolean, Bundle][] = [
  ['vite', 'by-name.js', false, withVite],
  ['webpack', 'by-name.js', false, withWebpack],
  ['rspack', 'by-name.js', false, withRspack],
  ['rollup', 'by-path.js', true, withRollup],
  ['esbuild', 'by-name.js', true, withEsbuild],
  ['vite-own', 'own.js', false, withVite],
  ['webpack-own', 'own.js', false, withWebpack],
]

describe.skipIf(executablePath === undefined)('in a worker', () => {
  beforeAll(async () => {
    project = await makeProject()
    const index = new SearchIndex({ fields: ['title'], storeFields: ['title'] })
    for (const [id, title] of ['Une trêve à Tripoli', 'Le prix du blé'].entries()) index.add({ id, title })
    const client = join(project.library, 'dist/client/client.js')
    await project.write({
      'by-name.js': scriptOf('trouvaille/client', 'true'),
      'by-path.js': scriptOf(client, 'true'),
      'own.js': scriptOf('trouvaille/client', OWN_WORKER),
      'own-worker.js': `import 'trouvaille/worker'\n`,
      ...Object.fromEntries(BUNDLES.map(([name]) => [`site/${name}/articles.trv`, index.toBytes()])),
      ...Object.fromEntries(
        BUNDLES.map(([name]) => [
          `site/${name}/index.html`,
          `${PAGE}<script type="module" src="main.js"></script></html>`,
        ]),
      ),
    })
    site = await serveFolder(join(project.folder, 'site'))
    browser = await launchChromium(executablePath ?? '', 'fr-FR')
  })
  afterAll(async () => {
    await browser?.close()
    await site?.close()
    await project?.remove()
  })

  test.each(BUNDLES)('%s', async (name, script, copies, bundle) => {
    const folder = join(project.folder, 'site', name)
    await bundle(script, folder)
    if (copies) {
      const from = join(project.library, 'dist/client')
      await mkdir(folder, { recursive: true })
      for (const file of (await readdir(from)).filter(file => file === 'worker.js' || file.endsWith('.bin')))
        await copyFile(join(from, file), join(folder, file))
    }
    if (browser === undefined) return
    const tab = await browser.context.newPage()
    await tab.goto(`${site.address}${name}/`)
    await tab.waitForFunction('globalThis.ask')
    expect(await tab.evaluate(`ask('treve')`)).toEqual(['Une trêve à Tripoli'])
    expect(tab.workers().length).toBe(1)
    expect(await tab.evaluate(`correct('Tripolli')`)).toBe('Tripoli')
    await tab.close()
  })
})
