/**
 * One call to an index on a cluster: runs the library's query engine over the data it has, fetches what is missing, and starts again until nothing is missing.
 * Three things may be missing: the statistics of a query, its candidates, and documents by id. Each step is one or two round trips.
 */
import { MissingPages } from '../format/paged-bytes.ts'
import { keysIn } from '../index/join-classes.ts'
import type { Language } from '../language/language.ts'
import type { PlatformAbortSignal } from '../platform-types.ts'
import type { Query } from '../query/query.ts'
import { QueryEngine } from '../query-engine.ts'
import { type DocumentId, type ReadDocument, readDocument } from '../schema/document.ts'
import type { Schema } from '../schema/schema.ts'
import { type ExecuteOptions, type Execution, execute, type RankedDocument } from '../search/execute.ts'
import type { FacetCount } from '../search/facet-counts.ts'
import { type RankedOrder, type Ranking, TopDocuments } from '../search/top-documents.ts'
import { type WeighedQuery, weighQuery } from '../search/weigh.ts'
import { answersOf, type FoundDocument, firstField, isWhole, type SearchAnswer } from './answers.ts'
import {
  type CandidateRequest,
  candidateRequest,
  documentsOf,
  facetCountsOf,
  type RankingOptions,
} from './candidates.ts'
import type { Cluster } from './cluster.ts'
import { phraseRequests, suggestFeature } from './cluster-phrases.ts'
import { clusterId } from './index-names.ts'
import { SampleList, SampleSegment, SampleView } from './sample-segment.ts'
import { planningFeatures, type SearchPlan } from './search-plan.ts'
import type { Statistics, Target } from './statistics.ts'
import { keyToken } from './tokens.ts'

/** The context of a call. */
export interface CallContext {
  cluster: Cluster
  target: Target
  schema: Schema
  language: Language
  statistics: Statistics
  ranking: RankingOptions
  /** Answers of some shards are enough. */
  mayBePartial: boolean
  signal: PlatformAbortSignal | undefined
}

/** A document of the sample with its order of insertion. */
interface SampledDocument {
  order: number
  read: ReadDocument
}

/** One or two round trips for each thing that a query may lack, and some for what determines the next ones. */
const MOST_STEPS = 40

export class ClusterCall {
  private readonly context: CallContext
  /** By their ids on the cluster; undefined for those that do not exist. */
  private readonly documents = new Map<string, SampledDocument | undefined>()
  /** The answers of searches, by request. */
  private readonly answers = new Map<string, readonly SearchAnswer[]>()
  private wantedSearches = new Map<string, readonly object[]>()
  private wantedIds = new Set<string>()
  private facets: Record<string, FacetCount[]> = {}
  /** The names of facets with more values than were counted. */
  inexactFacets: readonly string[] = []
  /** Some shards did not answer. */
  isPartial = false
  /** The sort values of the last hit of the page, if the cluster sorted. */
  behind: readonly unknown[] | undefined

  constructor(context: CallContext) {
    this.context = context
  }

  /** @throws errors of `work` and of the cluster */
  async run<R>(work: (engine: QueryEngine) => R, excluded?: DocumentId): Promise<R> {
    const { statistics, signal } = this.context
    // Requested together with the first statistics.
    const first = excluded === undefined ? undefined : clusterId(excluded)
    if (first !== undefined) this.wantedIds.add(first)
    for (let step = 0; ; step++) {
      try {
        const results = work(this.engine(excluded))
        if (step === 0 && (await this.haveWordsCome())) continue
        if (statistics.isPartial) this.isPartial = true
        return results
      } catch (error) {
        if (!(error instanceof MissingPages) || step === MOST_STEPS) throw error
      }
      await Promise.all([statistics.fetch(signal), this.fetchDocuments()])
    }
  }

  /** Whether documents have words now that the results took for absent. If there was a search, it has asked for them too. */
  private async haveWordsCome(): Promise<boolean> {
    const { cluster, statistics, target, mayBePartial, signal } = this.context
    const doubts = statistics.doubts()
    if (doubts === undefined) return false
    const response = await cluster.search(doubts.search, { signal })
    const [answer] = answersOf(response, target.names.documents, mayBePartial)
    return doubts.settle(answer)
  }

  private engine(excluded: DocumentId | undefined): QueryEngine {
    const { schema, language, statistics } = this.context
    const sample = inOrder(this.documents).map(([, document]) => document)
    const segment = new SampleSegment(
      sample.map(({ read }) => read),
      schema,
      language,
      statistics,
      ids => this.needIds(ids),
    )
    const view = new SampleView(segment, statistics)
    const segments = new SampleList(schema, language, view, id => this.needIds([id]))
    const plan: SearchPlan = {}
    const feature = planningFeatures({
      plan,
      statistics,
      facetCounts: () => this.facets,
      areTogether: (key, other) => statistics.count(this.together(key, other)) > 0,
      suggestFeature: suggestFeature(this.phrases(view)),
    })
    const executor = (query: Query, parts: readonly SampleView[], language: Language, options: ExecuteOptions) =>
      this.execute(query, parts, language, options, plan, segment, excluded)
    return new QueryEngine(segments, feature, undefined, executor as typeof execute)
  }

