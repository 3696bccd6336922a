/** The indexes as tabs with counts, after the ARIA Authoring Practices: arrows, Home and End move and activate tabs. */
import type { SearchState } from '../search-box/index.ts'
import { h } from './dom.ts'
import type { ViewContext } from './view.ts'

export class TabsView {
  readonly root: HTMLElement
  private readonly tabs: { tab: HTMLElement; count: HTMLElement }[]
  private readonly context: ViewContext

  /** @param panel the panel that the tabs control, which has an id */
  constructor(context: ViewContext, panel: HTMLElement) {
    this.context = context
    const { labels, wording } = context
    this.tabs = labels.map((label, i) => {
      const count = h('span', { part: 'count', class: 'count' })
      const tab = h(
        'button',
        { type: 'button', role: 'tab', part: 'tab', id: `tab${i}`, 'aria-controls': panel.id },
        label,
        ' ',
        count,
      )
      tab.addEventListener('click', () => context.box.show(i))
      tab.addEventListener('keydown', event => this.move(event, i))
      return { tab, count }
    })
    this.root = h(
      'div',
      { role: 'tablist', part: 'tabs', 'aria-label': wording.indexes, hidden: '' },
      ...this.tabs.map(({ tab }) => tab),
    )
  }

  render({ answers, active }: SearchState, panel: HTMLElement): void {
    const isShown = this.tabs.length > 1 && answers.length > 0
    this.root.hidden = !isShown
    if (isShown) {
      panel.setAttribute('role', 'tabpanel')
      panel.setAttribute('aria-labelledby', `tab${active}`)
    } else {
      panel.removeAttribute('role')
      panel.removeAttribute('aria-labelledby')
    }
    this.tabs.forEach(({ tab, count }, i) => {
      tab.setAttribute('aria-selected', String(i === active))
      tab.tabIndex = i === active ? 0 : -1
      const answer = answers[i]
      const more = answer?.totalIsLowerBound ? '+' : ''
      count.textContent = answer === undefined ? '' : `${this.context.wording.number(answer.shownTotal)}${more}`
    })
  }

  private move(event: KeyboardEvent, i: number): void {
    const last = this.tabs.length - 1
    const isRtl = getComputedStyle(this.root).direction === 'rtl'
    const [back, forth] = isRtl ? ['ArrowRight', 'ArrowLeft'] : ['ArrowLeft', 'ArrowRight']
    const to = { [back]: i === 0 ? last : i - 1, [forth]: i === last ? 0 : i + 1, Home: 0, End: last }[event.key]
    if (to === undefined) return
    event.preventDefault()
    this.context.box.show(to)
    this.tabs[to].tab.focus()
  }
}
