/** A column type is one entry of the table: an entry added here is parsed, written, read, filtered, counted, sorted by and typed in queries, with no other code. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readColumns, readFilters } from '../../src/cli/column-options.ts'
import { english } from '../../src/cli/messages/english.ts'
import type { Column } from '../../src/columns/column.ts'
import { type ColumnTypeDefinition, WrongValue } from '../../src/columns/column-type.ts'
import { columnTypes } from '../../src/columns/column-types.ts'
import { DocumentSet } from '../../src/columns/document-set.ts'
import type { FilterNode } from '../../src/columns/filter-node.ts'
import { InvalidOptionError } from '../../src/errors.ts'
import { parseQuery } from '../../src/index.ts'
import { IndexSearcher } from '../../src/index-searcher.ts'
import { SearchIndex } from '../../src/search-index.ts'

const NAMES = ['non', 'oui']

/** By document: 0 for no, 1 for yes, 2 for no value. */
class FlagColumn implements Column<number> {
  private readonly flags: readonly number[]

  constructor(flags: readonly number[]) {
    this.flags = flags
  }

  value(document: number): number {
    return this.flags[document]
  }

  countHolders(): number {
    return this.flags.filter(flag => flag < 2).length
  }

  select({ flag }: { flag: number }): DocumentSet {
    const documents = new DocumentSet(this.flags.length)
    this.flags.forEach((other, document) => {
      if (other === flag) documents.add(document)
    })
    return documents
  }

  count(documents: DocumentSet, counts: Map<string, number>): void {
    documents.forEach(document => {
      const name = NAMES[this.flags[document]]
      if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1)
    })
  }

  sortKeys(): (document: number) => number | undefined {
    return document => (this.flags[document] < 2 ? this.flags[document] : undefined)
  }
}

const condition = (flag: number, column: number): FilterNode => ({ kind: 'column', column, condition: { flag } })

const flag: ColumnTypeDefinition<number> = {
  hasRanges: false,
  hasGroups: false,
  isTime: false,
  parseCell: text => (NAMES.includes(text) ? text === 'oui' : text),
  parseArgument: text => (NAMES.includes(text) ? text : undefined),
  parse(value) {
    if (value === undefined || value === null) return 2
    return typeof value === 'boolean' ? Number(value) : new WrongValue('true or false')
  },
  write(writer, flags) {
    for (const value of flags) writer.byte(value)
  },
  read: (bytes, start, end) => new FlagColumn([...bytes.subarray(start, end)]),
  makeLive() {
    const flags: number[] = []
    return { push: value => flags.push(value), view: () => new FlagColumn([...flags]) }
  },
  checkCondition(value, place, option) {
    if (typeof value === 'boolean') return condition(Number(value), place)
    if (typeof value === 'string' && NAMES.includes(value)) return condition(NAMES.indexOf(value), place)
    throw new InvalidOptionError(option, value, 'true or false')
  },
  checkFacetRanges: () => undefined,
  parseTyped: text => (NAMES.includes(String(text)) ? text : undefined),
  filterByTyped: (texts, place) => ({ kind: 'or', filters: texts.map(text => condition(NAMES.indexOf(text), place)) }),
}

const table = columnTypes as Record<string, ColumnTypeDefinition>

beforeAll(() => {
  table.flag = flag
})
afterAll(() => {
  delete table.flag
})

function makeIndex() {
  const fields = { titre: {}, gratuit: { type: 'flag' as 'keyword' } }
  const index = new SearchIndex<Record<string, unknown>>({ fields })
  index.addAll([
    { id: 1, titre: 'Musée du Louvre', gratuit: false },
    { id: 2, titre: 'Musée Carnavalet', gratuit: true },
    { id: 3, titre: 'Musée d’Orsay' },
    { id: 4, titre: 'Musée de la Vie romantique', gratuit: true },
  ])
  return index
}

const live = makeIndex
const reopened = () => IndexSearcher.fromBytes<Record<string, unknown>>(makeIndex().toBytes())

