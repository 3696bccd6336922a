/** Finds the index behind a name, and creates indexes. */
import type { PlatformAbortSignal } from '../platform-types.ts'
import type { Cluster, Json } from './cluster.ts'
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
    const metadata = readMetadata((mappings._meta as Json | undefined)?.trouvaille)
    if (metadata === undefined) continue
    const names = namesOf(alias, metadata)
    if (names.documents === index) return { metadata, names }
  }
  throw new TypeError(`The index "${alias}" was not created by Trouvaille. Choose another name.`)
}

/** Creates the indexes of documents and words, and waits some seconds for their shards. Indexes left by an interrupted attempt are kept. */
export async function createIndex(
  cluster: Cluster,
  metadata: IndexMetadata,
  names: IndexNames,
  settings: IndexSettings,
): Promise<void> {
  const make = async (name: string, body: object) => {
    const { status, body: answer } = await cluster.send(
      { method: 'PUT', path: `/${name}?wait_for_active_shards=1&timeout=10s`, body: JSON.stringify(body) },
      { allow: [400] },
    )
    const { error } = answer as { error?: { type: string; reason: string } }
    if (status === 400 && error?.type !== 'resource_already_exists_exception') {
      throw new TypeError(`The index "${name}" could not be created: ${error?.reason}`)
    }
  }
  await make(names.words, wordIndex(metadata, settings))
  await make(names.documents, documentIndex(metadata, names, settings))
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
