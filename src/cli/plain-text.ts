/** Texts of documents, files and people without what a terminal would obey: escape sequences, control characters, changes of direction. */
import { stripVTControlCharacters } from 'node:util'

/**
 * C0 but tab and line feed, DEL, C1, and the characters of UAX #9 that change the order of what follows, by which a text can look like another one
 * (CVE-2021-42574, “Trojan Source”).
 */
const CONTROLS = /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

/** A text as a terminal may have it. Its lines stay. */
export function plainText(text: string): string {
  return stripVTControlCharacters(text).replace(CONTROLS, '')
}

const LINE_ENDS = /[\r\n\v\f\x85\u2028\u2029]+/g

/** A value that is put into a line: a title or a file name with line ends would look like lines of the program. */
export function onOneLine(value: string): string {
  return value.replace(LINE_ENDS, ' ')
}

/** JSON whose strings hold the same, with escapes for all that a terminal would obey. `JSON.stringify` escapes C0 alone. */
export function plainJson(value: unknown): string {
  return JSON.stringify(value, undefined, 2).replace(CONTROLS, character => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  })
}

/** Messages that put what they are told on one line. */
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
