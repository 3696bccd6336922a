/** The one plugin that all bundlers are given: `virtual:trouvaille/…` becomes a module that opens an index, and the index a file of the build. */
import { createUnplugin, type UnpluginContextMeta, type UnpluginOptions } from 'unplugin'
import { cachedFile } from './cached-file.ts'
import { giveFiles } from './esbuild-files.ts'
import { Indexes } from './indexes.ts'
import {
  esbuildModuleCode,
  esbuildModuleId,
  moduleCode,
  moduleId,
  nameOf,
  RUNTIME_FILE,
  webpackAddress,
} from './module-code.ts'
import type { PluginOptions } from './options.ts'
import type { BuiltIndex } from './text-index.ts'
import { passVirtualScheme } from './virtual-scheme.ts'
import { viteHooks } from './vite-hooks.ts'

/** What the hooks of all bundlers have in common. */
export interface HookContext {
  warn(message: string): void
  addWatchFile(file: string): void
}

/** By bundler, what makes its plugin. @throws InvalidOptionError */
export const unplugin = createUnplugin<PluginOptions, false>(makePlugin)

function makePlugin(options: PluginOptions, { framework }: UnpluginContextMeta): UnpluginOptions {
  const indexes = new Indexes(options)
  return {
    name: 'trouvaille',
    resolveId(id) {
      const name = nameOf(id)
      if (name === undefined) return undefined
      indexes.get(name)
      return framework === 'esbuild' ? esbuildModuleId(name, indexes.root) : moduleId(name)
    },
    loadInclude: id => nameOf(id) !== undefined,
    async load(id) {
      const index = indexes.get(nameOf(id) ?? '')
      const built = await index.build()
      tell(this, built)
      const native = this.getNativeBuildContext?.()
      const path = await cachedFile(indexes.root, index.name, built)
      if (native?.framework === 'esbuild') return esbuildModuleCode(built, path, native.build.initialOptions)
      if (native?.framework === 'webpack' || native?.framework === 'rspack') {
        for (const folder of built.folders) native.loaderContext?.addContextDependency(folder)
      }
      return moduleCode(built, webpackAddress(path), RUNTIME_FILE)
    },
    rollup: {
      async load(id) {
        const name = nameOf(id)
        if (name === undefined) return null
        const built = await indexes.get(name).build()
        tell(this, built)
        const file = this.emitFile({ type: 'asset', name: `${name}.trv`, source: built.bytes })
        return moduleCode(built, `import.meta.ROLLUP_FILE_URL_${file}`, RUNTIME_FILE)
      },
    },
    vite: viteHooks(indexes),
    esbuild: {
      config(initial) {
        indexes.root = initial.absWorkingDir ?? process.cwd()
      },
      setup: build => giveFiles(build, indexes),
    },
    webpack(compiler) {
      indexes.root = compiler.context
      passVirtualScheme(compiler)
    },
    rspack(compiler) {
      indexes.root = compiler.context
      passVirtualScheme(compiler)
    },
  }
}

/** Has the bundler watch the texts of an index, and say what is wrong with them. */
export function tell(context: HookContext, { files, folders, warnings }: BuiltIndex): void {
  for (const path of [...files, ...folders]) context.addWatchFile(path)
  for (const warning of warnings) context.warn(warning)
}
