/** The server's answers to the page of `serve`: about an index, and to a query. */
import {
  CorruptIndexError,
  type IndexField,
  type Inspection,
  InvalidOptionError,
  parseQuery,
  type QueryProblemCode,
  type SearchIndex,
  type SearchResults,
} from '../../index.ts'
import { columnTraits } from '../../internal.ts'
import { titleFieldOf } from '../hit-parts.ts'

/** The description of an index on the page. */
export interface IndexCard {
  name: string
  documents: number
  words: number
  bytes: number
  fields: readonly IndexField[]
  /** Columns with ranges, to sort by. */
  sorts: readonly string[]
  /** The title field, to show how a query names a field. */
  titleField: string | undefined
  /** Example queries. */
  examples: readonly string[]
}

/** Results, and what in the query is read as words, and why. */
export type Answer = SearchResults & { problems: readonly { code: QueryProblemCode; text: string }[] }

/** How many documents are examined for example titles. */
const MOST_LOOKED_AT = 500
const EXAMPLES = 4

export function introduce(name: string, index: SearchIndex): IndexCard {
  const { documents, words, bytes, fields, columns } = index.inspect()
  return {
    name,
    documents,
    words,
    bytes,
    fields: index.fields(),
    sorts: columns.filter(({ type }) => columnTraits[type].hasRanges).map(({ name }) => name),
    titleField: fields.find(({ title }) => title)?.name,
    examples: examplesOf(index, titleFieldOf(fields)),
  }
}

/** The starts of titles, before their first comma or colon, which are what people search for. */
function examplesOf(index: SearchIndex, titleField: string | undefined): string[] {
  if (titleField === undefined) return []
  const { hits } = index.search('', { filter: {}, limit: MOST_LOOKED_AT })
  const heads = hits.flatMap(({ document }) => {
    const title = Object.hasOwn(document, titleField) ? document[titleField] : undefined
    const [head] = typeof title === 'string' ? title.split(/\s*[,:;.?!«»()"–—]/) : []
    return head !== undefined && /^\p{L}[^\n]*$/u.test(head) && [2, 3, 4].includes(head.split(/\s/).length)
      ? [head]
      : []
  })
  const each = Math.max(Math.floor(heads.length / EXAMPLES), 1)
  return [...new Set(heads.filter((_, i) => i % each === 0))].slice(0, EXAMPLES)
}

/** Runs searches that prepare an index for all kinds of queries. Damage is reported when a person searches. */
export function prepare(index: SearchIndex): void {
  try {
    for (const query of ['recherhce', 'le']) index.search(query, { prefix: true, explain: true })
  } catch (error) {
    if (!(error instanceof CorruptIndexError)) throw error
  }
}

/** Answers a query with the options of `search()`. @throws InvalidOptionError, StaleCursorError */
export function answer(index: SearchIndex, query: string, options: object): Answer {
  // Without a query there is nothing to explain.
  const results = index.search(query, { ...options, explain: query.trim() !== '' }) as SearchResults
  return { ...results, problems: problemsOf(query, index.inspect()) }
}

function problemsOf(query: string, { fields, columns }: Inspection): Answer['problems'] {
  try {
    const { problems } = parseQuery(query, {
      fields: fields.map(({ name }) => name),
      columns: Object.fromEntries(columns.map(({ name, type }) => [name, type])),
    })
    return problems.map(({ code, start, end }) => ({ code, text: query.slice(start, end) }))
  } catch (error) {
    if (error instanceof InvalidOptionError) return []
    throw error
  }
}
