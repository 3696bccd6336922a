/** The options of an index on a cluster, checked before any request. */
import { checkOptions, checkWhole, type OptionNames } from '../check-options.ts'
import { InvalidOptionError } from '../errors.ts'
import { chooseLanguage } from '../language/choose-language.ts'
import { LANGUAGE_OPTIONS, type LanguageOptions } from '../language/definition.ts'
import type { Language } from '../language/language.ts'
import type { LanguagesByTag } from '../language/multilingual.ts'
import { SCHEMA_OPTIONS } from '../schema/schema.ts'
import type { FieldName, FieldsOf, StoredNames } from '../schema/schema-types.ts'
import { FETCH_TRANSPORT_OPTIONS, FetchTransport, type FetchTransportOptions } from './fetch-transport.ts'
import type { IndexSettings } from './mapping.ts'
import { type ClusterTransport, checkTransport, type OpenSearchClient } from './transport.ts'

/** Where the cluster is, and how it is reached. */
export interface ClusterConnection extends FetchTransportOptions {
  /** The address of a node, or of several, such as `http://127.0.0.1:9200`. Either this or `transport` is needed. */
  nodes?: string | readonly string[] | undefined
  /** What sends requests instead of `fetch`: a `Client` of `@opensearch-project/opensearch`, or an object with a method `request`. Default: `fetch`, to `nodes`. */
  transport?: ClusterTransport | OpenSearchClient | undefined
  /**
   * For how long the counts of documents and words are kept, in milliseconds. A query whose words were counted within this time needs one request. Scores may be
   * computed with counts that are this old; which documents match is always up to date. Default: `60_000`.
   */
  statisticsAge?: number | undefined
}

/**
 * The options of `openCluster()`. `name` is needed, and one of `nodes` and `transport`.
 *
 * @example
 * await openCluster<Article>({ nodes: 'http://127.0.0.1:9200', name: 'articles' })
 */
export interface ClusterOptions<T, Stored extends StoredNames<T> = undefined, Fields extends FieldsOf<T> = FieldsOf<T>>
  extends ClusterConnection,
    Omit<LanguageOptions, 'language'>,
    IndexSettings {
  /** The name of the index: lower-case letters, digits, `-` and `_`. */
  name: string
  /** The fields, as for `new SearchIndex()`. With them, an index that does not exist yet is made. Default: the fields of the index, which must exist. */
  fields?: Fields | undefined
  /** The fields that come back with hits. Default: none. */
  storeFields?: readonly (undefined extends Stored ? FieldName<NoInfer<T>> : Stored)[] | undefined
  /** The field that identifies a document, a string or a number. Default: `id`. */
  idField?: FieldName<NoInfer<T>> | undefined
  /**
   * How texts and queries are read: a language, or several by the tags of their documents (`{ en: english(), fr: french() }`). Default: the language of the
   * index, with everything it was made with; for a new index, `french()`.
   */
  language?: Language | LanguagesByTag | undefined
}

export const CLUSTER_OPTIONS: OptionNames<ClusterOptions<object>> = {
  ...FETCH_TRANSPORT_OPTIONS,
  ...LANGUAGE_OPTIONS,
  ...SCHEMA_OPTIONS,
  nodes: 1,
  transport: 1,
  name: 1,
  shards: 1,
  replicas: 1,
  statisticsAge: 1,
}

export interface CheckedClusterOptions {
  name: string
  /** Undefined if the index says it. */
  language: Language | undefined
  transport: ClusterTransport
  statisticsAge: number
  settings: { shards: number; replicas: number }
}

/** @throws InvalidOptionError */
export function checkClusterOptions(options: ClusterOptions<Record<string, unknown>>): CheckedClusterOptions {
  checkOptions(options, CLUSTER_OPTIONS, '', "an object such as { nodes: 'http://127.0.0.1:9200', name: 'articles' }")
  const {
    name,
    language,
    nodes,
    transport,
    auth,
    headers,
    timeout,
    fetch,
    statisticsAge = 60_000,
    shards = 1,
    replicas = 1,
  } = options
  if (typeof name !== 'string' || !/^[a-z0-9][a-z0-9_-]{0,199}$/.test(name)) {
    throw new InvalidOptionError(
      'name',
      name,
      'lower-case letters, digits, "-" and "_", starting with a letter or a digit',
    )
  }
  if ((nodes === undefined) === (transport === undefined)) {
    throw new InvalidOptionError('nodes', nodes, 'the URL of one or more nodes, unless `transport` is set')
  }
  const list = typeof nodes === 'string' ? [nodes] : (nodes ?? [])
  return {
    name,
    language: language === undefined ? undefined : chooseLanguage(language),
    transport:
      transport === undefined ? new FetchTransport(list, { auth, headers, timeout, fetch }) : checkTransport(transport),
    statisticsAge: checkWhole('statisticsAge', statisticsAge, 0, 86_400_000),
    settings: { shards: checkWhole('shards', shards, 1, 1024), replicas: checkWhole('replicas', replicas, 0, 10) },
  }
}
