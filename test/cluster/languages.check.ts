/** An index in several languages on a cluster: its metadata names them, another set of them refuses writes, and its answers are those of an index in memory. */
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { english, french, type Language, multilingual, SearchIndex, type SearchOptions } from '../../src/index.ts'
import { type ClusterIndex, openCluster } from '../../src/opensearch/index.ts'
import { readArticles } from '../support/articles.ts'

const { url } = inject('cluster')

interface Page {
  id: string
  lang?: string
  title: string
  body: string
  section: string
}

const ENGLISH: readonly [title: string, body: string][] = [
  [
    'Libya: the ceasefire around Tripoli holds',
    'Negotiators said the ceasefire was holding. Talks between the two governments of Libya will go on.',
  ],
  [
    'Glaciers are melting faster',
    'Glaciers in the Alps are melting. The table of their lengths has been kept since 1850, and no year was warmer.',
  ],
  [
    'Night trains return',
    'A night train from Paris to Vienna runs again. Passengers were waiting on the platform with their children.',
  ],
  ['The price of bread', 'Bakers say that flour costs more. The price of a baguette has risen by ten cents in a year.'],
  [
    'Elections in Senegal',
    'Voters were queuing before the polling stations opened. The president hopes to be elected again.',
  ],
  [
    'A telescope sees the first galaxies',
    'The James Webb telescope, launched on 25 December, has found galaxies older than astronomers expected.',
  ],
  [
    'Women’s football fills a stadium',
    'More than 50,000 people came to the final. The players had been training for months.',
  ],
  [
    'Car insurance costs more',
    'Insurance for your car is dearer this year, but not for the house. Mr. Dupont negotiates with his insurer.',
  ],
  [
    'The children of the library',
    'The children are running to the library. Tables stand in the middle, and a restaurant is next to it.',
  ],
]
const SECTIONS = ['monde', 'culture', 'société']
const pages: Page[] = [
  ...readArticles()
    .slice(0, 24)
    // One in three does not say its language: it is told by its text.
    .map(({ id, title, body }, i) => ({
      id: `f${id}`,
      ...(i % 3 > 0 && { lang: i % 3 === 1 ? 'fr' : 'fr-CA' }),
      title,
      body,
    })),
  ...ENGLISH.map(([title, body], i) => ({ id: `e${i}`, ...(i % 3 > 0 && { lang: 'en' }), title, body })),
  // What its text says is not what it says of itself.
  {
    id: 'said',
    lang: 'en',
    title: 'Table',
    body: 'Elle est dans la ville avec les enfants qui ne sont pas à l’école.',
  },
].map((page, i) => ({ ...page, section: SECTIONS[i % 3] }))

const languages = () => ({ en: english(), fr: french() })
const schema = () => ({
  fields: { title: {}, body: {}, section: { type: 'keyword' as const } },
  // Without the field that says the language: the index keeps it all the same.
  storeFields: ['title', 'body'] as const,
})
const memory = new SearchIndex<Page>({ ...schema(), language: languages() })
memory.addAll(pages)

const QUERIES = [
  'Libye cessez-le-feu Tripoli',
  'ceasefire in Libya',
  'the children in the town',
  'les enfants de la ville',
  'table',
  'tables',
  'restaurant president',
  'train de nuit',
  'night trains',
  'prix du pain',
  'elected elections élections',
  '"the ceasefire"',
  '"la ville"',
  '"children running"~3',
  'glacier* -table',
  'insurance ET car',
  'glaciers OU galaxies',
  'title:Tripoli',
  'Tripolli',
  'galaxie~1',
  'section:monde children enfants',
  'la',
  'the',
]
const WAYS: [name: string, options: SearchOptions<Page>][] = [
  ['in all languages', {}],
  ['in French', { language: 'fr' }],
  ['in English', { language: 'en-GB' }],
  ['with highlights and explanations', { highlight: { fields: ['title', 'body'] }, explain: true }],
  ['with an unfinished last word', { prefix: true }],
  ['with all words', { match: 'all' }],
  [
    'with synonyms, a filter and facets',
    { synonyms: [['train', 'car']], filter: { section: ['monde', 'culture'] }, facets: ['section'] },
  ],
  ['sorted', { sort: [{ field: 'section' }, { field: 'score' }] }],
  ['grouped', { group: { field: 'section' } }],
]

/** Without the time, the cursor, and suggestions that need the whole dictionary; matches are read. */
function comparable(results: { tookMs: number; next?: unknown; didYouMean?: unknown; hits: readonly object[] }) {
  const { tookMs: _, next, didYouMean: __, ...rest } = results
  return { ...rest, hasNext: next !== undefined, hits: rest.hits.map(readAll) }
}

