/** What the forms of the element have in common: each draws the state of a search box into a shadow root. */
import type { Answer, SearchBox, SearchState, ShownHit, ShownSection, Wording } from '../search-box/index.ts'
import type { ElementSettings } from './attributes.ts'
import type { Shell } from './shell.ts'

/** What a form is made of. */
export interface ViewContext {
  box: SearchBox
  shell: Shell
  settings: ElementSettings
  wording: Wording
  /** What each index is called. */
  labels: readonly string[]
  /** What is done with a hit's list item or option before it is shown. */
  decorate(item: HTMLElement, hit: ShownHit): void
  /** Someone follows a hit. Returns whether the link should be followed. */
  select(hit: ShownHit | ShownSection): boolean
  /** Sends the form that the author gave, if there is one. Returns whether there is. */
  sendForm(query: string): boolean
}

export interface View {
  render(state: SearchState, before: SearchState): void
  /** Closes the dialog or the list. */
  close(): void
}

/** The answer of the index that is shown. */
export function shownAnswer({ answers, active }: SearchState): Answer | undefined {
  return answers[active]
}

/** What a field is called on the screen. */
export function labelOf(field: string, { labels = {} }: ElementSettings): string {
  return Object.hasOwn(labels, field) ? labels[field] : field
}

/** What the live region says. */
export function statusText(state: SearchState, wording: Wording): string {
  const { phase, isSlow, failure } = state
  const answer = shownAnswer(state)
  if (failure !== undefined) return wording.failures[failure.kind]
  if (phase === 'loading' && (isSlow || answer === undefined)) return isSlow ? wording.loading : ''
  return answer === undefined ? '' : wording.status(answer)
}
