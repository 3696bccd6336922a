/** Pages of the bundlers other than Vite in Chromium, under a path of a site: as modules, and as plain scripts, which don't know their own address as easily. */
import { join } from 'node:path'
import { rspack } from '@rspack/core'
import { build as esbuild } from 'esbuild'
import { rollup } from 'rollup'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import webpack from 'webpack'
import { library, plugins } from '../../tsup.config.ts'
import { type Browser, findChromium, launchChromium } from '../browser/chromium.ts'
import { makeProject, type Project } from '../support/installed-package.ts'
import { type Served, serveFolder } from '../support/serve-folder.ts'
import { compile, pluginOf } from './bundle.ts'
import { ANSWER, QUESTION, TEXTS } from './texts.ts'

const executablePath = findChromium()
const SCRIPT = `import articles from 'virtual:trouvaille/articles'

globalThis.ask = async question => (await articles.search(question)).hits.map(({ document }) => document.title)
`

let project: Project
const at = (name: string) => join(project.folder, name)
const options = () => ({ indexes: { articles: { from: at('content') } } })

function withRollup(format: 'es' | 'iife') {
  return async (dir: string) => {
    const trouvaille = await pluginOf<import('rollup').Plugin>(project, 'rollup')
    const bundle = await rollup({ input: at('main.js'), plugins: [trouvaille(options())] })
    await bundle.write({ dir, format })
  }
}

function withEsbuild(format: 'esm' | 'iife') {
  return async (outdir: string) => {
    const trouvaille = await pluginOf<import('esbuild').Plugin>(project, 'esbuild')
    const entryPoints = [at('main.js')]
    const plugins = [trouvaille(options())]
    await esbuild({
      absWorkingDir: project.folder,
      entryPoints,
      bundle: true,
      format,
      outdir,
      plugins,
      logLevel: 'error',
    })
  }
}

const configuration = (path: string) =>
  ({
    context: project.folder,
    mode: 'production',
    entry: './main.js',
    optimization: { minimize: false },
    performance: { hints: false },
    output: { path },
  }) as const

async function withWebpack(path: string) {
  const trouvaille = await pluginOf<import('webpack').WebpackPluginInstance>(project, 'webpack')
  await compile(done => webpack({ ...configuration(path), plugins: [trouvaille(options())] }, done))
}

async function withRspack(path: string) {
  const trouvaille = await pluginOf<import('@rspack/core').RspackPluginInstance>(project, 'rspack')
  await compile(done => rspack({ ...configuration(path), plugins: [trouvaille(options())] }, done))
}

describe.skipIf(executablePath === undefined)('a page answers', () => {
  let browser: Browser
  let site: Served

  beforeAll(async () => {
    if (executablePath === undefined) return
    project = await makeProject([library, plugins])
    await project.write({ ...TEXTS, 'main.js': SCRIPT })
    browser = await launchChromium(executablePath, 'fr-FR')
    site = await serveFolder(at('site'))
  })
  afterAll(async () => {
    await browser?.close()
    await site?.close()
    await project?.remove()
  })

  test.each([
    ['rollup', 'module', withRollup('es')],
    ['rollup-script', 'script', withRollup('iife')],
    ['esbuild', 'module', withEsbuild('esm')],
    ['esbuild-script', 'script', withEsbuild('iife')],
    ['webpack', 'script', withWebpack],
    ['rspack', 'script', withRspack],
  ])('%s, as a %s', async (name, kind, bundle) => {
    await bundle(at(`site/${name}/scripts`))
    const type = kind === 'module' ? ' type="module"' : ''
    const page = `<!doctype html><html lang="fr"><meta charset="utf-8"><link rel="icon" href="data:,"><title>Recherche</title><script${type} src="scripts/main.js"></script></html>`
    await project.write({ [`site/${name}/index.html`]: page })
    const tab = await browser.context.newPage()
    await tab.goto(`${site.address}${name}/`)
    await tab.waitForFunction('globalThis.ask')
    expect(await tab.evaluate(`ask(${JSON.stringify(QUESTION)})`)).toEqual([ANSWER])
    await tab.close()
  })
})
