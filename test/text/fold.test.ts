import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold } from '../../src/text/fold.ts'

test.each([
  ['été', 'ete'],
  ['naïveté', 'naivete'],
  ['garçon', 'garcon'],
  ['cœur', 'coeur'],
  ['ex-æquo', 'ex-aequo'],
  ['łódź', 'lodz'],
  ['ærøskøbing', 'aeroskobing'],
  ['đồng', 'dong'],
  ['straße', 'strasse'],
  ['ığdır', 'igdir'],
  ['þórr', 'thorr'],
  ['château-d’yquem', 'chateau-d’yquem'],
  ['αθήνα', 'αθηνα'],
  ['οδος', 'οδοσ'],
  ['ёлка', 'елка'],
  ['서울', '서울'],
  ['東京', '東京'],
  ['c++', 'c++'],
  ['', ''],
])('%s → %s', (word, folded) => {
  expect(fold(word)).toBe(folded)
})

test('an ASCII word comes back as it is', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme-ascii' }), word => fold(word) === word))
})

test('folding twice is folding once', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => {
      const once = fold(text.normalize('NFC').toLowerCase())
      expect(fold(once)).toBe(once)
    }),
  )
})
