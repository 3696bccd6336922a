/** One of the indexes of a search box: searches it and creates an answer to display. */
import type { WarmUpOptions } from '../open/search-client.ts'
import type { IndexField } from '../schema/schema-types.ts'
import { FEATURES_OF_ALL } from './features.ts'
import { type FacetChoices, isRange, type Plan, planOf, type Request, searchOptionsOf, usesColumns } from './plan.ts'
import { type AnyHit, presentHit } from './present.ts'
import type { Answer, ShownFacet } from './search-state.ts'
import type { SearchSettings } from './settings.ts'

/** What a search box uses of an index: the methods of a `SearchClient`, which `openIndex()` returns. */
export interface SearchableIndex {
  /** Loads the engine and opens the index. */
  warmUp(options?: WarmUpOptions): Promise<void>
  /** Returns the fields of the index. */
  fields(): Promise<IndexField[]>
  /** Returns the tags of the languages of the index, if it has several. */
  languages?(): Promise<readonly string[]>
  /** Finds documents. */
  search(query: string, options?: object): Promise<Results>
  /** What a client has in addition. @internal */
  run?(method: 'prepare', args: unknown[], options: object): Promise<unknown>
}

interface Results {
  hits: readonly AnyHit[]
  total: number
  totalIsLowerBound?: boolean
  totalGroups?: number
  fullMatches: number
  fullMatchesIsLowerBound?: boolean
  next?: string | undefined
  correction: string | undefined
  didYouMean?: string | undefined
  facets?: { readonly [name: string]: readonly { value: string; count: number }[] | undefined } | undefined
  tookMs: number
}

/** A plan, and the language to search in first. */
type IndexPlan = Plan & { language: string | undefined }

/** An answer, and where it continues. */
export interface AnswerPage {
  answer: Answer
  next: string | undefined
  /** The language that was searched; undefined if all were. */
  language: string | undefined
}

export class IndexedSearch {
  private readonly index: SearchableIndex
  private readonly settings: SearchSettings
  private planning: Promise<IndexPlan> | undefined

  constructor(index: SearchableIndex, settings: SearchSettings) {
    this.index = index
    this.settings = settings
  }

  /** Loads the engine and opens the index. A failure is not cached. */
  warmUp(): Promise<unknown> {
    return this.plan()
  }

  /** Reads what the words of an unfinished query need first. A failure surfaces when the query is searched. */
  prepare(query: string): void {
    this.index.run?.('prepare', [query], { prefix: true }).catch(() => {})
  }

  /** Searches. Adds the hits that follow those of `before` to them, if given. */
  async search(query: string, request: Omit<Request, 'after'>, before?: AnswerPage): Promise<AnswerPage> {
    const plan = await this.planOfSearch()
    const { operators, searchOptions } = this.settings
    const more = operators === undefined ? searchOptions : { operators, ...searchOptions }
    const options = searchOptionsOf(plan, { ...request, after: before?.next }, more)
    let language = before === undefined ? plan.language : before.language
    let results = await this.index.search(query, { ...options, ...(language !== undefined && { language }) })
    if (results.total === 0 && language !== undefined && before === undefined) {
      language = undefined
      results = await this.index.search(query, options)
    }
    const hits = results.hits.map(hit => presentHit(hit, plan, this.settings))
    const { total, totalIsLowerBound = false, fullMatches, fullMatchesIsLowerBound = false, next } = results
    const answer: Answer = {
      query,
      hits: [...(before?.answer.hits ?? []), ...hits],
      total,
      totalIsLowerBound,
      fullMatches,
      fullMatchesIsLowerBound,
      shownTotal: results.totalGroups ?? total,
      hasMore: next !== undefined,
      correction: results.correction,
      didYouMean: results.didYouMean,
      facets: shownFacets(plan, results.facets, request.choices),
      sorts: plan.sorts,
      tookMs: results.tookMs,
    }
    return { answer, next, language }
  }

  /** A search does not fail with the preparation that it meets on its way: it tries for itself. */
  private planOfSearch(): Promise<IndexPlan> {
    return this.planning?.catch(() => this.plan()) ?? this.plan()
  }

  private plan(): Promise<IndexPlan> {
    this.planning ??= this.readPlan().catch(error => {
      this.planning = undefined
      throw error
    })
    return this.planning
  }

  private async readPlan(): Promise<IndexPlan> {
    const { index, settings } = this
    await index.warmUp({ features: FEATURES_OF_ALL })
    const plan = planOf(await index.fields(), settings)
    // Not earlier: most indexes of sites have no columns, and this is the largest feature.
    if (usesColumns(plan)) index.warmUp({ features: ['columns'] }).catch(() => {})
    return { ...plan, language: await this.language() }
  }

  /** The index's language for the page; undefined if it has no such language, or only one. */
  private async language(): Promise<string | undefined> {
    const { language, searchOptions } = this.settings
    // An explicit language takes precedence.
    if (language === undefined || (searchOptions !== undefined && 'language' in searchOptions)) return undefined
    const primary = (tag: string) => tag.toLowerCase().split('-')[0]
    const tags = (await this.index.languages?.()) ?? []
    return tags.find(tag => tag === language.toLowerCase()) ?? tags.find(tag => primary(tag) === primary(language))
  }
}

/** Selected values stay, even if no document has them any more; otherwise they could not be deselected. */
function shownFacets({ facets }: Plan, counts: Results['facets'], choices: FacetChoices): ShownFacet[] {
  return facets.map(({ field, type }) => {
    const choice = choices[field]
    if (type !== 'keyword') {
      const { from = '', to = '' } = isRange(choice) ? choice : {}
      return { field, type, from, to }
    }
    const chosen = choice === undefined || isRange(choice) ? [] : choice
    const values = (counts?.[field] ?? []).map(counted => ({ ...counted, isChosen: chosen.includes(counted.value) }))
    const lost = chosen.filter(value => !values.some(counted => counted.value === value))
    return { field, type, values: [...values, ...lost.map(value => ({ value, count: 0, isChosen: true }))] }
  })
}
