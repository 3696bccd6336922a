/** Articles of any number, made of the sentences of this repository's articles in another order, for files of any size. */
import { seededRandom } from '../../src/evaluation/randomisation-test.ts'
import { SearchIndex } from '../../src/search-index.ts'
import { type Paragraph, readArticles } from './articles.ts'

const SENTENCES_EACH = 14

export function recombinedArticles(count: number): Paragraph[] {
  const articles = readArticles()
  const sentences = articles.flatMap(({ body }) => body.split(/(?<=[.!?…])\s+/).filter(text => text.length > 40))
  const random = seededRandom(1)
  const pick = (from: readonly string[]) => from[Math.floor(random() * from.length)]
  const titles = articles.map(({ title }) => title)
  return Array.from({ length: count }, (_, i) => ({
    id: `article-${i}`,
    title: pick(titles),
    body: Array.from({ length: SENTENCES_EACH }, () => pick(sentences)).join(' '),
  }))
}

/** By their number of articles; several tests ask for the same. */
const indexes = new Map<number, Uint8Array>()

/** The bytes of an index with titles and texts stored, for snippets. */
export function recombinedIndex(count: number): Uint8Array {
  const known = indexes.get(count)
  if (known !== undefined) return known
  const index = new SearchIndex<Paragraph>({ fields: ['title', 'body'], storeFields: ['title', 'body'] })
  index.addAll(recombinedArticles(count))
  const bytes = index.toBytes()
  indexes.set(count, bytes)
  return bytes
}

/** A query of several words, as someone pastes it, and others that follow it. */
export const SESSION = [
  'Offensive sur Tripoli : des émissaires américains rencontrent Haftar',
  'réforme de la garde à vue',
  'prix de l’électricité des petites entreprises',
  'apprentissage en CFA',
  'vaccination dans les collèges',
]
