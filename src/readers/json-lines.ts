/** JSON Lines: an object a line, read line by line, so a file may be larger than memory. Blank lines count for nothing. */
import { isRecord } from '../record.ts'
import { jsonError } from './json.ts'
import { documentOffsets, JsonMistake } from './json-scan.ts'
import { typeOfValue } from './problem.ts'
import type { Reader, SourceDocument, SourceFile } from './source.ts'
import { SourceError } from './source-error.ts'

export const jsonLines: Reader = {
  extensions: ['.jsonl', '.ndjson'],
  async *read(file: SourceFile): AsyncGenerator<SourceDocument | SourceError> {
    let line = 0
    let isEmpty = true
    for await (const text of linesOf(file.chunks())) {
      line++
      if (text.trim() === '') continue
      isEmpty = false
      const at = line
      const fields = parseLine(text, file.name, at)
      yield fields instanceof SourceError ? fields : { fields, isWholeFile: false, line: at, lineOf: () => at }
    }
    if (isEmpty) throw new SourceError(file.name, 1, { kind: 'empty' })
  },
}

function parseLine(text: string, file: string, line: number): Record<string, unknown> | SourceError {
  try {
    const value: unknown = JSON.parse(text)
    return isRecord(value) ? value : new SourceError(file, line, { kind: 'no-document', found: typeOfValue(value) })
  } catch (cause) {
    const offset = offsetOfMistake(text)
    if (offset === undefined) throw cause
    return jsonError(file, line, text, offset, offset + 1)
  }
}

function offsetOfMistake(text: string): number | undefined {
  try {
    documentOffsets(text)
  } catch (error) {
    if (error instanceof JsonMistake) return error.offset
    throw error
  }
  return undefined
}

async function* linesOf(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = ''
  for await (const chunk of chunks) {
    const lines = chunk.split('\n')
    lines[0] = rest + lines[0]
    rest = lines.pop() ?? ''
    yield* lines
  }
  if (rest !== '') yield rest
}
