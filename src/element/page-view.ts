/** The mode `page`: a field with a page of results below it, and filters next to them. */
import type { SearchState } from '../search-box/index.ts'
import { button, h } from './dom.ts'
import { FacetsView } from './facets-view.ts'
import { hitItem } from './hit-item.ts'
import { MessagesView } from './messages-view.ts'
import { TabsView } from './tabs-view.ts'
import { labelOf, languageOfHits, shownAnswer, type View, type ViewContext } from './view.ts'

export class PageView implements View {
  private readonly context: ViewContext
  private readonly messages: MessagesView
  private readonly facets: FacetsView
  private readonly tabs: TabsView
  private readonly recent = h('p', { part: 'recent', class: 'recent quiet', hidden: '' })
  private readonly sort = h('select', { part: 'sort', id: 'sort' })
  private readonly order: HTMLElement
  private readonly results: HTMLElement
  private readonly more: HTMLButtonElement
  private readonly panel = h('div', { id: 'panel' })

  constructor(context: ViewContext) {
    const { box, shell, wording } = context
    const { body, input, status } = shell
    this.context = context
    this.messages = new MessagesView(context)
    this.facets = new FacetsView(context)
    this.tabs = new TabsView(context, this.panel)
    input.addEventListener('input', () => box.type(input.value))
    input.form?.addEventListener('submit', () => box.submit(input.value))
    this.sort.addEventListener('change', () => box.sortBy(this.sort.value || undefined))
    this.order = h('p', { class: 'order', hidden: '' }, h('label', { for: 'sort' }, wording.sort), ' ', this.sort)
    this.more = button('more', wording.more, () => this.addHits(), { class: 'more', hidden: '' })
    const lang = languageOfHits(context)
    this.results = h('ol', { part: 'results', class: 'results', 'aria-label': wording.results, lang })
    this.panel.append(
      h('div', { class: 'columns' }, h('div', { class: 'hits' }, this.results, this.more), this.facets.root),
    )
    // The live region stays in place while the rest is added around it, because a moved one might not be announced.
    status.parentElement?.before(this.recent, this.tabs.root)
    status.after(this.order)
    body.append(this.messages.choices, this.panel)
  }

  render(state: SearchState, before: SearchState): void {
    const { body, input } = this.context.shell
    if (input.value !== state.query) input.value = state.query
    this.messages.render(state)
    body.setAttribute('aria-busy', String(state.phase === 'loading'))
    this.renderRecent(state)
    const answer = shownAnswer(state)
    this.tabs.render(state, this.panel)
    this.panel.hidden = answer === undefined || state.failure !== undefined
    if (answer === shownAnswer(before) && state.choices === before.choices) return
    this.facets.render(state)
    this.renderOrder(state)
    const hits = answer?.hits ?? []
    const first = shownAnswer(before)?.hits ?? []
    // More hits do not change earlier ones, so the focus stays.
    const isContinued = hits.length > first.length && first.length > 0 && first.every((hit, i) => hit === hits[i])
    const items = hits.slice(isContinued ? first.length : 0).map(hit => hitItem(hit, this.context))
    if (isContinued) this.results.append(...items)
    else this.results.replaceChildren(...items)
    this.more.hidden = answer?.hasMore !== true
  }

  close(): void {}

  /** Adds more hits, and moves the focus to the first of them. */
  private async addHits(): Promise<void> {
    const { length } = this.results.children
    await this.context.box.more()
    const item = this.results.children[length] as HTMLElement | undefined
    const target = item?.querySelector<HTMLElement>('a') ?? item
    if (target === undefined) return
    if (target === item) item.tabIndex = -1
    target.focus()
  }

  private renderOrder(state: SearchState): void {
    const { settings, wording } = this.context
    const sorts = shownAnswer(state)?.sorts ?? []
    this.order.hidden = sorts.length === 0
    if (this.sort.options.length !== sorts.length + 1) {
      const named = sorts.map(name => new Option(labelOf(name, settings), name))
      this.sort.replaceChildren(new Option(wording.best, ''), ...named)
    }
    this.sort.value = state.sort ?? ''
  }

  private renderRecent({ recent, phase, query }: SearchState): void {
    const { box, shell, wording } = this.context
    this.recent.hidden = recent.length === 0 || phase !== 'idle' || query.trim() !== ''
    if (this.recent.hidden) return
    const queries = recent.flatMap(query => [' ', button('recent-query', query, () => box.submit(query))])
    const forget = button('forget', wording.forget, () => {
      box.forget()
      shell.input.focus()
    })
    this.recent.replaceChildren(h('span', {}, wording.recent), ...queries, ' ', forget)
  }
}
