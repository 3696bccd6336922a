/** What the playground of the site shows, computed by the library itself: the tokens of a text, how two words meet, and how a query is read. */
import { analyze, french, parseQuery, SearchIndex } from '../../src/index.ts'
import type { Relation } from '../../src/language/language.ts'

const language = french()

export interface ShownToken {
  text: string
  source: string
  kind: string
  key: string
  isStopWord: boolean
}

export function tokensOf(text: string): ShownToken[] {
  return analyze(text, language, { elisions: true }).map(token => ({
    text: token.text,
    source: text.slice(token.start, token.end),
    kind: token.kind,
    key: language.key(token.text),
    isStopWord: language.isStopWord(token.text),
  }))
}

/** How a query word finds a word of a text: as an index of that one word answers. Undefined if it does not. */
export function meetingOf(asked: string, found: string): { relation: Relation | undefined; keys: [string, string] } {
  const index = new SearchIndex<{ id: number; text: string }>({ fields: ['text'] })
  index.add({ id: 1, text: found })
  const [hit] = index.search(asked, { explain: true, fuzzy: false }).hits
  const [form] = hit?.explanation.words[0]?.forms ?? []
  const keyOf = (text: string) =>
    analyze(text, language)
      .map(token => language.key(token.text))
      .join(' ')
  return { relation: form?.relation, keys: [keyOf(asked), keyOf(found)] }
}

export function readingOf(query: string) {
  return parseQuery(query, { fields: ['title', 'body'] })
}
