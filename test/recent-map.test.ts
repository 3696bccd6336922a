/** A map that keeps what was used last. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { RecentMap } from '../src/recent-map.ts'

/** What a map has to make to give these keys in turn, each with its own name as its value. */
function made(map: RecentMap<string, string>, keys: readonly string[]): string[] {
  const made: string[] = []
  for (const key of keys) {
    const make = () => {
      made.push(key)
      return key
    }
    expect(map.get(key, make)).toBe(key)
  }
  return made
}

test('what was used least recently goes first', () => {
  const keys = ['Ain', 'Bas-Rhin', 'Ain', 'Cher', 'Ain', 'Bas-Rhin']
  expect(made(new RecentMap(2), keys)).toEqual(['Ain', 'Bas-Rhin', 'Cher', 'Bas-Rhin'])
})

test('a value that is larger than the limit is kept until the next one comes', () => {
  const keys = ['Ain', 'Seine-Maritime', 'Seine-Maritime', 'Var', 'Ain', 'Seine-Maritime']
  expect(made(new RecentMap(8, value => value.length), keys)).toEqual([
    'Ain',
    'Seine-Maritime',
    'Var',
    'Ain',
    'Seine-Maritime',
  ])
})

test('has the values used last that fit in the limit together, and no others', () => {
  const words = fc.array(fc.constantFrom('a', 'bb', 'ccc', 'dddd', 'eeeee'))
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 12 }), words, (limit, keys) => {
      let kept: string[] = []
      const expected = keys.filter(key => {
        const isKept = kept.includes(key)
        kept = [...kept.filter(other => other !== key), key]
        while (kept.length > 1 && kept.join('').length > limit) kept.shift()
        return !isKept
      })
      expect(made(new RecentMap(limit, value => value.length), keys)).toEqual(expected)
    }),
  )
})
