/**
 * Finds the documents that may be among the best of a query: the request to the cluster, and how its answer, together with the library's own code running over
 * those documents, becomes the results.
 */
import { columnTypes } from '../columns/column-types.ts'
import { type FilterNode, withoutColumn } from '../columns/filter-node.ts'
import { textToSortBy } from '../columns/keyword-column.ts'
import { InvalidOptionError } from '../errors.ts'
import type { Language } from '../language/language.ts'
import type { Query } from '../query/query.ts'
import type { DocumentId } from '../schema/document.ts'
import type { Schema } from '../schema/schema.ts'
import type { ExecuteOptions } from '../search/execute.ts'
import type { FacetCount } from '../search/facet-counts.ts'
import { termsOfFullMatch } from '../search/full-matches.ts'
import { mostProximity, neighbourPairs } from '../search/reward-proximity.ts'
import type { WeighedQuery } from '../search/weigh.ts'
import { OWN_FORM_WEIGHT, PROXIMITY_DEPTH, QUOTATION_WEIGHT, TITLE_BONUS } from '../weights.ts'
import type { FoundDocument, SearchAnswer } from './answers.ts'
import {
  ALL,
  allOf,
  type Clause,
  type ClauseContext,
  conditionClause,
  countClauses,
  filterClause,
  NONE,
  neededOf,
  neededOfTerms,
  noneOf,
  phraseClause,
  rangeClause,
  termClause,
  termsClause,
} from './clauses.ts'
import { scoringClauses } from './first-stage.ts'
import { clusterId, type FieldPaths } from './index-names.ts'
import { MAX_PAGE } from './mapping.ts'
import { recencyScript, scoreScript } from './score-script.ts'
import type { SearchPlan } from './search-plan.ts'
import type { Statistics } from './statistics.ts'

export interface RankingOptions {
  /** `'fast'` scores the best `depth` of each shard by the formula, `'exact'` all that match. */
  ranking: 'fast' | 'exact'
  depth: number
  /** What the last hit of the page before was sorted by: the way to pages that lie deep. */
  behind?: readonly unknown[] | undefined
}

/** The request: a body for each search. */
export interface CandidateRequest {
  /** The candidates; then, if requested, the full matches and the facets. */
  searches: readonly object[]
  /** How many of the best to skip at the start; only their number matters. */
  from: number
  hasFull: boolean
  hasFacets: boolean
  /** The query has more clauses than OpenSearch takes, and the searches find more than what matches: what matches of the candidates is a lower bound. */
  isRelaxed: boolean
  /** The same of the full matches alone: they are not asked for. */
  isFullRelaxed: boolean
}

export interface CandidateContext {
  question: Query
  weighed: WeighedQuery
  plan: SearchPlan
  options: ExecuteOptions
  language: Language
  schema: Schema
  statistics: Statistics
  paths: FieldPaths
  ranking: RankingOptions
  /** A document that is not a hit. */
  excluded: DocumentId | undefined
}

/** Explains how to page deeper than OpenSearch allows by offset. */
const DEEP =
  'an offset within the first 10,000 documents; for later pages, use the cursor of a search with `pointInTime`'
/** Float scores may differ for equal scores, or be equal for different ones, so a few more than needed are fetched. */
const MARGIN = 4
/** The number of values up to which facets are exact. */
const MOST_VALUES = 10_000
/** OpenSearch takes 1,024 clauses. What decides which documents match may have so many; the rest is left for those that score. */
const MOST_CLAUSES = 1000
const MOST_MATCHING_CLAUSES = 900

