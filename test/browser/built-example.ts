/** An example as a user has it: a folder of its own, in which `trouvaille` is an installed package, built from the sources as they are. */
import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { build as buildPackage } from 'tsup'
import { build, preview } from 'vite'
import { library, program } from '../../tsup.config.ts'

const root = join(import.meta.dirname, '../..')

export interface ServedExample {
  address: string
  close(): Promise<void>
}

/** Builds the Vite example and serves what came out. */
export async function serveViteExample(): Promise<ServedExample> {
  const place = await mkdtemp(join(tmpdir(), 'trouvaille-example-'))
  const installed = join(place, 'package')
  const example = join(place, 'example')

  await mkdir(installed)
  await cp(join(root, 'package.json'), join(installed, 'package.json'))
  await symlink(join(root, 'node_modules'), join(installed, 'node_modules'))
  for (const options of [library, program]) {
    await buildPackage({
      ...options,
      config: false,
      dts: false,
      clean: false,
      silent: true,
      outDir: join(installed, 'dist'),
    })
  }

  const isSource = (path: string) => !/[\\/](?:node_modules|dist)$|\.trv$/.test(path)
  await cp(join(root, 'examples/vite'), example, { recursive: true, filter: isSource })
  await mkdir(join(example, 'node_modules'))
  await symlink(installed, join(example, 'node_modules/trouvaille'))
  await symlink(join(root, 'node_modules/vite'), join(example, 'node_modules/vite'))

  const articles = join(root, 'index-data/articles')
  const cli = join(installed, 'dist/cli.js')
  await promisify(execFile)(process.execPath, [cli, 'build', articles, '--out', join(example, 'src/articles.trv')])
  await build({ root: example, logLevel: 'silent' })
  const server = await preview({ root: example, logLevel: 'silent', preview: { host: '127.0.0.1', port: 0 } })
  return {
    address: server.resolvedUrls?.local[0] ?? '',
    async close() {
      await server.close()
      await rm(place, { recursive: true })
    },
  }
}
