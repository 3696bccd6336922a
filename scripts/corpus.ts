/**
 * Writes the attacks of test/hostile/attacks.ts as files into the corpus (test/hostile/corpus/indexes), packed if they are long. What is there is left as it is:
 * a corpus keeps what did harm once, whatever later writers make.
 *
 *   npx esbuild scripts/corpus.ts --bundle --platform=node --format=esm | node --input-type=module
 */
import { existsSync, writeFileSync } from 'node:fs'
import { brotliCompressSync, constants } from 'node:zlib'
import { ATTACKS } from '../test/hostile/attacks.ts'

const FOLDER = 'test/hostile/corpus/indexes'
/** In bytes. What is longer even packed stays a recipe. */
const PACKED_FROM = 8192
const LONGEST = 131_072

for (const [name, make] of Object.entries(ATTACKS)) {
  const path = `${FOLDER}/${name
    .replace(/\^/g, '-')
    .replace(/[^\w-]+/g, '-')
    .toLowerCase()}.trv`
  const { file } = make()
  const isPacked = file.length >= PACKED_FROM
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 }
  const bytes = isPacked ? brotliCompressSync(file, { params }) : file
  const target = isPacked ? `${path}.br` : path
  if (existsSync(target)) console.log(`${target} is there, and stays as it is`)
  else if (bytes.length > LONGEST) console.log(`${name}: ${bytes.length} bytes, left a recipe`)
  else {
    writeFileSync(target, bytes, { flag: 'wx' })
    console.log(`${target} is new: ${bytes.length} bytes for ${file.length}`)
  }
}
