/** The options that make a schema, and what their types tell the compiler: which fields are text, which are columns of what type, which are stored. */
import type { ColumnType } from '../columns/column-types.ts'

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

/** The fields of `T` that a name can be given for; any name where `T` says nothing. */
export type FieldName<T> = Extract<keyof T, string>

/** The ways to say which fields a document of type `T` has. */
export type FieldsOf<T> =
  | readonly FieldName<T>[]
  | { readonly [Name in FieldName<T>]?: TextFieldOptions | ColumnOptions }

type Column = { readonly type: ColumnType }

/** The fields of `Fields` that are, or may be, searched. */
export type TextName<Fields> = Fields extends readonly (infer Name)[]
  ? Name & string
  : { [Name in keyof Fields]-?: Exclude<Fields[Name], Column | undefined> extends never ? never : Name }[keyof Fields] &
      string

/** The fields of `Fields` that are, or may be, filtered, counted and sorted by. */
export type ColumnName<Fields> = Fields extends readonly unknown[]
  ? never
  : { [Name in keyof Fields]-?: Extract<Fields[Name], Column> extends never ? never : Name }[keyof Fields] & string

/** What type a column of `Fields` has, or may have. */
export type ColumnTypeOf<Fields, Name> = Fields extends readonly unknown[]
  ? never
  : Name extends keyof Fields
    ? Extract<Fields[Name], Column>['type']
    : never
