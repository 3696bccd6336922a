/** What the options of commands say of columns: which fields are columns, what documents must hold, what hits are sorted by. */
import type { ColumnType, Filter, InspectedColumn, SortField } from '../index.ts'
import { UsageError } from './command.ts'
import type { Messages } from './messages/english.ts'

type Document = Record<string, unknown>

/** Reads `section:keyword`, `published:date`… @throws UsageError */
export function readColumns(said: readonly string[], { wrongUsage }: Messages): Map<string, ColumnType> {
  return new Map(
    said.map(text => {
      const found = /^(.+):(keyword|number|date)$/.exec(text)
      if (found === null) throw new UsageError(wrongUsage.wrongColumn(text))
      return [found[1], found[2] as ColumnType]
    }),
  )
}

const OPERATORS = { '>': 'gt', '>=': 'gte', '<': 'lt', '<=': 'lte' } as const

/** Reads `section=monde,culture`, `section!=sport`, `published>=2019-11`… All must hold. @throws UsageError */
export function readFilters(
  expressions: readonly string[],
  columns: readonly InspectedColumn[],
  { wrongUsage }: Messages,
): Filter<Document> {
  return {
    and: expressions.map(expression => {
      const [, name = '', operator = '', value = ''] = /^(.+?)(!=|[<>]=?|=)(.*)$/s.exec(expression) ?? []
      const wrong = new UsageError(wrongUsage.wrongFilter(expression))
      if (operator === '') throw wrong
      const { type } = findColumn(name, columns, wrongUsage)
      const isBound = operator in OPERATORS
      if (type === 'keyword' ? isBound : value === '' || (type === 'number' && Number.isNaN(Number(value)))) throw wrong
      const wanted = type === 'number' ? Number(value) : value
      if (isBound) return { [name]: { [OPERATORS[operator as keyof typeof OPERATORS]]: wanted } }
      const filter = { [name]: type === 'keyword' ? value.split(',') : wanted }
      return operator === '=' ? filter : { not: filter }
    }),
  }
}

/** Reads `published:desc`, `views`… @throws UsageError */
export function readSort(
  said: readonly string[],
  columns: readonly InspectedColumn[],
  { wrongUsage }: Messages,
): SortField[] {
  return said.map(text => {
    const [, field, order] = /^(.+?)(?::(asc|desc))?$/.exec(text) ?? [text, text]
    if (field !== 'score') findColumn(field, columns, wrongUsage)
    return { field, ...(order !== undefined && { order: order as 'asc' | 'desc' }) }
  })
}

/** Reads `published:30`, a date field and days. @throws UsageError */
export function readRecency(
  said: string,
  columns: readonly InspectedColumn[],
  { wrongUsage }: Messages,
): { field: string; halfLife: number } {
  const [, field = '', days = ''] = /^(.+):(\d+(?:\.\d+)?)$/.exec(said) ?? []
  const halfLife = Number(days)
  if (field === '' || halfLife === 0) throw new UsageError(wrongUsage.wrongRecency(said))
  return {
    field: findColumn(
      field,
      columns.filter(({ type }) => type === 'date'),
      wrongUsage,
    ).name,
    halfLife,
  }
}

/** @throws UsageError that names the columns that there are */
export function findColumn(
  name: string,
  columns: readonly InspectedColumn[],
  wrongUsage: Messages['wrongUsage'],
): InspectedColumn {
  const found = columns.find(column => column.name === name)
  if (found !== undefined) return found
  throw new UsageError(
    wrongUsage.unknownField(
      name,
      columns.map(({ name }) => name),
    ),
  )
}
