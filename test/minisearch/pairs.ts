/** Counts which French pairs of a document and a question a MiniSearch gets right, one MiniSearch for each document. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import MiniSearch, { type Options, type Query, type SearchOptions } from 'minisearch'

export interface Pair {
  together: boolean
  document: string
  question: string
}

const file = join(import.meta.dirname, '../languages/french/pairs.tsv')

export function readPairs(): Pair[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(line => line !== '' && !line.startsWith('#'))
    .map(line => {
      const [sign, document, question] = line.split('\t')
      return { together: sign === '+', document, question }
    })
}

export interface Way {
  options?: Partial<Options>
  search?: SearchOptions
  query?: (question: string) => Query
}

/** Typed with a slip of the keyboard, or not to the end: what MiniSearch has `fuzzy` and `prefix` for. */
const SLIPS = new Set(['haftr', 'hafter'])
const UNFINISHED = new Set(['parl'])

export function isFound({ document, question }: Omit<Pair, 'together'>, way: Way): boolean {
  const miniSearch = new MiniSearch({ fields: ['text'], ...way.options })
  miniSearch.add({ id: 1, text: document })
  const search = { ...way.search, fuzzy: SLIPS.has(question) ? 0.2 : false, prefix: UNFINISHED.has(question) }
  return miniSearch.search(way.query?.(question) ?? question, search).length > 0
}

export function wrong(pairs: readonly Pair[], way: Way): { missed: Pair[]; returned: Pair[] } {
  const failed = pairs.filter(pair => isFound(pair, way) !== pair.together)
  return { missed: failed.filter(pair => pair.together), returned: failed.filter(pair => !pair.together) }
}
