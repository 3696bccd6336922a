/** The options of a search, checked before anything is read. */
import { checkBoost, checkOptions, checkWhole, type OptionNames, unknownName } from '../check-options.ts'
import type { FilterNode } from '../columns/filter-node.ts'
import { InvalidOptionError } from '../errors.ts'
import type { Synonyms } from '../language/language.ts'
import type { DocumentId } from '../schema/document.ts'
import type { CheckedFacet, Facets } from '../schema/facets.ts'
import type { Filter } from '../schema/filter.ts'
import type { CheckedGroup, Group } from '../schema/group.ts'
import type { Schema } from '../schema/schema.ts'
import type { ColumnName, FieldsOf, StoredDocument, TextName } from '../schema/schema-types.ts'
import type { CheckedSortField, Sort } from '../schema/sort.ts'
import type { ValueReader } from '../text/value-reader.ts'
import type { CheckedRecency, Recency } from './recency.ts'

/**
 * How many words of the query a document must contain. Stop words do not count.
 *
 * - `'any'`: one of them.
 * - `'all'`: every one.
 * - a whole number from 1, such as `2`: so many, or all words of a shorter query.
 * - a percentage, such as `'75%'`: that share, rounded up, and at least one.
 *
 * @example
 * index.search('trêve à Tripoli', { match: '75%' })
 */
export type Match = 'any' | 'all' | number | `${number}%`

/**
 * The options of `search()`. None of them is needed.
 *
 * `T` is the type of the documents, `Stored` the names of the stored fields, `Fields` the schema. If the compiler does not know `Stored` or `Fields`, it allows
 * every field of `T` that could have the right type, and the search checks the names when it runs.
 *
 * @example
 * const options: SearchOptions<Article> = {
 *   limit: 20,
 *   match: 'all',
 *   filter: { section: ['monde', 'culture'], published: { gte: '2019-11' } },
 *   facets: { section: { limit: 5, ignoreOwnFilter: true } },
 *   sort: { field: 'published', order: 'desc' },
 *   highlight: { fields: ['title'], snippet: 200 },
 * }
 */
export type SearchOptions<T, Stored = undefined, Fields = FieldsOf<T>> = NamedSearchOptions<
  TextName<Fields>,
  ColumnName<Fields>,
  undefined extends Stored ? TextName<Fields> : TextName<Fields> & Stored,
  Filter<T, Fields>,
  StoredDocument<T>
>

/**
 * The options of `search()` without the cursor `after`, whose type depends on the others. `Capture` adds it. You need this type only to declare a method like `search()`.
 *
 * @example
 * function firstPage(query: string, options: FirstPageOptions<Article, 'title' | 'body'>) {
 *   return index.search(query, { limit: 20, ...options })
 * }
 */
export type FirstPageOptions<T, Stored = undefined, Fields = FieldsOf<T>> = NamedFirstPageOptions<
  TextName<Fields>,
  ColumnName<Fields>,
  undefined extends Stored ? TextName<Fields> : TextName<Fields> & Stored,
  Filter<T, Fields>,
  StoredDocument<T>
>

/** The options of `search()`, by the names of the text fields, the columns and the stored text fields, and by the types of filters and stored documents. */
export interface NamedSearchOptions<Text extends string, Column extends string, StoredText, Filter, Document>
  extends NamedFirstPageOptions<Text, Column, StoredText, Filter, Document> {
  /**
   * The cursor (`next`) of the previous page. Replaces `offset`. The query and the other options must be the same, except `limit`, `countUpTo`, `highlight`,
   * `facets` and `explain`. Throws `InvalidOptionError` if they differ, and `StaleCursorError` if the index changed. Default: the first page.
   */
  after?: string | undefined
}