  private together(key: string, other: string): object {
    const { tokens } = this.context.target.paths
    const held = (key: string) => ({ terms: { [tokens]: (keysIn(key) ?? [key]).map(keyToken) } })
    return { bool: { filter: [held(key), held(other)] } }
  }

  /** Finds the candidates, and ranks them like all documents. */
  private execute(
    query: Query,
    parts: readonly SampleView[],
    language: Language,
    options: ExecuteOptions,
    plan: SearchPlan,
    segment: SampleSegment,
    excluded: DocumentId | undefined,
  ): Execution {
    const { schema, statistics, target, ranking } = this.context
    const { expander } = options
    let request: CandidateRequest | undefined
    let answers: readonly SearchAnswer[] = []
    let weighed: WeighedQuery | undefined
    const find = () => {
      weighed = weighQuery(query, parts, language, options.widening ?? NOT_WIDENED, expander)
      const context = {
        question: query,
        weighed,
        plan,
        options,
        language,
        schema,
        statistics,
        paths: target.paths,
        ranking,
        excluded,
      }
      request = candidateRequest(context)
      answers = request === undefined ? [] : this.answersTo(request.searches)
    }
    // Together with what decisions on corrections lack.
    if (expander === undefined) find()
    else expander.together(find)
    const { from = 0, hasFull = false, hasFacets = false, isRelaxed = false, isFullRelaxed = false } = request ?? {}
    const offset = options.offset ?? 0
    const { condition, quotations } = options
    // Conditions are tested on the words of the fetched documents; the statistics were needed to weigh them.
    const inDocuments = <C extends { segment: unknown }>(context: C): C => ({ ...context, segment: segment.documents })
    const execution = execute(query, parts, language, {
      ...options,
      ...(condition && { condition: context => condition(inDocuments(context)) }),
      ...(quotations && { quotations: (context, weighed) => quotations(inDocuments(context), weighed) }),
      // Proximity moves no document beyond this depth.
      ...(from > 0 &&
        options.ranking === undefined && { ranking: (capacity: number) => new WithoutProximity(capacity) }),
      count: options.count - from,
      offset: offset - from,
      countUpTo: Number.POSITIVE_INFINITY,
    })
    this.behind = answers[0]?.hits.hits[options.count - from - 1]?.sort
    this.takeFacets(plan, hasFacets ? answers[hasFull ? 2 : 1] : undefined)
    const completed = this.completed(execution, answers, hasFull, from, options, plan)
    const full = execution.full && { ...execution.full, isLowerBound: true }
    if (!isRelaxed) return isFullRelaxed ? { ...completed, full } : completed
    this.inexactFacets = Object.keys(this.facets)
    return { ...completed, total: execution.total + from, isLowerBound: true, totalGroups: undefined, full }
  }

  /** Replaces the counts of the candidates by those of the whole index. */
  private completed(
    execution: Execution,
    [found, full]: readonly SearchAnswer[],
    hasFull: boolean,
    from: number,
    { count, countUpTo, countFull, factors }: ExecuteOptions,
    plan: SearchPlan,
  ): Execution {
    const isAllCounted = plan.sort !== undefined || plan.facets !== undefined || factors !== undefined
    const most =
      isAllCounted || execution.question.terms.length === 0
        ? Number.POSITIVE_INFINITY
        : (countUpTo ?? Number.POSITIVE_INFINITY)
    const total = countOf(found, most)
    const groups = found?.aggregations?.groups
    // The hits before the page need not be known, because they are skipped.
    const before = Array.from({ length: from }, () => NOWHERE)
    return {
      ...execution,
      ranked: [...before, ...withTotals(execution.ranked, found, plan, this.documents)].slice(0, count),
      hasMore: execution.hasMore || (found?.hits.hits.length ?? 0) > count - from,
      total: total.count,
      isLowerBound: total.isLowerBound,
      totalGroups:
        plan.group === undefined || total.isLowerBound || (groups?.sum_other_doc_count ?? 0) > 0
          ? undefined
          : (groups?.buckets?.length ?? 0),
      full: countFull ? countOf(hasFull ? full : found, most) : undefined,
    }
  }

  private takeFacets({ facets }: SearchPlan, answer: SearchAnswer | undefined): void {
    if (facets === undefined) return
    if (answer === undefined) {
      this.facets = Object.fromEntries(
        facets.map(({ name, ranges }) => [name, (ranges ?? []).map(({ value }) => ({ value, count: 0 }))]),
      )
      return
    }
    const { counts, inexact } = facetCountsOf(answer, facets)
    this.facets = counts
    this.inexactFacets = inexact
  }

  /** @throws MissingPages if they are not available */
  private answersTo(searches: readonly object[]): readonly SearchAnswer[] {
    const key = JSON.stringify(searches)
    const known = this.answers.get(key)
    if (known !== undefined) return known
    this.wantedSearches.set(key, searches)
    throw new MissingPages([0])
  }

