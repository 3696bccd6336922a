/** Documents as a schema takes them: what it would refuse is a problem with its file and line, and the others go on. */
import { type ColumnType, InvalidDocumentError, SearchIndex } from '../index.ts'
import { ProblemGate } from './problem-gate.ts'
import type { FoundDocument } from './read-documents.ts'
import { SourceError } from './source-error.ts'
import { ALWAYS_TEXT, wrongText } from './survey.ts'

/** What documents must hold. */
export interface WantedFields {
  idField: string
  /** The fields to be searched. */
  fields: readonly string[]
  columns: ReadonlyMap<string, ColumnType>
}

/**
 * Passes on the documents that an index with these fields takes. A number that CSV or front matter has as text is made one where its column is of numbers.
 *
 * @param onProblem called for each document that is left out
 */
export async function* acceptedDocuments(
  documents: AsyncIterable<FoundDocument>,
  { idField, fields, columns }: WantedFields,
  onProblem: (problem: SourceError) => void,
): AsyncGenerator<FoundDocument> {
  const texts = [...new Set([...fields, ...ALWAYS_TEXT.filter(name => !columns.has(name))])]
  const numbers = [...columns].filter(([, type]) => type === 'number').map(([name]) => name)
  const check = columns.size === 0 ? () => undefined : columnCheck(idField, columns)
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

/** An index of the columns alone tells what it would not take; it is begun anew before it grows. */
const MOST_IN_CHECK = 1000
/** An index must have a text; no document has one by this name. */
const NO_TEXT = '\0'

function columnCheck(
  idField: string,
  columns: ReadonlyMap<string, ColumnType>,
): (document: FoundDocument) => SourceError | undefined {
  const types = Array.from(columns, ([name, type]) => [name, { type }])
  const schema = { idField, fields: { ...Object.fromEntries(types), [NO_TEXT]: {} } }
  let index = new SearchIndex(schema)
  return ({ id, fields, file, line, lineOf }) => {
    if (index.size === MOST_IN_CHECK) index = new SearchIndex(schema)
    try {
      index.add({ ...fields, [idField]: id })
      return undefined
    } catch (error) {
      if (!(error instanceof InvalidDocumentError)) throw error
      const at = error.field === undefined ? line : lineOf(error.field)
      return new SourceError(file, at, { kind: 'wrong-document', reason: error.message }, { cause: error })
    }
  }
}
