/** A search box in the page: loads the views and the engine on demand, draws each state, and dispatches events. */
import { connected, isOnline, tryLater } from '../search-box/connection.ts'
import { FEATURES_OF_ALL } from '../search-box/features.ts'
import type { SearchableIndex, SearchBox, SearchState, ShownHit, ShownSection, Wording } from '../search-box/index.ts'
import { SHORT_WORD_DEBOUNCE, SLOW } from '../search-box/settings.ts'
import type { ElementSettings } from './attributes.ts'
import type { Shell } from './shell.ts'
import type { View, ViewContext } from './view.ts'

/**
 * The `detail` of the event `trouvaille-search`, which is fired when a search was answered. For statistics.
 *
 * @example
 * element.addEventListener('trouvaille-search', ({ detail }) => console.log(detail.query, detail.total))
 */
export interface SearchEventDetail {
  /** The query. */
  query: string
  /** `true` if the visitor sent the query, `false` if typing paused. */
  isFinal: boolean
  /** Which of the indexes is shown, from 0. */
  index: number
  /** The number of matching documents. */
  total: number
  /** The number of them that contain all words. */
  fullMatches: number
  /** The query with its typos corrected; `undefined` if nothing was corrected. */
  correction: string | undefined
  /** How long the search took, in milliseconds. */
  tookMs: number
}

/**
 * The `detail` of the event `trouvaille-select`, which is fired when the visitor follows a hit. `preventDefault()` keeps the visitor on the page. If the hit is opened
 * in another tab or window, the event is not `cancelable`.
 *
 * @example
 * element.addEventListener('trouvaille-select', ({ detail }) => console.log(detail.url))
 */
export interface SelectEventDetail {
  /** The query. */
  query: string
  /** Which of the indexes is shown, from 0. */
  index: number
  /** The place of the hit in the list, from 1. */
  position: number
  /** The id of the document. */
  id: string | number
  /** The address that the visitor goes to; `undefined` if the document has none. */
  url: string | undefined
  /** The stored fields of the document. */
  document: Readonly<Record<string, unknown>>
}

/** The field of the form that the author gives for visitors without JavaScript. */
export const OWN_FIELD = 'input:not([type]), input[type=text], input[type=search]'

interface Surroundings {
  host: HTMLElement
  shell: Shell
  settings: ElementSettings
  wording: Wording
  indexes: readonly SearchableIndex[]
  labels: readonly string[]
  decorate(item: HTMLElement, hit: ShownHit): void
}

export class Session {
  private readonly around: Surroundings
  private readonly ending = new AbortController()
  private loading: Promise<SearchBox> | undefined
  private box: SearchBox | undefined
  private view: View | undefined
  /** When the text of the field last changed, in milliseconds. */
  private changedAt = Number.NEGATIVE_INFINITY

  constructor(around: Surroundings) {
    this.around = around
    const { shell, settings } = around
    const { root, input } = shell
    const { signal } = this.ending
    const load = () => this.load().catch(() => {})
    root.addEventListener('focusin', load, { signal })
    // Text typed or submitted before the views are loaded is passed on to them.
    const change = () => {
      this.changedAt = Date.now()
      load()
    }
    input.addEventListener('input', change, { signal })
    input.form?.addEventListener('submit', event => {
      event.preventDefault()
      if (this.view === undefined)
        this.load().then(
          box => box.submit(input.value),
          () => {},
        )
    })
    input.addEventListener('keydown', event => {
      if (event.key !== 'Enter' || event.isComposing || this.view !== undefined || input.form !== null) return
      if (input.value.trim() !== '' && this.sendForm(input.value)) return
      this.load().then(
        box => box.submit(input.value),
        () => {},
      )
    })
    if (settings.param !== undefined && isInAddress(settings.param)) load()
  }

  /** A failure is not kept. `pauses`: as for `tryLater`. */
  load(pauses = 0): Promise<SearchBox> {
    this.loading ??= this.start().catch(error => {
      const { shell, wording } = this.around
      this.loading = undefined
      shell.status.textContent = wording.failures[isOnline() ? 'outdated' : 'offline']
      shell.body.classList.add('shown')
      tryLater(pauses, pauses => this.ending.signal.aborted || this.load(pauses).catch(() => {}))
      throw error
    })
    return this.loading
  }

  close(): void {
    this.view?.close()
  }

