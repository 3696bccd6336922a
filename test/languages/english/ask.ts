/** How the tests of pairs ask: one text indexed, one query, all words required, no guessing of endings or typos. */
import { SearchIndex, type SearchOptions } from '../../../src/index.ts'
import { english } from '../../../src/languages/english/english.ts'
import type { EnglishOptions } from '../../../src/languages/english/options.ts'

interface Text {
  id: number
  body: string
}

/** What each text scores for the query; 0 if it isn't returned. */
export function scores(
  texts: readonly string[],
  query: string,
  options: SearchOptions<Text> = {},
  language: EnglishOptions = {},
): number[] {
  const index = new SearchIndex<Text>({ fields: ['body'], language: english(language) })
  index.addAll([...texts, 'Nothing at all to do with this'].map((body, id) => ({ id, body })))
  const { hits } = index.search(query, { match: 'all', prefix: false, fuzzy: false, split: false, ...options })
  return texts.map((_, id) => hits.find(hit => hit.id === id)?.score ?? 0)
}
