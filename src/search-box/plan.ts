/**
 * Decides what a search box does with the fields of an index: highlighting, filters, sorting and grouping. Based on the index's description and the settings.
 */
import type { IndexField } from '../schema/schema-types.ts'
import type { SearchSettings } from './settings.ts'

/** A column to filter by: by its values, or by a range of dates or numbers. */
export interface PlannedFacet {
  field: string
  type: 'keyword' | 'date' | 'number'
}

export interface Plan {
  titleField: string | undefined
  /** Stored texts to highlight: the title and those with an excerpt. */
  highlightFields: readonly string[]
  facets: readonly PlannedFacet[]
  sorts: readonly string[]
  groupField: string | undefined
}

/** The column that groups the sections of a page, as the readers name it. */
const PAGE = 'page'

export function planOf(fields: readonly IndexField[], settings: SearchSettings): Plan {
  const texts = fields.filter(({ type, stored }) => type === 'text' && stored).map(({ name }) => name)
  const title = settings.titleField ?? fields.find(field => field.type === 'text' && field.title && field.stored)?.name
  const { textFields = texts, groupField = PAGE, facets, sorts = [] } = settings
  const columns = fields.flatMap(({ name, type }) =>
    type === 'text' || type === 'stored' ? [] : [{ field: name, type }],
  )
  const group = columns.find(({ field, type }) => field === groupField && type === 'keyword')?.field
  const byDefault = columns.filter(({ field, type }) => type !== 'number' && field !== group)
  return {
    titleField: title,
    highlightFields: texts.filter(name => name === title || textFields.includes(name)),
    facets: facets?.flatMap(name => columns.filter(({ field }) => field === name)) ?? byDefault,
    sorts: sorts.filter(name => columns.some(({ field }) => field === name)),
    groupField: group,
  }
}

/** Whether the searches of a plan filter, count, sort or group. */
export function usesColumns({ facets, sorts, groupField }: Plan): boolean {
  return facets.length > 0 || sorts.length > 0 || groupField !== undefined
}

/** What the visitor chose of a column: some of its values, or the bounds of a range, both included. */
export type FacetChoice = readonly string[] | { readonly from?: string | undefined; readonly to?: string | undefined }

/** What the visitor chose, by column. */
export type FacetChoices = Readonly<Record<string, FacetChoice>>

export function isRange(choice: FacetChoice | undefined): choice is Exclude<FacetChoice, readonly string[]> {
  return choice !== undefined && !Array.isArray(choice)
}

/** The request to every index. */
export interface Request {
  choices: FacetChoices
  sort: string | undefined
  limit: number
  /** Whether the last word may be unfinished. */
  prefix: boolean
  /** Whether words are searched exactly as typed. */
  exact: boolean
  after: string | undefined
}

/** The number of values that a person can choose from. */
const FACET_VALUES = 12
/** In characters: about three lines. */
const SNIPPET = 200

/** The options of a search. */
export function searchOptionsOf(
  { highlightFields, facets, sorts, groupField }: Plan,
  { choices, sort, limit, prefix, exact, after }: Request,
  more: object = {},
): object {
  const filter = filterOf(facets, choices)
  const counted = facets.filter(({ type }) => type === 'keyword')
  return {
    limit,
    prefix,
    ...more,
    ...(after !== undefined && { after }),
    ...(exact && { fuzzy: false, split: false }),
    ...(highlightFields.length > 0 && { highlight: { fields: highlightFields, snippet: SNIPPET } }),
    ...(counted.length > 0 && {
      facets: Object.fromEntries(counted.map(({ field }) => [field, { limit: FACET_VALUES, ignoreOwnFilter: true }])),
    }),
    ...(filter !== undefined && { filter }),
    ...(groupField !== undefined && { group: { field: groupField } }),
    ...(sort !== undefined && sorts.includes(sort) && { sort: [{ field: sort, order: 'desc' }] }),
  }
}

/** Undefined if nothing is selected. */
function filterOf(facets: readonly PlannedFacet[], choices: FacetChoices): object | undefined {
  const conditions = facets.flatMap(({ field, type }) => {
    const choice = choices[field]
    if (choice === undefined || isRange(choice) === (type === 'keyword')) return []
    if (!isRange(choice)) return choice.length === 0 ? [] : [{ [field]: choice }]
    const bounds = boundsOf(choice, type)
    return Object.keys(bounds).length === 0 ? [] : [{ [field]: bounds }]
  })
  return conditions.length === 0 ? undefined : { and: conditions }
}

function boundsOf({ from, to }: Exclude<FacetChoice, readonly string[]>, type: string): object {
  const gte = boundOf(from, type)
  const lte = boundOf(to, type)
  return { ...(gte !== undefined && { gte }), ...(lte !== undefined && { lte }) }
}

/** Undefined if it is neither a number nor a date: people also type addresses. */
function boundOf(text: string | undefined, type: string): string | number | undefined {
  if (text === undefined || text.trim() === '') return undefined
  if (type === 'date') return /^\d{4}(?:-\d{2}){0,2}$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : undefined
  const number = Number(text.replace(',', '.'))
  return Number.isFinite(number) ? number : undefined
}
