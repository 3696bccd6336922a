/** Reads JSON Lines: one object per line, read line by line, so a file may be larger than memory. Blank lines are ignored. */
import { isRecord } from '../record.ts'
import { parseJson } from './json-parse.ts'
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
    const value = parseJson(text, file, line)
    return isRecord(value) ? value : new SourceError(file, line, { kind: 'no-document', found: typeOfValue(value) })
  } catch (error) {
    if (error instanceof SourceError) return error
    throw error
  }
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