/** The request; undefined if nothing can match. */
export function candidateRequest(context: CandidateContext): CandidateRequest | undefined {
  const { weighed, plan, options, language, schema, statistics, paths, ranking, excluded } = context
  const { fields, expander } = options
  const clauses: ClauseContext = {
    language,
    statistics,
    paths,
    fieldCount: schema.fields.length,
    fields: fields.map(({ index }) => index),
    expander,
  }
  const { terms } = weighed
  const required = options.required(terms.length)
  const matching: Clause[] = []
  if (required > 0) matching.push(termsClause(terms, required, clauses))
  if (plan.condition !== undefined) matching.push(conditionClause(plan.condition, terms, clauses))
  const isRelaxed = countClauses(matching) > MOST_MATCHING_CLAUSES
  if (isRelaxed) matching.splice(0, matching.length, ...relaxed(context, clauses, required))
  if (excluded !== undefined) matching.push(noneOf([{ ids: { values: [clusterId(excluded) ?? ''] } }]))
  // Without words, conditions or filters, nothing can match.
  if (matching.includes(NONE) || (matching.length === 0 && plan.filter === undefined)) return undefined
  const filter = plan.filter && filterClause(plan.filter, paths)
  const hits = filter === undefined ? matching : [...matching, filter]
  const isScored = terms.length > 0
  const sortsByScore = plan.sort === undefined || plan.sort.some(({ column }) => column === undefined)
  const wanted = options.count + 1
  // If proximity can reorder documents, all those that it may move are needed.
  const offset = options.offset ?? 0
  const from = plan.group === undefined && offset >= PROXIMITY_DEPTH ? offset : 0
  const least =
    options.factors !== undefined && options.factors.length > 0 && plan.recency === undefined ? ranking.depth : 0
  const isBehind = ranking.behind !== undefined && from > 0
  const all = Math.max(wanted, PROXIMITY_DEPTH, least) + MARGIN - from
  const size = Math.min(all, isBehind ? MAX_PAGE : MAX_PAGE - from)
  if (size < wanted - from) throw new InvalidOptionError('offset', offset, DEEP)
  const isAllCounted =
    plan.sort !== undefined ||
    plan.facets !== undefined ||
    plan.group !== undefined ||
    options.factors !== undefined ||
    !isScored
  const countUpTo = options.countUpTo ?? Number.POSITIVE_INFINITY
  const body: Record<string, unknown> = {
    ...(!isBehind && { from }),
    size,
    // One more, to know whether there are more.
    track_total_hits: isAllCounted || countUpTo === Number.POSITIVE_INFINITY ? true : countUpTo + 1,
    _source: [paths.document],
    docvalue_fields: [paths.order],
  }
  // A rescore cannot be combined with a sort: documents with equal scores could be on two pages or on none.
  const isSimple = plan.sort === undefined && plan.group === undefined && from === 0
  const isFast = ranking.ranking === 'fast' && isScored && isSimple
  if (!isScored || !sortsByScore) body.query = allOf(hits)
  else {
    const quotations = quotationClauses(context, clauses, MOST_CLAUSES - countClauses(hits))
    const score = (filter: readonly Clause[]) => scoreClause(filter, quotations, context)
    if (isFast) {
      const left = MOST_CLAUSES - countClauses([hits, quotations])
      const should = [...scoringClauses(weighed, fields, paths, left), ...quotations]
      body.query = withRecency({ bool: { filter: hits, should } }, context)
      body.rescore = {
        window_size: Math.min(Math.max(ranking.depth, from + size), MAX_PAGE),
        query: { rescore_query: score([]), query_weight: 0, rescore_query_weight: 1 },
      }
    } else body.query = score(hits)
  }
  // Two writers may give the same order to two documents.
  const order = [{ [paths.order]: 'asc' }, { [paths.shuffled]: 'asc' }]
  if (plan.sort !== undefined) body.sort = [...sortClauses(plan.sort, schema, paths), ...order]
  else if (!isScored) body.sort = order
  else if (!isFast) body.sort = [{ _score: 'desc' }, ...order]
  if (isBehind && body.sort !== undefined) body.search_after = ranking.behind
  if (plan.group !== undefined) {
    const { limit, column } = plan.group
    body.collapse = {
      field: paths.group(column),
      inner_hits: {
        name: 'group',
        size: limit + 1,
        sort: body.sort,
        _source: [paths.document],
        docvalue_fields: [paths.order],
      },
    }
    body.aggs = { groups: { terms: { field: paths.group(column), size: MOST_VALUES } } }
  }
  const searches: object[] = [body]
  // Of no words or one, whoever matches holds all.
  const isFullCounted = options.countFull === true && required < terms.length && terms.length > 1
  const full = isFullCounted ? fullSearch(context, clauses, hits, required, body.track_total_hits) : undefined
  const hasFull = full !== undefined && countClauses(full) <= MOST_CLAUSES
  if (hasFull) searches.push(full)
  const { facets } = plan
  if (facets !== undefined) searches.push(facetSearch(facets, plan.filter, matching, schema, paths))
  return {
    searches,
    from,
    hasFull,
    isFullRelaxed: isFullCounted && !hasFull,
    hasFacets: facets !== undefined,
    isRelaxed,
  }
}

/** As much of what a document must meet as OpenSearch takes. */
function relaxed({ weighed: { terms }, plan }: CandidateContext, clauses: ClauseContext, required: number): Clause[] {
  const needed: Clause[] = []
  let left = MOST_MATCHING_CLAUSES
  const all = [
    ...(required > 0 ? neededOfTerms(terms, required, clauses, left) : []),
    ...(plan.condition === undefined ? [] : neededOf(plan.condition, terms, clauses, left)),
  ]
  for (const clause of all) {
    const count = countClauses(clause)
    if (count > left) continue
    needed.push(clause)
    left -= count
  }
  return needed.length > 0 ? needed : [terms.length === 0 ? ALL : termsClause(terms, 1, clauses)]
}

/** The formula over the documents that meet `filter`. */
function scoreClause(filter: readonly Clause[], quotations: readonly Clause[], context: CandidateContext): Clause {
  const { weighed, options, paths } = context
  const byTerms = { script_score: { query: allOf(filter), script: scoreScript(weighed, options.fields, paths) } }
  return withRecency(quotations.length === 0 ? byTerms : { bool: { must: [byTerms], should: quotations } }, context)
}

