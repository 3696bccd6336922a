/**
 * The state of a search box without a user interface: typed text, searches in progress, results. A user interface (an element, a framework's hook) calls its
 * methods and renders `state` when it changes.
 *
 * A search that is superseded by the next one is not aborted, because the next one can use what it reads of the index. At most eight run at a time, about as
 * many as the letters that people type while a slow connection answers. Of the waiting ones, only the latest is run.
 *
 * A search that fails because of the connection is repeated, until it is answered or another one begins.
 */
import { type AddressedSearch, readAddress, writeAddress } from './address.ts'
import { isOnline, tryLater } from './connection.ts'
import { failureOf, isOfConnection } from './failure.ts'
import { type AnswerPage, IndexedSearch, type SearchableIndex } from './indexed-search.ts'
import type { FacetChoice, FacetChoices } from './plan.ts'
import type { RecentSearches } from './recent-searches.ts'
import { IDLE, type SearchState } from './search-state.ts'
import { DEFAULT_DEBOUNCE, DEFAULT_HITS, type SearchSettings, SHORT_WORD_DEBOUNCE, SLOW } from './settings.ts'

/** The options of a search box: how to search, and what to show of hits. None of them is needed. */
export interface SearchBoxOptions extends SearchSettings {
  /** Where earlier searches are kept. Default: they are not kept. */
  recent?: RecentSearches | undefined
  /** A function that says whether there is a connection, as far as the platform knows. Default: what the browser reports. */
  isOnline?: (() => boolean) | undefined
}

/** A requested search. */
interface Search extends AddressedSearch {
  /** Counted from 1. */
  number: number
  prefix: boolean
  isExact: boolean
}

type Timer = ReturnType<typeof setTimeout> | undefined

const MOST_AT_A_TIME = 8
/** A word of one or two letters at the end of a query. */
const SHORT_LAST_WORD = /(?:^|[^\p{L}\p{M}\p{N}])[\p{L}\p{N}]\p{M}*(?:[\p{L}\p{N}]\p{M}*)?$/u

/**
 * A search box without a user interface: it stores what is typed, searches, and reports changes of its `state`. The element and the hooks of frameworks render it.
 * `useSearch()` returns one, and so does `load()` of the element.
 */
export class SearchBox {
  private readonly indexes: readonly IndexedSearch[]
  private readonly options: SearchBoxOptions
  private readonly listeners = new Set<() => void>()
  private current: SearchState
  private pages: readonly AnswerPage[] = []
  /** The search that is answered now. */
  private answered: Search | undefined
  private newest = 0
  private readonly running = new Set<number>()
  private waiting: Search | undefined
  private typing: Timer
  private slow: Timer

  constructor(indexes: readonly SearchableIndex[], options: SearchBoxOptions = {}) {
    this.indexes = indexes.map(index => new IndexedSearch(index, options))
    this.options = options
    this.current = { ...IDLE, recent: options.recent?.read() ?? [] }
  }

  /** The current state. It is a new object after each change, so that frameworks can compare it by identity. */
  get state(): SearchState {
    return this.current
  }

  /** Calls a function after each change of `state`. Returns a function that stops it. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Loads the engine and opens the indexes before the first search, for example when the field gets the focus. */
  warmUp(): void {
    // The first search tries again, and reports what fails.
    for (const index of this.indexes) index.warmUp().catch(() => {})
  }

  /** Call it with the text of the field after each letter: it searches when typing pauses. */
  type(query: string): void {
    clearTimeout(this.typing)
    this.change({ query, isExact: false })
    if (!isAsking(this.current)) {
      this.search(true)
      return
    }
    const { debounce = debounceOf(query) } = this.options
    this.typing = setTimeout(() => this.search(true), debounce)
    // Two letters locate a word in the dictionary, which is read while the next ones are typed.
    if (debounce === SHORT_WORD_DEBOUNCE && /\S\S$/.test(query)) for (const index of this.indexes) index.prepare(query)
  }

  /** Searches immediately, as when the visitor presses Enter; the last word is complete. Default: the text of the field. */
  submit(query = this.current.query): void {
    this.change({ query })
    this.remember()
    this.search(false)
  }

  /** Searches for the text as it was typed, without corrections. */
  submitExactly(): void {
    this.change({ isExact: true })
    this.search(false)
  }

  /** Empties the field and removes all filters. */
  clear(): void {
    this.change({ query: '', choices: {} })
    this.search(false)
  }

  /** Filters by values of a column, or by a range; an empty choice removes the filter. */
  choose(field: string, choice: FacetChoice): void {
    this.change({ choices: { ...this.current.choices, [field]: choice } })
    this.search(this.answered?.prefix ?? false)
  }

  /** Removes all filters. */
  clearChoices(): void {
    this.change({ choices: {} })
    this.search(this.answered?.prefix ?? false)
  }

  /** Sorts hits by a column, the newest or greatest first; `undefined` sorts by relevance again. */
  sortBy(sort: string | undefined): void {
    this.change({ sort })
    this.search(this.answered?.prefix ?? false)
  }

  /** Shows the answer of another index, counted from 0. */
  show(active: number): void {
    if (active >= 0 && active < this.indexes.length) this.change({ active })
  }

