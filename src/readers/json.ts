/** JSON: an object is a document, an array of objects several. */
import { isRecord } from '../record.ts'
import { documentOffsets, fieldOffset, JsonMistake } from './json-scan.ts'
import { LineCounter } from './line-counter.ts'
import { typeOfValue } from './problem.ts'
import { type Reader, readText, type SourceDocument, type SourceFile } from './source.ts'
import { SourceError } from './source-error.ts'

/** In UTF-16 units: JSON is read whole. JSON Lines are not. */
const MOST = 256 * 2 ** 20

export const json: Reader = {
  extensions: ['.json'],
  async *read(file: SourceFile): AsyncGenerator<SourceDocument | SourceError> {
    const text = await readText(file, MOST)
    const lines = new LineCounter(text)
    const offsets = findDocuments(text, file.name)
    const parsed: unknown = JSON.parse(text)
    const isWholeFile = !Array.isArray(parsed)
    const values: unknown[] = Array.isArray(parsed) ? parsed : [parsed]
    for (const [i, value] of values.entries()) {
      const line = lines.lineAt(offsets[i])
      if (!isRecord(value)) {
        yield new SourceError(file.name, line, { kind: 'no-document', found: typeOfValue(value) })
        continue
      }
      const lineOf = (field: string) => lines.lineAt(fieldOffset(text, offsets[i], field) ?? offsets[i])
      yield { fields: value, isWholeFile, line, lineOf }
    }
  },
}

function findDocuments(text: string, name: string): number[] {
  try {
    return documentOffsets(text)
  } catch (error) {
    if (!(error instanceof JsonMistake)) throw error
    const lines = new LineCounter(text)
    throw jsonError(name, lines.lineAt(error.offset), text, error.offset, lines.columnAt(error.offset))
  }
}

/** The error for a mistake at `offset` of `text`. */
export function jsonError(file: string, line: number, text: string, offset: number, column: number): SourceError {
  const character = text.codePointAt(offset)
  const found = character === undefined ? undefined : String.fromCodePoint(character)
  return new SourceError(file, line, { kind: 'json', found, column })
}
