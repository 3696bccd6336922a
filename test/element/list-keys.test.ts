/** What keys do in a combobox, as the ARIA Authoring Practices say. */
import { expect, test } from 'vitest'
import { actionOf } from '../../src/element/list-keys.ts'

const open = (active: number, options = 3) => ({ isOpen: true, options, active })
const closed = { isOpen: false, options: 3, active: -1 }

test.each([
  ['ArrowDown', open(-1), { type: 'move', to: 0 }],
  ['ArrowDown', open(1), { type: 'move', to: 2 }],
  ['ArrowDown', open(2), { type: 'move', to: 0 }],
  ['ArrowUp', open(-1), { type: 'move', to: 2 }],
  ['ArrowUp', open(0), { type: 'move', to: 2 }],
  ['ArrowUp', open(2), { type: 'move', to: 1 }],
  ['ArrowDown', open(-1, 0), undefined],
  ['ArrowUp', open(-1, 0), undefined],
  ['ArrowDown', closed, { type: 'open', active: 0 }],
  ['ArrowUp', closed, { type: 'open', active: 2 }],
  ['ArrowDown', { ...closed, options: 0 }, { type: 'open', active: -1 }],
  ['Enter', open(1), { type: 'accept' }],
  ['Enter', closed, { type: 'accept' }],
  ['Escape', open(1), { type: 'close' }],
  ['Escape', closed, { type: 'clear' }],
  ['Home', open(1), { type: 'leave' }],
  ['End', open(1), { type: 'leave' }],
  ['ArrowLeft', open(1), { type: 'leave' }],
  ['ArrowRight', open(1), { type: 'leave' }],
  ['Home', open(-1), undefined],
  ['a', open(1), undefined],
  ['Tab', open(1), undefined],
] as const)('%s in %j: %j', (key, state, action) => {
  expect(actionOf(key, state)).toEqual(action)
})
