/** Vite's development server: index files from memory, and modules that are rebuilt when a text is changed, added or removed. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Connect, DevEnvironment, EnvironmentModuleNode, ModuleNode, ViteDevServer } from 'vite'
import type { Indexes } from './indexes.ts'
import { moduleId } from './module-code.ts'
import type { BuiltIndex, TextIndex } from './text-index.ts'

/** Editors write a file in several steps, and tools many files at once. */
const SETTLED_MS = 50
/** How many versions of an index are kept for queries in progress. */
const KEPT_VERSIONS = 3

/** The served files, by address. */
export class DevelopmentFiles {
  private readonly files = new Map<string, Uint8Array>()

  /** Serves a file from now on. Returns its address. */
  add(name: string, { bytes, hash }: BuiltIndex, base: string): string {
    const address = `${base}@trouvaille/${name}-${hash}.trv`
    this.files.delete(address)
    this.files.set(address, bytes)
    const versions = [...this.files.keys()].filter(key => key.startsWith(`${base}@trouvaille/${name}-`))
    for (const old of versions.slice(0, -KEPT_VERSIONS)) this.files.delete(old)
    return address
  }

  /** The same for a file that never changes. */
  addAsset(name: string, bytes: Uint8Array, base: string): string {
    const address = `${base}@trouvaille/${name}`
    this.files.set(address, bytes)
    return address
  }

  middleware(base: string): Connect.NextHandleFunction {
    return (request, response, next) => {
      const path = request.url?.split('?')[0] ?? ''
      const bytes = path.startsWith(`${base}@trouvaille/`) ? this.files.get(path) : undefined
      if (bytes === undefined) next()
      else sendBytes(bytes, request, response)
    }
  }
}

/** Sends a file in memory, completely or the requested range. */
function sendBytes(bytes: Uint8Array, request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('Content-Type', 'application/octet-stream')
  response.setHeader('Accept-Ranges', 'bytes')
  // Different content has a different address.
  response.setHeader('Cache-Control', 'max-age=31536000, immutable')
  const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '') ?? []
  if (from === undefined) {
    response.setHeader('Content-Length', bytes.length).end(bytes)
    return
  }
  const start = Number(from)
  const end = Math.min(to === '' ? bytes.length : Number(to) + 1, bytes.length)
  if (start >= end) {
    response.writeHead(416, { 'Content-Range': `bytes */${bytes.length}` }).end()
    return
  }
  response
    .writeHead(206, { 'Content-Range': `bytes ${start}-${end - 1}/${bytes.length}`, 'Content-Length': end - start })
    .end(bytes.subarray(start, end))
}

/** Makes pages use changed texts without being reloaded. */
export function followTexts(server: ViteDevServer, indexes: Indexes): void {
  const waiting = new Map<TextIndex, NodeJS.Timeout>()
  const all = indexes.names.map(name => indexes.get(name))
  for (const index of all) server.watcher.add(index.folders)
  server.watcher.on('all', (_, file) => {
    for (const index of all.filter(index => index.mayHold(file))) {
      clearTimeout(waiting.get(index))
      waiting.set(
        index,
        setTimeout(() => update(server, index), SETTLED_MS),
      )
    }
  })
  server.httpServer?.once('close', () => {
    for (const timer of waiting.values()) clearTimeout(timer)
  })
}

async function update(server: ViteDevServer, index: TextIndex): Promise<void> {
  const before = index.current
  try {
    const { hash } = await index.build()
    if (hash === before?.hash) return
  } catch (error) {
    // The page keeps its current index.
    server.config.logger.error(`[trouvaille] ${error instanceof Error ? error.message : error}`, { timestamp: true })
    return
  }
  const id = moduleId(index.name)
  // Vite 5 has no environments.
  const { environments = { client: server } } = server as Partial<ViteDevServer>
  for (const environment of Object.values<DevEnvironment | ViteDevServer>(environments)) {
    const module = environment.moduleGraph.getModuleById(id)
    if (module !== undefined) await environment.reloadModule(module as ModuleNode & EnvironmentModuleNode)
  }
}
