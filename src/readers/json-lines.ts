/** JSON Lines: an object a line, read line by line, so a file may be larger than memory. Blank lines count for nothing. */
import { isObject, jsonError } from './json.ts'
import { documentOffsets, JsonMistake } from './json-scan.ts'
import { typeOfValue } from './problem.ts'
import type { Reader, SourceDocument, SourceFile } from './source.ts'
import { SourceError } from './source-error.ts'

export const jsonLines: Reader = {
  extensions: ['.jsonl', '.ndjson'],
  async *read(file: SourceFile): AsyncGenerator<SourceDocument> {
    let line = 0
    for await (const text of linesOf(file.chunks())) {
      line++
      if (text.trim() === '') continue
      const at = line
      yield { fields: parseLine(text, file.name, at), isWholeFile: false, line: at, lineOf: () => at }
    }
  },
}

function parseLine(text: string, file: string, line: number): Record<string, unknown> {
  const value = parse(text, file, line)
  if (!isObject(value)) throw new SourceError(file, line, { kind: 'no-document', found: typeOfValue(value) })
  return value
}

function parse(text: string, file: string, line: number): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    try {
      documentOffsets(text)
    } catch (error) {
      if (error instanceof JsonMistake) throw jsonError(file, line, text, error.offset, error.offset + 1)
    }
    throw cause
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
