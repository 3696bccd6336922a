/** What the types of a schema's options tell: which fields are text, which are columns of what type, which are stored. */
import type { ColumnOptions, ColumnType, TextFieldOptions } from './schema.ts'

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
