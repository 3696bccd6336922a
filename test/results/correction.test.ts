/** Corrected questions: what was right stays as typed, what was wrong takes the capitals it was typed in. */
import { expect, test } from 'vitest'
import { SearchIndex } from '../../src/index.ts'

const index = new SearchIndex<{ id: number; body: string }>({ fields: ['body'] })
index.addAll([
  { id: 1, body: 'Le maréchal Haftar marche sur Tripoli ; un cessez-le-feu est négocié.' },
  { id: 2, body: 'L’été à Saint-Étienne : la canicule inquiète l’Élysée.' },
])

test.each([
  ['Hafter Tripoli', 'Haftar Tripoli'],
  ['hafter, Tripli ?', 'haftar, Tripoli ?'],
  ['HAFTER', 'HAFTAR'],
  ['l’Élsyée à l’été', 'l’Élysée à l’été'],
  ['Hafter et Hafter', 'Haftar et Haftar'],
  ['cesez-le-feu', 'cessez-le-feu'],
  ['Haftar Tripoli', undefined],
  ['haftar tripoli zzzzzz', undefined],
  ['', undefined],
])('%s → %s', (question, expected) => expect(index.search(question).correction).toBe(expected))

test('nothing is corrected that was not looked for', () => {
  expect(index.search('Hafter', { fuzzy: false })).toMatchObject({ correction: undefined, total: 0 })
})
