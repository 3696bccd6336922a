/** Documents as a schema takes them: what it would refuse is a problem with its file and line, and the others go on. */
import { InvalidDocumentError } from '../index.ts'
import { readDocument } from '../schema/document.ts'
import { makeSchema } from '../schema/schema.ts'
import { columnsOf, type FieldChoice, textNames } from './field-choice.ts'
import type { FoundDocument } from './read-documents.ts'
import { ProblemGate, SourceError } from './source-error.ts'
import { ALWAYS_TEXT, wrongText } from './survey.ts'

/**
 * Passes on the documents that an index with these fields takes. A number that CSV or front matter has as text becomes a number if its column is of numbers.
 *
 * @param onProblem called for each document that is left out
 */
export async function* acceptedDocuments(
  documents: AsyncIterable<FoundDocument>,
  { idField, fields }: Pick<FieldChoice, 'idField' | 'fields'>,
  onProblem: (problem: SourceError) => void,
): AsyncGenerator<FoundDocument> {
  const columns = columnsOf(fields)
  const isNoColumn = (name: string) => columns.every(([column]) => column !== name)
  const texts = [...new Set([...textNames(fields), ...ALWAYS_TEXT.filter(isNoColumn)])]
  const numbers = columns.filter(([, { type }]) => type === 'number').map(([name]) => name)
  const check = columnCheck(idField, columns)
  const gate = new ProblemGate(onProblem)
  for await (const document of documents) {
    if (document.isUnchanged) {
      yield document
      continue
    }
    const read = { ...document, fields: withNumbers(document.fields, numbers) }
    const problem = texts.map(name => wrongText(read, name)).find(problem => problem !== undefined) ?? check(read)
    if (problem === undefined) yield read
    else gate.take(problem)
  }
  gate.close()
}

/** As programs write numbers, and as French spreadsheets do. */
const NUMBER = /^[-+]?\d+(?:[.,]\d+)?(?:e[-+]?\d+)?$/i

function withNumbers(fields: Record<string, unknown>, names: readonly string[]): Record<string, unknown> {
  const read = names.flatMap(name => {
    const value = fields[name]
    return typeof value === 'string' && NUMBER.test(value.trim())
      ? [[name, Number(value.trim().replace(',', '.'))]]
      : []
  })
  return read.length === 0 ? fields : { ...fields, ...Object.fromEntries(read) }
}

/** What is wrong with the columns of a document. */
function columnCheck(
  idField: string,
  columns: ReturnType<typeof columnsOf>,
): (document: FoundDocument) => SourceError | undefined {
  const schema = makeSchema<Record<string, unknown>>(
    { idField, fields: Object.fromEntries(columns) },
    { needsText: false },
  )
  return ({ id, fields, file, line, lineOf }) => {
    try {
      readDocument({ ...fields, [idField]: id }, schema)
      return undefined
    } catch (error) {
      if (!(error instanceof InvalidDocumentError)) throw error
      const at = error.field === undefined ? line : lineOf(error.field)
      return new SourceError(file, at, { kind: 'wrong-document', reason: error.message }, { cause: error })
    }
  }
}
