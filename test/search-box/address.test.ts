/** A search in the address of a page: what is written is read again, and nothing typed there does harm. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readAddress, writeAddress } from '../../src/search-box/address.ts'

const field = fc.string({ minLength: 1 }).filter(name => !/\.(?:from|to)$/.test(name))
const choice = fc.oneof(
  fc.array(fc.string(), { minLength: 1 }),
  fc.record({ from: fc.string({ minLength: 1 }), to: fc.string({ minLength: 1 }) }, { requiredKeys: ['from'] }),
)
const search = fc.record({
  query: fc.string(),
  choices: fc.uniqueArray(fc.tuple(field, choice), { selector: ([name]) => name }).map(Object.fromEntries),
  sort: fc.option(fc.string(), { nil: undefined }),
  active: fc.nat(9),
})

test('what is written is read again', () => {
  fc.assert(
    fc.property(search, search, (written, before) => {
      const parameters = writeAddress(writeAddress(new URLSearchParams('page=3'), 'q', before), 'q', written)
      expect(readAddress(parameters, 'q')).toEqual(written)
      expect(parameters.get('page')).toBe('3')
    }),
  )
})

test('two elements of a page keep apart', () => {
  const first = { query: 'paix', choices: { section: ['monde'] }, sort: 'date', active: 1 }
  const parameters = writeAddress(new URLSearchParams('s=trêve&s.section=sport'), 'q', first)
  expect(String(parameters)).toBe('s=tr%C3%AAve&s.section=sport&q=paix&q.section=monde&q-sort=date&q-in=2')
  expect(readAddress(parameters, 's')).toEqual({
    query: 'trêve',
    choices: { section: ['sport'] },
    sort: undefined,
    active: 0,
  })
})

test.each([
  ['q-in=0', 0],
  ['q-in=-3', 0],
  ['q-in=x', 0],
  ['q-in=1e99', 0],
  ['q-in=3', 2],
])('%s shows index %i', (text, active) => {
  expect(readAddress(new URLSearchParams(text), 'q').active).toBe(active)
})

test('a field of any name is a field', () => {
  const { choices } = readAddress(new URLSearchParams('q.__proto__=x&q.constructor=y'), 'q')
  expect(Object.entries(choices)).toEqual([
    ['__proto__', ['x']],
    ['constructor', ['y']],
  ])
  expect(Object.getPrototypeOf(choices)).toBe(Object.prototype)
})
