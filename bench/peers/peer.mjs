/** What every engine in the bench looks like. */

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/**
 * An engine that runs in this process. `build`, `save`, `load` and `search` may be asynchronous.
 * @template Index
 * @typedef {{
 *   name: string, version: string,
 *   build(documents: readonly import('../collections.mjs').Article[]): Index | Promise<Index>,
 *   save(index: Index): Uint8Array | Promise<Uint8Array>,
 *   load(bytes: Uint8Array): Index | Promise<Index>,
 *   search(index: Index, question: string, limit: number): Hit[] | Promise<Hit[]>,
 *   asks?: Partial<Record<import('../speed/kinds.mjs').Kind, (index: Index, question: string, limit: number) => Hit[] | Promise<Hit[]>>>,
 *   columns?: {
 *     build(documents: readonly import('../speed/kinds.mjs').ArticleWithColumns[]): Index,
 *     filter(index: Index, query: import('../speed/kinds.mjs').Query, limit: number): Hit[]
 *   }
 * }} Peer
 *   `asks`: how queries of other kinds are asked. If an engine knows no phrases, it is asked for all words, which is less work.
 *   `columns`: how documents with columns are indexed, and queries with a filter and two facets asked.
 */

/** @typedef {{ id: string, score: number }} Hit */

const require = createRequire(import.meta.url)

/**
 * The version of an installed package.
 * @param {string} name
 * @returns {string}
 */
export function packageVersion(name) {
  // Not require(`${name}/package.json`): some packages don't export it.
  const folder = require.resolve.paths(name)?.map(path => `${path}/${name}/package.json`) ?? []
  for (const file of folder) {
    try {
      return JSON.parse(readFileSync(file, 'utf8')).version
    } catch {
      // The next folder up may have it.
    }
  }
  throw new Error(`The package "${name}" is not installed: run npm ci in bench/.`)
}

/** @param {unknown} value @returns {Uint8Array} the value as JSON in UTF-8: how the engines without a format of their own are stored */
export function toJsonBytes(value) {
  return new TextEncoder().encode(JSON.stringify(value))
}

/** @param {Uint8Array} bytes */
export function fromJsonBytes(bytes) {
  return JSON.parse(new TextDecoder().decode(bytes))
}
