/** Translates MiniSearch's search options to those of Trouvaille, or says what to write instead. */
import type { OptionNames } from '../check-options.ts'
import { InvalidOptionError, type Match } from '../index.ts'
import {
  type Advice,
  type CombineWith,
  checkCombineWith,
  checkMiniSearchOptions,
  refusal,
} from './minisearch-options.ts'

/**
 * The search options of MiniSearch that have an equivalent. None of them is needed.
 *
 * @example
 * fromMiniSearchOptions({ combineWith: 'AND', fuzzy: 0.2 })
 */
export interface MiniSearchOptions<Name extends string = string> {
  /** The fields to search in. Default: all of them. */
  fields?: readonly Name[] | undefined
  /** The factor of each field. Default: those of the index. */
  boost?: { readonly [Field in Name]?: number } | undefined
  /** `'AND'` becomes `match: 'all'`, `'OR'` becomes `match: 'any'`. Default: `'OR'`. */
  combineWith?: CombineWith | undefined
  /** Whether the last word may be unfinished. MiniSearch completes every word. Default: `false`. */
  prefix?: boolean | undefined
  /** `true` or a number above 0 becomes `'auto'`; `false` or 0 becomes `false`. Default: `'auto'`, which is Trouvaille's. */
  fuzzy?: boolean | number | undefined
}

/** What `fromMiniSearchOptions()` returns: options for `search()` of `SearchIndex`. */
export interface TranslatedOptions<Name extends string = string> {
  /** The fields to search in. */
  fields?: readonly Name[]
  /** The factor of each field. */
  boost?: { readonly [Field in Name]?: number }
  /** How many words of the query a document must contain. */
  match?: Match
  /** Whether the last word may be unfinished. */
  prefix?: boolean
  /** Typo tolerance. */
  fuzzy?: 'auto' | false
}

const TRANSLATED_OPTIONS: OptionNames<MiniSearchOptions> = { fields: 1, boost: 1, combineWith: 1, prefix: 1, fuzzy: 1 }

const ADVICE: Advice = {
  filter:
    "Filters are values, not functions. Declare the field as a column, such as section: { type: 'keyword' }, and write filter: { section: 'monde' }.",
  boostTerm: 'Words have no weights of their own. Write boost for fields, or boostDocument for documents.',
  boostDocument:
    'Pass it to search() as boostDocument: ({ id, document }) => factor, which is called once for each document.',
  weights: 'Leave it out. What completions and corrections count is fixed and measured.',
  maxFuzzy: "Leave it out. fuzzy: 'auto' allows one edit in words of 4 to 7 letters, and two from 8.",
  bm25: 'Leave it out. The parameters are fixed and measured.',
  tokenize: "Leave it out. The index's language splits texts and queries into words.",
  processTerm:
    "Leave it out. The index's language decides which words match. french({ stopWords, exceptions }) changes that.",
}

/**
 * Translates search options of MiniSearch into options of `search()` of `SearchIndex`. Options that are absent have the defaults of Trouvaille.
 *
 * @throws InvalidOptionError if an option has no equivalent, such as a `filter` function; the message says what to write instead
 * @example
 * index.search('chevaux', fromMiniSearchOptions({ combineWith: 'AND', fuzzy: 0.2, prefix: true, boost: { title: 2 } }))
 */
export function fromMiniSearchOptions<const Name extends string = string>(
  options: MiniSearchOptions<Name>,
): TranslatedOptions<Name> {
  checkMiniSearchOptions(options, TRANSLATED_OPTIONS, ADVICE)
  const { fields, boost, combineWith, prefix, fuzzy } = options
  const translated: TranslatedOptions<Name> = {}
  if (fields !== undefined) translated.fields = fields
  if (boost !== undefined) translated.boost = boost
  if (combineWith !== undefined) {
    const exclusion = 'Write the exclusion into the query: "trêve -Tripoli".'
    translated.match = checkCombineWith('combineWith', combineWith, exclusion) === 'AND' ? 'all' : 'any'
  }
  if (prefix !== undefined) translated.prefix = translatedPrefix(prefix)
  if (fuzzy !== undefined) translated.fuzzy = translatedFuzzy(fuzzy)
  return translated
}

function translatedPrefix(prefix: unknown): boolean {
  if (typeof prefix === 'function')
    throw refusal('prefix', prefix, 'Write prefix: true, which completes the last word only.')
  if (typeof prefix !== 'boolean') throw new InvalidOptionError('prefix', prefix, 'true or false')
  return prefix
}

function translatedFuzzy(fuzzy: unknown): 'auto' | false {
  if (typeof fuzzy === 'function') {
    throw refusal('fuzzy', fuzzy, "Write fuzzy: 'auto', which allows more edits in longer words and none in numbers.")
  }
  if (typeof fuzzy === 'boolean' || (typeof fuzzy === 'number' && fuzzy >= 0)) return fuzzy ? 'auto' : false
  throw new InvalidOptionError('fuzzy', fuzzy, 'true, false, or a number of 0 or more')
}
