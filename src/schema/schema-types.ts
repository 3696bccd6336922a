/** The options of a schema, and their types, which tell the compiler which fields are text, columns (of which type) and stored. */
import type { ColumnType, ColumnTypeFor } from '../columns/column-types.ts'

/**
 * The options of a field that is searched. None of them is needed: `{ title: {} }`.
 *
 * @example
 * new SearchIndex<Article>({ fields: { title: { boost: 3 }, body: {} } })
 */
export interface TextFieldOptions {
  /** `'text'`: the words of the field are searched. Default: `'text'`. */
  type?: 'text' | undefined
  /**
   * The factor for occurrences in this field, above 0: with `2`, an occurrence counts twice. Raise it for fields that say what a document is about (headings, tags),
   * lower it for those that say it less (comments). Default: `2` for a title, `1` for any other field.
   */
  boost?: number | undefined
  /**
   * Whether the field is the title of the document: a title that says what the query says ranks higher. Default: `true` for a field named `title`, `titre`,
   * `headline`, `heading`, `name` or `nom`, else `false`.
   */
  title?: boolean | undefined
}

/**
 * The options of a field that is filtered, counted and sorted by: a column. Its words are not searched.
 *
 * @example
 * new SearchIndex<Article>({ fields: { title: {}, section: { type: 'keyword' }, published: { type: 'date' } } })
 */
export interface ColumnOptions<Type extends ColumnType = ColumnType> {
  /**
   * What values the field has. `null` and `undefined` are no value.
   *
   * - `'keyword'`: a string or an array of strings, taken as a whole: a section, tags, an author.
   * - `'number'`: a finite number.
   * - `'date'`: a `Date`, milliseconds since 1970 UTC, or a string in ISO 8601 (`2019-11-14`), in RFC 2822 or as the language writes dates (`14/11/2019`). It
   *   counts as the day and time that it names, whatever its offset from UTC.
   */
  type: Type
}

/** The part of the options of an index that makes its schema: `fields`, `storeFields` and `idField`. */
export type SchemaOptions<
  T,
  Stored extends StoredNames<T> = undefined,
  Fields extends FieldsOf<T> = FieldsOf<T>,
> = SchemaFields<T, Stored, Fields> & StoredFieldsOf<Stored> & IdField<T>

/** Which fields are searched, filtered and stored. */
export interface SchemaFields<T, Stored extends StoredNames<T>, Fields extends FieldsOf<T>> {
  /**
   * The fields to search: a list of names (`['title', 'body']`), or an object with the options of each (`{ title: { boost: 3 }, body: {} }`). In an object, fields
   * with a `type` other than `'text'` are not searched but filtered, counted and sorted by (`section: { type: 'keyword' }`).
   */
  fields: Fields
  /**
   * The fields that come back with hits, in `hit.document`. Only they can be shown and highlighted, and they make the file larger. Values must survive JSON: a
   * `Date` comes back as a string. Default: none.
   */
  storeFields?: readonly (undefined extends Stored ? FieldName<NoInfer<T>> : Stored)[] | undefined
}

/** If names of stored fields are given as a type, the option is required too. */
type StoredFieldsOf<Stored> = [Stored & string] extends [never]
  ? unknown
  : undefined extends Stored
    ? unknown
    : { storeFields: readonly Stored[] }

/** The option that says which field identifies a document. It is needed if documents have no field `id`. */
export type IdField<T> = 'id' extends keyof T
  ? {
      /** The field that identifies a document: its value is a string or a number, another one in each document. Default: `'id'`. */
      idField?: FieldName<NoInfer<T>> | undefined
    }
  : {
      /** The field that identifies a document: its value is a string or a number, another one in each document. Needed here, because documents have no field `id`. */
      idField: FieldName<NoInfer<T>>
    }

/** The names of the fields of `T`; any string if `T` does not say which fields there are. */
export type FieldName<T> = Extract<keyof T, string>

/** The names of the stored fields, as a type argument: `'title' | 'url'`. `undefined`, the default, if the compiler does not know which are stored. */
export type StoredNames<T> = FieldName<T> | undefined

/** What the option `fields` can be for documents of type `T`: a list of names, or an object with the options of each field. */
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
 * The stored fields of a document, as they come back. If the compiler knows which fields are stored (`Stored`), they have the types that they have in `T`, and the
 * others do not exist: add a field to `storeFields` to have it here. If it does not know, every field of `T` is there and may be missing. A `Date` comes back as a
 * string.
 */
export type StoredDocument<T, Stored = undefined> = undefined extends Stored
  ? { [Name in FieldName<T>]?: StoredValue<T[Name]> }
  : StoredFields<T, Stored & keyof T>

/** A message of the compiler about a field that is not stored names this type, and with it the fields that are. */
type StoredFields<T, Stored extends keyof T> = { [Name in Stored]: StoredValue<T[Name]> }

/** Stored values are JSON: a `Date` comes back as a string. */
type StoredValue<Value> = Value extends { toJSON(): infer Json } ? Json : Value

/**
 * A field of an index, as `fields()` returns it. `type` tells the two kinds apart.
 *
 * @example
 * const searched = index.fields().filter(({ type }) => type === 'text')
 */
export type IndexField =
  | {
      /** The name of the field in documents. */
      readonly name: string
      /** A field that is searched by its words. */
      readonly type: 'text'
      /** Whether it comes back with hits. */
      readonly stored: boolean
      /** The factor for occurrences in this field. */
      readonly boost: number
      /** Whether it is the title of the document. */
      readonly title: boolean
    }
  | {
      /** The name of the field in documents. */
      readonly name: string
      /** The type of the column; `'stored'` for a field that only comes back with hits. */
      readonly type: ColumnType | 'stored'
      /** Whether it comes back with hits. */
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
