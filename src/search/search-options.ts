/** The options of a search, checked before anything is read. */
import {
  checkBoost,
  checkOptions,
  checkWhole,
  excludedOption,
  type OptionNames,
  unknownName,
} from '../check-options.ts'
import type { FilterNode } from '../columns/filter-node.ts'
import { InvalidOptionError } from '../errors.ts'
import { checkOperators } from '../language/define-language.ts'
import type { Language, Synonyms } from '../language/language.ts'
import type { DocumentId } from '../schema/document.ts'
import type { CheckedFacet, Facets } from '../schema/facets.ts'
import type { Filter } from '../schema/filter.ts'
import type { CheckedGroup, Group } from '../schema/group.ts'
import type { Schema } from '../schema/schema.ts'
import type { ColumnName, FieldsOf, StoredDocument, TextName } from '../schema/schema-types.ts'
import type { CheckedSortField, Sort } from '../schema/sort.ts'
import type { ValueReader } from '../text/value-reader.ts'
import type { CheckedRecency, Recency } from './recency.ts'

/** How many words of the question a document must hold: any of them, all, a number, or a share of them such as `'75%'`. */
export type Match = 'any' | 'all' | number | `${number}%`

/**
 * The options of a search over documents of type `T` with the schema `Fields`, of which the fields `Stored` are stored. If `Fields` or `Stored` is not
 * known, any field of `T` is allowed that could be of the right type, and the index checks it when it runs.
 */
export type SearchOptions<T, Stored = undefined, Fields = FieldsOf<T>> = NamedSearchOptions<
  TextName<Fields>,
  ColumnName<Fields>,
  undefined extends Stored ? TextName<Fields> : TextName<Fields> & Stored,
  Filter<T, Fields>,
  StoredDocument<T>
>

/** The same by the names of fields: those of text, columns, and text that is stored; and by what documents are filtered and boosted by. */
export interface NamedSearchOptions<Text extends string, Column extends string, StoredText, Filter, Document>
  extends NamedSimilarOptions<Text> {
  /** The `next` of the page before, in place of `offset`: the same query and options go on where that ended. Default: the first page. */
  after?: string | undefined
  /** How many words of the query a document must hold. Stop words don't count. Default: `'any'`. */
  match?: Match | undefined
  /** Whether the last word may be unfinished, as while typing: `négoci` finds `négociations`. Default: false. */
  prefix?: boolean | undefined
  /**
   * Typo tolerance for words found neither in the index nor in the language's word list. `'auto'` allows one edit in words of 4 to 7 letters, two from 8
   * (a swap is one edit), and none in numbers; words of the language are never corrected (`cœur` is not `cour`). `false` takes all words as they are.
   * Without the word list (see `french({ wordList })`) nothing is corrected. Default: `'auto'`.
   */
  fuzzy?: 'auto' | false | undefined
  /**
   * Whether words that were typed in one piece are read as two (`lecole` as `l’école`, `congépayé` as `congé payé`), if neither the language's word list
   * nor a document has them. Reported in `correction`. Default: `true`.
   */
  split?: boolean | undefined
  /**
   * Only documents whose columns are like this: `{ section: ['monde', 'europe'], published: { gte: '2019-11' } }`. With a filter, an empty query gives
   * all that are, in order of insertion. Default: all documents.
   */
  filter?: Filter | undefined
  /**
   * Count which values of fields the matching documents hold: `['section']`, or `{ section: { limit: 10, ignoreOwnFilter: true } }`; numbers and dates
   * by `ranges`. Most first, then in French order; exact. Default: none.
   */
  facets?: Facets<Column> | undefined
  /**
   * Sort hits by fields, or by `'score'` among them: `{ field: 'published', order: 'desc' }`, or several. Of several keywords the first counts; documents
   * without a value come last; what is equal stays in order of insertion. Scores leave out closeness then. Default: by score.
   */
  sort?: Sort<Column> | undefined
  /**
   * One hit for all documents with the same value of a keyword field, the best of them: `{ field: 'page', limit: 3 }` for sections of a page. Each hit has up
   * to `limit` others in `grouped`; `limit` and `offset` of the search count groups, `total` and facets count documents. Default: each document is a hit.
   */
  group?: Group<Column> | undefined
  /** Prefer younger documents by a date field: `{ field: 'published', halfLife: 30 }` (days). Default: no. */
  recency?: Recency<Column> | undefined
  /**
   * Multiplies the score of each document that matches by what it returns (0 or more). Reading `document`, its stored fields, costs much more than
   * reading `id`; a `filter`, `sort` or `recency` costs less than either. Default: no.
   */
  boostDocument?: BoostDocument<Document> | undefined
  /**
   * The tag of the language to search in, of an index with several: `'fr'` reads the query in French and finds French documents alone. Default: the query is read
   * in every language of the index.
   */
  language?: string | undefined
  /**
   * The operators of the person who searches, if they are not those of the index's languages: `{ and: ['ET'], or: ['OU'] }` for someone who reads French. They are read
   * in addition to `AND`, `OR` and those of the index. Default: none.
   */
  operators?: UserOperators | undefined
  /** Synonyms for this query, beside those of the language: groups, or one-way pairs. Default: none. */
  synonyms?: Synonyms | undefined
  /** Give each hit `highlights`: its stored texts with the places that answer the query. Default: none. */
  highlight?: HighlightFields<StoredText> | undefined
  /** Give each hit an `explanation`: its score taken apart. Default: false. */
  explain?: boolean | undefined
}