/** The options of `search()` without the cursor, by the names of the text fields, the columns and the stored text fields, and by the types of filters and stored documents. */
export interface NamedFirstPageOptions<Text extends string, Column extends string, StoredText, Filter, Document>
  extends NamedSimilarOptions<Text> {
  /**
   * How many words of the query a document must contain: `'any'`, `'all'`, a number, or a percentage such as `'75%'`. Stop words do not count. `'any'` finds
   * most, with documents that contain more of the words first; choose `'all'` or a percentage if visitors count results, or if few exact ones are better than
   * many. Default: `'any'`.
   */
  match?: Match | undefined
  /** Whether the last word may be unfinished: `négoci` finds `négociations`. `true` for results that appear while the visitor types. Default: `false`. */
  prefix?: boolean | undefined
  /**
   * Typo tolerance for words found neither in the index nor in the language's word list. `'auto'` allows one edit in words of 4 to 7 letters, two from 8
   * (a swap is one edit), and none in numbers; words of the language are never corrected (`cœur` is not `cour`). `false` takes all words as they are: for codes,
   * part numbers and other texts where a near word is a wrong one. Without the word list (see `french({ wordList })`) nothing is corrected. The corrected query is
   * in `correction`. Default: `'auto'`.
   */
  fuzzy?: 'auto' | false | undefined
  /**
   * Whether a word that neither the language's word list nor a document has may be read as two (`lecole` as `l’école`, `congépayé` as `congé payé`). What it was
   * read as is in `correction`. Default: `true`.
   */
  split?: boolean | undefined
  /**
   * Find only documents whose columns meet these conditions: `{ section: ['monde', 'europe'], published: { gte: '2019-11' } }`. The fields need a `type` in the
   * schema. With a filter, an empty query finds every document that the filter admits, in order of insertion. Default: all documents.
   */
  filter?: Filter | undefined
  /**
   * Count the values that the matching documents have in these columns: `['section']`, or `{ section: { limit: 10, ignoreOwnFilter: true } }`. Numbers and dates
   * are counted by `ranges`. The counts are exact and in `facets` of the results, most frequent values first, equal ones in alphabetical order. Default: none.
   */
  facets?: Facets<Column> | undefined
  /**
   * Sort hits by a column, or by several in order of importance, `'score'` among them: `{ field: 'published', order: 'desc' }`. Of several keywords of a
   * document the first counts. Documents without a value come last; equal ones stay in order of insertion. Scores do not include proximity then. To prefer recent
   * documents without losing the order by score, use `recency`. Default: by score.
   */
  sort?: Sort<Column> | undefined
  /**
   * Return one hit, the best, for all documents that have the same value of a keyword field: `{ field: 'page', limit: 3 }` for the sections of a page. Each hit
   * has up to `limit` others in `grouped`. `limit` and `offset` of the search count groups; `total` and facets count documents. Default: each document is a hit.
   */
  group?: Group<Column> | undefined
  /** Prefer recent documents, by a date field: with `{ field: 'published', halfLife: 30 }`, 30 days halve what recency adds. Default: age does not count. */
  recency?: Recency<Column> | undefined
  /**
   * A function that is called for each matching document and returns a factor for its score, 0 or more: `({ document }) => (document.section === 'monde' ? 1.5 : 1)`.
   * Reading `document`, its stored fields, costs much more than reading `id`; `filter`, `sort` and `recency` cost less than either. Default: none.
   */
  boostDocument?: BoostDocument<Document> | undefined
  /**
   * The tag of the language to search in, for an index with several: `'fr'` reads the query in French and finds only French documents. Default: the query is read
   * in every language of the index.
   */
  language?: string | undefined
  /**
   * More words for AND and OR, for a visitor whose language is not one of the index: `{ and: ['ET'], or: ['OU'] }` on a French page over English texts. `AND`, `OR`
   * and the operators of the index are always read. Default: none.
   */
  operators?: UserOperators | undefined
  /**
   * Synonyms for this query, in addition to those of the language: groups of words that mean the same (`[['voiture', 'automobile']]`), or pairs that hold in one
   * direction (`[{ from: 'fruit', to: ['pomme', 'poire'] }]`). Default: none.
   */
  synonyms?: Synonyms | undefined
  /** Give each hit `highlights`: its stored texts, or the best part of them, with the ranges to mark. `{ fields: ['title', 'body'] }`. Default: none. */
  highlight?: HighlightFields<StoredText> | undefined
  /** Give each hit an `explanation` of its score, word by word. For tuning and debugging: it takes time. Default: `false`. */
  explain?: boolean | undefined
}

/**
 * Words for AND and OR, exactly as they must be typed: capitals count.
 *
 * @example
 * index.search('paix ET Libye', { operators: { and: ['ET'], or: ['OU'] } })
 */
export interface UserOperators {
  /** Words for AND, such as `['ET']`. Default: none. */
  and?: readonly string[] | undefined
  /** Words for OR, such as `['OU']`. Default: none. */
  or?: readonly string[] | undefined
}

/**
 * A function that returns a factor for the score of a document: 0 or more, 1 to leave it as it is. `Document` is the type of the stored fields.
 *
 * @example
 * const boostDocument: BoostDocument<{ views?: number }> = ({ document }) => 1 + Math.log10(1 + (document.views ?? 0))
 */
