/** Command-line options about columns: which fields are columns, filters, and sorting. */
import type { ColumnType } from '../index.ts'
import { columnTraits, isColumnType } from '../internal.ts'
import { type Filter, french, type InspectedColumn, type Language, type SortField } from '../searcher.ts'
import { UsageError } from './command.ts'
import type { Messages } from './messages/english.ts'

type Document = Record<string, unknown>

/** Reads `section:keyword`, `published:date`… @throws UsageError */
export function readColumns(columns: readonly string[], { wrongUsage }: Messages): Map<string, ColumnType> {
  return new Map(
    columns.map(text => {
      const [, name = '', type] = /^(.+):(\w+)$/.exec(text) ?? []
      if (!isColumnType(type)) throw new UsageError(wrongUsage.wrongColumn(text))
      return [name, type]
    }),
  )
}

const OPERATORS = { '>': 'gt', '>=': 'gte', '<': 'lt', '<=': 'lte' } as const

/** Reads `section=monde,culture`, `section!=sport`, `published>=2019-11`… All must match. @throws UsageError */
export function readFilters(
  expressions: readonly string[],
  columns: readonly InspectedColumn[],
  { wrongUsage }: Messages,
  language: Language = french(),
): Filter<Document> {
  return {
    and: expressions.map(expression => {
      const [, name = '', operator = '', value = ''] = /^(.+?)(!=|[<>]=?|=)(.*)$/s.exec(expression) ?? []
      const wrong = new UsageError(wrongUsage.wrongFilter(expression))
      if (operator === '') throw wrong
      const { hasRanges, parseArgument } = columnTraits[findColumn(name, columns, wrongUsage).type]
      const argument = parseArgument(value, language.values)
      const isBound = operator in OPERATORS
      if (argument === undefined || (isBound && !hasRanges)) throw wrong
      if (isBound) return { [name]: { [OPERATORS[operator as keyof typeof OPERATORS]]: argument } }
      const filter = { [name]: argument }
      return operator === '=' ? filter : { not: filter }
    }),
  }
}

/** Reads `published:desc`, `views`… @throws UsageError */
export function readSort(
  fields: readonly string[],
  columns: readonly InspectedColumn[],
  { wrongUsage }: Messages,
): SortField[] {
  return fields.map(text => {
    const [, field, order] = /^(.+?)(?::(asc|desc))?$/.exec(text) ?? [text, text]
    if (field !== 'score') findColumn(field, columns, wrongUsage)
    return { field, ...(order !== undefined && { order: order as 'asc' | 'desc' }) }
  })
}

/** Reads `published:30`, a date field and days. @throws UsageError */
export function readRecency(
  text: string,
  columns: readonly InspectedColumn[],
  { wrongUsage }: Messages,
): { field: string; halfLife: number } {
  const [, field = '', days = ''] = /^(.+):(\d+(?:\.\d+)?)$/.exec(text) ?? []
  const halfLife = Number(days)
  if (field === '' || halfLife === 0) throw new UsageError(wrongUsage.wrongRecency(text))
  return { field: findColumnFor('recency', ({ isTime }) => isTime, field, columns, wrongUsage).name, halfLife }
}

/** @throws UsageError that lists the existing columns */
export function findColumn(
  name: string,
  columns: readonly InspectedColumn[],
  wrongUsage: Messages['wrongUsage'],
): InspectedColumn {
  const column = columns.find(column => column.name === name)
  if (column !== undefined) return column
  throw new UsageError(wrongUsage.unknownColumn(name, namesOf(columns)))
}

/** The same for an option that columns of some types only are for. @throws UsageError that lists those */
export function findColumnFor(
  option: string,
  suits: (traits: (typeof columnTraits)[ColumnType]) => boolean,
  name: string,
  columns: readonly InspectedColumn[],
  wrongUsage: Messages['wrongUsage'],
): InspectedColumn {
  const column = findColumn(name, columns, wrongUsage)
  if (suits(columnTraits[column.type])) return column
  const others = columns.filter(({ type }) => suits(columnTraits[type]))
  throw new UsageError(wrongUsage.otherColumnType(`--${option}`, name, column.type, namesOf(others)))
}

const namesOf = (columns: readonly InspectedColumn[]) => columns.map(({ name }) => name)