  end(): void {
    this.ending.abort()
  }

  private async start(): Promise<SearchBox> {
    const { shell, settings, indexes } = this.around
    // Requested together with the views.
    for (const index of indexes) index.warmUp({ features: FEATURES_OF_ALL }).catch(() => {})
    const waiting = setTimeout(() => this.sayLoading(), SLOW)
    const { mode } = settings
    const [{ AddressKeeper, PageView, RecentSearches, SearchBox }, views] = await connected()
      .then(() => Promise.all([import('./views.ts'), mode === 'page' ? undefined : import('./popup-views.ts')]))
      .finally(() => clearTimeout(waiting))
    const recent = settings.keepsRecent ? RecentSearches.inBrowser(settings.sources.join(' ')) : undefined
    const box = new SearchBox(indexes, { ...settings, recent })
    const { signal } = this.ending
    if (signal.aborted) return box
    const context: ViewContext = {
      ...this.around,
      box,
      select: (hit, isElsewhere) => this.select(hit, isElsewhere),
      sendForm: query => this.sendForm(query),
    }
    const view = mode === 'page' || views === undefined ? new PageView(context) : new views.POPUP_VIEWS[mode](context)
    this.box = box
    this.view = view
    if (settings.param !== undefined) new AddressKeeper(box, settings.param, signal).start()
    // Before the first rendering, which would empty the field.
    if (shell.input.value !== '' && shell.input.value !== box.state.query) {
      box.type(shell.input.value)
      const { debounce = SHORT_WORD_DEBOUNCE } = settings
      // Loading took longer than a pause in typing, or the visitor was told to wait: nothing is left to wait for.
      const isPaused = Date.now() - this.changedAt >= debounce
      if (isPaused || shell.status.textContent !== '') box.retry()
    }
    this.follow(box, view)
    return box
  }

  /** On a slow connection, shows that something is loading before the views can. */
  private sayLoading(): void {
    const { shell, wording } = this.around
    if (shell.input.value === '') return
    shell.status.textContent = wording.loading
    shell.body.classList.add('shown')
  }

  /** Renders the state, now and whenever it changes. */
  private follow(box: SearchBox, view: View): void {
    let before = box.state
    view.render(before, before)
    const end = box.subscribe(() => {
      const { state } = box
      const last = before
      before = state
      view.render(state, last)
      if (state.phase === 'ready' && state.answers !== last.answers) this.announce(state)
    })
    this.ending.signal.addEventListener('abort', end)
  }

  private announce({ answers, active, isFinal }: SearchState): void {
    const answer = answers[active]
    if (answer === undefined) return
    const { query, total, fullMatches, correction, tookMs } = answer
    const detail: SearchEventDetail = { query, isFinal, index: active, total, fullMatches, correction, tookMs }
    this.around.host.dispatchEvent(new CustomEvent('trouvaille-search', { detail, bubbles: true, composed: true }))
  }

  /** @param isElsewhere whether the hit is opened in another tab or window, which nothing prevents */
  private select(hit: ShownHit | ShownSection, isElsewhere: boolean): boolean {
    const { box, view } = this
    if (box === undefined) return true
    box.remember()
    const { answers, active } = box.state
    const { query, hits } = answers[active] ?? { query: '', hits: [] }
    const place = hits.findIndex(shown => shown === hit || shown.sections.some(section => section === hit))
    const detail: SelectEventDetail = {
      query,
      index: active,
      position: place + 1,
      id: hit.id,
      url: hit.href,
      document: hit.document,
    }
    const event = new CustomEvent('trouvaille-select', {
      detail,
      bubbles: true,
      composed: true,
      cancelable: !isElsewhere,
    })
    const isFollowed = this.around.host.dispatchEvent(event)
    // It would cover the section that the link leads to on this page.
    if (!isElsewhere) view?.close()
    return isFollowed
  }

  /** Submits the author's form, if any. Returns whether there is one. */
  private sendForm(query: string): boolean {
    const form = this.around.host.querySelector<HTMLFormElement>('form[action]')
    const field = form?.querySelector<HTMLInputElement>(OWN_FIELD)
    if (!form || !field) return false
    field.value = query
    form.requestSubmit()
    return true
  }
}

function isInAddress(key: string): boolean {
  return [...new URLSearchParams(location.search).keys()].some(name => name === key || name.startsWith(`${key}.`))
}
