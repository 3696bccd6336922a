/** Removes what a terminal would interpret from texts of documents, files and people: escape sequences, control characters, changes of direction. */
import { stripVTControlCharacters } from 'node:util'

/**
 * C0 except tab and line feed, DEL, C1, and the characters of UAX #9 that change the order of the text after them, with which a text can look like another one
 * (CVE-2021-42574, “Trojan Source”).
 */
const CONTROLS = /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

/** A text that is safe for a terminal. Its lines stay. */
export function plainText(text: string): string {
  return stripVTControlCharacters(text).replace(CONTROLS, '')
}

const LINE_ENDS = /[\r\n\v\f\x85\u2028\u2029]+/g

/** A value on one line: a title or a file name with line ends would look like lines of the program. */
export function onOneLine(value: string): string {
  return value.replace(LINE_ENDS, ' ')
}

/** JSON with the same strings, and escapes for everything that a terminal would interpret. `JSON.stringify` escapes only C0. */
export function plainJson(value: unknown): string {
  return JSON.stringify(value, undefined, 2).replace(CONTROLS, character => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  })
}

/** Messages whose arguments are put on one line. */
export function withPlainArguments<T>(messages: T): T {
  if (typeof messages === 'function') {
    return ((...values: unknown[]) => messages(...values.map(plainArgument))) as T
  }
  if (typeof messages !== 'object' || messages === null || Array.isArray(messages)) return messages
  return Object.fromEntries(Object.entries(messages).map(([name, of]) => [name, withPlainArguments(of)])) as T
}

function plainArgument(value: unknown): unknown {
  if (typeof value === 'string') return onOneLine(value)
  return Array.isArray(value) ? value.map(plainArgument) : value
}
