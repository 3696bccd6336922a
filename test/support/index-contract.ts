/** What every face of an index is asked in the contract tests: an index of articles, queries, and ways to ask them. */
import { expect } from 'vitest'
import { SearchIndex, type SearchOptions } from '../../src/index.ts'
import { type Paragraph, QUESTIONS, readArticles } from './articles.ts'

export interface Article extends Paragraph {
  section: string
  words: number
  published: string
}

/** A new object each time, so that the compiler knows every name in it. */
export const articleSchema = () => ({
  fields: {
    title: {},
    body: {},
    section: { type: 'keyword' as const },
    words: { type: 'number' as const },
    published: { type: 'date' as const },
  },
  storeFields: ['title', 'body', 'section'] as const,
})

export const articles = readArticles().map(
  (article, i): Article => ({
    ...article,
    section: ['monde', 'culture', 'société'][i % 3],
    words: article.body.split(/\s+/).length,
    published: `2019-${String((i % 12) + 1).padStart(2, '0')}-14`,
  }),
)

export const articlesIndex = new SearchIndex<Article>(articleSchema())
articlesIndex.addAll(articles)

export const WAYS: [name: string, options: SearchOptions<Article>][] = [
  ['without options', {}],
  ['with highlights', { highlight: { fields: ['title', 'body'] } }],
  ['with whole texts highlighted', { highlight: { fields: ['title'], snippet: false } }],
  ['with explanations', { explain: true, limit: 3 }],
  ['with a filter', { filter: { section: ['monde', 'culture'], words: { gte: 100 } } }],
  ['with facets', { facets: { section: {}, words: { ranges: [{ value: 'courts', lt: 400 }] } } }],
  ['with facets and a filter', { facets: { section: { ignoreOwnFilter: true } }, filter: { section: 'monde' } }],
  ['sorted', { sort: [{ field: 'published', order: 'desc' }, { field: 'score' }] }],
  ['with recency', { recency: { field: 'published', halfLife: 30, now: '2020-01-01' } as never }],
  ['with an unfinished last word', { prefix: true }],
  ['with all words', { match: 'all' }],
  ['with words as they are', { fuzzy: false }],
  ['in some fields, with factors', { fields: ['title'], boost: { title: 3 } }],
  ['with synonyms', { synonyms: [['trêve', 'glacier']] }],
  ['with factors of documents', { boostDocument: ({ document }) => (document.section === 'monde' ? 2 : 1) }],
  ['on a later page', { limit: 2, offset: 3 }],
  ['counted up to a limit', { countUpTo: 2 }],
  ['with no hits wanted', { limit: 0 }],
]

export const QUERIES = [
  ...QUESTIONS,
  '"cessez-le-feu"',
  '"prix du blé"~3',
  'title:Tripoli',
  'section:monde trêve',
  'words:>200 libye',
  'published:2019-03..2019-09',
  'glaciers (Alpes OU neige)',
  'Haftar ET Tripoli',
  'Hafter~2',
]

/** Results without the time, which no two calls share. */
export const timeless = <Results extends { tookMs: number }>({ tookMs, ...results }: Results) => {
  expect(tookMs).toBeGreaterThanOrEqual(0)
  return results
}
