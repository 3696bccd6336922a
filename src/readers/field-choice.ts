/** Chooses the fields that an index searches, filters by and stores, if its options do not. The program and the plugin use it. */
import { checkOptions, type OptionNames } from '../check-options.ts'
import { PAGE_TYPE } from '../columns/column-types.ts'
import type { ColumnOptions, TextFieldOptions } from '../index.ts'
import { isColumn, makeSchema } from '../schema/schema.ts'
import type { SchemaOptions } from '../schema/schema-types.ts'
import { PAGE_FIELD } from './source.ts'
import type { Survey } from './survey.ts'

/** The options of each field, by its name. */
export type FieldOptions = Readonly<Record<string, TextFieldOptions | ColumnOptions>>

/** Fields as configurations name them. */
export interface FieldChoiceOptions {
  /** Default: all fields that hold text are searched. They are as well if only columns are named. */
  fields?: readonly string[] | FieldOptions | undefined
  /** Default: all. */
  storeFields?: readonly string[] | undefined
  /** Whether documents are the sections of pages: their field `page` is a keyword then, unless `fields` says otherwise. Default: false. */
  sections?: boolean | undefined
}

const CHOICE_OPTIONS: OptionNames<FieldChoiceOptions> = { fields: 1, storeFields: 1, sections: 1 }

/** What an index does with the fields of its documents, as `new SearchIndex()` and `buildIndexFile()` take it. */
export interface FieldChoice {
  idField: string
  fields: FieldOptions
  storeFields: readonly string[]
}

/**
 * Chooses from the fields that the documents have.
 *
 * @throws InvalidOptionError for an unknown option
 * @example
 * const survey = new Survey()
 * for await (const document of readDocuments('content')) survey.add(document)
 * const index = new SearchIndex(chooseFields(survey, { fields: { date: { type: 'date' } } }))
 */
export function chooseFields(survey: Survey, options: FieldChoiceOptions = {}): FieldChoice {
  checkOptions(options, CHOICE_OPTIONS)
  const { fields, storeFields, sections } = options
  const chosen = fieldOptionsOf(fields)
  const isOfPages = sections === true && survey.fieldNames.includes(PAGE_FIELD)
  const named: FieldOptions = isOfPages ? { [PAGE_FIELD]: { type: PAGE_TYPE }, ...chosen } : chosen
  const others = survey.textFields.filter(name => !Object.hasOwn(named, name))
  const texts = textNames(named).length > 0 ? [] : others.map((name): [string, TextFieldOptions] => [name, {}])
  return {
    idField: survey.idField,
    fields: { ...Object.fromEntries(texts), ...named },
    storeFields: storeFields ?? survey.fieldNames,
  }
}

/**
 * Checks fields before any document is read.
 *
 * @throws InvalidOptionError as `new SearchIndex()` does, except that an object need not name a field to search
 */
export function checkFields({
  idField,
  fields = {},
  storeFields,
  stopWordPositions,
}: FieldChoiceOptions & { idField?: string | undefined; stopWordPositions?: boolean | undefined }): void {
  const options = { idField, fields, storeFields, stopWordPositions } as SchemaOptions<Record<string, unknown>>
  makeSchema(options, { needsText: Array.isArray(fields) })
}

/** Fields as options, whether they are named in a list or in an object. */
export function fieldOptionsOf(fields: FieldChoiceOptions['fields'] = {}): FieldOptions {
  return isList(fields) ? Object.fromEntries(fields.map(name => [name, {}])) : fields
}

function isList(fields: readonly string[] | FieldOptions): fields is readonly string[] {
  return Array.isArray(fields)
}

/** The fields to search. */
export function textNames(fields: FieldOptions): string[] {
  return Object.keys(fields).filter(name => !isColumn(fields[name]))
}

/** The fields to filter, count and sort by. */
export function columnsOf(fields: FieldOptions): [name: string, options: ColumnOptions][] {
  return Object.entries(fields).flatMap(([name, options]): [string, ColumnOptions][] =>
    isColumn(options) ? [[name, options]] : [],
  )
}
