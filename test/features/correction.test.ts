/** Corrected questions: what was right stays as typed, what was wrong takes the capitals it was typed in. */
import { expect, test } from 'vitest'
import { SearchIndex } from '../../src/index.ts'

const index = new SearchIndex<{ id: number; body: string }>({ fields: ['body'] })
index.addAll([
  { id: 1, body: 'Le maréchal Haftar marche sur Tripoli ; un cessez-le-feu est négocié.' },
  { id: 2, body: 'L’été à Saint-Étienne : la canicule inquiète l’Élysée.' },
  { id: 3, body: 'Lœwy aux prud’hommes.' },
])

test.each([
  ['Hafter Tripoli', 'Haftar Tripoli'],
  ['hafter, Tripli ?', 'haftar, Tripoli ?'],
  ['HAFTER', 'HAFTAR'],
  ['l’Élsyée à l’été', 'l’Élysée à l’été'],
  ['Hafter et Hafter', 'Haftar et Haftar'],
  ['cesez-le-feu', 'cessez-le-feu'],
  ['ÉLSYÉE', 'ÉLYSÉE'],
  ['Prudhomnes', 'Prud’hommes'],
  ['Haftar Tripoli', undefined],
  ['haftar tripoli zzzzzz', undefined],
  ['', undefined],
])('%s → %s', (question, expected) => expect(index.search(question).correction).toBe(expected))

test('a short word in capitals may be an acronym: its correction is only offered', () => {
  expect(index.search('LEWY')).toMatchObject({ total: 0, correction: undefined, didYouMean: 'LŒWY' })
})

test.each([
  ['canicul', undefined],
  ['Haftar Tripol', undefined],
  ['canicile', 'canicule'],
  ['Hafter Tripol', 'Haftar Tripol'],
  ['Tripol Hafta', 'Tripoli Hafta'],
  // Two words typed as one.
  ['marchesur', 'marche sur'],
  ['marchesur Tripol', 'marche sur Tripol'],
])('while the last word is typed, it is not misspelt if documents complete it: %s → %s', (typed, expected) => {
  expect(index.search(typed, { prefix: true }).correction).toBe(expected)
})

test('while the last word is typed, it is not two words if documents complete it', () => {
  const index = new SearchIndex<{ id: number; body: string }>({ fields: ['body'] })
  index.add({ id: 1, body: 'Élections municipales : l’un m’a dit oui, un autre non.' })
  expect(index.search('élections mun')).toMatchObject({ correction: 'élections m’un' })
  expect(index.search('élections mun', { prefix: true }).correction).toBeUndefined()
})

test('nothing is corrected that was not looked for', () => {
  expect(index.search('Hafter', { fuzzy: false })).toMatchObject({ correction: undefined, total: 0 })
})

test('of corrections as near, the one that stands with the other words of the question', () => {
  const index = new SearchIndex<{ id: number; body: string }>({ fields: ['body'] })
  index.addAll([
    { id: 1, body: 'Le marin répare la voile.' },
    { id: 2, body: 'La voile du marin est déchirée.' },
    { id: 3, body: 'Le matin, la gare de Limoges s’éveille.' },
  ])
  expect(index.search('mazin').correction).toBe('marin')
  expect(index.search('mazin voile').correction).toBe('marin voile')
  expect(index.search('gare mazin Limoges').correction).toBe('gare matin Limoges')
  expect(index.search('Limojes mazin').correction).toBe('Limoges marin')
  index.remove(3)
  index.add({ id: 4, body: 'Le matin se lève. À la gare, personne.' })
  expect(index.search('mazin gare').correction).toBe('matin gare')
  const cut = SearchIndex.fromBytes<{ id: number; body: string }>(index.toBytes())
  cut.add({ id: 5, body: 'Le marin est à quai.' })
  expect(cut.search('mazin gare').correction).toBe('matin gare')
})

test('while a word is typed, the beginning of a word of the index is not misspelt', () => {
  for (const typed of ['Haft', 'Hafta', 'canicu', 'canicul', 'Haftar canicul'])
    expect([typed, index.search(typed, { prefix: true }).correction]).toEqual([typed, undefined])
  expect(index.search('canicul', { prefix: true }).hits.map(({ id }) => id)).toEqual([2])
  expect(index.search('Hafter', { prefix: true }).correction).toBe('Haftar')
  // Only the last word may be unfinished.
  expect(index.search('canicul Haft', { prefix: true }).correction).toBe('canicule Haft')
  expect(index.search('canicul').correction).toBe('canicule')
})
