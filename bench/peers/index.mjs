/** The engines by name. */

import { readFileSync } from 'node:fs'

const modules = {
  trouvaille: './trouvaille.mjs',
  'minisearch-fr': './minisearch-fr.mjs',
  minisearch: './minisearch.mjs',
  'lunr-fr': './lunr-fr.mjs',
  'flexsearch-fr': './flexsearch-fr.mjs',
  'orama-fr': './orama-fr.mjs',
  'zbsearch-fr': './zbsearch-fr.mjs',
  'pagefind-fr': './pagefind-fr.mjs',
  'lucene-french': './lucene-french.mjs',
  'lucene-french-fields': './lucene-french-fields.mjs',
  'lucene-french-bm25f': './lucene-french-bm25f.mjs',
  'lucene-snowball': './lucene-snowball.mjs',
  'lucene-snowball-fields': './lucene-snowball-fields.mjs',
  'lucene-snowball-bm25f': './lucene-snowball-bm25f.mjs',
  'tantivy-french': './tantivy-french.mjs',
  'trouvaille-1000': './trouvaille-1000.mjs',
  'trouvaille-english': './trouvaille-english.mjs',
  'pagefind-english': './pagefind-english.mjs',
  'lucene-english': './lucene-english.mjs',
  'lucene-english-fields': './lucene-english-fields.mjs',
  'lucene-english-bm25f': './lucene-english-bm25f.mjs',
  'lucene-snowball-english': './lucene-snowball-english.mjs',
  'lucene-snowball-english-fields': './lucene-snowball-english-fields.mjs',
  'lucene-snowball-english-bm25f': './lucene-snowball-english-bm25f.mjs',
}

/** Those that read English (`english/compare.mjs`); MiniSearch reads any language alike. @type {readonly string[]} */
export const ENGLISH_PEER_NAMES = Object.keys(modules).filter(name => name === 'minisearch' || name.includes('english'))

/** Those that rank in a way of their own, and read French or any language. @type {readonly string[]} */
export const PEER_NAMES = Object.keys(modules).filter(name => name !== 'trouvaille-1000' && !name.includes('english'))

/**
 * @typedef {import('./peer.mjs').Peer<unknown>} Peer
 * @typedef {import('./batch.mjs').BatchPeer} BatchPeer
 */

/**
 * Loads an engine. Throws, saying why, if it cannot run here.
 * @param {string} name
 * @returns {Promise<Peer | BatchPeer>}
 */
export async function loadPeer(name) {
  return (await import(moduleOf(name))).default
}

/**
 * Which of the engines can run here, and why the others cannot. An engine that fails later has failed: it is not skipped.
 * @param {readonly string[]} names
 * @returns {Promise<{ present: { name: string, version: string }[], skipped: { name: string, reason: string }[] }>}
 */
export async function available(names) {
  /** @type {{ name: string, version: string }[]} */
  const present = []
  /** @type {{ name: string, reason: string }[]} */
  const skipped = []
  for (const name of names) {
    try {
      present.push({ name, version: (await loadPeer(name)).version })
    } catch (error) {
      skipped.push({ name, reason: error instanceof Error ? error.message : String(error) })
    }
  }
  return { present, skipped }
}

/**
 * The source of an engine's adapter with all that it imports from this folder: when it changes, old runs are worth nothing.
 * @param {string} name
 * @returns {string}
 */
export function adapterSource(name) {
  /** @type {Map<string, string>} */
  const sources = new Map()
  /** @param {string} file */
  const read = file => {
    if (sources.has(file)) return
    const source = readFileSync(new URL(file), 'utf8')
    sources.set(file, source)
    for (const [, imported] of source.matchAll(/(?:from|URL\() ?'(\.\.?\/[^']+\.(?:mjs|java|py))'/g)) {
      read(new URL(imported, file).href)
    }
  }
  read(new URL(moduleOf(name), import.meta.url).href)
  return [...sources.values()].join('\n')
}

/** @param {string} name @returns {string} */
function moduleOf(name) {
  if (!Object.hasOwn(modules, name)) {
    throw new RangeError(`There is no engine "${name}"; there are: ${PEER_NAMES.join(', ')}.`)
  }
  return modules[/** @type {keyof typeof modules} */ (name)]
}