export type BoostDocument<Document = Record<string, unknown>> = (boosted: {
  readonly id: DocumentId
  readonly document: Document
}) => number

/**
 * Which fields of a hit to highlight, and how much of them to return.
 *
 * @example
 * index.search('trêve', { highlight: { fields: ['title', 'body'], snippet: 200 } })
 */
export interface HighlightFields<Name> {
  /** The fields: text fields that are also in `storeFields`. */
  fields: readonly Name[]
  /**
   * The longest text to return, in characters (40 to 10,000). Of a longer text it is the part that answers the query best. `false` returns whole texts. Default:
   * `160`.
   */
  snippet?: number | false | undefined
}

/**
 * The options of `similar()`. `T` is the type of the documents, `Fields` the schema.
 *
 * @example
 * const options: SimilarOptions<Article> = { limit: 3, fields: ['title'] }
 */
export type SimilarOptions<T, Fields = FieldsOf<T>> = NamedSimilarOptions<TextName<Fields>>

/** The options that `search()` and `similar()` have in common, by the names of the text fields. */
export interface NamedSimilarOptions<Text extends string> {
  /** How many hits to return, 0 to 10,000. Default: `10`. */
  limit?: number | undefined
  /** How many hits to skip, 0 to 1,000,000. For deep pages, the cursor `after` is safer: it notices if the index changed. Default: `0`. */
  offset?: number | undefined
  /**
   * Up to how many matching documents are counted exactly, 1 to `Infinity`. If more match, `total` is this number, `totalIsLowerBound` is `true`, and documents
   * that cannot be among the best are skipped, which takes three fifths of the time at 300,000 documents. `Infinity` for an exact `total`. With `facets`, `sort`,
   * `recency` or `boostDocument` all are counted anyway. Default: `10_000`.
   */
  countUpTo?: number | undefined
  /** The text fields to search in. Default: all of them. */
  fields?: readonly Text[] | undefined
  /** Factors for occurrences in a field, above 0, in place of those of the schema: `{ title: 3 }`. Default: those of the schema. */
  boost?: { readonly [Name in Text]?: number } | undefined
}

export const SIMILAR_OPTIONS: OptionNames<SimilarOptions<object>> = {
  limit: 1,
  offset: 1,
  fields: 1,
  boost: 1,
  countUpTo: 1,
}

export const SEARCH_OPTIONS: OptionNames<SearchOptions<object>> = {
  ...SIMILAR_OPTIONS,
  after: 1,
  match: 1,
  prefix: 1,
  fuzzy: 1,
  split: 1,
  filter: 1,
  facets: 1,
  group: 1,
  sort: 1,
  recency: 1,
  boostDocument: 1,
  language: 1,
  operators: 1,
  synonyms: 1,
  highlight: 1,
  explain: 1,
}
/** The default for `countUpTo`. */
export const COUNT_UP_TO = 10_000
const MAX_LIMIT = 10_000
const MAX_OFFSET = 1_000_000

/** Checks the options of features. */
export interface FeatureChecks {
  columns(): {
    checkFilter(filter: unknown, schema: Schema, values?: ValueReader): FilterNode
    checkFacets(facets: unknown, schema: Schema, values?: ValueReader): readonly CheckedFacet[]
    checkSort(sort: unknown, schema: Schema): readonly CheckedSortField[] | undefined
    checkGroup(group: unknown, schema: Schema): CheckedGroup
    checkRecency(recency: unknown, schema: Schema): CheckedRecency
  }
  highlights(): { checkHighlight(highlight: unknown, schema: Schema): CheckedSearchOptions['highlight'] }
}

/** Checked options. */
export interface CheckedSearchOptions {
  limit: number
  offset: number
  countUpTo: number
  required: (terms: number) => number
  fields: readonly { index: number; name: string; boost: number; title: boolean }[]
  widening: { prefix: boolean; fuzzy: boolean }
  split: boolean
  filter: FilterNode | undefined
  facets: readonly CheckedFacet[] | undefined
  sort: readonly CheckedSortField[] | undefined
  group: CheckedGroup | undefined
  recency: CheckedRecency | undefined
  highlight: { fields: readonly string[]; snippet: number | false } | undefined
  explain: boolean
}

/**
 * `checks` check the options of features, which need not be loaded otherwise. `values` parses dates in the language.
 *
 * @throws InvalidOptionError
 */
