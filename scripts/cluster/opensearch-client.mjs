/** The `Client` of `@opensearch-project/opensearch`, installed beside the jars (6 packages, 7 MB): only the tests of a cluster need it. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const VERSION = '3.9.0'
const folder = join(process.env.TROUVAILLE_CLUSTER_FOLDER ?? join(import.meta.dirname, 'run'), `client-${VERSION}`)

/** The class `Client`, installed if it is not yet. */
export function openSearchClient() {
  const name = '@opensearch-project/opensearch'
  if (!existsSync(join(folder, 'node_modules', name))) {
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'package.json'), '{ "private": true }')
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', `${name}@${VERSION}`], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'inherit'],
    })
  }
  return createRequire(join(folder, 'package.json'))(name).Client
}
