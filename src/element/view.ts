/** The interface of the element's modes: each renders the state of a search box into a shadow root. */
import type { Answer, SearchBox, SearchState, ShownHit, ShownSection, Wording } from '../search-box/index.ts'
import type { ElementSettings } from './attributes.ts'
import type { Shell } from './shell.ts'

/** The context of a view. */
export interface ViewContext {
  box: SearchBox
  shell: Shell
  settings: ElementSettings
  wording: Wording
  /** The label of each index. */
  labels: readonly string[]
  /** Changes a hit's list item or option before it is shown. */
  decorate(item: HTMLElement, hit: ShownHit): void
  /** Called when someone follows a hit, here or in another tab or window. Returns whether to follow the link. */
  select(hit: ShownHit | ShownSection, isElsewhere: boolean): boolean
  /** Submits the author's form, if any. Returns whether there is one. */
  sendForm(query: string): boolean
}

export interface View {
  render(state: SearchState, before: SearchState): void
  /** Closes the dialog or the list. */
  close(): void
}

/** The answer of the active index. */
export function shownAnswer({ answers, active }: SearchState): Answer | undefined {
  return answers[active]
}

/** What a field is called on the screen. */
export function labelOf(field: string, { labels = {} }: ElementSettings): string {
  return Object.hasOwn(labels, field) ? labels[field] : field
}

/** Reports that a link to a hit is followed. */
export function reportFollowing(
  link: HTMLElement,
  hit: ShownHit | ShownSection,
  { select }: Pick<ViewContext, 'select'>,
): void {
  link.addEventListener('click', event => {
    const isElsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey
    if (!select(hit, isElsewhere)) event.preventDefault()
  })
  // The middle button opens another tab.
  link.addEventListener('auxclick', event => event.button === 1 && select(hit, true))
}

/** The language of what is found: that of the page, in an element that speaks another one. */
export function languageOfHits({ shell, settings }: Pick<ViewContext, 'shell' | 'settings'>): string | undefined {
  return shell.root.lang === '' ? undefined : settings.language
}

/** The text of the live region. */
export function statusText(state: SearchState, wording: Wording): string {
  const { phase, isSlow, failure } = state
  const answer = shownAnswer(state)
  if (failure !== undefined) return wording.failures[failure.kind]
  if (phase === 'loading' && (isSlow || answer === undefined)) return isSlow ? wording.loading : ''
  return answer === undefined ? '' : wording.status(answer)
}
