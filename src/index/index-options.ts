/** The options of a new index, and the memory budget before added documents are packed or written to disk. */
import type { OptionNames } from '../check-options.ts'
import { InvalidOptionError } from '../errors.ts'
import type { Language } from '../language/language.ts'
import type { LanguagesByTag } from '../language/multilingual.ts'
import type { Editorial } from '../schema/editorial.ts'
import { SCHEMA_OPTIONS } from '../schema/schema.ts'
import type { FieldsOf, SchemaOptions, StoredNames } from '../schema/schema-types.ts'

/** The options of `new SearchIndex()`. */
export type SearchIndexOptions<
  T,
  Stored extends StoredNames<T> = undefined,
  Fields extends FieldsOf<T> = FieldsOf<T>,
> = SchemaOptions<T, Stored, Fields> & WritingOptions

/** How a new index reads texts and keeps what is added. */
export interface WritingOptions {
  /**
   * How texts and queries are read: a language, or several by the tags of their documents (`{ en: english(), fr: french() }`), of which `multilingual()` can say
   * more. Default: `french()`.
   */
  language?: Language | LanguagesByTag | undefined
  /**
   * How many bytes what was added may take in memory before it is packed: about a quarter of the text is left then, and stored fields shrink as much.
   * Default: 64 MB (2²⁶); the least is one (2²⁰).
   */
  memoryBudget?: number | undefined
  /** What editors decide: documents that come first for a query, and documents that no search shows. The file keeps it. Default: nothing. */
  editorial?: Editorial | undefined
  /**
   * Whether the index keeps where in the texts stop words (`de`, `la`) stand. Default: `true`.
   *
   * `false` makes the file about a fifth smaller. In a phrase any word may then stand in the place of a stop word, as long as the field has the stop word somewhere:
   * `"chef de service"` also finds « chef du service » in a text that says « de » elsewhere. Nothing else changes but the order of hits of queries that are nothing but stop words.
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
  throw new InvalidOptionError('memoryBudget', budget, `a number of bytes from ${LEAST_BUDGET} (one megabyte)`)
}
