/** Documents as a schema takes them: what it would refuse is a problem with its file and line, and the others go on. */
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
 * Passes on the documents that an index with these fields takes. Texts of CSV and front matter become what the columns hold: numbers, and dates in ISO 8601.
 *
 * @param onProblem called for each document that is left out
 * @param language whose dates and numbers are read. Default: `french()`
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
    const read = { ...document, fields: parseCells(document.fields, columns, language.values) }
    const problem = texts.map(name => wrongText(read, name)).find(problem => problem !== undefined) ?? check(read)
    if (problem === undefined) yield read
    else gate.take(problem)
  }
  gate.close()
}

/** CSV and front matter give texts, which the columns' types may read as other values. */
function parseCells(
  fields: Record<string, unknown>,
  columns: ReturnType<typeof columnsOf>,
  values: ValueReader | undefined,
): Record<string, unknown> {
  const parsed = columns.flatMap(([name, { type }]) => {
    const cell = fieldOf(fields, name)
    const value = typeof cell === 'string' ? columnTypes[type].parseCell(cell, values) : cell
    return value === cell ? [] : [[name, value]]
  })
  return parsed.length === 0 ? fields : { ...fields, ...Object.fromEntries(parsed) }
}

/** What is wrong with the columns of a document. */
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
      readDocument({ ...fields, [idField]: id }, schema, values)
      return undefined
    } catch (error) {
      if (!(error instanceof InvalidDocumentError)) throw error
      const at = error.field === undefined ? line : lineOf(error.field)
      return new SourceError(file, at, { kind: 'wrong-document', reason: error.message }, { cause: error })
    }
  }
}
