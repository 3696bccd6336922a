/** A search in the address of its page: `?q=retraite&q.section=monde&q.date.from=2019-11&q-sort=date&q-in=2`. The page can be shared, and the back button works. */
import { type FacetChoice, type FacetChoices, isRange } from './plan.ts'

/** The part of a search that is in the address. */
export interface AddressedSearch {
  query: string
  choices: FacetChoices
  sort: string | undefined
  /** The active index, from 0. */
  active: number
}

const BOUND = /^(.+)\.(from|to)$/s

/** An address may contain anything. */
export function readAddress(parameters: URLSearchParams, key: string): AddressedSearch {
  const choices = new Map<string, FacetChoice>()
  for (const [name, value] of parameters) {
    if (!name.startsWith(`${key}.`)) continue
    const field = name.slice(key.length + 1)
    const [, column, bound] = BOUND.exec(field) ?? []
    if (column !== undefined) choices.set(column, { ...rangeOf(choices.get(column)), [bound]: value })
    else choices.set(field, [...valuesOf(choices.get(field)), value])
  }
  const place = Number(parameters.get(`${key}-in`) ?? 1)
  return {
    query: parameters.get(key) ?? '',
    // Not by assignment, for which `__proto__` is special.
    choices: Object.fromEntries(choices),
    sort: parameters.get(`${key}-sort`) ?? undefined,
    active: Number.isSafeInteger(place) && place > 0 ? place - 1 : 0,
  }
}

/** Replaces the parameters of the search. Others stay. */
export function writeAddress(
  parameters: URLSearchParams,
  key: string,
  { query, choices, sort, active }: AddressedSearch,
): URLSearchParams {
  const written = new URLSearchParams()
  const own = [key, `${key}-sort`, `${key}-in`]
  for (const [name, value] of parameters) {
    if (!own.includes(name) && !name.startsWith(`${key}.`)) written.append(name, value)
  }
  if (query !== '') written.set(key, query)
  for (const [field, choice] of Object.entries(choices)) {
    for (const value of valuesOf(choice)) written.append(`${key}.${field}`, value)
    for (const [bound, value] of Object.entries(rangeOf(choice)))
      if (value) written.set(`${key}.${field}.${bound}`, value)
  }
  if (sort !== undefined) written.set(`${key}-sort`, sort)
  if (active > 0) written.set(`${key}-in`, String(active + 1))
  return written
}

function valuesOf(choice: FacetChoice | undefined): readonly string[] {
  return choice === undefined || isRange(choice) ? [] : choice
}

function rangeOf(choice: FacetChoice | undefined): { from?: string | undefined; to?: string | undefined } {
  return isRange(choice) ? choice : {}
}
