/** The Python that has tantivy: that of `TANTIVY_PYTHON`, else of `venv/`, which `npm run tantivy` makes, else the one on the path. */

import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export const VENV = fileURLToPath(new URL('./venv', import.meta.url))
export const PROGRAM = fileURLToPath(new URL('./speed.py', import.meta.url))

/** Throws if there is none. @returns {{ python: string, version: string }} `version`: tantivy's */
export function findTantivy() {
  const own = `${VENV}/bin/python`
  const python = process.env.TANTIVY_PYTHON ?? (existsSync(own) ? own : 'python3')
  try {
    const version = execFileSync(python, [PROGRAM, 'version'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    return { python, version: version.trim() }
  } catch {
    throw new Error(`${python} cannot import tantivy: npm run tantivy installs it.`)
  }
}
