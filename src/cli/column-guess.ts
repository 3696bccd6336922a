/** Guesses which fields of the documents are worth filtering and sorting by: `init` writes them into a configuration, `build` suggests them. */
import type { ColumnType } from '../index.ts'
import type { FoundDocument } from '../readers/index.ts'

/** A keyword field has few distinct values in many documents. */
const MOST_VALUES = 50
const ISO_DATE = /^\d{4}-\d{2}(?:-\d{2})?(?:$|[T ])/
/** Names of fields that people filter by, whatever the values are. */
const KEYWORDS =
  /^(?:section|rubrique|category|catégorie|categorie|categories|catégories|tags?|mots-clés|keywords|type|lang)$/i

/** Guesses which fields to filter and sort by. */
export class ColumnGuess {
  private readonly fields = new Map<string, { dates: number; numbers: number; others: number; values: Set<unknown> }>()

  add({ fields }: FoundDocument): void {
    for (const [name, value] of Object.entries(fields)) {
      if (name === 'id' || value === null || value === undefined) continue
      const field = this.fields.get(name) ?? { dates: 0, numbers: 0, others: 0, values: new Set() }
      this.fields.set(name, field)
      // A year among tags is a tag.
      if (typeof value === 'number' && !KEYWORDS.test(name)) field.numbers++
      else if (typeof value === 'string' && ISO_DATE.test(value)) field.dates++
      else field.others++
      for (const item of [value].flat()) if (field.values.size <= MOST_VALUES) field.values.add(item)
    }
  }

  guess(): Record<string, ColumnType> {
    const columns = new Map<string, ColumnType>()
    for (const [name, { dates, numbers, others, values }] of this.fields) {
      if (others === 0 && numbers === 0) columns.set(name, 'date')
      else if (others === 0 && dates === 0) columns.set(name, 'number')
      else if (KEYWORDS.test(name) && isChoice(values) && isAllText(values)) columns.set(name, 'keyword')
    }
    return Object.fromEntries(columns)
  }
}

/** There is nothing to choose of a single value, such as the language of a site that has one. */
function isChoice({ size }: ReadonlySet<unknown>): boolean {
  return size > 1 && size <= MOST_VALUES
}

function isAllText(values: ReadonlySet<unknown>): boolean {
  return [...values].every(value => (typeof value === 'string' && value !== '') || typeof value === 'number')
}
