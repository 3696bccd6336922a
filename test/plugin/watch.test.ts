/** Bundlers that watch make the index anew when a text changes and when one comes. */
import { execFile } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { rspack } from '@rspack/core'
import { context } from 'esbuild'
import { watch } from 'rollup'
import { afterAll, beforeAll, expect, test } from 'vitest'
import webpack from 'webpack'
import type { PluginOptions } from '../../src/plugin/options.ts'
import { makeProject, type Project } from '../support/installed-package.ts'
import { TEXTS } from './texts.ts'

const node = promisify(execFile)
const PROGRAM = `import articles from 'virtual:trouvaille/articles'

articles.search('neige').then(({ hits }) => console.log(hits.map(({ id }) => id).sort().join(' ')))
`
let project: Project
const at = (name: string) => join(project.folder, name)

beforeAll(async () => {
  project = await makeProject()
  await project.write({ 'main.js': PROGRAM, 'out/package.json': '{ "type": "commonjs" }' })
})
afterAll(() => project?.remove())

async function pluginOf<Made>(bundler: string): Promise<Made> {
  const { trouvaille } = await import(join(project.library, `dist/${bundler}.js`))
  const make = trouvaille as (options: PluginOptions) => Made
  return make({ indexes: { articles: { from: at('content') } } })
}

type Stop = () => unknown

const WATCHERS: Record<string, (outDir: string) => Promise<Stop>> = {
  async rollup(dir) {
    const plugins = [await pluginOf<import('rollup').Plugin>('rollup')]
    const watcher = watch({ input: at('main.js'), plugins, output: { dir, format: 'cjs' }, onwarn() {} })
    return () => watcher.close()
  },
  async esbuild(outdir) {
    const watched = await context({
      absWorkingDir: project.folder,
      entryPoints: ['main.js'],
      bundle: true,
      platform: 'node',
      logLevel: 'silent',
      outdir,
      plugins: [await pluginOf<import('esbuild').Plugin>('esbuild')],
    })
    await watched.watch()
    return () => watched.dispose()
  },
  async webpack(path) {
    const plugins = [await pluginOf<import('webpack').WebpackPluginInstance>('webpack')]
    const compiler = webpack({ ...configuration(path), plugins })
    const watching = compiler.watch({ aggregateTimeout: 20 }, () => {})
    return () => new Promise<void>(resolve => watching?.close(() => resolve()))
  },
  async rspack(path) {
    const plugins = [await pluginOf<import('@rspack/core').RspackPluginInstance>('rspack')]
    const watching = rspack({ ...configuration(path), plugins }).watch({ aggregateTimeout: 20 }, () => {})
    return () => new Promise<void>(resolve => watching?.close(() => resolve()))
  },
}

function configuration(path: string) {
  const shared = { mode: 'development', devtool: false, target: 'node', entry: './main.js' } as const
  return { ...shared, context: project.folder, output: { path } }
}

test.each(Object.entries(WATCHERS))('%s', async (name, start) => {
  await rm(at('content'), { recursive: true, force: true })
  await project.write(TEXTS)
  const outDir = at(`out/${name}`)
  const stop = await start(outDir)
  const expectSoon = (ids: string) =>
    expect
      .poll(
        () =>
          node(process.execPath, [join(outDir, 'main.js')]).then(
            ({ stdout }) => stdout.trim(),
            () => 'nothing',
          ),
        {
          timeout: 20_000,
          interval: 200,
        },
      )
      .toBe(ids)
  try {
    await expectSoon('')
    await project.write({ 'content/marche.md': '# Le marché sous la neige\n\nIl a neigé toute la nuit.\n' })
    await expectSoon('marche')
    await project.write({ 'content/cols.md': '# Les cols sont fermés\n\nLa neige tient depuis mardi.\n' })
    await expectSoon('cols marche')
  } finally {
    await stop()
  }
})
