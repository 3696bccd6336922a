/** The options of a new index, and the memory budget before added documents are packed or written to disk. */
import type { OptionNames } from '../check-options.ts'
import { InvalidOptionError } from '../errors.ts'
import type { Language } from '../language/language.ts'
import type { LanguagesByTag } from '../language/multilingual.ts'
import type { Editorial } from '../schema/editorial.ts'
import { SCHEMA_OPTIONS } from '../schema/schema.ts'
import type { FieldsOf, SchemaOptions, StoredNames } from '../schema/schema-types.ts'

/**
 * The options of `new SearchIndex()` and `SearchIndex.from()`. Only `fields` is needed, and `idField` if documents have no field `id`.
 *
 * - `fields`: the fields to search, as a list of names, or as an object that says more about each. An object can also name the fields to filter, count and
 *   sort by: they have a `type`.
 * - `storeFields`: the fields that come back with hits. Default: none.
 * - `idField`: the field that identifies a document. Default: `id`.
 * - `language`, `memoryBudget`, `editorial`, `stopWordPositions`: see `WritingOptions`.
 *
 * @example
 * const options: SearchIndexOptions<Article> = {
 *   fields: { title: { boost: 3 }, body: {}, section: { type: 'keyword' }, published: { type: 'date' } },
 *   storeFields: ['title', 'published'],
 * }
 */
export type SearchIndexOptions<
  T,
  Stored extends StoredNames<T> = undefined,
  Fields extends FieldsOf<T> = FieldsOf<T>,
> = SchemaOptions<T, Stored, Fields> & WritingOptions

/**
 * The options of a new index that say how texts are read and kept. None of them is needed.
 *
 * @example
 * new SearchIndex<Article>({ fields: ['title', 'body'], stopWordPositions: false })
 */
export interface WritingOptions {
  /**
   * The language of texts and queries: `french()`, `english()`, `unicodeLanguage({ locale: 'it' })` or one of your own. For documents in several languages, an
   * object with a language for each tag: `{ en: english(), fr: french() }`; each document then has its tag in the field `lang` (`multilingual()` can take
   * another field). Default: `french()`.
   */
  language?: Language | LanguagesByTag | undefined
  /**
   * How many bytes added documents may take in memory before they are packed, which leaves about a quarter. Raise it to build faster with more memory, lower
   * it to stay within a small machine. At least 1 MiB (2²⁰). Default: 64 MiB (2²⁶).
   */
  memoryBudget?: number | undefined
  /** Editorial decisions: documents that come first for a query, and documents that no search shows. They are kept in the file. Default: none. */
  editorial?: Editorial | undefined
  /**
   * Whether the index keeps the positions of stop words (`de`, `la`). Default: `true`.
   *
   * `false` makes the file about a fifth smaller. In a phrase, any word may then stand in the place of a stop word, as long as the field has the stop word
   * somewhere: `"chef de service"` also finds « chef du service » in a text that has « de » elsewhere. Queries that consist of stop words alone are ranked
   * differently. Nothing else changes.
   */
  stopWordPositions?: boolean | undefined
}

export const INDEX_OPTIONS: OptionNames<SearchIndexOptions<object>> = {
  ...SCHEMA_OPTIONS,
  language: 1,
  memoryBudget: 1,
  editorial: 1,
  stopWordPositions: 1,
}

const DEFAULT_BUDGET = 64 * 2 ** 20
const LEAST_BUDGET = 2 ** 20

/** The budget in bytes. @throws InvalidOptionError if it is not a number or below one megabyte */
export function checkBudget(budget: unknown = DEFAULT_BUDGET): number {
  if (typeof budget === 'number' && budget >= LEAST_BUDGET) return budget
  throw new InvalidOptionError('memoryBudget', budget, `a number of at least ${LEAST_BUDGET} bytes (1 MiB)`)
}
