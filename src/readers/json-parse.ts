/** Parses JSON, with the position of errors, and without losing digits of numbers that JavaScript cannot represent. */
import { documentOffsets, JsonMistake } from './json-scan.ts'
import { LineCounter } from './line-counter.ts'
import { checkLevels, checkNesting } from './nesting.ts'
import { SourceError } from './source-error.ts'

/** The value of a text. @param firstLine the line of the file that the text starts on @throws SourceError */
export function parseJson(text: string, file: string, firstLine: number): unknown {
  let value: unknown
  try {
    value = JSON.parse(text)
    if (LONG_NUMBER.test(text)) value = JSON.parse(withWholeNumbers(text))
  } catch (cause) {
    const offset = offsetOfMistake(text)
    if (offset === undefined) throw cause
    const lines = new LineCounter(text)
    throw jsonError(file, firstLine - 1 + lines.lineAt(offset), text, offset, lines.columnAt(offset))
  }
  checkNesting(() => checkLevels(value), file, firstLine)
  return value
}

/** The error for a mistake at `offset` of `text`. */
export function jsonError(file: string, line: number, text: string, offset: number, column: number): SourceError {
  const character = text.codePointAt(offset)
  const found = character === undefined ? undefined : String.fromCodePoint(character)
  return new SourceError(file, line, { kind: 'json', found, column })
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

const LONG_NUMBER = /\d{16}/
/** Strings are matched too, so that digits in them do not change. */
const STRING_OR_NUMBER = /"[^"\\]*(?:\\[\s\S][^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?/g

/**
 * Only for valid JSON: with an unclosed string, this would search for its end from every quote. Integers above 2^53, such as ids of databases and posts, become
 * texts with the same digits; as numbers, two of them could be equal.
 */
function withWholeNumbers(text: string): string {
  return text.replace(STRING_OR_NUMBER, token =>
    /^-?\d{16,}$/.test(token) && !Number.isSafeInteger(Number(token)) ? `"${token}"` : token,
  )
}
