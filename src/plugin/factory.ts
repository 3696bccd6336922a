/** The plugin for all bundlers: `virtual:trouvaille/…` becomes a module that opens an index, and the index a file of the build. */
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { PluginBuild } from 'esbuild'
import { createUnplugin, type UnpluginContextMeta, type UnpluginOptions } from 'unplugin'
import { CACHED_FILE, cachedFile } from './cached-file.ts'
import { Indexes } from './indexes.ts'
import {
  CLIENT_FILE,
  esbuildModuleCode,
  esbuildModuleId,
  moduleCode,
  moduleId,
  nameOf,
  webpackAddress,
} from './module-code.ts'
import type { PluginOptions } from './options.ts'
import { watchTexts } from './text-index.ts'
import { viteHooks } from './vite-hooks.ts'
import { WORD_LIST_PATH } from './word-list.ts'

/** The plugin factories by bundler. @throws InvalidOptionError */
export const unplugin = createUnplugin<PluginOptions | undefined, false>(makePlugin)

function makePlugin(options: PluginOptions = {}, { framework }: UnpluginContextMeta): UnpluginOptions {
  const indexes = new Indexes(options)
  return {
    name: 'trouvaille',
    async resolveId(id) {
      const name = nameOf(id)
      if (name === undefined) return undefined
      await indexes.ready()
      indexes.get(name)
      return framework === 'esbuild' ? esbuildModuleId(name, indexes.root) : moduleId(name)
    },
    loadInclude: id => nameOf(id) !== undefined,
    async load(id) {
      await indexes.ready()
      const index = indexes.get(nameOf(id) ?? '')
      const built = await index.build()
      watchTexts(this, built)
      const native = this.getNativeBuildContext?.()
      const path = await cachedFile(indexes.root, index.name, built)
      if (native?.framework === 'esbuild') return esbuildModuleCode(built, path, native.build.initialOptions)
      if (native?.framework === 'webpack' || native?.framework === 'rspack') {
        for (const folder of built.folders) native.loaderContext?.addContextDependency(folder)
      }
      return moduleCode(built, webpackAddress(path), CLIENT_FILE)
    },
    rollup: {
      async load(id) {
        const name = nameOf(id)
        if (name === undefined) return null
        await indexes.ready()
        const built = await indexes.get(name).build()
        watchTexts(this, built)
        const emit = (name: string, source: Uint8Array) =>
          `import.meta.ROLLUP_FILE_URL_${this.emitFile({ type: 'asset', name, source })}`
        const address = emit(`${name}.trv`, built.bytes)
        const lists = built.wordLists.map(
          async ({ language, name, path }) => [language, emit(name, await readFile(path))] as const,
        )
        return moduleCode(built, address, CLIENT_FILE, await Promise.all(lists))
      },
    },
    vite: viteHooks(indexes),
    esbuild: {
      config(initial) {
        indexes.root = initial.absWorkingDir ?? process.cwd()
      },
      setup: build => loadFiles(build, indexes),
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

/** For esbuild, files are copied unchanged, whatever loader the build has for their extension, and rebuilt when texts are added. */
function loadFiles(build: PluginBuild, indexes: Indexes): void {
  build.onLoad({ filter: CACHED_FILE }, async ({ path }) => ({
    contents: await readFile(path),
    loader: 'file',
    watchDirs: indexes.get(basename(path, '.trv')).current?.folders,
  }))
  build.onLoad({ filter: WORD_LIST_PATH }, async ({ path }) => ({ contents: await readFile(path), loader: 'file' }))
}

/** webpack and Rspack treat `virtual:` as the scheme of an address and call no resolver for it, so they get the name without it. */
function passVirtualScheme(compiler: Compiler): void {
  compiler.hooks.normalModuleFactory.tap('trouvaille', factory => {
    factory.hooks.beforeResolve.tap('trouvaille', data => {
      const name = nameOf(data.request)
      if (name !== undefined) data.request = `\0${data.request}`
      return undefined
    })
  })
}

interface Request {
  request: string
}

interface Compiler {
  hooks: {
    normalModuleFactory: {
      tap(
        name: string,
        use: (factory: {
          hooks: { beforeResolve: { tap(name: string, use: (data: Request) => undefined): void } }
        }) => void,
      ): void
    }
  }
}
