/** The options of a combobox: hits and their sections as links, or earlier searches. The field keeps the focus; one option is active. */
import type { SearchState, ShownHit, ShownSection } from '../search-box/index.ts'
import { type Child, h, marked } from './dom.ts'
import { languageOfHits, reportFollowing, shownAnswer, type ViewContext } from './view.ts'

export class OptionList {
  readonly root: HTMLElement
  private readonly context: ViewContext
  private options: HTMLElement[] = []
  private place = -1

  constructor(context: ViewContext, id: string) {
    this.context = context
    // A scrollable list would otherwise be a tab stop; it is navigated from the field.
    this.root = h('div', {
      role: 'listbox',
      part: 'list',
      id,
      tabindex: '-1',
      'aria-label': context.wording.results,
      lang: languageOfHits(context),
    })
    // A mouse press would take the focus from the field and close the list before the click.
    this.root.addEventListener('mousedown', event => event.preventDefault())
  }

  get length(): number {
    return this.options.length
  }

  /** The active option, from 0; -1 if there is none. */
  get active(): number {
    return this.place
  }

  get activeId(): string | undefined {
    return this.options[this.place]?.id
  }

  activate(place: number): void {
    this.options[this.place]?.setAttribute('aria-selected', 'false')
    this.place = place < this.options.length ? place : -1
    const option = this.options[this.place]
    option?.setAttribute('aria-selected', 'true')
    option?.scrollIntoView({ block: 'nearest' })
  }

  /** Follows the active option, like a click. */
  accept(): void {
    this.options[this.place]?.click()
  }

  /** Returns whether the options were recreated. */
  render(state: SearchState, before: SearchState): boolean {
    const isAnew =
      shownAnswer(state) !== shownAnswer(before) || state.recent !== before.recent || state.phase !== before.phase
    if (!isAnew) return false
    const hits = state.failure === undefined ? (shownAnswer(state)?.hits ?? []) : []
    const recent = state.phase === 'idle' ? state.recent : []
    this.root.setAttribute('aria-label', recent.length > 0 ? this.context.wording.recent : this.context.wording.results)
    this.options = [...recent.map(query => this.queryOption(query)), ...hits.flatMap(hit => this.hitOptions(hit))]
    this.options.forEach((option, i) => {
      option.id = `option${i}`
    })
    this.place = -1
    this.root.replaceChildren(...this.options)
    return true
  }

  private queryOption(query: string): HTMLElement {
    const option = this.option(undefined, 'option recent-query', query)
    option.addEventListener('click', () => this.context.box.submit(query))
    return option
  }

  private hitOptions(hit: ShownHit): HTMLElement[] {
    const { wording, decorate } = this.context
    const { title, meta, excerpt, image, isPromoted, sections } = hit
    const option = this.option(
      hit,
      `option${isPromoted ? ' promoted' : ''}`,
      image !== undefined && h('img', { part: 'image', src: image, alt: '', loading: 'lazy', decoding: 'async' }),
      h(
        'span',
        { class: 'text' },
        isPromoted && h('span', { part: 'badge', class: 'badge' }, wording.promoted),
        h('span', { part: 'title', class: 'title' }, marked(title)),
        meta.length > 0 && h('span', { part: 'meta', class: 'quiet' }, meta.map(wording.readable).join(' · ')),
        excerpt && h('span', { part: 'excerpt', class: 'excerpt' }, marked(excerpt)),
      ),
    )
    decorate(option, hit)
    return [option, ...sections.map(section => this.sectionOption(section))]
  }

  private sectionOption(section: ShownSection): HTMLElement {
    return this.option(
      section,
      'option section',
      h(
        'span',
        { class: 'text section' },
        h('span', { class: 'title' }, marked(section.name)),
        section.excerpt && h('span', { part: 'section-excerpt', class: 'excerpt' }, marked(section.excerpt)),
      ),
    )
  }

  private option(hit: ShownHit | ShownSection | undefined, part: string, ...children: Child[]): HTMLElement {
    const attributes = { role: 'option', part, 'aria-selected': 'false' }
    if (hit?.href === undefined) return h('div', attributes, ...children)
    const option = h('a', { ...attributes, href: hit.href, tabindex: '-1' }, ...children)
    reportFollowing(option, hit, this.context)
    return option
  }
}
