/** Shortcuts that open the search from anywhere on the page: `mod+k` (Ctrl, or ⌘ on a Mac) and single characters such as `/`. */

/** The part of a `KeyboardEvent` that is used. */
export interface Key {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  shiftKey: boolean
  isComposing?: boolean
}

/** @param isTyping whether the key goes into a text field, where a character is text */
export function matchesShortcut(event: Key, shortcuts: readonly string[], isTyping: boolean): boolean {
  const key = event.key?.toLowerCase()
  const isModified = event.ctrlKey || event.metaKey
  if (key === undefined || event.altKey || event.isComposing) return false
  // On many keyboards, Shift is needed for a character, such as `/` on a French one.
  if (isModified) return !event.shiftKey && event.ctrlKey !== event.metaKey && shortcuts.includes(`mod+${key}`)
  return !isTyping && shortcuts.includes(key)
}

/** Whether keys typed into the element are text. */
export function isTextField(element: EventTarget | null | undefined): boolean {
  const { localName = '', isContentEditable, type, shadowRoot } = (element ?? {}) as HTMLInputElement
  if (isContentEditable || localName === 'textarea' || localName === 'select') return true
  // A closed shadow root hides what it has.
  if (localName.includes('-') && !shadowRoot) return true
  return (
    localName === 'input' &&
    !['button', 'checkbox', 'radio', 'submit', 'reset', 'range', 'color', 'file'].includes(type)
  )
}

/** Keys that move in a text or change it. */
const EDITS = /^(?:.|Arrow.*|Home|End|Page.*|Backspace|Delete)$/su

/**
 * Whether the page must not see a key that was pressed in the element. Outside, the key seems to be pressed on the element, not in its field, so a page that has
 * `/` or arrows as shortcuts would take what the visitor types.
 */
export function isOwnKey(event: Key & Pick<Event, 'defaultPrevented' | 'target'>): boolean {
  const isEdit = !event.ctrlKey && !event.metaKey && EDITS.test(event.key ?? '')
  return event.defaultPrevented || (isEdit && isTextField(event.target))
}

/** The label of the first shortcut: `Ctrl K`, `⌘ K`, `/`. */
export function shortcutLabel([first]: readonly string[], isMac: boolean): string {
  return (first ?? '')
    .replace('mod+', isMac ? '⌘\u00a0' : 'Ctrl\u00a0')
    .replace(/[a-z]$/, letter => letter.toUpperCase())
}

/** The value of `aria-keyshortcuts`. */
export function keyShortcuts(shortcuts: readonly string[], isMac: boolean): string {
  return shortcuts.map(keys => keys.replace('mod+', isMac ? 'Meta+' : 'Control+')).join(' ')
}

const SWITCH = 'trouvaille-single-keys'

/** Whether the visitor turned off single-character shortcuts, which voice control and unsteady hands trigger by accident (WCAG 2.1.4, RGAA 12.10). */
export function areSingleKeysOff(): boolean {
  try {
    return localStorage.getItem(SWITCH) === 'off'
  } catch {
    return false
  }
}

export function turnSingleKeys(isOff: boolean): void {
  try {
    if (isOff) localStorage.setItem(SWITCH, 'off')
    else localStorage.removeItem(SWITCH)
  } catch {
    // The visitor has disabled storage.
  }
}

/** The first single-character shortcut. */
export function singleKeyOf(shortcuts: readonly string[]): string | undefined {
  return shortcuts.find(keys => !keys.includes('+') || keys === '+')
}
