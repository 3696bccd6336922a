/** Checks documents against a schema. What it would reject becomes a problem with its file and line; other documents continue. */
import { WrongValue } from '../columns/column-type.ts'
import { columnTypes } from '../columns/column-types.ts'
import { describe } from '../errors.ts'
import { french, InvalidDocumentError, type Language, type ValueReader } from '../index.ts'
import { fieldOf } from '../record.ts'
import { readDocument } from '../schema/document.ts'
import { makeSchema } from '../schema/schema.ts'
import { columnsOf, type FieldChoice, textNames } from './field-choice.ts'
import type { FoundDocument } from './read-documents.ts'
import { ProblemGate, SourceError } from './source-error.ts'
import { ALWAYS_TEXT, wrongText } from './survey.ts'

/**
 * Passes on the documents that an index with these fields accepts, and reports the others. Texts of CSV and front matter become values of the columns: numbers, and
 * dates in ISO 8601.
 *
 * @param documents what `readDocuments()` returns
 * @param choice the fields of the index, such as `chooseFields()` returns
 * @param onProblem a function that is called for each document that is skipped
 * @param language the language that dates and numbers are written in. Default: `french()`
 * @example
 * const choice = { idField: 'id', fields: { title: {}, date: { type: 'date' } } } as const
 * for await (const { fields } of acceptedDocuments(readDocuments('content'), choice, ({ message }) => console.warn(message))) {
 *   console.log(fields.date)
 * }
 */
export async function* acceptedDocuments(
  documents: AsyncIterable<FoundDocument>,
  { idField, fields }: Pick<FieldChoice, 'idField' | 'fields'>,
  onProblem: (problem: SourceError) => void,
  language: Language = french(),
): AsyncGenerator<FoundDocument> {
  const columns = columnsOf(fields)
  const isNoColumn = (name: string) => columns.every(([column]) => column !== name)
  const texts = [...new Set([...textNames(fields), ...ALWAYS_TEXT.filter(isNoColumn)])]
  const check = columnCheck(idField, columns, language.values)
  const gate = new ProblemGate(onProblem)
  for await (const document of documents) {
    if (document.isUnchanged) {
      yield document
      continue
    }
    const read = { ...document, fields: parseCells(document, columns, texts, language.values) }
    const problem = texts.map(name => wrongText(read, name)).find(problem => problem !== undefined) ?? check(read)
    if (problem === undefined) yield read
    else gate.take(problem)
  }
  gate.close()
}

/** CSV and front matter yield texts, which column types may parse as other values. If text is expected, numbers are as written. */
function parseCells(
  { fields, written = {} }: FoundDocument,
  columns: ReturnType<typeof columnsOf>,
  texts: readonly string[],
  values: ValueReader | undefined,
): Record<string, unknown> {
  const changed: [string, unknown][] = []
  const take = (name: string, value: unknown) => {
    if (value !== fieldOf(fields, name)) changed.push([name, value])
  }
  for (const [name, { type }] of columns) {
    const cell = fieldOf(fields, name)
    const { parse, parseCell } = columnTypes[type]
    if (typeof cell === 'string') take(name, parseCell(cell, values))
    // If the column does not accept a number, it may accept the text as written.
    else if (parse(cell, values) instanceof WrongValue) take(name, asWritten(cell, fieldOf(written, name)))
  }
  for (const name of texts) {
    const text = fieldOf(written, name)
    if (text !== undefined) take(name, asWritten(fieldOf(fields, name), text))
  }
  return changed.length === 0 ? fields : { ...fields, ...Object.fromEntries(changed) }
}

/** `01000` for the number 1000 that front matter parsed it as; numbers of JSON as JavaScript prints them. */
function asWritten(value: unknown, written: unknown): unknown {
  if (Array.isArray(value)) {
    if (!value.some(item => typeof item === 'number')) return value
    const items = Array.isArray(written) && written.length === value.length ? written : []
    return value.map((item, i) => asWritten(item, items[i]))
  }
  if (typeof value !== 'number') return value
  return typeof written === 'string' && Number(written) === value ? written : String(value)
}

/** Checks the columns of a document. */
function columnCheck(
  idField: string,
  columns: ReturnType<typeof columnsOf>,
  values: ValueReader | undefined,
): (document: FoundDocument) => SourceError | undefined {
  const schema = makeSchema({ idField, fields: Object.fromEntries(columns) }, { needsText: false })
  return ({ id, fields, file, line, lineOf }) => {
    for (const { name, type } of schema.columns) {
      const value = fieldOf(fields, name)
      const parsed = columnTypes[type].parse(value, values)
      if (!(parsed instanceof WrongValue)) continue
      const wrong = { field: name, type, expected: parsed.expected, found: describe(value) }
      return new SourceError(file, lineOf(name) ?? line, { kind: 'wrong-value', ...wrong })
    }
    try {
      readDocument({ ...fields, [idField]: id }, schema, { values })
      return undefined
    } catch (error) {
      if (!(error instanceof InvalidDocumentError)) throw error
      const at = error.field === undefined ? line : lineOf(error.field)
      return new SourceError(file, at, { kind: 'wrong-document', reason: error.message }, { cause: error })
    }
  }
}
