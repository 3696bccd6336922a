/** What readers read and give: a file as text, and its documents with the lines they stand on. */

/** A file to read. Its text comes in pieces, cut anywhere, so that a large one need not fit in memory. */
export interface SourceFile {
  /** How messages name it. */
  readonly name: string
  chunks(): AsyncIterable<string>
}

/** A document of a file. */
export interface SourceDocument {
  fields: Record<string, unknown>
  /** Whether the file holds this document and no other, so that the file's name can stand for a missing id. */
  isWholeFile: boolean
  /** The line it starts on, from 1. */
  line: number
  /** The line that a field stands on. */
  lineOf(field: string): number
}

/** A format of files. */
export interface Reader {
  /** As file names end in, with the dot, in lower case. */
  readonly extensions: readonly string[]
  /** Reads a file's documents in order. @throws SourceError */
  read(file: SourceFile): AsyncIterable<SourceDocument>
}

/** A text in memory as a file. */
export function textFile(name: string, text: string): SourceFile {
  return {
    name,
    async *chunks() {
      yield text
    },
  }
}

/** The whole text of a file. */
export async function readText(file: SourceFile): Promise<string> {
  let text = ''
  for await (const chunk of file.chunks()) text += chunk
  return text
}
