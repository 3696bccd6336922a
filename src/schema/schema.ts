/** What an index holds: which fields are searched, which are given back, and which one is the id. Checked once, at the door. */
import { InvalidOptionError } from '../errors.ts'
import { TITLE_BOOST } from '../weights.ts'
import type { FieldName, FieldsOf } from './schema-types.ts'

export type { FieldName } from './schema-types.ts'

/** A field whose text is searched. */
export interface TextField {
  name: string
  /** How much an occurrence counts beside one in an ordinary field. */
  boost: number
  /** The field says what the document is about: a question that agrees with the whole of it is rewarded. */
  title: boolean
}

/** What a column holds. */
export type ColumnType = 'keyword' | 'number' | 'date'

/** A field whose values are filtered, counted and sorted by, and not searched. */
export interface ColumnField {
  name: string
  type: ColumnType
}

/** A schema as it is kept in the file. */
export interface Schema {
  idField: string
  /** The searched fields. */
  fields: readonly TextField[]
  columns: readonly ColumnField[]
  storeFields: readonly string[]
}

/** What can be said of a text field. */
export interface TextFieldOptions {
  /** Text, which is searched by its words. The default. */
  type?: 'text'
  /** A positive factor for occurrences in this field. Default: 2 for a title, else 1. */
  boost?: number
  /** Whether the field is the document's title. Default: true for a field named `title`, `titre`, `headline`, `heading`, `name` or `nom`. */
  title?: boolean
}

/** What can be said of a field that is filtered, counted and sorted by. Its words are not searched. */
export interface ColumnOptions {
  /**
   * `'keyword'`: a string or several, taken as they are. `'number'`: a finite number. `'date'`: a `Date`, milliseconds since 1970 UTC, or an ISO 8601
   * string; without an offset it is UTC, on any machine. `null` and `undefined` are no value.
   */
  type: ColumnType
}

/** The options that make a schema. */
export interface SchemaOptions<
  T,
  Fields extends FieldsOf<T> = FieldsOf<T>,
  Stored extends FieldName<T> = FieldName<T>,
> {
  /** The field that identifies a document, a string or a number. Default: `id`. */
  idField?: FieldName<T>
  /** The fields to search: their names, or an object with more to say about each, and with the fields to filter and sort by. */
  fields: Fields
  /** The fields that come back with a hit. Default: none. Values must survive JSON. */
  storeFields?: readonly Stored[]
}

const TITLE_NAMES = new Set(['title', 'titre', 'headline', 'heading', 'name', 'nom'])
const MAX_FIELDS = 64
const COLUMN_TYPES = ['keyword', 'number', 'date']
/** They say something else in filters and sorts. */
const RESERVED_NAMES = ['and', 'or', 'not', 'score']

/**
 * A checked schema.
 *
 * @throws InvalidOptionError for no field, a field named twice, a wrong boost or type.
 */
export function makeSchema<T>(options: SchemaOptions<T>): Schema {
  if (typeof options !== 'object' || options === null) {
    throw new InvalidOptionError('options', options, "an object such as { fields: ['title', 'body'] }")
  }
  const idField = options.idField ?? 'id'
  if (typeof idField !== 'string' || idField === '') throw new InvalidOptionError('idField', idField, 'a field name')
  const fields: TextField[] = []
  const columns: ColumnField[] = []
  for (const [name, said] of namedFields(options.fields)) {
    if (isColumn(name, said)) columns.push({ name, type: said.type })
    else fields.push(textField(name, said))
  }
  if (fields.length === 0 || fields.length > MAX_FIELDS || columns.length > MAX_FIELDS) {
    throw new InvalidOptionError(
      'fields',
      options.fields,
      `between 1 and ${MAX_FIELDS} text fields, and as many others at most`,
    )
  }
  const storeFields = fieldNames('storeFields', options.storeFields ?? [])
  return { idField, fields, columns, storeFields }
}

function namedFields(fields: unknown): [string, unknown][] {
  if (Array.isArray(fields)) return fieldNames('fields', fields).map(name => [name, {}])
  if (typeof fields === 'object' && fields !== null) return Object.entries(fields)
  throw new InvalidOptionError('fields', fields, 'an array of field names, or an object { name: { boost } }')
}

function fieldNames(option: string, names: unknown): string[] {
  if (!Array.isArray(names)) throw new InvalidOptionError(option, names, 'an array of field names')
  const seen = new Set<string>()
  for (const name of names) {
    if (typeof name !== 'string' || name === '')
      throw new InvalidOptionError(option, name, 'field names that are not empty')
    if (seen.has(name)) throw new InvalidOptionError(option, name, 'each field name once')
    seen.add(name)
  }
  return [...seen]
}

/** Whether a field is a column. Throws where it is neither that nor text. */
function isColumn(name: string, said: unknown): said is ColumnOptions {
  const option = `fields.${name}`
  if (name === '') throw new InvalidOptionError('fields', name, 'field names that are not empty')
  if (typeof said !== 'object' || said === null)
    throw new InvalidOptionError(option, said, 'an object such as { boost: 2 }')
  const { type = 'text', ...others } = said as Record<string, unknown>
  if (type === 'text') return false
  if (typeof type !== 'string' || !COLUMN_TYPES.includes(type))
    throw new InvalidOptionError(`${option}.type`, type, `"text", ${COLUMN_TYPES.map(type => `"${type}"`).join(', ')}`)
  for (const other of Object.keys(others))
    throw new InvalidOptionError(`${option}.${other}`, others[other], 'nothing: only text is searched')
  if (RESERVED_NAMES.includes(name))
    throw new InvalidOptionError(
      option,
      said,
      `text, or another name: ${RESERVED_NAMES.join(', ')} say something else in filters`,
    )
  return true
}

function textField(name: string, said: unknown): TextField {
  const option = `fields.${name}`
  const { type: _, boost, title = TITLE_NAMES.has(name.toLowerCase()), ...others } = said as Record<string, unknown>
  for (const other of Object.keys(others))
    throw new InvalidOptionError(`${option}.${other}`, others[other], 'type, boost, title')
  if (typeof title !== 'boolean') throw new InvalidOptionError(`${option}.title`, title, 'true or false')
  if (boost !== undefined) checkBoost(`${option}.boost`, boost)
  return { name, boost: (boost as number | undefined) ?? (title ? TITLE_BOOST : 1), title }
}

/** Throws unless `boost` is a finite number above 0. */
export function checkBoost(option: string, boost: unknown): asserts boost is number {
  if (typeof boost !== 'number' || !Number.isFinite(boost) || boost <= 0) {
    throw new InvalidOptionError(option, boost, 'a finite number above 0')
  }
}
