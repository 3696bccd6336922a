/** Which keys open the search, on any keyboard. */
import { describe, expect, test } from 'vitest'
import { keyShortcuts, matchesShortcut, shortcutLabel, singleKeyOf } from '../../src/element/shortcuts.ts'

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
