/** What the page of `serve` is told: of an index, and of a query to it. */
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

/** An index, as the page introduces it. */
export interface IndexCard {
  name: string
  documents: number
  words: number
  bytes: number
  fields: readonly IndexField[]
  /** Columns with ranges, to sort by. */
  sorts: readonly string[]
  /** The field that holds titles, for showing how a query names one. */
  titleField: string | undefined
  /** Queries to begin with. */
  examples: readonly string[]
}

/** Results, and what in the query is read as words, and why. */
export type Answer = SearchResults & { problems: readonly { code: QueryProblemCode; text: string }[] }

/** As many documents are looked at for titles to begin with. */
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

/** What titles begin with, before their first comma or colon: that is what people search for. */
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

/** Searches for what makes an index ready for all kinds of queries; damage shows when a person searches. */
export function prepare(index: SearchIndex): void {
  try {
    for (const query of ['recherhce', 'le']) index.search(query, { prefix: true, explain: true })
  } catch (error) {
    if (!(error instanceof CorruptIndexError)) throw error
  }
}

/** Answers a query with the options of `search()`. @throws InvalidOptionError, StaleCursorError */
export function answer(index: SearchIndex, query: string, options: object): Answer {
  // There is nothing to explain if nothing was searched for.
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
