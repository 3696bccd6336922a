/** What the commands of the bench have in common: which folder, which collections, which engines. */

import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { collectionNames } from './collections.mjs'
import { loadPeer, PEER_NAMES } from './peers/index.mjs'

/** The collection that `npm run collection` builds. */
export const OWN_COLLECTIONS = fileURLToPath(new URL('./collection/data', import.meta.url))
const SHARED_COLLECTIONS = fileURLToPath(new URL('../../shared/corpora', import.meta.url))

/** A wrong command line; the message is for the person who typed it. */
export class UsageError extends Error {}

/**
 * The folders of the collections to measure on.
 * @param {string | undefined} folder default: `../shared/corpora` beside the repository, else what `npm run collection` built
 * @param {string | undefined} only names, separated by commas
 * @returns {string[]}
 */
export function chooseCollections(folder, only) {
  const candidates = folder === undefined ? [SHARED_COLLECTIONS, OWN_COLLECTIONS] : [folder]
  const root = candidates.find(candidate => collectionNames(candidate).length > 0)
  if (root === undefined) {
    throw new UsageError(
      `No collection (NAME/corpus.jsonl, queries.jsonl, qrels.tsv) in ${candidates.join(' or ')}. Build one: npm run collection`,
    )
  }
  return choose('collection', collectionNames(root), only).map(name => join(root, name))
}

/**
 * The engines to measure.
 * @param {string | undefined} only names, separated by commas
 * @returns {string[]}
 */
export function choosePeers(only) {
  return choose('engine', PEER_NAMES, only)
}

/**
 * Refuses to write a page of documentation without Trouvaille on it.
 * @param {readonly string[]} peers
 */
export async function requireSubject(peers) {
  if (!peers.includes('trouvaille')) throw new UsageError('--write needs Trouvaille among the engines.')
  try {
    await loadPeer('trouvaille')
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

/**
 * @param {string} kind
 * @param {readonly string[]} names
 * @param {string | undefined} only
 */
export function choose(kind, names, only) {
  if (only === undefined) return [...names]
  const chosen = only.split(',').map(name => name.trim())
  const unknown = chosen.filter(name => !names.includes(name))
  if (unknown.length > 0) {
    throw new UsageError(`There is no ${kind} "${unknown.join('", "')}"; there are: ${names.join(', ')}.`)
  }
  return chosen
}

/**
 * Runs a command; a wrong command line is told in one line.
 * @param {() => Promise<void>} command
 */
export async function main(command) {
  try {
    await command()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    const mistyped = error instanceof UsageError || code.startsWith('ERR_PARSE_ARGS')
    console.error(mistyped && error instanceof Error ? error.message : error)
    process.exitCode = mistyped ? 2 : 1
  }
}