function withRecency(query: Clause, { plan, paths }: CandidateContext): Clause {
  return plan.recency === undefined ? query : { script_score: { query, script: recencyScript(plan.recency, paths) } }
}

/** What quotations that are wishes add: as `search/quotations.ts` has it. Those that would take more than `limit` clauses add nothing here. */
function quotationClauses(
  { plan, question, weighed: { terms } }: CandidateContext,
  clauses: ClauseContext,
  limit: number,
): Clause[] {
  const { quotations = [] } = plan
  const weights = quotations.map(quotation =>
    quotation.terms.reduce((sum, term) => sum + QUOTATION_WEIGHT * terms[term].rarity, 0),
  )
  const most =
    mostProximity(neighbourPairs(question.sequence, terms)) +
    terms.reduce((sum, { rarity, ownRarity }) => sum + (1 + TITLE_BONUS) * rarity + OWN_FORM_WEIGHT * ownRarity, 0) +
    weights.reduce((sum, weight) => sum + weight, 0)
  let left = limit
  return quotations.flatMap(({ phrase, besides }, i) => {
    const held = phraseClause(phrase, clauses)
    if (held === NONE) return []
    const complete = allOf([held, ...besides.map(term => termClause(terms[term], clauses))])
    const count = countClauses([held, complete])
    if (count > left) return []
    left -= count
    return [
      { constant_score: { filter: held, boost: weights[i] } },
      { constant_score: { filter: complete, boost: Math.max(0, most - weights[i]) } },
    ]
  })
}

function sortClauses(sort: NonNullable<SearchPlan['sort']>, schema: Schema, paths: FieldPaths): object[] {
  return sort.map(({ column, descending }) => {
    const order = descending ? 'desc' : 'asc'
    if (column === undefined) return { _score: { order } }
    const path = columnTypes[schema.columns[column].type].hasGroups ? paths.sorted(column) : paths.column(column)
    return { [path]: { order, missing: '_last' } }
  })
}

/** Counts the documents that contain all words. */
function fullSearch(
  { weighed }: CandidateContext,
  clauses: ClauseContext,
  hits: readonly Clause[],
  required: number,
  countUpTo: unknown,
): object {
  const full = termsOfFullMatch(weighed, required)
  const terms = full.map(term => weighed.terms[term])
  const query = terms.length === 0 ? NONE : allOf([...hits, termsClause(terms, terms.length, clauses)])
  return { size: 0, track_total_hits: countUpTo, query }
}

/** Counts values over the matches, without the filter for a facet that ignores its own. */
function facetSearch(
  facets: NonNullable<SearchPlan['facets']>,
  filter: FilterNode | undefined,
  matching: readonly Clause[],
  { columns }: Schema,
  paths: FieldPaths,
): object {
  const aggs = facets.map(({ column, ranges, ignoreOwnFilter }, i): [string, object] => {
    const rest = filter !== undefined && ignoreOwnFilter ? withoutColumn(filter, column) : filter
    const path = paths.column(column)
    const values =
      columnTypes[columns[column].type].hasGroups || ranges === undefined
        ? { terms: { field: path, size: MOST_VALUES } }
        : { filters: { filters: ranges.map(range => rangeClause(path, range)) } }
    return [`facet${i}`, { filter: rest === undefined ? allOf([]) : filterClause(rest, paths), aggs: { values } }]
  })
  return { size: 0, track_total_hits: false, query: allOf(matching), aggs: Object.fromEntries(aggs) }
}

/** The facets of an answer, and the names of those with more values than were counted. */
export function facetCountsOf(
  { aggregations = {} }: SearchAnswer,
  facets: NonNullable<SearchPlan['facets']>,
): { counts: Record<string, FacetCount[]>; inexact: string[] } {
  const inexact: string[] = []
  const counts = facets.map(({ name, ranges, limit }, i): [string, FacetCount[]] => {
    const { values } = aggregations[`facet${i}`] as {
      values: { buckets: readonly { key: string; doc_count: number }[]; sum_other_doc_count?: number }
    }
    if (ranges !== undefined) {
      return [name, ranges.map(({ value }, r) => ({ value, count: values.buckets[r].doc_count }))]
    }
    if ((values.sum_other_doc_count ?? 0) > 0) inexact.push(name)
    const all = values.buckets.map(({ key, doc_count: count }) => ({ value: key, count, text: textToSortBy(key) }))
    all.sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1))
    return [name, all.slice(0, limit).map(({ value, count }) => ({ value, count }))]
  })
  return { counts: Object.fromEntries(counts), inexact }
}

/** All documents of an answer, including those in groups. */
export function documentsOf({ hits }: SearchAnswer): FoundDocument[] {
  return hits.hits.flatMap(hit => [hit, ...(hit.inner_hits?.group.hits.hits ?? [])])
}
