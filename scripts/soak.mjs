/**
 * Asks, updates, reopens and aborts for an hour, and fails if an answer is wrong, memory grows after the first ten minutes, a rejection is not handled or a
 * listener is left.
 *
 *   npm run soak -- [--minutes 60] [--rate 20] [--seed 1]
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '60' },
    rate: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
  },
})
// Memory is measured when it has been collected.
setFlagsFromString('--expose-gc')
globalThis.gc = runInNewContext('gc')
const folder = mkdtempSync(join(root, '.soak-'))
try {
  await build({
    entryPoints: ['soak', 'soak-worker'].map(name => join(root, `test/hostile/${name}.ts`)),
    bundle: true,
    platform: 'node',
    format: 'esm',
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    logLevel: 'error',
    define: { 'import.meta.dirname': JSON.stringify(root) },
  })
  const { soak } = await import(pathToFileURL(join(folder, 'soak.mjs')).href)
  await soak({
    minutes: Number(values.minutes),
    rate: Number(values.rate),
    seed: Number(values.seed),
    worker: pathToFileURL(join(folder, 'soak-worker.mjs')),
    log: line => console.log(line),
  })
} finally {
  rmSync(folder, { recursive: true, force: true })
}
