/** The options of a new index, and how much of what is added may stay in memory before it is packed or put on disk. */
import type { OptionNames } from '../check-options.ts'
import { InvalidOptionError } from '../errors.ts'
import type { Language } from '../language/language.ts'
import { SCHEMA_OPTIONS, type SchemaOptions } from '../schema/schema.ts'
import type { FieldName, FieldsOf } from '../schema/schema-types.ts'

/** The options of `new SearchIndex()`. */
export interface SearchIndexOptions<
  T,
  Fields extends FieldsOf<T> = FieldsOf<T>,
  Stored extends FieldName<T> = FieldName<T>,
> extends SchemaOptions<T, Fields, Stored> {
  /** How texts and questions are read. Default: `french()`. */
  language?: Language
  /**
   * How many bytes what was added may take in memory before it is packed: about a quarter of the text is left then, and stored fields shrink as much.
   * Default: 64 MB (2²⁶); the least is one (2²⁰).
   */
  memoryBudget?: number
}

export const INDEX_OPTIONS: OptionNames<SearchIndexOptions<object>> = {
  ...SCHEMA_OPTIONS,
  language: 1,
  memoryBudget: 1,
}

const DEFAULT_BUDGET = 64 * 2 ** 20
const LEAST_BUDGET = 2 ** 20

/** The budget in bytes. @throws InvalidOptionError for what is no number or below a megabyte */
export function checkBudget(budget: unknown = DEFAULT_BUDGET): number {
  if (typeof budget === 'number' && budget >= LEAST_BUDGET) return budget
  throw new InvalidOptionError('memoryBudget', budget, `a number of bytes from ${LEAST_BUDGET} (one megabyte)`)
}