  /** Runs the last search again. */
  retry(): void {
    this.search(this.answered?.prefix ?? true)
  }

  /** Adds more hits of the index that is shown. */
  async more(): Promise<void> {
    const { answered, pages } = this
    const { active } = this.current
    const before = pages[active]
    if (answered === undefined || before?.next === undefined || this.current.phase === 'loading') return
    const { newest } = this
    this.load()
    try {
      const page = await this.indexes[active].search(answered.query, this.requestOf(answered), before)
      if (newest !== this.newest) return
      this.pages = this.pages.map((other, i) => (i === active ? page : other))
      this.settle({ phase: 'ready', answers: this.pages.map(({ answer }) => answer) })
    } catch (error) {
      if (newest !== this.newest) return
      // The index was replaced, so its hits have changed.
      if ((error as { code?: unknown }).code === 'STALE_CURSOR') this.search(answered.prefix)
      else this.fail(error, 0, () => this.retry())
    }
  }

  /** Keeps the query among the recent searches, as when the visitor follows a hit. */
  remember(): void {
    const { recent } = this.options
    if (recent !== undefined) this.change({ recent: recent.add(this.current.query) })
  }

  /** Deletes the recent searches. */
  forget(): void {
    const { recent } = this.options
    if (recent !== undefined) this.change({ recent: recent.clear() })
  }

  /** Searches for what the address of the page says; `key` is the name of the parameter that has the query. */
  restore(parameters: URLSearchParams, key: string): void {
    clearTimeout(this.typing)
    const { active, ...others } = readAddress(parameters, key)
    this.change({ ...others, isExact: false, active: active < this.indexes.length ? active : 0 })
    this.search(false)
  }

  /** Returns the parameters of the page's address with the search in them. */
  address(parameters: URLSearchParams, key: string): URLSearchParams {
    return writeAddress(parameters, key, this.current)
  }

  private search(prefix: boolean): void {
    clearTimeout(this.typing)
    const number = ++this.newest
    const { query, choices, sort, active, isExact } = this.current
    if (!isAsking(this.current)) {
      this.waiting = undefined
      this.answered = undefined
      this.pages = []
      this.settle({ phase: 'idle', answers: [] })
      return
    }
    this.change({ isFinal: !prefix })
    this.load()
    const search = { number, query, choices, sort, active, prefix, isExact }
    if (this.running.size < MOST_AT_A_TIME) this.run(search)
    else this.waiting = search
  }

  private async run(search: Search, pauses = 0): Promise<void> {
    const { number, query } = search
    this.running.add(number)
    try {
      const request = this.requestOf(search)
      const pages = await Promise.all(this.indexes.map(index => index.search(query, request)))
      // An answer is shown until that of a later search arrives; none is shown if the field is empty.
      if (number > (this.answered?.number ?? 0) && isAsking(this.current)) {
        this.answered = search
        this.pages = pages
        const answers = pages.map(({ answer }) => answer)
        if (number === this.newest) this.settle({ phase: 'ready', answers })
        else this.change({ answers })
      }
    } catch (error) {
      if (number === this.newest) this.fail(error, pauses, pauses => this.run(search, pauses))
    } finally {
      this.running.delete(number)
      const { waiting } = this
      this.waiting = undefined
      if (waiting !== undefined) this.run(waiting)
    }
  }

  private requestOf({ choices, sort, prefix, isExact }: Search) {
    return { choices, sort, prefix, exact: isExact, limit: this.options.hits ?? DEFAULT_HITS }
  }

  private load(): void {
    // From the first search that is not answered, or those who type on while a slow connection answers would be told nothing.
    if (this.current.phase !== 'loading') this.slow = setTimeout(() => this.change({ isSlow: true }), SLOW)
    this.change({ phase: 'loading', failure: undefined })
  }

  private settle(state: Partial<SearchState>): void {
    clearTimeout(this.slow)
    this.change({ isSlow: false, failure: undefined, ...state })
  }

  /** @param again repeats what failed; `pauses`: as for `tryLater` */
  private fail(error: unknown, pauses: number, again: (pauses: number) => void): void {
    const { newest, options } = this
    const failure = failureOf(error, (options.isOnline ?? isOnline)())
    // While it is repeated, its message stays, or screen readers would read it each time.
    if (failure.kind !== this.current.failure?.kind) this.settle({ phase: 'failed', failure })
    if (!isOfConnection(failure)) return
    tryLater(pauses, pauses => {
      if (newest === this.newest && this.current.failure !== undefined) again(pauses)
    })
  }

  private change(state: Partial<SearchState>): void {
    this.current = { ...this.current, ...state }
    for (const listener of this.listeners) listener()
  }
}

function isAsking({ query, choices }: { query: string; choices: FacetChoices }): boolean {
  return query.trim() !== '' || Object.values(choices).some(choice => Object.values(choice).some(Boolean))
}

/** The default delay. A word of one or two letters says little about the intent, and has many documents to read. */
function debounceOf(query: string): number {
  return SHORT_LAST_WORD.test(query) ? SHORT_WORD_DEBOUNCE : DEFAULT_DEBOUNCE
}
