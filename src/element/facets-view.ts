/** The filters next to the results: checkboxes for values with counts, and bounds for dates and numbers. */
import type { SearchState, ShownFacet } from '../search-box/index.ts'
import { button, h, present } from './dom.ts'
import { labelOf, shownAnswer, type ViewContext } from './view.ts'

export class FacetsView {
  readonly root: HTMLElement
  private readonly groups = h('div', { class: 'groups' })
  private readonly context: ViewContext
  /** The facets drawn last. */
  private drawn: readonly ShownFacet[] | undefined

  constructor(context: ViewContext) {
    this.context = context
    const { facets: name } = context.wording
    const fold = h('details', {}, h('summary', { part: 'facets-summary' }, name), this.groups)
    this.root = h('section', { part: 'facets', 'aria-label': name, hidden: '' }, fold)
    // On a narrow screen they would push the results down; on a wide one they are next to them.
    const narrow = matchMedia('(max-width: 44rem)')
    const unfold = () => {
      fold.open = !narrow.matches
    }
    unfold()
    narrow.addEventListener('change', unfold)
  }

  render(state: SearchState): void {
    const { box, shell, wording } = this.context
    const facets = (shownAnswer(state)?.facets ?? []).filter(
      facet => facet.type !== 'keyword' || facet.values.length > 0,
    )
    const root = this.root.getRootNode() as ShadowRoot
    // The filters disappear with the last answer, which would lose the focus.
    if (facets.length === 0 && this.root.contains(root.activeElement)) shell.input.focus()
    this.root.hidden = facets.length === 0
    if (this.drawn !== undefined && JSON.stringify(this.drawn) === JSON.stringify(facets)) return
    this.drawn = facets
    // They are recreated for each answer, so the focus is restored.
    const focused = (root.activeElement as HTMLElement | null)?.dataset?.key
    const isFiltered = facets.some(facet =>
      facet.type === 'keyword' ? facet.values.some(({ isChosen }) => isChosen) : facet.from !== '' || facet.to !== '',
    )
    this.groups.replaceChildren(
      ...facets.map(facet => this.group(facet)),
      ...present([
        isFiltered &&
          button('clear-facets', wording.clearFacets, () => box.clearChoices(), {
            'data-key': 'clear',
            class: 'plain',
          }),
      ]),
    )
    if (focused === undefined) return
    this.root.querySelectorAll<HTMLElement>('[data-key]').forEach(control => {
      if (control.dataset.key === focused) control.focus()
    })
    // The button disappears with the filters that it cleared.
    if (focused === 'clear' && !isFiltered) this.root.querySelector<HTMLElement>('input')?.focus()
  }

  private group(facet: ShownFacet): HTMLElement {
    const { field } = facet
    return h(
      'fieldset',
      { part: 'facet' },
      h('legend', { part: 'facet-name' }, labelOf(field, this.context.settings)),
      ...(facet.type === 'keyword' ? this.values(facet) : this.bounds(facet)),
    )
  }

  private values({ field, values }: Extract<ShownFacet, { type: 'keyword' }>): HTMLElement[] {
    const { box, wording } = this.context
    return values.map(({ value, count, isChosen }) => {
      const tick = h('input', { type: 'checkbox', 'data-key': `${field}=${value}` })
      tick.checked = isChosen
      tick.addEventListener('change', () => {
        const others = values.filter(other => other.isChosen && other.value !== value).map(({ value }) => value)
        box.choose(field, tick.checked ? [...others, value] : others)
      })
      return h(
        'label',
        {},
        tick,
        h('span', {}, value),
        h('span', { part: 'count', class: 'count' }, wording.number(count)),
      )
    })
  }

  private bounds({ field, type, from, to }: Extract<ShownFacet, { type: 'date' | 'number' }>): HTMLElement[] {
    const { box, wording } = this.context
    const names = type === 'date' ? [wording.dateFrom, wording.dateTo] : [wording.numberFrom, wording.numberTo]
    const inputs = [from, to].map((value, i) => {
      const input = h('input', { type, step: 'any', 'data-key': `${field} ${i}` })
      input.value = value
      return input
    })
    const choose = () => {
      const [from, to] = inputs.map(({ value }) => value)
      box.choose(field, { from, to })
    }
    for (const input of inputs) input.addEventListener('change', choose)
    return inputs.map((input, i) => h('label', { class: 'bound' }, h('span', {}, names[i]), input))
  }
}
