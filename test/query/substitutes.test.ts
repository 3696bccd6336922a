/** Synonyms of several words: who asks for all of one side also gets what holds all of the other. */
import { describe, expect, test } from 'vitest'
import { french, SearchIndex } from '../../src/index.ts'

interface Text {
  id: number
  body: string
}

const synonyms = [
  ['premier ministre', 'chef du gouvernement'],
  ['SMIC', 'salaire minimum'],
  { from: 'Brexit', to: 'sortie du Royaume-Uni' },
  ['trêve', 'cessez-le-feu'],
]
const index = new SearchIndex<Text>({
  fields: ['body'],
  storeFields: ['body'],
  language: french({ synonyms }),
})
index.addAll(
  [
    'Le premier ministre démissionne',
    'La cheffe et le chef du gouvernement négocient',
    'Un chef étoilé ouvre un restaurant',
    'Le gouvernement attend',
    'Le SMIC augmente',
    'Les salaires minimums seront relevés',
    'Un salaire et un effort',
    'La sortie du Royaume-Uni est votée',
    'Le Brexit est voté',
    'Une trêve est signée',
    'Un cessez-le-feu est signé',
  ].map((body, id) => ({ id, body })),
)
const found = (question: string) => index.search(question, { match: 'all', fuzzy: false }).hits.map(({ id }) => id)

describe('with all words required', () => {
  test.each([
    ['premier ministre', [0, 1]],
    ['premiers ministres', [0, 1]],
    ['chef du gouvernement', [1, 0]],
    ['chef de ce gouvernement', [1, 0]],
    ['ministre premier', [0]],
    ['smic', [4, 5]],
    ['salaire minimum', [5, 4]],
    ['minimum', [5]],
    ['le brexit', [8, 7]],
    ['sortie du Royaume-Uni', [7]],
    ['trêve', [9, 10]],
    ['cessez-le-feu', [10, 9]],
    ['cessez le feu', [10, 9]],
    ['premier ministre démissionne', [0]],
    ['premier ministre négocie', [1]],
  ])('%s', (question, expected) => expect(found(question)).toEqual(expected))
})

test('the word asked for counts more than its synonym', () => {
  const [own, synonym] = index.search('smic').hits
  expect([own.id, synonym.id]).toEqual([4, 5])
  expect(own.score).toBeGreaterThan(synonym.score)
})

test('what was found is marked, matched and explained', () => {
  const [, { matches, highlights, explanation }] = index.search('smic', {
    explain: true,
    highlight: { fields: ['body'] },
  }).hits
  expect(matches).toEqual({ body: ['salaires', 'minimums'] })
  expect(highlights?.body?.ranges.map(([a, b]) => highlights.body?.text.slice(a, b))).toEqual(['salaires', 'minimums'])
  expect(explanation?.words[0].forms.map(({ form, relation }) => [form, relation])).toEqual([
    ['salaires', 'synonym'],
    ['minimums', 'synonym'],
  ])
})
