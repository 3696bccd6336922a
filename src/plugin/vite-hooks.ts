/** What Vite needs in addition to Rollup's hooks: a development server that follows changes of the texts, and files for server-side rendering. */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Plugin, ResolvedConfig, Rollup } from 'vite'
import { cachedFile } from './cached-file.ts'
import type { Indexes } from './indexes.ts'
import { CLIENT, hotModuleCode, moduleCode, nameOf } from './module-code.ts'
import { watchTexts } from './text-index.ts'
import { DevelopmentFiles, followTexts } from './vite-server.ts'

/** In server builds, a placeholder for the path from a chunk to the output folder until it is known. */
const FROM_ROOT = 'trouvaille-output:/'

export function viteHooks(indexes: Indexes): Partial<Plugin> {
  let config: ResolvedConfig
  const served = new DevelopmentFiles()
  /** The files of server builds by name. Vite omits assets from these, because the pages' build has them; a server reads its own from disk. */
  const serverFiles = new Map<string, Uint8Array>()
  return {
    configResolved(resolved) {
      config = resolved
      indexes.root = resolved.root
    },
    async configureServer(server) {
      await indexes.ready()
      server.middlewares.use(served.middleware(server.config.base))
      followTexts(server, indexes)
    },
    async load(id, options) {
      const name = nameOf(id)
      if (name === undefined) return null
      await indexes.ready()
      const index = indexes.get(name)
      const built = await index.build()
      const isServer = options?.ssr === true
      if (config.command === 'serve') {
        for (const warning of built.warnings) this.warn(warning)
        const address = isServer
          ? pathToFileURL(await cachedFile(config.root, name, built)).href
          : served.add(name, built, config.base)
        if (isServer) return hotModuleCode(built, JSON.stringify(address))
        // Vite serves the client from its own cache, which does not contain the lists.
        const lists = built.wordLists.map(async ({ language, name, path }) => {
          return [language, JSON.stringify(served.addAsset(name, await readFile(path), config.base))] as const
        })
        return hotModuleCode(built, JSON.stringify(address), await Promise.all(lists))
      }
      watchTexts(this, built)
      if (isServer) {
        const add = (name: string, bytes: Uint8Array) => {
          const fileName = `${config.build.assetsDir}/${name}`
          serverFiles.set(fileName, bytes)
          return `new URL(${JSON.stringify(FROM_ROOT + fileName)}, import.meta.url)`
        }
        const address = add(`${name}-${built.hash}.trv`, built.bytes)
        const lists = built.wordLists.map(
          async ({ language, name, path }) => [language, add(name, await readFile(path))] as const,
        )
        return moduleCode(built, address, CLIENT, await Promise.all(lists))
      }
      const file = this.emitFile({ type: 'asset', name: `${name}.trv`, source: built.bytes })
      return moduleCode(built, `import.meta.ROLLUP_FILE_URL_${file}`, CLIENT)
    },
    renderChunk(code, chunk) {
      if (!code.includes(FROM_ROOT)) return null
      const toRoot = '../'.repeat(chunk.fileName.split('/').length - 1) || './'
      return { code: code.replaceAll(FROM_ROOT, toRoot), map: null }
    },
    async writeBundle({ dir }, bundle) {
      for (const [fileName, bytes] of serverFiles) {
        if (dir === undefined || fileName in bundle || !isNamedIn(bundle, basename(fileName))) continue
        await mkdir(join(dir, dirname(fileName)), { recursive: true })
        await writeFile(join(dir, fileName), bytes)
      }
    },
  }
}

function isNamedIn(bundle: Rollup.OutputBundle, name: string): boolean {
  return Object.values(bundle).some(output => output.type === 'chunk' && output.code.includes(name))
}
