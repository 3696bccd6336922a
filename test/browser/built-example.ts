/** The Vite example as a user has it: a folder of its own, in which `trouvaille` is an installed package, built from the sources as they are. */
import { execFile } from 'node:child_process'
import { cp, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { build, preview } from 'vite'
import { makeProject } from '../support/installed-package.ts'

const root = join(import.meta.dirname, '../..')

export interface ServedExample {
  address: string
  close(): Promise<void>
}

/** Builds the Vite example and serves what came out. */
export async function serveViteExample(): Promise<ServedExample> {
  const project = await makeProject()
  const example = project.folder
  const isSource = (path: string) => !/[\\/](?:node_modules|dist)$|\.trv$/.test(path)
  await cp(join(root, 'examples/vite'), example, { recursive: true, filter: isSource })
  await symlink(join(root, 'node_modules/vite'), join(example, 'node_modules/vite'))

  const articles = join(root, 'index-data/articles')
  const cli = join(project.library, 'dist/cli.js')
  await promisify(execFile)(process.execPath, [cli, 'build', articles, '--out', join(example, 'src/articles.trv')])
  await build({ root: example, logLevel: 'silent' })
  const server = await preview({ root: example, logLevel: 'silent', preview: { host: '127.0.0.1', port: 0 } })
  return {
    address: server.resolvedUrls?.local[0] ?? '',
    async close() {
      await server.close()
      await project.remove()
    },
  }
}
