/** Reads a text with a reader and gives the documents, or the problem with its line. */
import { readerFor } from '../../src/readers/registry.ts'
import { Skip } from '../../src/readers/skip.ts'
import { type PageOptions, type SourceDocument, type SourceFile, textFile } from '../../src/readers/source.ts'
import { SourceError } from '../../src/readers/source-error.ts'

export async function readDocuments(
  name: string,
  text: string | SourceFile,
  options: PageOptions = {},
): Promise<SourceDocument[]> {
  const reader = readerFor(name)
  if (reader === undefined) throw new Error(`no reader for ${name}`)
  const documents: SourceDocument[] = []
  const file = typeof text === 'string' ? textFile(name, text) : text
  for await (const document of reader.read(file, options)) {
    if (document instanceof SourceError) throw document
    if (document instanceof Skip) continue
    documents.push(document)
  }
  return documents
}

export async function readFields(
  name: string,
  text: string,
  options?: PageOptions,
): Promise<Record<string, unknown>[]> {
  return (await readDocuments(name, text, options)).map(({ fields }) => fields)
}

/** The line and the problem that reading a text ends with. */
export async function problemOf(name: string, text: string): Promise<unknown> {
  try {
    await readDocuments(name, text)
  } catch (error) {
    if (error instanceof SourceError) return { line: error.line, ...error.problem }
    throw error
  }
  return undefined
}
