/** A word is as rare as all its spellings together: an abbreviation that few documents have does not outweigh the rest of a query. */
import { expect, test } from 'vitest'
import { english, french, SearchIndex } from '../../src/index.ts'

const indexOf = (texts: readonly string[], language = french()) => {
  const index = new SearchIndex<{ id: number; body: string }>({ fields: ['body'], language })
  index.addAll(texts.map((body, id) => ({ id, body })))
  return index
}
const many = (text: string) => Array.from({ length: 30 }, (_, i) => `${text} ${i + 100}`)

test.each([
  ['English', english(), 'matrices, blvd', 'About matrices', 'The boulevard of a town', 'See Sunset Blvd'],
  ['French', french(), 'matrices, bd', 'Les matrices', 'Le boulevard de la ville', 'Voir le bd Voltaire'],
])('%s', (_, language, query, about, common, rare) => {
  const texts = [about, about, about, rare, ...many(common)]
  const index = indexOf(texts, language)
  const { hits } = index.search(query, { limit: 50, explain: true })
  expect(hits.slice(0, 3).map(({ id }) => id)).toEqual([0, 1, 2])
  const rarity = (id: number, word: RegExp) =>
    hits.find(hit => hit.id === id)?.explanation?.words.find(found => word.test(found.word))?.rarity ?? Number.NaN
  expect(rarity(4, /^b/)).toBeLessThan(rarity(0, /^matri/))
})

test('a synonym is another word: it does not change how rare a word is', () => {
  const language = french({ synonyms: [['trêve', 'pause']] })
  const texts = ['Une trêve fragile', ...many('La pause de midi')]
  const [alone, beside] = [french(), language].map(language => {
    const { hits } = indexOf(texts, language).search('trêve', { explain: true })
    return hits.find(({ id }) => id === 0)?.explanation?.words[0].rarity
  })
  expect(beside).toBe(alone)
})
