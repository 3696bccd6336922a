/** The package as it would be published: built from the sources as they are, and packed. */
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')
const SOURCES = [
  'src',
  'index-data/english',
  'index-data/french',
  'scripts/build-client.mjs',
  'scripts/mangled-names.mjs',
  'package.json',
  'tsup.config.ts',
  'virtual.d.ts',
]

/** Packs into a folder, and gives the path of the tarball. Builds first if `dist` is older than the sources. */
export function packInto(folder: string): string {
  if (!isBuilt()) execFileSync('npm', ['run', 'build'], { cwd: root, stdio: 'pipe' })
  const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder]
  const [{ filename }] = JSON.parse(execFileSync('npm', args, { cwd: root, encoding: 'utf8' }))
  return join(folder, filename)
}

/** Whether `dist` is what the sources come to. */
export function isBuilt(): boolean {
  // The last file of the build.
  const last = join(root, 'dist/client/client.js')
  if (!existsSync(last)) return false
  const built = statSync(last).mtimeMs
  return SOURCES.flatMap(name => filesOf(join(root, name))).every(path => statSync(path).mtimeMs <= built)
}

function filesOf(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path, { recursive: true, encoding: 'utf8' }).map(name => join(path, name))
}
