/** Endings are packed and found again; a tree takes any word. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { writeEndings } from '../../../scripts/french/write-endings.ts'
import { writeSorted } from '../../../scripts/french/write-sorted.ts'
import { endingTree, longestEnding, packedEndingTree } from '../../../src/languages/french/words/ending-tree.ts'
import { sortedLines } from '../../../src/languages/lexicon/sorted-lines.ts'

const TREE = packedEndingTree([writeEndings(['ee', '^dragee', 's^vis', 'era']), writeEndings(['ragee', '^a', 'ura'])])

test.each([
  ['donnee', '', 1],
  ['dragee', '', 1],
  ['dragee', 's', 1],
  ['ragee', '', 2],
  ['fragee', '', 2],
  ['vis', '', 0],
  ['vis', 's', 1],
  ['avis', 's', 0],
  ['a', '', 2],
  ['la', '', 0],
  ['era', '', 1],
  ['aura', '', 2],
  ['ee', '', 1],
  ['e', '', 0],
  ['', '', 0],
] as const)('%s%s: list %i', (word, plural, list) => {
  expect(longestEnding(TREE, word, plural)).toBe(list)
})

test('takes any word, and tells letters apart that differ by 256', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), word => longestEnding(TREE, word) >= 0))
  expect(longestEnding(TREE, `donn${'e'.replace('e', String.fromCharCode(0x165))}e`)).toBe(0)
})

test('trees are apart', () => {
  const other = endingTree(['ee', 'i'])
  expect(longestEnding(other, 'fini')).toBe(2)
  expect(longestEnding(other, 'aura')).toBe(0)
  expect(longestEnding(TREE, 'fini')).toBe(0)
})

test('sorted lines come back', () => {
  const line = fc.stringMatching(/^[a-z0-9 é-]{1,30}$/)
  fc.assert(
    fc.property(fc.uniqueArray(line, { minLength: 1 }), lines => {
      expect(sortedLines(writeSorted(lines))).toEqual([...lines].sort())
    }),
  )
})
