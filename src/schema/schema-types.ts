/** The options of a schema, and their types, which tell the compiler which fields are text, columns (of which type) and stored. */
import type { ColumnType, ColumnTypeFor } from '../columns/column-types.ts'

/** What can be said of a text field. */
export interface TextFieldOptions {
  /** Text, which is searched by its words. The default. */
  type?: 'text' | undefined
  /** A positive factor for occurrences in this field. Default: 2 for a title, else 1. */
  boost?: number | undefined
  /** Whether the field is the document's title. Default: true for a field named `title`, `titre`, `headline`, `heading`, `name` or `nom`. */
  title?: boolean | undefined
}

/** What can be said of a field that is filtered, counted and sorted by. Its words are not searched. */
export interface ColumnOptions<Type extends ColumnType = ColumnType> {
  /**
   * `'keyword'`: a string or several, kept in NFC. `'number'`: a finite number. `'date'`: a `Date`, milliseconds since 1970 UTC, or a string in ISO 8601, in
   * RFC 2822 or as the language writes dates (`14/11/2019`), filed under the day and time that it names, whatever its offset. `null` and `undefined` are no
   * value.
   */
  type: Type
}

/** The options that make a schema. */
export type SchemaOptions<
  T,
  Stored extends StoredNames<T> = undefined,
  Fields extends FieldsOf<T> = FieldsOf<T>,
> = FieldChoice<T, Stored, Fields> & StoredFieldsOf<Stored> & IdField<T>

/** Which fields are searched, and which are stored. */
export interface FieldChoice<T, Stored extends StoredNames<T>, Fields extends FieldsOf<T>> {
  /** The fields to search: their names, or an object with more to say about each, and with the fields to filter and sort by. */
  fields: Fields
  /** The fields that come back with a hit. Default: none. Values must survive JSON. */
  storeFields?: readonly (undefined extends Stored ? FieldName<NoInfer<T>> : Stored)[] | undefined
}

/** If names of stored fields are given as a type, the option is required too. */
type StoredFieldsOf<Stored> = [Stored & string] extends [never]
  ? unknown
  : undefined extends Stored
    ? unknown
    : { storeFields: readonly Stored[] }

/** Which field identifies a document. It must be given if documents have no field `id`. */
export type IdField<T> = 'id' extends keyof T
  ? {
      /** The field that identifies a document, a string or a number. Default: `id`. */
      idField?: FieldName<NoInfer<T>> | undefined
    }
  : {
      /** The field that identifies a document, a string or a number. Documents of this type have no `id`, which is the default. */
      idField: FieldName<NoInfer<T>>
    }

/** The fields of `T` that a name can be given for; any name where `T` says nothing. */
export type FieldName<T> = Extract<keyof T, string>

/** The names of stored fields; `undefined`, the default of every type with stored fields, if the compiler does not know which are stored. */
export type StoredNames<T> = FieldName<T> | undefined

/** The ways to say which fields a document of type `T` has. */
export type FieldsOf<T> = readonly TextFieldName<T>[] | { readonly [Name in FieldName<T>]?: FieldOptionsFor<T[Name]> }

/** The fields of `T` that may be text. */
type TextFieldName<T> = {
  [Name in FieldName<T>]: TextFieldOptions extends FieldOptionsFor<T[Name]> ? Name : never
}[FieldName<T>]

/** The options that a field allows, by the type of its values: a date is not text, and a text is not a number. */
type FieldOptionsFor<Value> = [Value] extends [never]
  ? FieldOptionsFor<unknown>
  : unknown extends Value
    ? TextFieldOptions | ColumnOptions
    : (Extract<Value, Text> extends never ? never : TextFieldOptions) | ColumnOptions<ColumnTypeFor<Value> & string>

type Text = string | number | boolean | readonly unknown[]

/**
 * The stored fields of a document as they come back. A field that is stored has the type that documents give it, and may be missing only if documents
 * may lack it. If it is not known which fields are stored, each may be missing.
 */
export type StoredDocument<T, Stored = undefined> = undefined extends Stored
  ? { [Name in FieldName<T>]?: StoredValue<T[Name]> }
  : StoredFields<Pick<T, Stored & keyof T>>

type StoredFields<T> = { [Name in keyof T]: StoredValue<T[Name]> }

/** Stored values are JSON: a `Date` comes back as a string. */
type StoredValue<Value> = Value extends { toJSON(): infer Json } ? Json : Value

/** A field of an index, as `fields()` gives it. */
export type IndexField =
  | {
      readonly name: string
      /** The text is searched by words. */
      readonly type: 'text'
      readonly stored: boolean
      /** The factor for occurrences in this field. */
      readonly boost: number
      /** Whether it is the title of the document. */
      readonly title: boolean
    }
  | {
      readonly name: string
      /** The type of a column; `'stored'` for a field that only comes back with hits. */
      readonly type: ColumnType | 'stored'
      readonly stored: boolean
    }

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
