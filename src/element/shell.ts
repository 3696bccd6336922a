/**
 * What a page shows of the element before anything else is loaded: the field, or the button and the dialog with the field, and the live region, which must
 * exist before it is used. The views take it over as it is, so neither focus nor typed text is lost.
 */
import type { Wording } from '../search-box/texts/wording.ts'
import type { ElementSettings } from './attributes.ts'
import { button, CROSS, h, icon, LENS } from './dom.ts'
import { keyShortcuts, shortcutLabel } from './shortcuts.ts'

export interface Shell {
  /** The content of the shadow root. */
  root: HTMLElement
  /** The text field. */
  input: HTMLInputElement
  /** The only live region: texts, no buttons. */
  status: HTMLElement
  /** The container for the rest. */
  body: HTMLElement
  /** Shows the field to the visitor, and opens the dialog if needed. */
  open(): void
  close(): void
}

export function shellOf(settings: ElementSettings, wording: Wording): Shell {
  switch (settings.mode) {
    case 'page':
      return pageShell(settings, wording)
    case 'list':
      return listShell(settings, wording)
    case 'dialog':
      return dialogShell(settings, wording)
  }
}

function pageShell(settings: ElementSettings, wording: Wording): Shell {
  const label = settings.label ?? wording.label
  const input = textField(settings, wording, { type: 'search' })
  const status = liveRegion()
  const root = h(
    'form',
    { role: 'search', part: 'form', 'aria-label': label },
    h('label', { for: 'field', class: 'unseen' }, label),
    h(
      'div',
      { part: 'field', class: 'field' },
      icon(LENS),
      input,
      h('button', { type: 'submit', part: 'submit', class: 'submit' }, icon(LENS), h('span', {}, wording.submit)),
    ),
  )
  const body = h('div', { part: 'page' }, root, h('div', { part: 'bar', class: 'bar' }, status))
  return { root: body, input, status, body, open: () => focusOn(input), close: () => {} }
}

function listShell(settings: ElementSettings, wording: Wording): Shell {
  const input = combobox(settings, wording)
  const status = liveRegion()
  const body = h('div', { part: 'popup', class: 'popup overlay' }, status)
  const field = h('div', { part: 'field', class: 'field' }, icon(LENS), input)
  const root = h('div', { part: 'box', class: 'box' }, field, body)
  return { root, input, status, body, open: () => focusOn(input), close: () => {} }
}

function dialogShell(settings: ElementSettings, wording: Wording): Shell {
  const label = settings.label ?? wording.label
  const input = combobox(settings, wording)
  const status = liveRegion()
  const close = button('close', icon(CROSS), () => body.close(), { class: 'close', 'aria-label': wording.close })
  const field = h('div', { part: 'field', class: 'field' }, icon(LENS), input, close)
  const body = h('dialog', { part: 'dialog', class: 'overlay', 'aria-label': label }, field, status)
  // A click on the backdrop is a click on the dialog itself.
  body.addEventListener('click', event => {
    if (event.target === body) body.close()
  })
  // It closes this dialog, and not what the page may have open below.
  body.addEventListener('keydown', event => event.key === 'Escape' && event.stopPropagation())
  const open = () => {
    if (!body.open) body.showModal()
    focusOn(input)
  }
  return {
    root: h('div', {}, opener(label, settings, open), body),
    input,
    status,
    body,
    open,
    close: () => body.close(),
  }
}

function opener(label: string, { shortcuts }: ElementSettings, open: () => void): HTMLButtonElement {
  const isMac = /Mac|iP(?:hone|ad)/.test(navigator.platform)
  const made = button('button', icon(LENS), open, { class: 'opener', 'aria-haspopup': 'dialog' })
  made.append(h('span', {}, label))
  if (shortcuts.length > 0) {
    made.append(h('kbd', { part: 'shortcut', 'aria-hidden': 'true' }, shortcutLabel(shortcuts, isMac)))
    made.setAttribute('aria-keyshortcuts', keyShortcuts(shortcuts, isMac))
  }
  return made
}

/** A text field with a list of options. */
function combobox(settings: ElementSettings, wording: Wording): HTMLInputElement {
  return textField(settings, wording, {
    type: 'text',
    inputmode: 'search',
    role: 'combobox',
    'aria-label': settings.label ?? wording.label,
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
  })
}

function textField(settings: ElementSettings, wording: Wording, attributes: Record<string, string>): HTMLInputElement {
  return h('input', {
    id: 'field',
    part: 'input',
    name: settings.param ?? 'q',
    placeholder: settings.placeholder ?? wording.placeholder,
    autocomplete: 'off',
    autocapitalize: 'none',
    spellcheck: 'false',
    enterkeyhint: 'search',
    ...attributes,
  })
}

function liveRegion(): HTMLElement {
  return h('p', { role: 'status', part: 'status' })
}

function focusOn(input: HTMLInputElement): void {
  input.focus()
  input.select()
}
