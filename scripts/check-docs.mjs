/** Whether docs/api says what the sources say: makes it anew elsewhere and compares. `npm run docs` brings it up to date. */

import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const kept = join(root, 'docs/api')
const made = mkdtempSync(join(tmpdir(), 'trouvaille-docs-'))
try {
  const program = join(root, 'node_modules/typedoc/bin/typedoc')
  execFileSync(process.execPath, [program, '--out', made, '--logLevel', 'Warn'], { cwd: root, stdio: 'inherit' })
  const names = new Set([...readdirSync(kept), ...readdirSync(made)])
  const old = [...names].filter(name => read(kept, name) !== read(made, name))
  if (old.length > 0) {
    console.error(`docs/api is not up to date (${old.join(', ')}): run \`npm run docs\`.`)
    process.exitCode = 1
  }
} finally {
  rmSync(made, { recursive: true })
}

/**
 * @param {string} folder
 * @param {string} name
 * @returns {string | undefined} the page, or undefined if there is none
 */
function read(folder, name) {
  return readdirSync(folder).includes(name) ? readFileSync(join(folder, name), 'utf8') : undefined
}
