/**
 * What a call requests from the index, as plain data. The library's features turn requests into functions over segments; the wrappers here record the requests
 * first, so that they can be sent to a cluster.
 */
import type { FilterNode } from '../columns/filter-node.ts'
import type { KeywordValues } from '../columns/keyword-column.ts'
import { allFeatures } from '../features/all-features.ts'
import type { FeatureSource, Features } from '../features/features.ts'
import type { Quotation } from '../query/compile.ts'
import type { Condition } from '../query/condition.ts'
import type { CheckedFacet } from '../schema/facets.ts'
import type { CheckedSortField } from '../schema/sort.ts'
import type { FacetCount } from '../search/facet-counts.ts'
import type { CheckedRecency } from '../search/recency.ts'
import type { Statistics } from './statistics.ts'

export interface SearchPlan {
  condition?: Condition
  quotations?: readonly Quotation[]
  /** Settled. */
  filter?: FilterNode
  facets?: readonly CheckedFacet[]
  sort?: readonly CheckedSortField[]
  group?: { column: number; limit: number }
  recency?: CheckedRecency
}

/** What the features of a call need from it. */
export interface PlanContext {
  readonly plan: SearchPlan
  readonly statistics: Statistics
  /** The facets of the answer. */
  facetCounts(): Record<string, FacetCount[]>
  /** Whether some document contains words of both classes. */
  areTogether(key: string, other: string): boolean
  readonly suggestFeature: Features['suggest']
}

/** The library's features, which record their requests in the plan. */
export function planningFeatures(context: PlanContext): FeatureSource {
  const { plan, statistics } = context
  const columns: Features['columns'] = {
    ...allFeatures('columns'),
    checkFacets(facets, schema, values) {
      const checked = allFeatures('columns').checkFacets(facets, schema, values)
      plan.facets = checked
      return checked
    },
    checkFilter(filter, schema, values) {
      const checked = allFeatures('columns').checkFilter(filter, schema, values)
      announceSpellings(checked, statistics)
      return checked
    },
    settleFilter: filter => settle(filter, statistics),
    admittedBy(filter, segment) {
      plan.filter = filter
      return allFeatures('columns').admittedBy(filter, segment)
    },
    sortedRanking(sort) {
      plan.sort = sort
      return allFeatures('columns').sortedRanking(sort)
    },
    groupingBy(column, limit, sort) {
      plan.group = { column, limit }
      if (sort !== undefined) plan.sort = sort
      return allFeatures('columns').groupingBy(column, limit, sort)
    },
    recencyFactors(views, recency) {
      plan.recency = recency
      return allFeatures('columns').recencyFactors(views, recency)
    },
    countFacets: () => context.facetCounts(),
  }
  const operators: Features['operators'] = {
    ...allFeatures('operators'),
    executable(condition, language) {
      plan.condition = condition
      return allFeatures('operators').executable(condition, language)
    },
    executableQuotations(quotations, query, language) {
      plan.quotations = quotations
      return allFeatures('operators').executableQuotations(quotations, query, language)
    },
  }
  const corrections: Features['corrections'] = {
    ...allFeatures('corrections'),
    correctQuestion: (text, query, weighed, parts, language, isOffered) =>
      allFeatures('corrections').correctQuestion(text, query, weighed, parts, language, isOffered, (correction, term) =>
        context.areTogether(language.key(correction), term.question.key),
      ),
  }
  const own: Partial<Features> = { columns, operators, corrections, suggest: context.suggestFeature }
  return name => own[name] ?? allFeatures(name)
}

/** Resolves conditions on keywords that depend on the values of documents, like `columns/keyword.ts`. */
function settle(filter: FilterNode, statistics: Statistics): FilterNode {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return { ...filter, filters: filter.filters.map(part => settle(part, statistics)) }
    case 'not':
      return { ...filter, filter: settle(filter.filter, statistics) }
    case 'column': {
      const values = unsettledValues(filter)
      if (values === undefined) return filter
      const settled = values.flatMap(value => {
        const spellings = statistics.spellingsOf(filter.column, value)
        return spellings.length === 0 || spellings.includes(value) ? value : spellings
      })
      return { ...filter, condition: { values: settled } }
    }
  }
}

function announceSpellings(filter: FilterNode, statistics: Statistics): void {
  if (filter.kind === 'not') announceSpellings(filter.filter, statistics)
  else if (filter.kind !== 'column') for (const part of filter.filters) announceSpellings(part, statistics)
  else for (const value of unsettledValues(filter) ?? []) statistics.announceSpellings(filter.column, value)
}

function unsettledValues({ condition }: { condition: object }): readonly string[] | undefined {
  if (!('values' in condition)) return undefined
  const { values, areFolded } = condition as KeywordValues
  return areFolded ? undefined : values
}
