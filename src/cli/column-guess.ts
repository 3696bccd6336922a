/** Guesses which fields of the documents are worth filtering and sorting by: `init` writes them into a configuration, `build` suggests them. */
import type { ColumnType, ValueReader } from '../index.ts'
import { columnTraits } from '../internal.ts'
import type { FoundDocument } from '../readers/index.ts'

/** A keyword field has few distinct values in many documents. */
const MOST_VALUES = 50
const ISO_DATE = /^\d{4}-\d{2}(?:-\d{2})?(?:$|[T ])/
/** A whole day with its year, as people write it: `14/11/2019`, `1er mars 2020`. Fewer parts may be a version, a price or a title. */
const WRITTEN_DAY = /^\d{1,2}\p{L}{0,2}(?:[/.]\d{1,2}[/.]| \p{L}+\.? )\d{4}$/u
/** Names of fields that people filter by, whatever the values are. */
const KEYWORDS =
  /^(?:section|rubrique|category|catégorie|categorie|categories|catégories|tags?|mots-clés|keywords|type|lang)$/i

/** Guesses which fields to filter and sort by. */
export class ColumnGuess {
  private readonly values: ValueReader | undefined
  private readonly fields = new Map<string, { dates: number; numbers: number; others: number; values: Set<unknown> }>()

  /** @param values reads dates as the language of the index writes them; without it, only ISO 8601 counts */
  constructor(values?: ValueReader) {
    this.values = values
  }

  add({ fields }: FoundDocument): void {
    for (const [name, value] of Object.entries(fields)) {
      if (name === 'id' || value === null || value === undefined) continue
      const field = this.fields.get(name) ?? { dates: 0, numbers: 0, others: 0, values: new Set() }
      this.fields.set(name, field)
      // A year among tags is a tag.
      if (typeof value === 'number' && !KEYWORDS.test(name)) field.numbers++
      else if (typeof value === 'string' && this.isDate(value)) field.dates++
      else field.others++
      for (const item of [value].flat()) if (field.values.size <= MOST_VALUES) field.values.add(item)
    }
  }

  private isDate(text: string): boolean {
    if (ISO_DATE.test(text)) return true
    return (
      this.values !== undefined &&
      WRITTEN_DAY.test(text) &&
      columnTraits.date.parseArgument(text, this.values) !== undefined
    )
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
