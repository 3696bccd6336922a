/** Reads JSON: an object is a document, an array of objects several, read one by one. Exports of CMSes and JSON Feed are recognised by their shape. */
import { isRecord } from '../record.ts'
import { cmsDocuments } from './cms-json.ts'
import { type JsonElement, jsonElements } from './json-elements.ts'
import { parseJson } from './json-parse.ts'
import { fieldOffset } from './json-scan.ts'
import { LineCounter } from './line-counter.ts'
import { typeOfValue } from './problem.ts'
import { Skip } from './skip.ts'
import type { PageOptions, Reader, SourceDocument, SourceFile } from './source.ts'
import { SourceError } from './source-error.ts'

export const json: Reader = {
  extensions: ['.json'],
  async *read(file: SourceFile, options: PageOptions): AsyncGenerator<SourceDocument | SourceError | Skip> {
    for await (const element of jsonElements(file)) {
      const { text, line, isWhole } = element
      const value = parseElement(element, file.name)
      if (!isRecord(value)) {
        yield new SourceError(file.name, line, { kind: 'no-document', found: typeOfValue(value) })
        continue
      }
      const documents = cmsDocuments(value, options)
      if (documents === undefined) {
        const lines = new LineCounter(text)
        const lineOf = (field: string) => line - 1 + lines.lineAt(fieldOffset(text, 0, field) ?? 0)
        yield { fields: value, isWholeFile: isWhole, line, lineOf }
        continue
      }
      for (const { fields, isDraft } of documents) {
        if (isDraft && !options.drafts) yield new Skip(file.name, 'draft')
        else yield { fields, isWholeFile: false, line, lineOf: () => line }
      }
    }
  },
}

/** On the first line of an element, columns of mistakes are relative to its start. */
function parseElement({ text, line, column }: JsonElement, file: string): unknown {
  try {
    return parseJson(text, file, line)
  } catch (error) {
    if (!(error instanceof SourceError) || error.problem.kind !== 'json' || error.line !== line) throw error
    throw new SourceError(file, line, { ...error.problem, column: error.problem.column + column - 1 })
  }
}
