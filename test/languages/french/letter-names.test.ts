/** A letter after a noun is a name: « livret A », « vitamine C », « plan b ». */
import { describe, expect, test } from 'vitest'
import { SearchIndex } from '../../../src/search-index.ts'

interface Page {
  id: string
  title: string
  text: string
}

const named = (id: string, title: string, noun: string): Page => ({
  id,
  title,
  text: `${noun} : conditions, durée et démarches. Voici ce que dit la loi.`,
})

const PAGES: Page[] = [
  named('livret A', 'Livret A', 'Le livret A'),
  {
    id: 'livret jeune',
    title: 'Livret jeune',
    text: 'Le livret jeune a un taux. Le titulaire a un livret, la banque a le choix du taux de ce livret, comme du livret A.',
  },
  {
    id: 'livret de famille',
    title: 'Le livret de famille',
    text: 'Le livret a été remis aux époux. Qui a perdu son livret a droit à un second livret.',
  },
  { id: 'livret', title: 'Ouvrir un livret', text: 'On a ouvert un livret. Elle a un livret. Il a un livret.' },
  ...['A', 'B', 'C'].flatMap(letter => [
    named(`hépatite ${letter}`, `Hépatite ${letter}`, `L’hépatite ${letter}`),
    named(`permis ${letter}`, `Le permis ${letter}`, `Le permis ${letter}`),
    named(`catégorie ${letter}`, `Fonctionnaire de catégorie ${letter}`, `La catégorie ${letter}`),
    named(`vitamine ${letter}`, `VITAMINE ${letter}`, `La vitamine ${letter}`),
  ]),
  { id: 'permis à points', title: 'Permis à points', text: 'Le permis a 12 points. Qui a un permis a des points.' },
  { id: 'garde à vue', title: 'Garde à vue', text: 'La garde à vue a une durée. On a un avocat.' },
  ...Array.from({ length: 40 }, (_, i) => ({
    id: `page ${i}`,
    title: `Page ${i} de la vie pratique`,
    text: `Le ministre a pris la mesure ${i} : l’État a publié un décret, et chacun a un an. Elle a un logement.`,
  })),
]

const index = new SearchIndex<Page>({ fields: ['title', 'text'] })
index.addAll(PAGES)
const ids = (query: string, options = {}) => index.search(query, options).hits.map(hit => hit.id)

describe('its page comes first', () => {
  test.each([
    ['livret A', 'livret A'],
    ['livret a', 'livret A'],
    ['LIVRET A', 'livret A'],
    ['livrets A', 'livret A'],
    ['Livret A : quel taux ?', 'livret A'],
    ['quel est le taux du livret a ?', 'livret A'],
    ['livret a et ldds', 'livret A'],
    ['livret a ou pel', 'livret A'],
    ['livret jeune', 'livret jeune'],
    ['livret de famille', 'livret de famille'],
    ['hépatite A', 'hépatite A'],
    ['hepatite a', 'hépatite A'],
    ['hépatite B', 'hépatite B'],
    ['hépatite c', 'hépatite C'],
    ['permis A', 'permis A'],
    ['permis b', 'permis B'],
    ['permis a points', 'permis à points'],
    ['garde a vue', 'garde à vue'],
    ['catégorie A', 'catégorie A'],
    ['fonctionnaire categorie a', 'catégorie A'],
    ['vitamine A', 'vitamine A'],
    ['vitamine c', 'vitamine C'],
  ])('%s', (query, page) => {
    expect(ids(query)[0]).toBe(page)
  })

  test('by a margin: the verb of other pages counts for nothing', () => {
    const [first, second] = index.search('livret A').hits
    expect(first.score).toBeGreaterThan(1.5 * second.score)
  })
})

describe('a small letter that no document has as a name is the stop word', () => {
  test.each(['garde a', 'décret a'])('%s', query => {
    const [noun] = query.split(' ')
    expect(ids(query, { limit: 100 })).toEqual(ids(noun, { limit: 100 }))
    expect(ids(query, { limit: 100, match: 'all' })).toEqual(ids(noun, { limit: 100 }))
  })

  test('and stop words alone find what they found', () => {
    expect(ids('elle a').length).toBeGreaterThan(0)
  })
})

test('the letter is required of documents under match all', () => {
  expect(ids('livret A', { match: 'all' }).sort()).toEqual(['livret A', 'livret jeune'])
})

test('the whole is told as the word, and marked', () => {
  const marked = new SearchIndex<Page>({ fields: ['title', 'text'], storeFields: ['title'] })
  marked.addAll(PAGES)
  const options = { explain: true, highlight: { fields: ['title'] } } as const
  const [hit] = marked.search('livret A', options).hits
  expect(hit.highlights.title?.ranges).toEqual([[0, 8]])
  expect(hit.explanation.words.map(({ word }) => word)).toEqual(['livret', 'livret-a'])
})

test('answers are the same however the index is cut, after removals and from a file', () => {
  const cut = new SearchIndex<Page>({ fields: ['title', 'text'] })
  for (const page of PAGES) {
    cut.add({ ...page, id: `old ${page.id}` })
    cut.compact()
    cut.add(page)
    cut.remove(`old ${page.id}`)
  }
  for (const query of ['livret A', 'hépatite a', 'permis a', 'garde a']) {
    const expected = index.search(query).hits
    expect(cut.search(query).hits).toEqual(expected)
    expect(SearchIndex.fromBytes<Page>(cut.toBytes()).search(query).hits).toEqual(expected)
  }
})