/** Words for AND and OR, as they must be typed. */
export interface UserOperators {
  and?: readonly string[] | undefined
  or?: readonly string[] | undefined
}

/** Returns the factor of a document with the stored fields `Document`. */
export type BoostDocument<Document = Record<string, unknown>> = (boosted: {
  readonly id: DocumentId
  readonly document: Document
}) => number

/** Which fields of a hit to highlight. */
export interface HighlightFields<Name> {
  /** Text fields that are stored. */
  fields: readonly Name[]
  /** Give the best window of so many characters (40 to 10,000) of longer texts; `false` for whole texts. Default: 160. */
  snippet?: number | false | undefined
}

/** The options of `similar()` over documents of type `T` with the schema `Fields`. */
export type SimilarOptions<T, Fields = FieldsOf<T>> = NamedSimilarOptions<TextName<Fields>>

/** The same by the names of text fields: the options that `search()` and `similar()` have in common. */
export interface NamedSimilarOptions<Text extends string> {
  /** How many hits to give, 0 to 10,000. Default: 10. */
  limit?: number | undefined
  /** How many hits to pass over first. Default: 0. */
  offset?: number | undefined
  /**
   * How far to count the documents that match, 1 to `Infinity`. Once more do, `total` is this number and `totalIsLowerBound` true, and documents that come
   * nowhere near the best are passed over: that takes three fifths of the time at 300,000 documents. With `facets`, `sort`, `recency` or `boostDocument` all are
   * counted anyway. Default: 10,000.
   */
  countUpTo?: number | undefined
  /** The fields to search in. Default: all. */
  fields?: readonly Text[] | undefined
  /** Factors that take the place of the schema's for this search. */
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

/** What `suggest()` takes. */
export interface SuggestOptions {
  /** How many suggestions to give, 0 to 100. Default: 8. */
  limit?: number | undefined
  /** The tag of the language to suggest words of, of an index with several. Default: all. */
  language?: string | undefined
}

export const SUGGEST_OPTIONS: OptionNames<SuggestOptions> = { limit: 1, language: 1 }
const MAX_SUGGESTIONS = 100

/** @throws InvalidOptionError */
export function checkSuggestOptions(options: SuggestOptions): { limit: number } {
  checkOptions(options, SUGGEST_OPTIONS)
  return { limit: checkWhole('limit', options.limit ?? 8, 0, MAX_SUGGESTIONS) }
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

/** The language that a query is read in: the requested one of the index, with the synonyms of the query. @throws InvalidOptionError */
export function languageWith(
  { language: tag, operators, synonyms }: { language?: unknown; operators?: unknown; synonyms?: Synonyms | undefined },
  ofIndex: Language,
): Language {
  const asked = tag === undefined ? ofIndex : onlyLanguage(tag, ofIndex)
  const language = operators === undefined ? asked : withOperators(operators, asked)
  if (synonyms === undefined) return language
  if (language.withSynonyms !== undefined) return language.withSynonyms(synonyms)
  throw excludedOption('synonyms', synonyms, `the language "${language.definition.name}" does not support synonyms`)
}

/** The language of an index with a tag. */
function onlyLanguage(tag: unknown, { several }: Language): Language {
  const language = typeof tag === 'string' ? several?.only(tag) : undefined
  if (language !== undefined) return language
  if (several === undefined) throw excludedOption('language', tag, 'the index has only one language')
  throw new InvalidOptionError('language', tag, `one of: ${several.tags.join(', ')}`)
}

const OPERATOR_OPTIONS: OptionNames<UserOperators> = { and: 1, or: 1 }

/** By language, the same with more operators. Caching it with the language keeps what the language caches. */
const withMore = new WeakMap<Language, Map<string, Language>>()

function withOperators(given: unknown, language: Language): Language {
  checkOptions(given, OPERATOR_OPTIONS, 'operators', "an object such as { and: ['ET'], or: ['OU'] }")
  const { and = [], or = [] }: UserOperators = given
  const { operators } = language
  const isKnown = and.every(word => operators.and.includes(word)) && or.every(word => operators.or.includes(word))
  if (isKnown) return language
  const more = checkOperators({ ...operators, and: [...operators.and, ...and], or: [...operators.or, ...or] })
  const key = JSON.stringify([and, or])
  const known = withMore.get(language) ?? new Map<string, Language>()
  withMore.set(language, known)
  // Not a copy, because getters of a language may be expensive.
  const extended = known.get(key) ?? (Object.create(language, { operators: { value: more } }) as Language)
  known.set(key, extended)
  return extended
}
