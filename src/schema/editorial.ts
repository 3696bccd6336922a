/** Editorial rules: documents that come first for a query, and documents that are never shown. The index file stores them. */
import { checkOptions, type OptionNames } from '../check-options.ts'
import { InvalidOptionError } from '../errors.ts'

/**
 * Documents that come first for a query.
 *
 * @example
 * const promotion: Promotion = { query: ['aide au logement', 'APL'], ids: ['simulateur'] }
 */
export interface Promotion {
  /** The query, or several queries. A visitor's query is recognised by its words, in any form and order; stop words do not count. */
  query: string | readonly string[]
  /** The ids of the documents that come first for it, in this order. */
  ids: readonly (string | number)[]
}

/**
 * Editorial decisions, for the option `editorial` of a new index.
 *
 * @example
 * const editorial: Editorial = {
 *   promote: [{ query: ['passeport', 'papiers d’identité'], ids: ['demander-un-passeport'] }],
 *   hide: ['page-de-test'],
 * }
 */
export interface Editorial {
  /** Documents that come first for a query. Default: none. */
  promote?: readonly Promotion[] | undefined
  /** The ids of documents that no search shows. They stay in the index. Default: none. */
  hide?: readonly (string | number)[] | undefined
}

/** Checked rules, as stored in a file. */
export interface CheckedEditorial {
  promote: readonly { queries: readonly string[]; ids: readonly (string | number)[] }[]
  hide: readonly (string | number)[]
}

const EDITORIAL_OPTIONS: OptionNames<Editorial> = { promote: 1, hide: 1 }
const PROMOTION_OPTIONS: OptionNames<Promotion> = { query: 1, ids: 1 }

/** @returns undefined if there are no rules @throws InvalidOptionError */
export function checkEditorial(editorial: unknown): CheckedEditorial | undefined {
  if (editorial === undefined) return undefined
  checkOptions(
    editorial,
    EDITORIAL_OPTIONS,
    'editorial',
    "an object such as { promote: [{ query, ids }], hide: ['id'] }",
  )
  const { promote = [], hide = [] } = editorial as Editorial
  if (!Array.isArray(promote)) throw new InvalidOptionError('editorial.promote', promote, 'an array of { query, ids }')
  const checked = {
    promote: promote.map((promotion, i) => checkPromotion(promotion, `editorial.promote[${i}]`)),
    hide: checkIds(hide, 'editorial.hide', 0),
  }
  return checked.promote.length === 0 && checked.hide.length === 0 ? undefined : checked
}

function checkPromotion(promotion: unknown, option: string): CheckedEditorial['promote'][number] {
  checkOptions(promotion, PROMOTION_OPTIONS, option, "an object such as { query: 'Tripoli', ids: ['treve'] }")
  const { query, ids } = promotion as Partial<Promotion>
  const queries = typeof query === 'string' ? [query] : query
  if (!Array.isArray(queries) || queries.length === 0 || !queries.every(one => typeof one === 'string' && one !== '')) {
    throw new InvalidOptionError(`${option}.query`, query, 'a query, or an array of queries')
  }
  return { queries, ids: checkIds(ids, `${option}.ids`, 1) }
}

function checkIds(ids: unknown, option: string, least: number): readonly (string | number)[] {
  const isId = (id: unknown) => typeof id === 'string' || (typeof id === 'number' && Number.isFinite(id))
  if (Array.isArray(ids) && ids.length >= least && ids.every(isId)) return [...new Set(ids)]
  throw new InvalidOptionError(option, ids, 'an array of document ids')
}
