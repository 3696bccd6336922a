/** The schema of an index: searched fields, stored fields and the id. Checked once, on entry. */
import { checkBoost, checkOptions, type OptionNames } from '../check-options.ts'
import { type ColumnType, columnTypeNames, isColumnType } from '../columns/column-types.ts'
import { InvalidOptionError } from '../errors.ts'
import { MAX_FIELDS } from '../format/bounds.ts'
import { TITLE_BOOST } from '../weights.ts'
import { type CheckedEditorial, checkEditorial } from './editorial.ts'
import type { ColumnOptions, SchemaOptions, TextFieldOptions } from './schema-types.ts'

/** A field whose text is searched. */
export interface TextField {
  name: string
  /** The weight of an occurrence, relative to an ordinary field. */
  boost: number
  /** The field is the title of the document: a query that matches all of it gets a bonus. */
  title: boolean
}

/** A field whose values are filtered, counted and sorted by, and not searched. */
export interface ColumnField {
  name: string
  type: ColumnType
}

/** A schema as stored in the file. */
export interface Schema {
  idField: string
  /** The searched fields. */
  fields: readonly TextField[]
  columns: readonly ColumnField[]
  storeFields: readonly string[]
  /** Whether positions of stop words are stored. */
  stopWordPositions: boolean
  /** The editorial rules; absent if there are none. */
  editorial?: CheckedEditorial
}

export const SCHEMA_OPTIONS: OptionNames<SchemaOptions<object>> = { idField: 1, fields: 1, storeFields: 1 }
const TEXT_OPTIONS: OptionNames<TextFieldOptions> = { type: 1, boost: 1, title: 1 }
const COLUMN_OPTIONS: OptionNames<ColumnOptions> = { type: 1 }

const TITLE_NAMES = new Set(['title', 'titre', 'headline', 'heading', 'name', 'nom'])
/** These names have special meanings in filters and sort orders. */
const RESERVED_NAMES = ['and', 'or', 'not', 'score']

/**
 * A checked schema.
 *
 * @param needsText whether a schema without a field to search is an error. Default: true
 * @throws InvalidOptionError for no field, a duplicate field, or a wrong boost or type.
 */
export function makeSchema(
  options: SchemaOptions<Record<string, unknown>> & { editorial?: unknown; stopWordPositions?: unknown },
  { needsText = true } = {},
): Schema {
  if (typeof options !== 'object' || options === null) {
    throw new InvalidOptionError('options', options, "an object such as { fields: ['title', 'body'] }")
  }
  const idField = options.idField ?? 'id'
  if (typeof idField !== 'string' || idField === '') throw new InvalidOptionError('idField', idField, 'a field name')
  const fields: TextField[] = []
  const columns: ColumnField[] = []
  for (const [name, fieldOptions] of namedFields(options.fields)) {
    checkField(name, fieldOptions)
    if (isColumn(fieldOptions)) columns.push(columnField(name, fieldOptions))
    else fields.push(textField(name, fieldOptions))
  }
  if ((needsText && fields.length === 0) || fields.length > MAX_FIELDS || columns.length > MAX_FIELDS) {
    throw new InvalidOptionError(
      'fields',
      options.fields,
      `1 to ${MAX_FIELDS} text fields, and at most ${MAX_FIELDS} typed ones`,
    )
  }
  const storeFields = fieldNames('storeFields', options.storeFields ?? [])
  const { stopWordPositions = true } = options
  if (typeof stopWordPositions !== 'boolean')
    throw new InvalidOptionError('stopWordPositions', stopWordPositions, 'true or false')
  const editorial = checkEditorial(options.editorial)
  return { idField, fields, columns, storeFields, stopWordPositions, ...(editorial !== undefined && { editorial }) }
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
    if (typeof name !== 'string' || name === '') throw new InvalidOptionError(option, name, 'non-empty field names')
    if (seen.has(name)) throw new InvalidOptionError(option, name, 'each field name once')
    seen.add(name)
  }
  return [...seen]
}

/** Whether these are the options of a column; otherwise they are those of a text field. */
export function isColumn(options: TextFieldOptions | ColumnOptions): options is ColumnOptions {
  return options.type !== undefined && options.type !== 'text'
}

function checkField(name: string, options: unknown): asserts options is TextFieldOptions | ColumnOptions {
  if (name === '') throw new InvalidOptionError('fields', name, 'non-empty field names')
  if (typeof options !== 'object' || options === null)
    throw new InvalidOptionError(`fields.${name}`, options, 'an object such as { boost: 2 }')
}

function columnField(name: string, options: ColumnOptions): ColumnField {
  const option = `fields.${name}`
  const { type } = options
  if (!isColumnType(type))
    throw new InvalidOptionError(
      `${option}.type`,
      type,
      ['text', ...columnTypeNames()].map(type => `"${type}"`).join(', '),
    )
  checkOptions(options, COLUMN_OPTIONS, option)
  if (RESERVED_NAMES.includes(name))
    throw new InvalidOptionError(
      option,
      options,
      `text, or another name: ${RESERVED_NAMES.join(', ')} have another meaning in filters`,
    )
  return { name, type }
}

function textField(name: string, options: TextFieldOptions): TextField {
  const option = `fields.${name}`
  checkOptions(options, TEXT_OPTIONS, option)
  const { boost, title = TITLE_NAMES.has(name.toLowerCase()) } = options
  if (typeof title !== 'boolean') throw new InvalidOptionError(`${option}.title`, title, 'true or false')
  if (boost !== undefined) checkBoost(`${option}.boost`, boost)
  return { name, boost: boost ?? (title ? TITLE_BOOST : 1), title }
}
