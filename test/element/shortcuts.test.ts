/** Which keys open the search, on any keyboard. */
import { describe, expect, test } from 'vitest'
import {
  isOwnKey,
  isTextField,
  keyShortcuts,
  matchesShortcut,
  shortcutLabel,
  singleKeyOf,
} from '../../src/element/shortcuts.ts'

const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }
const BOTH = ['mod+k', '/']

describe('keys', () => {
  test.each([
    [{ key: 'k', ctrlKey: true }, false, true],
    [{ key: 'K', ctrlKey: true }, true, true],
    [{ key: 'k', metaKey: true }, true, true],
    [{ key: 'k', ctrlKey: true, shiftKey: true }, false, false],
    [{ key: 'k', ctrlKey: true, metaKey: true }, false, false],
    [{ key: 'k', ctrlKey: true, altKey: true }, false, false],
    [{ key: 'k' }, false, false],
    [{ key: '/' }, false, true],
    // On a French keyboard, Shift and the key of the colon.
    [{ key: '/', shiftKey: true }, false, true],
    [{ key: '/' }, true, false],
    [{ key: '/', ctrlKey: true }, false, false],
    [{ key: '/', isComposing: true }, false, false],
    // Browsers that fill in forms send events without a key.
    [{ key: undefined as never }, false, false],
  ])('%j, in a text field: %j → %j', (event, isTyping, expected) => {
    expect(matchesShortcut({ ...none, ...event }, BOTH, isTyping)).toBe(expected)
  })

  test('none are if there are none', () => {
    expect(matchesShortcut({ ...none, key: '/' }, [], false)).toBe(false)
  })
})

describe('the page does not see', () => {
  const target = { localName: 'input', type: 'search' } as HTMLInputElement
  test.each([
    [{ key: '/' }, true],
    [{ key: 'é' }, true],
    [{ key: '🙂' }, true],
    [{ key: 'ArrowLeft' }, true],
    [{ key: 'Backspace' }, true],
    [{ key: 'k', ctrlKey: true }, false],
    [{ key: 'Tab' }, false],
    [{ key: 'Escape' }, false],
    [{ key: 'F5' }, false],
    [{ key: undefined as never }, false],
    // The element has used it.
    [{ key: 'Escape', defaultPrevented: true }, true],
  ])('%j: %j', (event, expected) => {
    expect(isOwnKey({ ...none, defaultPrevented: false, target, ...event })).toBe(expected)
  })

  test('but what is pressed on a button of the element', () => {
    const button = { localName: 'button' } as HTMLButtonElement
    expect(isOwnKey({ ...none, defaultPrevented: false, target: button, key: '/' })).toBe(false)
  })
})

test.each([
  [{ localName: 'input', type: 'email' }, true],
  [{ localName: 'input', type: 'checkbox' }, false],
  [{ localName: 'div', isContentEditable: true }, true],
  [{ localName: 'body' }, false],
  // A closed shadow root may have a field; in an open one, the field itself is seen.
  [{ localName: 'comment-editor' }, true],
  [{ localName: 'trouvaille-search', shadowRoot: {} }, false],
  [undefined, false],
])('%j is a text field: %j', (element, expected) => {
  expect(isTextField(element as HTMLElement | undefined)).toBe(expected)
})

test.each([
  [BOTH, false, 'Ctrl\u00a0K', 'Control+k /', '/'],
  [BOTH, true, '⌘\u00a0K', 'Meta+k /', '/'],
  [['/'], false, '/', '/', '/'],
  [['mod+k'], false, 'Ctrl\u00a0K', 'Control+k', undefined],
])('%j on a Mac: %j reads %j', (shortcuts, isMac, label, aria, single) => {
  expect(shortcutLabel(shortcuts, isMac)).toBe(label)
  expect(keyShortcuts(shortcuts, isMac)).toBe(aria)
  expect(singleKeyOf(shortcuts)).toBe(single)
})
