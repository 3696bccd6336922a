/** Finds the index behind a name, and creates indexes. */
import { InvalidOptionError } from '../errors.ts'
import type { PlatformAbortSignal } from '../platform-types.ts'
import type { Cluster, Json } from './cluster.ts'
import { ClusterRequestError } from './cluster-errors.ts'
import { type IndexMetadata, type IndexNames, namesOf, readMetadata, wordsAlias } from './index-names.ts'
import { documentIndex, type IndexSettings, wordIndex } from './mapping.ts'

/** The index behind an alias; undefined if there is none. */
export async function findIndex(
  cluster: Cluster,
  alias: string,
  signal?: PlatformAbortSignal,
): Promise<{ metadata: IndexMetadata; names: IndexNames } | undefined> {
  const { status, body } = await cluster.send({ method: 'GET', path: `/${alias}/_mapping` }, { signal, allow: [404] })
  if (status === 404) return undefined
  for (const [index, { mappings }] of Object.entries(body as Record<string, { mappings: Json }>)) {
    const metadata = metadataIn(mappings)
    if (metadata === undefined) continue
    const names = namesOf(alias, metadata)
    if (names.documents === index) return { metadata, names }
  }
  throw foreign(alias)
}

function metadataIn(mappings: Json): IndexMetadata | undefined {
  return readMetadata((mappings._meta as Json | undefined)?.trouvaille)
}

function foreign(name: string): InvalidOptionError {
  const message = `The index "${name}" was not created by Trouvaille. Choose another name.`
  return new InvalidOptionError('name', name, 'a name that no other index has', message)
}

/**
 * Creates the indexes of documents and words, and waits some seconds for their shards. What exists already is kept: left by an interrupted attempt, or made by
 * another client at the same time. With `mustBeNew`, returns `false` in this case, and creates nothing.
 *
 * @throws InvalidOptionError if an index that is not Trouvaille's has one of the names
 */
export async function createIndex(
  cluster: Cluster,
  metadata: IndexMetadata,
  names: IndexNames,
  settings: IndexSettings,
  mustBeNew = false,
): Promise<boolean> {
  const make = async (name: string, body: object): Promise<boolean> => {
    const { status, body: answer } = await cluster.send(
      { method: 'PUT', path: `/${name}?wait_for_active_shards=1&timeout=10s`, body: JSON.stringify(body) },
      { allow: [400] },
    )
    if (status !== 400) return true
    const { type, reason } = (answer as { error: { type: string; reason: string } }).error
    if (type !== 'resource_already_exists_exception') {
      throw new ClusterRequestError(`Creating the index "${name}"`, status, type, reason)
    }
    const found = (await cluster.ask('GET', `/${name}/_mapping`)) as Record<string, { mappings: Json }>
    if (!Object.values(found).every(({ mappings }) => metadataIn(mappings) !== undefined)) throw foreign(name)
    return false
  }
  // Whoever creates the dictionary creates the documents.
  if (!(await make(names.words, wordIndex(metadata, names, settings))) && mustBeNew) return false
  return await make(names.documents, documentIndex(metadata, names, settings))
}

/** Deletes both indexes of an index; those that do not exist are ignored. */
export async function deleteIndex(cluster: Cluster, documents: string): Promise<void> {
  await cluster.ask('DELETE', `/${documents},${documents}-words?ignore_unavailable=true`)
}

/** Atomically moves the alias from one index to another. */
export async function pointAlias(cluster: Cluster, alias: string, to: IndexNames, from?: IndexNames): Promise<void> {
  const actions = [
    ...(from === undefined
      ? []
      : [{ remove: { index: from.documents, alias } }, { remove: { index: from.words, alias: wordsAlias(alias) } }]),
    { add: { index: to.documents, alias, is_write_index: true } },
    { add: { index: to.words, alias: wordsAlias(alias), is_write_index: true } },
  ]
  await cluster.ask('POST', '/_aliases', { actions })
}
