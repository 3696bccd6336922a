/** Opens an index on a cluster, or creates it. */
import { InvalidOptionError } from '../errors.ts'
import { haveSameClasses, languageOf } from '../language/definition.ts'
import type { Language } from '../language/language.ts'
import { withLanguageOf } from '../languages/languages-of-file.ts'
import { makeSchema } from '../schema/schema.ts'
import type { FieldsOf, StoredNames } from '../schema/schema-types.ts'
import { Cluster } from './cluster.ts'
import { IndexMismatchError } from './cluster-errors.ts'
import { ClusterIndex } from './cluster-index.ts'
import { FORMAT, type IndexMetadata, namesOf } from './index-names.ts'
import { createIndex, findIndex, pointAlias } from './index-state.ts'
import { type ClusterOptions, checkClusterOptions } from './open-options.ts'

/**
 * Opens an index on an OpenSearch cluster (2.10 or newer). If there is no index of this name and `fields` are given, it is made.
 *
 * @throws InvalidOptionError for wrong options; RequestFailedError if no node answers; ClusterRequestError if the cluster refuses a request; UnsupportedServerError
 *   if it is too old or not OpenSearch; MissingLanguageError if the index names a language of your own; IndexMismatchError if the language puts words into other
 *   classes than the index has
 * @example
 * import { openCluster } from 'trouvaille/opensearch'
 *
 * const index = await openCluster<Article>({
 *   nodes: 'http://127.0.0.1:9200',
 *   name: 'articles',
 *   fields: ['title', 'body'],
 *   storeFields: ['title'],
 * })
 * await index.addAll(articles)
 * const { hits } = await index.search('Haftar Tripoli cessez-le-feu')
 */
export async function openCluster<
  T extends object = Record<string, unknown>,
  const Stored extends StoredNames<T> = undefined,
  const Fields extends FieldsOf<T> = FieldsOf<T>,
>(options: ClusterOptions<T, Stored, Fields>): Promise<ClusterIndex<T, Stored, Fields>> {
  const given = options as unknown as ClusterOptions<Record<string, unknown>>
  const { name, language, transport, statisticsAge, settings } = checkClusterOptions(given)
  const schema = given.fields === undefined ? undefined : makeSchema(given as Parameters<typeof makeSchema>[0])
  const cluster = new Cluster(transport)
  await cluster.checkServer()
  let found = await findIndex(cluster, name)
  if (found === undefined) {
    if (schema === undefined)
      throw new InvalidOptionError('name', name, 'the name of an existing index, or `fields` to create it')
    const { definition } = language ?? (await defaultLanguage(given))
    const metadata: IndexMetadata = { format: FORMAT, schema, language: definition, number: 1 }
    const names = namesOf(name, metadata)
    await createIndex(cluster, metadata, names, settings)
    await pointAlias(cluster, name, names)
    // Another client may have created it first.
    found = (await findIndex(cluster, name)) ?? { metadata, names }
  }
  const { metadata, names } = found
  if (metadata.format !== FORMAT) {
    throw new IndexMismatchError(names.documents, `format ${metadata.format} of another version of Trouvaille`)
  }
  const reading = await withLanguageOf(metadata.language, { ...given, language: undefined })
  const ofIndex = languageOf(metadata.language, reading)
  const languageFor = (metadata: IndexMetadata) =>
    [language, ofIndex].find(reading => reading !== undefined && haveSameClasses(metadata.language, reading))
  return new ClusterIndex<T, Stored, Fields>({
    cluster,
    alias: name,
    metadata,
    names,
    language: languageFor(metadata),
    wanted: { schema: schema ?? metadata.schema, language: language ?? ofIndex },
    languageFor,
    statisticsAge,
    settings,
  })
}

async function defaultLanguage(options: ClusterOptions<Record<string, unknown>>): Promise<Language> {
  const definition = { name: 'french', rules: 0, data: 0 }
  const { languages } = await withLanguageOf(definition, { languages: options.languages })
  const factory = languages?.find(({ languageName }) => languageName === 'french')
  if (factory === undefined) throw new InvalidOptionError('language', options.language, 'a language such as french()')
  return (factory as () => Language)()
}
