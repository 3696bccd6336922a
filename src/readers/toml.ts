/** TOML front matter, as Hugo and Zola write it: between two lines `+++`. */
import { parse, TomlDate, TomlError } from 'smol-toml'
import { checkMarkup, checkNesting } from './nesting.ts'
import { SourceError } from './source-error.ts'

export interface TomlFields {
  fields: Record<string, unknown>
  /** Numbers as written, by field. */
  written: Record<string, unknown>
  /** From 1, in the TOML. */
  lineOf(field: string): number | undefined
}

/** @param firstLine the line of the file that the TOML starts on @throws SourceError */
export function readToml(text: string, file: string, firstLine: number): TomlFields {
  checkNesting(() => checkMarkup(text, { dots: true }), file, firstLine)
  try {
    const fields = plainOf(parse(text)) as Record<string, unknown>
    return { fields, written: writtenNumbers(text, fields), lineOf: field => lineOf(text, field) }
  } catch (error) {
    if (!(error instanceof TomlError)) throw error
    // The message continues with an excerpt of the text.
    const [reason] = error.message.split('\n')
    const { line, column } = error
    throw new SourceError(
      file,
      firstLine - 1 + line,
      { kind: 'toml', column, reason: reason.replace(/^Invalid TOML document: /, '') },
      { cause: error },
    )
  }
}

/** Dates as written, and only JSON values. */
function plainOf(value: unknown): unknown {
  if (value instanceof TomlDate) return value.toISOString()
  if (Array.isArray(value)) return value.map(plainOf)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plainOf(inner)]))
}

/** `version = 1.10`, which is the number 1.1. */
function writtenNumbers(text: string, fields: Record<string, unknown>): Record<string, unknown> {
  const numbers = text.matchAll(/^[ \t]*["']?([\w-]+)["']?[ \t]*=[ \t]*([-+]?\d[\d.]*)[ \t]*(?:#.*)?$/gm)
  return Object.fromEntries(
    Array.from(numbers, ([, key, number]) => [key, number]).filter(([key]) => typeof fields[key] === 'number'),
  )
}

/** Keys are at the start of a line; the name of a table is a key too. */
function lineOf(text: string, field: string): number | undefined {
  const escaped = field.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const at = text.search(new RegExp(`^[ \\t]*(?:\\[+[ \\t]*)?(["']?)${escaped}\\1[ \\t]*[=.\\]]`, 'm'))
  return at === -1 ? undefined : text.slice(0, at).split('\n').length
}
