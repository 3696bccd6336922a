/** The input and output of readers: a file as text, and its documents with their lines. */
import type { AnchorStyle } from './heading-anchors.ts'
import type { Skip } from './skip.ts'
import { SourceError } from './source-error.ts'

/** A file to read. Its text comes in pieces, so that a large one need not fit in memory. `diskFile()` makes one of a file on disk. */
export interface SourceFile {
  /** Its name in error messages. */
  readonly name: string
  /** Its path below the folder that it was found in, with `/`, from which the address of a page is made; absent if it was not found in a folder. */
  readonly path?: string
  /** Its address, if it is the copy of a page. */
  readonly url?: string
  /** Returns its text, in pieces that may end anywhere. */
  chunks(): AsyncIterable<string>
  /** Returns all its bytes, for formats that are not text. Absent if the file is made of a text. */
  bytes?(): Promise<Uint8Array>
}

/** A document of a file. */
export interface SourceDocument {
  /** Its fields. */
  fields: Record<string, unknown>
  /** Numbers of `fields` as they are written, if that is more than the number says: `01000`, `1.10`. */
  written?: Readonly<Record<string, unknown>>
  /** Whether the file has only this document, sections aside: the name of the file can then be its id. */
  isWholeFile: boolean
  /** If the document is a section of a page: its anchor. The id of the page and `#anchor` are its id. */
  anchor?: string
  /** The line that it starts on, from 1. */
  line: number
  /** Returns the line of a field. */
  lineOf(field: string): number
}

/** The name of the field of a section that has the id of its page: `page`. */
export const PAGE_FIELD = 'page'

/**
 * The options of reading pages. None of them is needed.
 *
 * @example
 * readHtml(text, { sections: true, code: false })
 */
export interface PageOptions {
  /**
   * Whether each section of a page, from a heading that can be linked to the next, is a document of its own. `true` for long pages: hits lead to the section. Its
   * field `page` is the id of its page, by which hits can be grouped. Default: `false`, a page is one document.
   */
  sections?: boolean | undefined
  /** Whether blocks of code are searched too. Default: `true`. */
  code?: boolean | undefined
  /** How the anchors of headings are written in Markdown: as the software does that makes the site. Default: that of the project's site generator, else `'github'`. */
  anchors?: AnchorStyle | undefined
  /** Whether drafts are read. `false` leaves them out and reports them in `skipped`. Default: `false`. */
  drafts?: boolean | undefined
}

/** The reader of a format of files. `readerFor()` finds it by the name of a file. */
export interface Reader {
  /** The ends of the names of its files, with the dot, in lower case. */
  readonly extensions: readonly string[]
  /** Returns the encoding that a file declares, if the format has a place for that. `head` is its first kilobyte, a character for each byte. */
  declaredEncoding?(head: string): string | undefined
  /** Whether a file that is not UTF-8 is read as Windows-1252 if its bytes are clearly French in that. For formats that programs write so without a mark. */
  readonly mayBeWindows1252?: boolean
  /**
   * Files of at least so many bytes are read in a separate thread, which can be stopped if the parser hangs or uses too much memory. 0 for parsers that limits on the
   * text cannot protect. Default: never.
   */
  readonly containedFrom?: number
  /**
   * Reads the documents of a file in order. Problems after which the rest of the file can still be read come in the place of documents, and so does what is left out
   * on purpose.
   *
   * @throws SourceError for a problem after which nothing can be read
   */
  read(file: SourceFile, options: PageOptions): AsyncIterable<SourceDocument | SourceError | Skip>
}

/** A text in memory as a file. */
export function textFile(name: string, text: string): SourceFile {
  return {
    name,
    async *chunks() {
      yield text.replace(/^\ufeff/, '')
    },
  }
}

/** In UTF-16 units. No real page is this long. Longer files are misnamed data, which would fill the memory. */
export const MOST_OF_PAGE = 32 * 2 ** 20

/** In bytes. Parsers allocate up to a kilobyte for a few letters, so longer pages may need more memory than there is. */
export const CONTAINED_PAGE = 2 * 2 ** 20

/** The whole text of a file. @throws SourceError if it is longer than `most` UTF-16 units */
export async function readText(file: SourceFile, most: number): Promise<string> {
  let text = ''
  for await (const chunk of file.chunks()) {
    text += chunk
    if (text.length > most)
      throw new SourceError(file.name, undefined, { kind: 'too-large', megabytes: most / 2 ** 20 })
  }
  return text
}

/** The text of a page. @throws SourceError if it is empty or too large for a page */
export async function readPage(file: SourceFile): Promise<string> {
  const text = await readText(file, MOST_OF_PAGE)
  if (text.trim() === '') throw new SourceError(file.name, 1, { kind: 'empty' })
  return text
}

/** In bytes. Binary formats are read completely. */
const MOST_BYTES = 256 * 2 ** 20

/** The bytes of a binary file. @throws SourceError if it has none, or more than fit in memory */
export async function readBytes(file: SourceFile): Promise<Uint8Array> {
  const bytes = await file.bytes?.()
  if (bytes === undefined || bytes.length === 0) throw new SourceError(file.name, undefined, { kind: 'empty' })
  if (bytes.length > MOST_BYTES)
    throw new SourceError(file.name, undefined, { kind: 'too-large', megabytes: MOST_BYTES / 2 ** 20 })
  return bytes
}
