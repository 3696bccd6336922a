/** A copy of Trouvaille's build for the length of a run, so that a build started meanwhile does not change what is measured. */

import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Tells the child processes where the copy is. */
const VARIABLE = 'TROUVAILLE_BENCH_DIST'

/** @returns {string} the folder of the build to measure */
export function distFolder() {
  return process.env[VARIABLE] ?? fileURLToPath(new URL('../dist', import.meta.url))
}

/**
 * Copies the build, if there is one. The copy lies in this folder, because the build finds its dependencies upwards, and is a package of its own, because the
 * program imports the library by its name.
 */
export function takeSnapshot() {
  const dist = distFolder()
  if (VARIABLE in process.env || !existsSync(dist)) return
  if (!hasWordList(dist)) throw new Error('dist/ has no word list, so typos would not be corrected: npm run build')
  const copy = mkdtempSync(fileURLToPath(new URL('./.dist-', import.meta.url)))
  cpSync(fileURLToPath(new URL('../package.json', import.meta.url)), join(copy, 'package.json'))
  cpSync(dist, join(copy, 'dist'), { recursive: true })
  process.env[VARIABLE] = join(copy, 'dist')
  process.on('exit', () => rmSync(copy, { recursive: true, force: true }))
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1))
}

/** What `tsup` alone builds has none, and works without. @param {string} dist */
function hasWordList(dist) {
  const client = join(dist, 'client')
  return existsSync(client) && readdirSync(client).some(file => /^french-words-.*\.bin$/.test(file))
}
