/** What the client weighs: minified and packed with brotli, by chunk, and what a page loads at its start and at its first queries. `npm run size` */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants } from 'node:zlib'
import { buildClient } from './build-client.mjs'

/** By name of what is loaded, its chunks. */
const LOADS = {
  'page load': ['client'],
  'page load of the element': ['element', 'client'],
  'first query with snippets': ['client', 'engine', 'french'],
  'focus of the element': ['views', 'engine', 'french'],
  'every feature': undefined,
  worker: ['worker'],
}

/** Chunks that are no features of the client, and languages that a French index does without. */
const OTHERS = ['element', 'views', 'popups', 'worker', 'remote', 'english', 'unicode', 'multilingual']

/** Measures a client that `buildClient` wrote into `folder`: `chunks` and `loads` in bytes. @param {string} folder */
export async function measureClient(folder) {
  const files = (await readdir(folder)).filter(file => file.endsWith('.js'))
  const built = await Promise.all(
    files.map(async file => ({
      // Entries have no hash in their names.
      name: file.replace(/(?:-[\w-]{8})?\.js$/, ''),
      file,
      code: await readFile(join(folder, file), 'utf8'),
    })),
  )
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11 }
  const chunks = new Map(built.map(({ name, code }) => [name, brotliCompressSync(code, { params }).length]))
  const sum = (/** @type {Iterable<string>} */ names) =>
    [...names].reduce((bytes, name) => bytes + (chunks.get(name) ?? Number.NaN), 0)
  const loads = new Map(
    Object.entries(LOADS).map(([name, names]) => [
      name,
      sum(names ?? [...chunks.keys()].filter(name => !OTHERS.includes(name))),
    ]),
  )
  return { built, chunks, loads }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = await mkdtemp(join(tmpdir(), 'trouvaille-size-'))
  try {
    await buildClient({ folder })
    const { chunks, loads } = await measureClient(folder)
    const line = ([name, bytes]) => console.log(`${name.padEnd(28)} ${(bytes / 1000).toFixed(1).padStart(6)} kB`)
    for (const chunk of chunks) line(chunk)
    console.log()
    for (const load of loads) line(load)
  } finally {
    await rm(folder, { recursive: true })
  }
}
