/**
 * Writes the golden files of the current version of the file format to index-data/golden/. What is there is left as it is: a new version gets a folder of its
 * own, and a source added below a file of its own.
 *
 *   npx esbuild scripts/golden.ts --bundle --platform=node --format=esm | node --input-type=module
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { FORMAT_MAJOR } from '../src/format/layout.ts'
import { answersOf, sumsOf, writeGolden } from '../test/support/golden.ts'
import { goldenSources } from './golden/sources.ts'

const version = `v${FORMAT_MAJOR}`
const folder = `index-data/golden/${version}`
mkdirSync(folder, { recursive: true })
for (const [name, source] of Object.entries(goldenSources())) {
  const [file, answers] = [`${name}.trv`, `${name}.json`].map(name => join(folder, name))
  const bytes = existsSync(file) ? new Uint8Array(readFileSync(file)) : writeGolden(source)
  writeNew(file, bytes)
  writeNew(answers, `${JSON.stringify({ ...source, answers: answersOf(bytes, source) }, null, 1)}\n`)
}
writeFileSync(join(folder, 'SHA256SUMS'), sumsOf(folder))

/** Never overwrites a file. */
function writeNew(path: string, content: string | Uint8Array): void {
  if (existsSync(path)) console.log(`${path} is there, and stays as it is`)
  else {
    writeFileSync(path, content, { flag: 'wx' })
    console.log(`${path} is new`)
  }
}