export function checkSearchOptions(
  given: object,
  schema: Schema,
  checks: FeatureChecks,
  names: object = SEARCH_OPTIONS,
  values?: ValueReader,
): CheckedSearchOptions {
  checkOptions(given, names)
  const options: SearchOptions<Record<string, unknown>> = given
  const { boostDocument } = options
  if (boostDocument !== undefined && typeof boostDocument !== 'function') {
    throw new InvalidOptionError('boostDocument', boostDocument, 'a function that returns the factor of a document')
  }
  return {
    limit: checkWhole('limit', options.limit ?? 10, 0, MAX_LIMIT),
    offset: checkOffset(options),
    countUpTo: checkCountUpTo(options.countUpTo ?? COUNT_UP_TO),
    required: requiredTerms(options.match ?? 'any'),
    fields: searchedFields(options.fields, options.boost ?? {}, schema),
    widening: checkWidening(options.prefix ?? false, options.fuzzy ?? 'auto'),
    split: checkSwitch('split', options.split ?? true),
    filter: options.filter === undefined ? undefined : checks.columns().checkFilter(options.filter, schema, values),
    facets: options.facets === undefined ? undefined : checks.columns().checkFacets(options.facets, schema, values),
    sort: options.sort === undefined ? undefined : checks.columns().checkSort(options.sort, schema),
    group: options.group === undefined ? undefined : checks.columns().checkGroup(options.group, schema),
    recency: options.recency === undefined ? undefined : checks.columns().checkRecency(options.recency, schema),
    highlight:
      options.highlight === undefined ? undefined : checks.highlights().checkHighlight(options.highlight, schema),
    explain: checkSwitch('explain', options.explain ?? false),
  }
}

function checkOffset({ offset = 0, after }: { offset?: unknown; after?: unknown }): number {
  if (after === undefined || offset === 0) return checkWhole('offset', offset, 0, MAX_OFFSET)
  throw new InvalidOptionError('offset', offset, '0 if "after" is set')
}

function checkCountUpTo(value: unknown): number {
  if (typeof value === 'number' && value >= 1 && (Number.isSafeInteger(value) || value === Number.POSITIVE_INFINITY)) {
    return value
  }
  throw new InvalidOptionError('countUpTo', value, 'a whole number of at least 1, or Infinity')
}

function requiredTerms(match: unknown): (terms: number) => number {
  if (match === 'any') return () => 1
  if (match === 'all') return terms => terms
  if (typeof match === 'number' && Number.isInteger(match) && match >= 1) return terms => Math.min(match, terms)
  const percent = typeof match === 'string' ? /^(\d{1,3}(?:\.\d+)?)\s*%$/.exec(match) : null
  if (percent !== null && Number(percent[1]) <= 100) {
    return terms => Math.max(1, Math.ceil((terms * Number(percent[1])) / 100))
  }
  throw new InvalidOptionError(
    'match',
    match,
    "'any', 'all', a whole number of at least 1, or a percentage such as '75%'",
  )
}

function checkWidening(prefix: unknown, fuzzy: unknown): { prefix: boolean; fuzzy: boolean } {
  if (fuzzy !== 'auto' && fuzzy !== false) throw new InvalidOptionError('fuzzy', fuzzy, "'auto' or false")
  return { prefix: checkSwitch('prefix', prefix), fuzzy: fuzzy === 'auto' }
}

function checkSwitch(option: string, value: unknown): boolean {
  if (typeof value === 'boolean') return value
  throw new InvalidOptionError(option, value, 'true or false')
}

function searchedFields(names: unknown, boosts: object, schema: Schema): CheckedSearchOptions['fields'] {
  const known = schema.fields.map(field => field.name)
  const wanted = names ?? known
  if (!Array.isArray(wanted) || wanted.length === 0) {
    throw new InvalidOptionError('fields', names, `an array of one or more of: ${known.join(', ')}`)
  }
  for (const name of [...wanted, ...Object.keys(boosts)]) {
    if (!known.includes(name)) throw unknownName(wanted.includes(name) ? 'fields' : 'boost', name, known)
  }
  const boostOf = new Map(Object.entries(boosts))
  for (const [name, boost] of boostOf) checkBoost(`boost.${name}`, boost)
  return schema.fields.flatMap((field, index) =>
    wanted.includes(field.name) ? [{ ...field, index, boost: boostOf.get(field.name) ?? field.boost }] : [],
  )
}
