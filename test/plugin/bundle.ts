/** The bundlers as their users run them: each makes a program for Node of `main.js`, and gives the warnings that it has. */
import { join } from 'node:path'
import { rspack } from '@rspack/core'
import { build as esbuild } from 'esbuild'
import { rollup } from 'rollup'
import { createLogger, build as vite } from 'vite'
import webpack from 'webpack'
import type { IndexOptions, PluginOptions } from '../../src/plugin/options.ts'
import type { Project } from '../support/installed-package.ts'

/** @throws the bundler's error */
export type Bundle = (project: Project, options: Options, outDir: string) => Promise<string[]>

interface Options {
  indexes: Record<string, IndexOptions>
}

/** `trouvaille` as a configuration imports it: from an ES module or from a CommonJS one. */
export async function pluginOf<Made>(
  { library }: Project,
  bundler: string,
  format: 'js' | 'cjs' = 'js',
): Promise<(options: PluginOptions) => Made> {
  const { trouvaille } = await import(join(library, `dist/${bundler}.${format}`))
  return trouvaille
}

function withRollup(format: 'es' | 'cjs'): Bundle {
  return async (project, options, outDir) => {
    const trouvaille = await pluginOf<import('rollup').Plugin>(project, 'rollup', format === 'cjs' ? 'cjs' : 'js')
    const warnings: string[] = []
    const input = join(project.folder, 'main.js')
    const plugins = [trouvaille(fromFolder(options, project))]
    const bundle = await rollup({ input, plugins, onwarn: ({ message }) => warnings.push(message) })
    await bundle.write({ dir: outDir, format })
    return warnings
  }
}

function withEsbuild(format: 'esm' | 'cjs'): Bundle {
  return async (project, options, outDir) => {
    const trouvaille = await pluginOf<import('esbuild').Plugin>(project, 'esbuild', format === 'cjs' ? 'cjs' : 'js')
    const { warnings } = await esbuild({
      absWorkingDir: project.folder,
      entryPoints: ['main.js'],
      bundle: true,
      format,
      platform: 'node',
      outdir: outDir,
      plugins: [trouvaille(options)],
      logLevel: 'silent',
    })
    return warnings.filter(({ pluginName }) => pluginName === 'trouvaille').map(({ text }) => text)
  }
}

const withVite: Bundle = async (project, options, outDir) => {
  const trouvaille = await pluginOf<import('vite').Plugin>(project, 'vite')
  const warnings: string[] = []
  const customLogger = { ...createLogger('silent'), warn: (message: string) => warnings.push(message) }
  await vite({
    root: project.folder,
    configFile: false,
    logLevel: 'warn',
    customLogger,
    plugins: [trouvaille(options)],
    build: { ssr: 'main.js', outDir, emptyOutDir: false },
  })
  return warnings
}

interface Compiled {
  hasErrors(): boolean
  toJson(options: object): { errors?: { message: string }[]; warnings?: { message: string }[] }
}

/** Runs webpack or Rspack, and gives the warnings. */
export function compile(run: (done: (error: Error | null, stats?: Compiled) => void) => void): Promise<string[]> {
  return new Promise((resolve, reject) => {
    run((error, stats) => {
      const { errors = [], warnings = [] } = stats?.toJson({ all: false, errors: true, warnings: true }) ?? {}
      if (error !== null) reject(error)
      else if (errors.length > 0) reject(new Error(errors.map(({ message }) => message).join('\n')))
      else resolve(warnings.map(({ message }) => message))
    })
  })
}

function configuration(project: Project, path: string) {
  // Minifying takes most of the time, and is not what is tested.
  const shared = { mode: 'production', target: 'node', entry: './main.js', optimization: { minimize: false } } as const
  return { ...shared, context: project.folder, output: { path } }
}

const withWebpack: Bundle = async (project, options, outDir) => {
  const trouvaille = await pluginOf<import('webpack').WebpackPluginInstance>(project, 'webpack', 'cjs')
  return compile(done => webpack({ ...configuration(project, outDir), plugins: [trouvaille(options)] }, done))
}

const withRspack: Bundle = async (project, options, outDir) => {
  const trouvaille = await pluginOf<import('@rspack/core').RspackPluginInstance>(project, 'rspack')
  return compile(done => rspack({ ...configuration(project, outDir), plugins: [trouvaille(options)] }, done))
}

/** Rollup has no folder of its own: texts are named from where it was started. */
function fromFolder({ indexes }: Options, { folder }: Project): Options {
  const named = Object.entries(indexes).map(([name, index]) => [
    name,
    { ...index, from: [index.from].flat().map(from => join(folder, from)) },
  ])
  return { indexes: Object.fromEntries(named) }
}

/** By name; those whose programs are ES modules, and those whose programs are CommonJS. */
export const BUNDLES: readonly [name: string, type: 'module' | 'commonjs', bundle: Bundle][] = [
  ['Rollup', 'module', withRollup('es')],
  ['Rollup, as CommonJS', 'commonjs', withRollup('cjs')],
  ['esbuild', 'module', withEsbuild('esm')],
  ['esbuild, as CommonJS', 'commonjs', withEsbuild('cjs')],
  ['webpack', 'commonjs', withWebpack],
  ['Rspack', 'commonjs', withRspack],
  ['Vite, for a server', 'module', withVite],
]
