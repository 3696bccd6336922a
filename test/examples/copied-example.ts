/** An example as a reader has it: copied, with the one line replaced that says where the library comes from, installed and built. */
import { execFile } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { inject } from 'vitest'

const root = join(import.meta.dirname, '../..')

export interface CopiedExample {
  folder: string
  /** Runs npm in the folder, and gives what it printed. */
  npm(...args: string[]): Promise<string>
  remove(): Promise<void>
}

export async function copyExample(name: string): Promise<CopiedExample> {
  const place = await mkdtemp(join(tmpdir(), `trouvaille-${name}-`))
  const folder = join(place, 'examples', name)
  const isSource = (path: string) => !/[\\/](?:node_modules|dist|_site|\.next|cache)$|\.trv$/.test(path)
  await cp(join(root, 'examples', name), folder, { recursive: true, filter: isSource })
  // Two examples index the articles of the repository.
  await cp(join(root, 'index-data/articles'), join(place, 'index-data/articles'), { recursive: true, filter: isSource })
  const packageFile = join(folder, 'package.json')
  const described = await readFile(packageFile, 'utf8')
  await writeFile(packageFile, described.replace('"file:../.."', JSON.stringify(`file:${inject('tarball')}`)))
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1', NO_COLOR: '1' }
  const npm = async (...args: string[]) => {
    const { stdout } = await promisify(execFile)('npm', args, { cwd: folder, env, maxBuffer: 2 ** 24 })
    return stdout
  }
  await npm('install', '--no-audit', '--no-fund', '--no-package-lock', '--loglevel=error', '--prefer-offline')
  return { folder, npm, remove: () => rm(place, { recursive: true }) }
}