  /** Notes documents that are read by id. @throws MissingPages if one is not available */
  private needIds(ids: 'all' | readonly DocumentId[]): void {
    if (ids === 'all') return
    const missing = ids.flatMap(id => {
      const name = clusterId(id)
      return name === undefined || this.documents.has(name) ? [] : name
    })
    if (missing.length === 0) return
    for (const name of missing) this.wantedIds.add(name)
    throw new MissingPages([0])
  }

  private phrases(view: SampleView) {
    const { schema, language, statistics, target } = this.context
    return phraseRequests({
      schema,
      language,
      statistics,
      paths: target.paths,
      view,
      search: (body: object) => {
        const known = this.answers.get(JSON.stringify([body]))
        if (known === undefined) this.wantedSearches.set(JSON.stringify([body]), [body])
        return known?.[0]
      },
      throwIfMissing: () => {
        statistics.throwIfMissing()
        if (this.wantedSearches.size > 0) throw new MissingPages([0])
      },
    })
  }

  /** Sends the noted searches and fetches the documents in one request. */
  private async fetchDocuments(): Promise<void> {
    const { cluster, statistics, target, mayBePartial, signal } = this.context
    const searches = [...this.wantedSearches]
    const ids = [...this.wantedIds]
    this.wantedSearches = new Map()
    this.wantedIds = new Set()
    if (ids.length > 0) {
      const { document, order } = target.paths
      const body = { size: ids.length, _source: [document], docvalue_fields: [order], query: { ids: { values: ids } } }
      searches.push(['', [body]])
    }
    if (searches.length === 0) return
    const lines: object[] = searches.flatMap(([, bodies]) => bodies.flatMap(body => inTarget(body, target)))
    const doubts = statistics.doubts()
    if (doubts !== undefined) lines.push(...doubts.search)
    const response = await cluster.search(lines, { signal })
    const answers = answersOf(response, target.names.documents, mayBePartial)
    if (answers.some(answer => !isWhole(answer))) this.isPartial = true
    let at = 0
    for (const [key, bodies] of searches) {
      const own = answers.slice(at, at + bodies.length)
      at += bodies.length
      if (key !== '') this.answers.set(key, own)
      for (const answer of own) for (const hit of documentsOf(answer)) this.take(hit)
    }
    for (const id of ids) if (!this.documents.has(id)) this.documents.set(id, undefined)
    doubts?.settle(answers[at])
  }

  private take(hit: FoundDocument): void {
    const { schema, language, target } = this.context
    if (hit._source === undefined || this.documents.get(hit._id) !== undefined) return
    const read = readDocument(hit._source.d, schema, language)
    this.documents.set(hit._id, { order: Number(firstField(hit, target.paths.order)), read })
  }
}

/** A search of an `_msearch`: its two lines. */
function inTarget(body: object, { names, pit, keepAlive }: Target): [object, object] {
  if (pit === undefined) return [{ index: names.documents }, body]
  return [{}, { ...body, pit: { id: pit, ...(keepAlive !== undefined && { keep_alive: keepAlive }) } }]
}

const NOT_WIDENED = { prefix: false, fuzzy: false }
const NOWHERE: RankedDocument = { part: 0, document: -1, score: 0, proximity: 0, factor: 1 }

function countOf(answer: SearchAnswer | undefined, most: number) {
  const { value = 0, relation = 'eq' } = answer?.hits.total ?? {}
  return { count: Math.min(value, most), isLowerBound: relation === 'gte' || value > most }
}

/** The documents that exist, in the order of insertion. Two writers may give the same order to two of them. */
function inOrder(documents: ReadonlyMap<string, SampledDocument | undefined>): [id: string, SampledDocument][] {
  const existing = [...documents].flatMap(([id, document]): [string, SampledDocument][] =>
    document === undefined ? [] : [[id, document]],
  )
  return existing.sort(([id, a], [otherId, b]) => a.order - b.order || (id < otherId ? -1 : 1))
}

/** Hits of groups with the number of others in the whole index. */
function withTotals(
  ranked: readonly RankedDocument[],
  found: SearchAnswer | undefined,
  { group }: SearchPlan,
  documents: ReadonlyMap<string, SampledDocument | undefined>,
): readonly RankedDocument[] {
  if (group === undefined || found === undefined) return ranked
  const sample = inOrder(documents)
  const totals = new Map<string, number>()
  for (const { inner_hits } of found.hits.hits) {
    const { total, hits } = inner_hits?.group.hits ?? { hits: [] }
    for (const { _id } of hits) totals.set(_id, (total?.value ?? hits.length) - 1)
  }
  return ranked.map(hit => {
    const total = totals.get(sample[hit.document][0])
    return hit.others === undefined || total === undefined ? hit : { ...hit, others: { ...hit.others, total } }
  })
}

/** Ranks by score, without proximity. */
class WithoutProximity implements Ranking {
  readonly isByScore = false
  private readonly top: TopDocuments

  constructor(capacity: number) {
    this.top = new TopDocuments(capacity)
  }

  get threshold(): number {
    return this.top.threshold
  }

  offer(score: number, order: number): void {
    this.top.offer(score, order)
  }

  sorted(): RankedOrder[] {
    return this.top.sorted()
  }
}
