/** The bundlers other than Vite as they make pages: each writes the script `main.js` and its chunks into a folder. */
import { join } from 'node:path'
import { rspack } from '@rspack/core'
import { build as esbuild } from 'esbuild'
import { rollup } from 'rollup'
import webpack from 'webpack'
import type { Project } from '../support/installed-package.ts'
import { compile, pluginOf } from './bundle.ts'
import { LANGUAGES } from './texts.ts'

export type PageBundle = (project: Project, outDir: string) => Promise<unknown>

const optionsFor = ({ folder }: Project) => ({
  indexes: { articles: { from: join(folder, 'content'), languages: LANGUAGES } },
})

function withRollup(format: 'es' | 'iife'): PageBundle {
  return async (project, dir) => {
    const trouvaille = await pluginOf<import('rollup').Plugin>(project, 'rollup')
    const bundle = await rollup({ input: join(project.folder, 'main.js'), plugins: [trouvaille(optionsFor(project))] })
    // A plain script cannot import chunks.
    await bundle.write({ dir, format, inlineDynamicImports: format === 'iife' })
  }
}

function withEsbuild(format: 'esm' | 'iife'): PageBundle {
  return async (project, outdir) => {
    const trouvaille = await pluginOf<import('esbuild').Plugin>(project, 'esbuild')
    await esbuild({
      absWorkingDir: project.folder,
      entryPoints: [join(project.folder, 'main.js')],
      bundle: true,
      format,
      splitting: format === 'esm',
      outdir,
      plugins: [trouvaille(optionsFor(project))],
      logLevel: 'error',
    })
  }
}

function configuration({ folder }: Project, path: string) {
  return {
    context: folder,
    mode: 'production',
    entry: './main.js',
    optimization: { minimize: false },
    performance: { hints: false },
    output: { path },
  } as const
}

async function withWebpack(project: Project, path: string) {
  const trouvaille = await pluginOf<import('webpack').WebpackPluginInstance>(project, 'webpack')
  const plugins = [trouvaille(optionsFor(project))]
  await compile(done => webpack({ ...configuration(project, path), plugins }, done))
}

async function withRspack(project: Project, path: string) {
  const trouvaille = await pluginOf<import('@rspack/core').RspackPluginInstance>(project, 'rspack')
  const plugins = [trouvaille(optionsFor(project))]
  await compile(done => rspack({ ...configuration(project, path), plugins }, done))
}

/** By name; how a page includes the script, and whether its chunks are files of their own. */
export const PAGE_BUNDLES: readonly [name: string, kind: 'module' | 'script', hasChunks: boolean, PageBundle][] = [
  ['rollup', 'module', true, withRollup('es')],
  ['rollup-script', 'script', false, withRollup('iife')],
  ['esbuild', 'module', true, withEsbuild('esm')],
  ['esbuild-script', 'script', false, withEsbuild('iife')],
  ['webpack', 'script', true, withWebpack],
  ['rspack', 'script', true, withRspack],
]
