/** Ids, words and fields called as what every object has, in a MiniSearch that reads French and in an index made from it. */
import MiniSearch from 'minisearch'
import { expect, test } from 'vitest'
import { french } from '../../src/index.ts'
import { frenchMiniSearch, frenchQuery, fromMiniSearch } from '../../src/minisearch/index.ts'
import { NAMES, PLAIN, record, renamed } from '../support/hostile-names.ts'

const { key } = french()

/** MiniSearch's terms are keys: those of the plain names in the place of the others. */
function renamedTerms(text: string): string {
  const keys = NAMES.map((name, i) => [name, PLAIN[i]].map(one => key(one.replaceAll('_', '').toLowerCase())))
  return keys.reduce((text, [name, plain]) => text.replaceAll(`"${name}"`, `"${plain}"`), renamed(text))
}

/** MiniSearch itself has no room for a field `__proto__`, and takes `constructor` of a document that lacks it for a text. */
function answersOf(all: readonly string[]): string[] {
  const [, title, body, section] = all
  const fields = [title, body, section]
  const miniSearch = new MiniSearch<Record<string, unknown>>({ fields, storeFields: fields, ...frenchMiniSearch() })
  miniSearch.addAll(
    all.map((name, i) =>
      record([
        ['id', name],
        [title, `La pêche au ${name}`],
        [body, `Le roi parle de ${all[(i + 1) % all.length]} ; la ville dort.`],
        [section, name],
      ]),
    ),
  )
  const index = fromMiniSearch(JSON.stringify(miniSearch))
  return ['roi', ...all].flatMap(query => [
    JSON.stringify(miniSearch.search(query)),
    JSON.stringify(miniSearch.search(frenchQuery(`pêche ${query}`, { boost: { [title]: 2 }, fuzzy: 0.2 }))),
    JSON.stringify(miniSearch.autoSuggest(query).map(({ terms }) => terms)),
    JSON.stringify(index.search(query, { highlight: { fields: [title] } }).hits),
    JSON.stringify(index.get(query) ?? null),
  ])
}

test('they answer as any others', () => {
  const [hostile, plain] = [answersOf(NAMES), answersOf(PLAIN)]
  expect(hostile.map(renamedTerms)).toEqual(plain)
  expect(hostile.filter(text => text.includes('"id"')).length).toBeGreaterThan(20)
})

test('the terms that an index is made of, if no text is stored', () => {
  const made = (all: readonly string[]) => {
    const miniSearch = new MiniSearch({ fields: ['text'], ...frenchMiniSearch() })
    miniSearch.addAll(all.map(name => ({ id: name, text: `La pêche au ${name}` })))
    const index = fromMiniSearch(miniSearch)
    return all.map(name => JSON.stringify(index.search(name).hits))
  }
  expect(made(NAMES).map(renamedTerms)).toEqual(made(PLAIN))
  expect(made(NAMES).filter(hits => hits.includes('"id"')).length).toBeGreaterThan(5)
})
