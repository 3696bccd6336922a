/** Which reader reads a file, by the end of its name. A new format is a file of its own and a line here. */
import { json } from './json.ts'
import { jsonLines } from './json-lines.ts'
import { markdown } from './markdown.ts'
import type { Reader } from './source.ts'

export const readers: readonly Reader[] = [markdown, json, jsonLines]

/** The ends of names that are read, with their dots. */
export const knownExtensions: readonly string[] = readers.flatMap(reader => reader.extensions)

/** The reader for a file, or undefined where none knows it. */
export function readerFor(name: string): Reader | undefined {
  const lower = name.toLowerCase()
  return readers.find(({ extensions }) => extensions.some(extension => lower.endsWith(extension)))
}
