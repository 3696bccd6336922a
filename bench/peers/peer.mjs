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
 *   asks?: Partial<Record<import('../speed/kinds.mjs').Kind, (index: Index, question: string, limit: number) => Hit[] | Promise<Hit[]>>>
 * }} Peer
 *   `asks`: how questions of other kinds are asked. Where an engine knows no phrases, all words of it are asked for, which is less work.
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
