/** The mode `list`: a field with a list of the best hits below it. */
import type { SearchState } from '../search-box/index.ts'
import { Combobox } from './combobox.ts'
import { button, h } from './dom.ts'
import { MessagesView } from './messages-view.ts'
import { TabsView } from './tabs-view.ts'
import type { View, ViewContext } from './view.ts'

export class ListView implements View {
  private readonly context: ViewContext
  private readonly combobox: Combobox
  private readonly messages: MessagesView
  private readonly tabs: TabsView
  private readonly panel = h('div', { id: 'panel' })
  private readonly footer = h('p', { class: 'footer', hidden: '' })
  private isOpen: boolean

  constructor(context: ViewContext) {
    const { box, shell, wording } = context
    const { root, input, body, status } = shell
    this.context = context
    this.isOpen = root.matches(':focus-within')
    this.combobox = new Combobox(context, {
      isOpen: () => this.isOpen,
      open: () => this.open(),
      escape: () => this.escape(),
    })
    this.messages = new MessagesView(context)
    this.tabs = new TabsView(context, this.panel)
    this.panel.append(this.combobox.list.root)
    const forget = button('forget', wording.forget, () => {
      input.focus()
      box.forget()
    })
    this.footer.append(forget)
    status.before(this.tabs.root)
    body.append(this.messages.choices, this.panel, this.footer)
    input.addEventListener('focus', () => this.open())
    root.addEventListener('focusout', event => {
      if (!root.contains(event.relatedTarget as Node | null)) this.close()
    })
    root.addEventListener('keydown', event => {
      if (event.key !== 'Escape' || event.target === input || !this.isOpen) return
      input.focus()
      this.close()
    })
  }

  render(state: SearchState, before: SearchState): void {
    this.messages.render(state)
    this.tabs.render(state, this.panel)
    this.combobox.render(state, before)
    this.footer.hidden = state.phase !== 'idle' || state.recent.length === 0
    this.refresh()
  }

  close(): void {
    this.isOpen = false
    this.combobox.list.activate(-1)
    this.refresh()
  }

  private open(): void {
    this.isOpen = true
    this.refresh()
  }

  private escape(): boolean {
    if (this.isPopupShown) this.close()
    else this.context.box.clear()
    return true
  }

  private get isPopupShown(): boolean {
    const { phase, recent, isSlow, answers } = this.context.box.state
    const hasContent = phase === 'idle' ? recent.length > 0 : phase !== 'loading' || isSlow || answers.length > 0
    return this.isOpen && hasContent
  }

  /** The popup is only made invisible, because its live region must exist before it is used. */
  private refresh(): void {
    const { root, body } = this.context.shell
    if (this.isPopupShown && !body.matches('.shown')) {
      // It may be wider than the field, so it opens to the side with more room.
      const { left, right } = root.getBoundingClientRect()
      const [start, end] = [innerWidth - left, right]
      body.classList.toggle('at-end', getComputedStyle(root).direction === 'rtl' ? end < start : start < end)
    }
    body.classList.toggle('shown', this.isPopupShown)
    this.combobox.refresh()
  }
}
