/** The mode `dialog`: a button that opens a dialog with a field and a list. The platform's `<dialog>` keeps the focus inside and restores it. */
import type { SearchState } from '../search-box/index.ts'
import { Combobox } from './combobox.ts'
import { button, h } from './dom.ts'
import { MessagesView } from './messages-view.ts'
import { areSingleKeysOff, singleKeyOf, turnSingleKeys } from './shortcuts.ts'
import { TabsView } from './tabs-view.ts'
import type { View, ViewContext } from './view.ts'

export class DialogView implements View {
  private readonly context: ViewContext
  private readonly combobox: Combobox
  private readonly messages: MessagesView
  private readonly tabs: TabsView
  private readonly panel = h('div', { id: 'panel' })
  private readonly forget: HTMLButtonElement

  constructor(context: ViewContext) {
    const { box, shell, wording } = context
    const { body, input, status } = shell
    this.context = context
    // Escape closes the dialog by itself.
    this.combobox = new Combobox(context, { isOpen: () => true, open: () => {}, escape: () => false })
    this.messages = new MessagesView(context)
    this.tabs = new TabsView(context, this.panel)
    const forget = () => {
      input.focus()
      box.forget()
    }
    this.forget = button('forget', wording.forget, forget, { class: 'plain forget' })
    this.panel.append(this.messages.choices, this.combobox.list.root, this.forget)
    const keys = [
      ['↑ ↓', wording.moves],
      ['↵', wording.opens],
      ['Esc', wording.closes],
    ].map(([key, meaning]) => h('span', {}, h('kbd', {}, key), ' ', meaning))
    status.before(this.tabs.root)
    body.append(
      this.panel,
      h('div', { class: 'keys' }, h('p', { class: 'key-list', 'aria-hidden': 'true' }, ...keys), this.singleKey()),
    )
  }

  render(state: SearchState, before: SearchState): void {
    this.messages.render(state)
    this.tabs.render(state, this.panel)
    this.combobox.render(state, before)
    this.forget.hidden = state.phase !== 'idle' || state.recent.length === 0
  }

  /** Turns the single-character shortcut off and on. */
  private singleKey(): HTMLElement | undefined {
    const { settings, wording } = this.context
    const key = singleKeyOf(settings.shortcuts)
    if (key === undefined) return undefined
    const textOf = (isOff: boolean) => (isOff ? wording.keyOn(key) : wording.keyOff(key))
    const made = button(
      'single-key',
      textOf(areSingleKeysOff()),
      () => {
        turnSingleKeys(!areSingleKeysOff())
        made.textContent = textOf(areSingleKeysOff())
      },
      { class: 'plain single-key' },
    )
    return made
  }

  close(): void {
    this.context.shell.close()
  }
}
