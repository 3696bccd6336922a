/** The settings and mappings of the two indexes: documents and their words. */
import type { Schema } from '../schema/schema.ts'
import { K1, TEXT_B, TITLE_B } from '../weights.ts'
import { type IndexMetadata, type IndexNames, pathsOf, writeMetadata } from './index-names.ts'
import { BESIDE, HOLE } from './tokens.ts'

/** The settings of a new index on a cluster. An index that exists keeps its own. */
export interface IndexSettings {
  /** The number of shards, 1 to 1,024. With more than one, several nodes share the work. Default: `1`. */
  shards?: number | undefined
  /** The number of copies of each shard, 0 to 10. A cluster with one node needs `0` to be `green`. Default: `1`. */
  replicas?: number | undefined
}

/** The gap in positions between the texts of a field, as in an index file. */
const TEXT_GAP = 16
/** Longer keyword values are stored, but cannot be found: Lucene allows 32,766 bytes. */
const LONGEST_VALUE = 8191

const MAX_PAGE = 10_000

/** What an index template that matches the name must not change: documents stay as they are sent, and need nothing but an id. */
const OWN_SETTINGS = { default_pipeline: '_none', final_pipeline: '_none' }
const OWN_ROUTING = { required: false }
/** For how long the versions of removed documents are known: longer than late retries of older writes take by default. */
const VERSIONS_KEPT = '10m'

/** No content of a document creates a field: `d` is not indexed, and anything unknown is rejected. */
export function documentIndex(
  metadata: IndexMetadata,
  { root }: IndexNames,
  { shards = 1, replicas = 1 }: IndexSettings,
) {
  const paths = pathsOf(root)
  const name = (path: string) => path.slice(root.length + 1)
  const { fields, columns } = metadata.schema
  const searched = Object.fromEntries([
    [name(paths.tokens), { type: 'keyword', doc_values: false }],
    ...fields.flatMap(({ title }, field): [string, object][] => [
      [
        name(paths.words(field)),
        { type: 'text', analyzer: 'words', similarity: title ? 'titles' : 'texts', position_increment_gap: TEXT_GAP },
      ],
      [
        name(paths.keys(field)),
        { type: 'text', analyzer: 'keys', index_options: 'freqs', similarity: title ? 'titles' : 'texts' },
      ],
      [name(paths.length(field)), { type: 'integer', index: false }],
    ]),
    ...columns.flatMap(({ type }, place): [string, object][] =>
      type === 'keyword'
        ? [
            [name(paths.column(place)), { type: 'keyword', ignore_above: LONGEST_VALUE }],
            [name(paths.folded(place)), { type: 'keyword', doc_values: false, ignore_above: LONGEST_VALUE }],
            [name(paths.sorted(place)), { type: 'keyword', index: false, ignore_above: LONGEST_VALUE }],
            [name(paths.group(place)), { type: 'keyword', ignore_above: LONGEST_VALUE }],
          ]
        : [[name(paths.column(place)), { type: 'double' }]],
    ),
  ])
  return {
    settings: {
      number_of_shards: shards,
      number_of_replicas: replicas,
      gc_deletes: VERSIONS_KEPT,
      ...OWN_SETTINGS,
      analysis: {
        // A word may be long, within `LONGEST_WORD`.
        tokenizer: { spaces: { type: 'whitespace', max_token_length: 100_000 } },
        filter: {
          // The tokens of one position are joined in one string.
          beside: { type: 'pattern_capture', preserve_original: false, patterns: [`([^${BESIDE}]+)`] },
          holes: { type: 'stop', stopwords: [HOLE] },
        },
        analyzer: {
          words: { type: 'custom', tokenizer: 'spaces', filter: ['beside', 'holes'] },
          keys: { type: 'custom', tokenizer: 'spaces' },
        },
      },
      similarity: { titles: similarity(TITLE_B), texts: similarity(TEXT_B) },
    },
    mappings: {
      dynamic: 'strict',
      // The tokens need not be stored, because `rebuild()` reads the documents again.
      _source: { enabled: true, includes: [paths.document] },
      _routing: OWN_ROUTING,
      _meta: { trouvaille: writeMetadata(metadata) },
      properties: {
        [paths.document]: { type: 'object', enabled: false },
        [paths.order]: { type: 'long' },
        [paths.shuffled]: { type: 'integer', index: false },
        [root]: { type: 'object', dynamic: 'strict', properties: searched },
      },
    },
  }
}

/** How an occurrence saturates, as in Trouvaille's formula. OpenSearch's BM25 would multiply it by the rarity in one field of one shard; boosts have that of the index. */
function similarity(b: number) {
  const source = `
double length = doc.length * (double) field.docCount / field.sumTotalTermFreq;
return query.boost * doc.freq / (doc.freq + ${K1} * (1 - ${b} + ${b} * length));`
  return { type: 'scripted', script: { source } }
}

/** Words by class, by folded spelling, and by spelling without hyphens. A word that no document contains any more stays, with count 0. */
export function wordIndex(metadata: IndexMetadata, { wordsToWrite }: IndexNames, { replicas = 1 }: IndexSettings) {
  return {
    aliases: { [wordsToWrite]: {} },
    settings: { number_of_shards: 1, number_of_replicas: replicas, ...OWN_SETTINGS },
    mappings: {
      dynamic: 'strict',
      _source: { enabled: false },
      _routing: OWN_ROUTING,
      _meta: { trouvaille: writeMetadata(metadata) },
      properties: {
        word: { type: 'keyword', index: false },
        key: { type: 'keyword', doc_values: false },
        folded: { type: 'keyword', doc_values: false },
        piece: { type: 'keyword', doc_values: false },
        // How many documents had it when it was first written; decides which of many completions are counted.
        uses: { type: 'integer', index: false },
      },
    },
  }
}

export { LONGEST_VALUE, MAX_PAGE }

/** Whether this index supports everything in a schema. */
export function isSupported({ editorial }: Schema): boolean {
  return editorial === undefined
}