function readAll(hit: object): object {
  const { grouped } = hit as { grouped?: object[] }
  return { ...hit, ...(grouped && { grouped: grouped.map(readAll) }) }
}

describe.each([1, 3])('on %i shards', shards => {
  let index: ClusterIndex<Page>
  const name = `languages-${shards}`

  beforeAll(async () => {
    const made = await openCluster<Page>({ nodes: url, name, ...schema(), language: languages(), shards, replicas: 0 })
    expect(await made.addAll(pages, { maxBytes: 9000 })).toMatchObject({ added: pages.length, rejected: [] })
    await made.refresh()
    // Without options: the index says what it is.
    index = await openCluster<Page>({ nodes: url, name })
  })
  afterAll(async () => {
    await fetch(`${url}/${name}-*`, { method: 'DELETE' })
  })

  test('_meta names the languages', async () => {
    const mapping = await (await fetch(`${url}/${name}/_mapping`)).json()
    const { _meta } = mapping[`${name}-1`].mappings
    const { language } = JSON.parse(_meta.trouvaille)
    expect(language).toEqual(multilingual(languages()).definition)
    expect(language.options.languages).toMatchObject([
      { tag: 'en', name: 'english' },
      { tag: 'fr', name: 'french' },
    ])
    expect(index.languages()).toEqual(memory.languages())
  })

  test.each(WAYS)('search %s', async (_, way) => {
    // One shard has nothing that three have not.
    for (const ranking of shards === 1 ? ['exact'] : ['exact', 'fast']) {
      for (const query of QUERIES) {
        const found = await index.search(query, { ...way, ranking } as never)
        expect(comparable(found), `${ranking}: ${query}`).toEqual(comparable(memory.search(query, way)))
      }
    }
  })

  test('suggestions, similar documents, passages, and documents by their ids', async () => {
    for (const options of [{}, { language: 'fr' }, { language: 'en' }]) {
      for (const typed of ['tripo', 'chil', 'enfan']) {
        const words = (list: readonly { text: string }[]) => list[0]?.text
        expect(words(await index.suggest(typed, options)), typed).toEqual(words(memory.suggest(typed, options)))
      }
    }
    for (const { id } of pages.slice(20, 30)) {
      expect(comparable(await index.similar(id)), id).toEqual(comparable(memory.similar(id)))
    }
    for (const query of QUERIES.slice(0, 5)) {
      const { tookMs: _, ...here } = await index.passages(query)
      const { tookMs: __, ...there } = memory.passages(query)
      expect(here, query).toEqual(there)
    }
    expect(await index.get('said')).toEqual(memory.get('said'))
  })

  test('another language, or another set of them, refuses writes', async () => {
    const others: (Language | Readonly<Record<string, Language>>)[] = [
      french(),
      { fr: french(), en: english() },
      { en: english(), de: french() },
    ]
    for (const language of others) {
      const other = await openCluster<Page>({ nodes: url, name, ...schema(), language })
      await expect(other.replace(pages[0])).rejects.toMatchObject({ code: 'INDEX_MISMATCH' })
      expect((await other.health()).mismatch).toMatch(/another language/)
    }
    const same = await openCluster<Page>({ nodes: url, name, ...schema(), language: languages() })
    expect((await same.health()).mismatch).toBeUndefined()
    await same.replace(pages[0])
    await expect(openCluster({ nodes: url, name, language: { fr: 'french' } as never })).rejects.toMatchObject({
      code: 'INVALID_OPTION',
      option: 'language',
    })
  })
})

test('a rebuild reads each document in the language that it named', async () => {
  const name = 'languages-rebuilt'
  try {
    const first = await openCluster<Page>({ nodes: url, name, ...schema(), language: languages(), replicas: 0 })
    await first.addAll(pages)
    await first.refresh()
    const language = { en: english(), fr: french({ synonyms: [['ville', 'cité']] }) }
    const second = await openCluster<Page>({ nodes: url, name, ...schema(), language, replicas: 0 })
    await second.rebuild()
    const expected = new SearchIndex<Page>({ ...schema(), language })
    expected.addAll(pages)
    for (const query of [...QUERIES, 'cité'])
      expect(comparable(await second.search(query)), query).toEqual(comparable(expected.search(query)))
  } finally {
    await fetch(`${url}/${name}-*`, { method: 'DELETE' })
  }
})
