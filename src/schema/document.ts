/** Reads a document according to its schema: the id, the texts to search, the values to filter by, the stored values. */

import { type ValueReader, WrongValue } from '../columns/column-type.ts'
import { columnTypes } from '../columns/column-types.ts'
import { describe, InvalidDocumentError } from '../errors.ts'
import { isDeeper, MOST_DEPTH } from '../json.ts'
import { fieldOf } from '../record.ts'
import type { Schema } from './schema.ts'

/**
 * The id of a document: a string that is not empty, or a finite number. `1` and `'1'` are two ids.
 *
 * @example
 * const id: DocumentId = 'treve'
 */
export type DocumentId = string | number

/** A document prepared for the index. */
export interface ReadDocument {
  id: DocumentId
  /** By field of the schema; a field may have several texts. */
  texts: readonly (readonly string[])[]
  /** By column of the schema: the parsed value. */
  columns: readonly unknown[]
  /** The stored fields as JSON. */
  stored: string
}

/** What reading a document needs from the language of the index. */
export interface DocumentReading {
  /** How dates and numbers are written. Default: dates in ISO 8601 and RFC 2822, numbers as programs write them. */
  readonly values?: ValueReader | undefined
  /** For an index in several languages: the language of a document, and how it writes dates and numbers. */
  readonly several?:
    | {
        readonly field: string
        placeOf(tag: unknown, texts: readonly (readonly string[])[]): number
        markTexts(texts: readonly (readonly string[])[], place: number): readonly (readonly string[])[]
        valuesOf(place: number): ValueReader | undefined
      }
    | undefined
}

/**
 * @param reading the language of the index
 * @throws InvalidDocumentError if the id is missing or neither a string nor a number, a searched field is not text, a column's value has the wrong type, or a
 * stored value cannot be written as JSON.
 */
export function readDocument(document: unknown, schema: Schema, reading: DocumentReading = {}): ReadDocument {
  if (typeof document !== 'object' || document === null || Array.isArray(document)) {
    throw new InvalidDocumentError(`A document must be an object; this one is ${describe(document)}.`)
  }
  const record = document as Record<string, unknown>
  const id = readId(fieldOf(record, schema.idField), schema.idField)
  const { several } = reading
  const written = schema.fields.map(field => readTexts(fieldOf(record, field.name), field.name, id))
  const place = several?.placeOf(fieldOf(record, several.field), written) ?? 0
  const texts = several?.markTexts(written, place) ?? written
  const values = several?.valuesOf(place) ?? reading.values
  const columns = schema.columns.map(({ name, type }) => {
    const given = fieldOf(record, name)
    const value = columnTypes[type].parse(given, values)
    if (!(value instanceof WrongValue)) return value
    throw new InvalidDocumentError(
      `Field "${name}" of document ${describe(id)} must be ${value.expected}; it is ${describe(given)}.`,
      name,
    )
  })
  return { id, texts, columns, stored: readStored(record, schema.storeFields, id) }
}

function readId(id: unknown, field: string): DocumentId {
  if (typeof id === 'string' && id !== '') return id
  if (typeof id === 'number' && Number.isFinite(id)) return Object.is(id, -0) ? 0 : id
  throw new InvalidDocumentError(
    `A document's id (field "${field}") must be a finite number or a non-empty string; this one is ${describe(id)}.`,
    field,
  )
}

/**
 * A missing value is no text; numbers and booleans become text; an array is several texts.
 *
 * @throws InvalidDocumentError
 */
export function readTexts(value: unknown, field: string, id: DocumentId): readonly string[] {
  if (value === undefined || value === null) return []
  if (Array.isArray(value)) return value.flatMap(item => readTexts(item, field, id))
  if (typeof value === 'string') return value === '' ? [] : [value]
  if (typeof value === 'number' || typeof value === 'boolean') return [String(value)]
  throw new InvalidDocumentError(
    `Field "${field}" of document ${describe(id)} must be text (a string, a number or an array of them); it is ${describe(value)}.`,
    field,
  )
}

function readStored(record: Record<string, unknown>, fields: readonly string[], id: DocumentId): string {
  // As own properties, because a field may have any name, even `__proto__`.
  const stored = Object.fromEntries(
    fields.map(field => [field, fieldOf(record, field)]).filter(([, value]) => value !== undefined),
  )
  let json: string
  try {
    json = JSON.stringify(stored)
  } catch (cause) {
    throw new InvalidDocumentError(
      `A stored field of document ${describe(id)} cannot be converted to JSON.`,
      undefined,
      {
        cause,
      },
    )
  }
  const isPlain = Object.values(stored).every(value => typeof value !== 'object' || value === null)
  if (isPlain || !isDeeper(JSON.parse(json), MOST_DEPTH)) return json
  throw new InvalidDocumentError(
    `A stored field of document ${describe(id)} is nested more than ${MOST_DEPTH - 1} levels deep.`,
  )
}
