/** What an index holds: which fields are searched, which are given back, and which one is the id. Checked once, at the door. */
import { InvalidOptionError } from '../errors.ts'

/** A field whose text is searched. */
export interface TextField {
  name: string
  /** How much an occurrence counts beside one in an ordinary field. */
  boost: number
  /** The field says what the document is about: a question that agrees with the whole of it is rewarded. */
  title: boolean
}

/** A schema as it is kept in the file. */
export interface Schema {
  idField: string
  fields: readonly TextField[]
  storeFields: readonly string[]
}

/** What can be said of a text field. */
export interface TextFieldOptions {
  /** Text, which is searched by its words. The default and, for now, the only type. */
  type?: 'text'
  /** A positive factor for occurrences in this field. Default: 2 for a title, else 1. */
  boost?: number
  /** Whether the field is the document's title. Default: true for a field named `title`, `titre`, `headline`, `heading`, `name` or `nom`. */
  title?: boolean
}

/** The fields of `T` that a name can be given for; any name where `T` says nothing. */
export type FieldName<T> = Extract<keyof T, string>

/** The options that make a schema. */
export interface SchemaOptions<T> {
  /** The field that identifies a document, a string or a number. Default: `id`. */
  idField?: FieldName<T>
  /** The fields to search: their names, or an object with more to say about each. */
  fields: readonly FieldName<T>[] | { readonly [Name in FieldName<T>]?: TextFieldOptions }
  /** The fields that come back with a hit. Default: none. Values must survive JSON. */
  storeFields?: readonly FieldName<T>[]
}

const TITLE_NAMES = new Set(['title', 'titre', 'headline', 'heading', 'name', 'nom'])
const TITLE_BOOST = 2
const MAX_FIELDS = 64

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
  const fields = namedFields(options.fields).map(([name, said]) => textField(name, said))
  if (fields.length === 0 || fields.length > MAX_FIELDS) {
    throw new InvalidOptionError('fields', options.fields, `between 1 and ${MAX_FIELDS} fields`)
  }
  const storeFields = fieldNames('storeFields', options.storeFields ?? [])
  return { idField, fields, storeFields }
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

function textField(name: string, said: unknown): TextField {
  const option = `fields.${name}`
  if (name === '') throw new InvalidOptionError('fields', name, 'field names that are not empty')
  if (typeof said !== 'object' || said === null)
    throw new InvalidOptionError(option, said, 'an object such as { boost: 2 }')
  const { type = 'text', boost, title = TITLE_NAMES.has(name.toLowerCase()) } = said as Record<string, unknown>
  if (type !== 'text') throw new InvalidOptionError(`${option}.type`, type, '"text"')
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
