/** Maps file extensions to readers. A new format is a new file and a line here. */
import { csv, tsv } from './csv.ts'
import { feed } from './feed.ts'
import { html } from './html.ts'
import { json } from './json.ts'
import { jsonLines } from './json-lines.ts'
import { markdown } from './markdown.ts'
import { docx, odt } from './office.ts'
import { pdf } from './pdf.ts'
import { plainText } from './plain-text.ts'
import type { Reader } from './source.ts'

export const readers: readonly Reader[] = [markdown, html, json, jsonLines, csv, tsv, feed, plainText, pdf, docx, odt]

/** The ends of the names of files that can be read, with their dots. */
export const knownExtensions: readonly string[] = readers.flatMap(reader => reader.extensions)

/**
 * Returns the reader of a file by the end of its name; `undefined` if there is none.
 *
 * @example
 * readerFor('notes/treve.md')?.extensions // ['.md', …]
 */
export function readerFor(name: string): Reader | undefined {
  const lower = name.toLowerCase()
  return readers.find(({ extensions }) => extensions.some(extension => lower.endsWith(extension)))
}
