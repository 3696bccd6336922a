/** A text field with a list of options, after the ARIA Authoring Practices; the modes `list` and `dialog` use it. */
import type { SearchState } from '../search-box/index.ts'
import { actionOf } from './list-keys.ts'
import { OptionList } from './option-list.ts'
import type { ViewContext } from './view.ts'

export interface ComboboxBehaviour {
  /** Whether a non-empty list is shown. */
  isOpen(): boolean
  /** Shows the list. */
  open(): void
  /** Handles Escape. Returns whether it did; otherwise the key has its default effect. */
  escape(isListShown: boolean): boolean
}

export class Combobox {
  readonly list: OptionList
  private readonly context: ViewContext
  private readonly behaviour: ComboboxBehaviour

  constructor(context: ViewContext, behaviour: ComboboxBehaviour) {
    const { box, shell } = context
    const { input } = shell
    this.context = context
    this.behaviour = behaviour
    this.list = new OptionList(context, 'list')
    input.setAttribute('aria-controls', 'list')
    input.addEventListener('input', () => {
      behaviour.open()
      box.type(input.value)
    })
    input.addEventListener('keydown', event => this.press(event))
  }

  get isListShown(): boolean {
    return this.behaviour.isOpen() && this.list.length > 0
  }

  render(state: SearchState, before: SearchState): void {
    const { input } = this.context.shell
    if (input.value !== state.query) input.value = state.query
    this.list.render(state, before)
    this.refresh()
  }

  /** Updates the ARIA attributes. */
  refresh(): void {
    const { input } = this.context.shell
    this.list.root.hidden = !this.isListShown
    input.setAttribute('aria-expanded', String(this.isListShown))
    const { activeId } = this.list
    if (this.isListShown && activeId !== undefined) input.setAttribute('aria-activedescendant', activeId)
    else input.removeAttribute('aria-activedescendant')
  }

  private press(event: KeyboardEvent): void {
    // Keys that select characters of an input method belong to it.
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
    const { list, behaviour } = this
    const isOpen = this.isListShown
    const action = actionOf(event.key, { isOpen, options: list.length, active: isOpen ? list.active : -1 })
    if (action === undefined) return
    switch (action.type) {
      case 'open':
        behaviour.open()
        list.activate(action.active)
        break
      case 'move':
        list.activate(action.to)
        break
      case 'leave':
        list.activate(-1)
        this.refresh()
        return
      case 'accept':
        if (isOpen && list.active >= 0) list.accept()
        else this.submit()
        break
      case 'close':
      case 'clear':
        if (!behaviour.escape(isOpen)) return
        break
    }
    event.preventDefault()
    this.refresh()
  }

  private submit(): void {
    const { box, sendForm, shell } = this.context
    const query = shell.input.value
    box.remember()
    if (query.trim() === '' || !sendForm(query)) box.submit(query)
  }
}
