/** Chooses the fields that an index searches, filters by and stores, if its options do not. The program and the plugin use it. */
import { checkOptions, type OptionNames } from '../check-options.ts'
import { PAGE_TYPE } from '../columns/column-types.ts'
import type { ColumnOptions, TextFieldOptions } from '../index.ts'
import { isColumn, makeSchema } from '../schema/schema.ts'
import type { SchemaOptions } from '../schema/schema-types.ts'
import { PAGE_FIELD } from './source.ts'
import type { Survey } from './survey.ts'

/** The options of each field by its name, as for `new SearchIndex()`. */
export type FieldOptions = Readonly<Record<string, TextFieldOptions | ColumnOptions>>

/**
 * The options of `chooseFields()`. None of them is needed.
 *
 * @example
 * const survey = new Survey()
 * for await (const document of readDocuments('content')) survey.add(document)
 * const options = chooseFields(survey, { storeFields: ['title'] })
 */
export interface FieldChoiceOptions {
  /** The fields to search, and those to filter and sort by. If only the latter are named, all fields with text are searched as well. Default: all fields with text are searched. */
  fields?: readonly string[] | FieldOptions | undefined
  /** The fields that come back with hits. Default: all of them. */
  storeFields?: readonly string[] | undefined
  /** Whether documents are the sections of pages. Their field `page` is a keyword then, unless `fields` says otherwise. Default: `false`. */
  sections?: boolean | undefined
}

const CHOICE_OPTIONS: OptionNames<FieldChoiceOptions> = { fields: 1, storeFields: 1, sections: 1 }

/** What `chooseFields()` returns: options for `new SearchIndex()` and `buildIndexFile()`. */
export interface FieldChoice {
  /** The field that identifies a document. */
  idField: string
  /** The fields to search, and those to filter and sort by. */
  fields: FieldOptions
  /** The fields that come back with hits. */
  storeFields: readonly string[]
}

/**
 * Chooses the fields of an index from those that the documents have.
 *
 * @throws InvalidOptionError for wrong options
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