test.each([
  ['live', live],
  ['reopened', reopened],
] as const)('an index with a type of the test’s own answers: %s', (_, make) => {
  const index = make()
  const ids = (question: string, options: object = {}) =>
    index.search(question, options as never).hits.map(({ id }) => id)
  expect(ids('', { filter: { gratuit: true } })).toEqual([2, 4])
  expect(ids('', { filter: { not: { gratuit: true } } })).toEqual([1, 3])
  expect(ids('musée gratuit:oui')).toEqual(expect.arrayContaining([2, 4]))
  expect(ids('musée gratuit:oui')).toHaveLength(2)
  expect(ids('musée', { sort: { field: 'gratuit', order: 'desc' } })).toEqual([2, 4, 1, 3])
  expect(index.search('musée', { facets: ['gratuit'] as never }).facets).toEqual({
    gratuit: [
      { value: 'oui', count: 2 },
      { value: 'non', count: 1 },
    ],
  })
  expect(() => ids('', { filter: { gratuit: 3 } })).toThrow(
    expect.objectContaining({ code: 'INVALID_OPTION', option: 'filter.gratuit' }),
  )
})

test('documents, queries, inspect() and the command line know it too', () => {
  expect(() => makeIndex().add({ id: 5, gratuit: 'peut-être' })).toThrow(
    'Field "gratuit" of document 5 must be true or false; it is "peut-être".',
  )
  expect(makeIndex().inspect().columns).toMatchObject([{ name: 'gratuit', type: 'flag', documents: 3 }])
  const { problems } = parseQuery('gratuit:demain', { columns: { gratuit: 'flag' as 'keyword' } })
  expect(problems).toMatchObject([{ code: 'unreadable-value' }])
  expect([...readColumns(['gratuit:flag'], english)]).toEqual([['gratuit', 'flag']])
  expect(readFilters(['gratuit!=oui'], makeIndex().inspect().columns, english)).toEqual({
    and: [{ not: { gratuit: 'oui' } }],
  })
  expect(() => readFilters(['gratuit>oui'], makeIndex().inspect().columns, english)).toThrow()
})

/** Code outside src/columns/ that names a type, and why it must. */
const NAMED_OUTSIDE: Record<string, string> = {
  'cli/column-guess.ts': 'guesses the types of columns from documents',
  'cli/messages/english.ts': 'what people call the types',
  'cli/messages/french-problems.ts': 'what values of the types people may write',
  'cli/messages/french.ts': 'what people call the types',
  'element/facets-view.ts': 'draws the filters of each type',
  'minisearch/from-minisearch-options.ts': 'compares types of options with those of JavaScript',
  'opensearch/mapping.ts': 'which type of OpenSearch holds each type',
  'schema/filter.ts': 'tells the compiler how to say that a field has a type',
  'search-box/indexed-search.ts': 'what a filter of each type shows',
  'search-box/plan.ts': 'what a filter of each type asks',
  'search-box/search-state.ts': 'what a filter of each type shows',
}

test('no other code outside src/columns/ names a type', () => {
  const src = join(import.meta.dirname, '../../src')
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.ts'))
  const naming = files.filter(file => {
    const code = readFileSync(join(src, file), 'utf8').replace(/^\s*(?:\/\*|\*|\/\/).*$/gm, '')
    // `number` and `date` are words of other things too: here they are types where `type` is compared with them, or a column is made of one.
    return (
      /'keyword'|\bkeyword: '|columns\[name\] = '/.test(code) ||
      /\btype\b[^\n]{0,12}[!=]==? '(?:keyword|number|date)'|'(?:keyword|number|date)' [!=]==? [^\n]*\btype\b/.test(
        code.replace(/typeof [\w.[\]]+ [!=]== 'number'/g, '').replace(/^export function typeOfValue[^}]*\}/gms, ''),
      )
    )
  })
  expect(naming.filter(file => !file.startsWith('columns/')).sort()).toEqual(Object.keys(NAMED_OUTSIDE).sort())
})
