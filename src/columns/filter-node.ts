/** A checked filter as plain data: combined conditions on columns. */

/** A checked filter: plain data that refers to columns by their index in the schema. */
export type FilterNode =
  | { readonly kind: 'and' | 'or'; readonly filters: readonly FilterNode[] }
  | { readonly kind: 'not'; readonly filter: FilterNode }
  /** The document meets a condition of the column's type, which is plain data that only the type reads. */
  | { readonly kind: 'column'; readonly column: number; readonly condition: object }

/** The columns that a filter reads. */
export function columnsOf(filter: FilterNode): number[] {
  if (filter.kind === 'column') return [filter.column]
  return filter.kind === 'not' ? columnsOf(filter.filter) : filter.filters.flatMap(columnsOf)
}

/** The filter without its top-level conditions on `column` alone. */
export function withoutColumn(filter: FilterNode, column: number): FilterNode {
  if (columnsOf(filter).every(other => other === column)) return { kind: 'and', filters: [] }
  if (filter.kind !== 'and') return filter
  return { kind: 'and', filters: filter.filters.map(part => withoutColumn(part, column)) }
}
