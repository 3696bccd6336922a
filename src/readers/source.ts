/** What readers read and give: a file as text, and its documents with the lines they stand on. */
import type { AnchorStyle } from './heading-anchors.ts'
import type { Skip } from './skip.ts'
import { SourceError } from './source-error.ts'

/** A file to read. Its text comes in pieces, cut anywhere, so that a large one need not fit in memory. */
export interface SourceFile {
  /** How messages name it. */
  readonly name: string
  /** Its path below the folder it was found in, with `/`, from which the address of a page is made; undefined where there is no such folder. */
  readonly path?: string
  /** Its address, if it is the copy of a page. */
  readonly url?: string
  chunks(): AsyncIterable<string>
  /** All its bytes, for formats that are no text. Files that are made of a text have none. */
  bytes?(): Promise<Uint8Array>
}

/** A document of a file. */
export interface SourceDocument {
  fields: Record<string, unknown>
  /** Numbers of `fields` as they are written, where that is more than the number says: `01000`, `1.10`. */
  written?: Readonly<Record<string, unknown>>
  /** Whether the file holds this document and no other, its sections aside, so that the file's name can stand for a missing id. */
  isWholeFile: boolean
  /** Where a document is a section of a page: the page's id and `#anchor` are its id. */
  anchor?: string
  /** The line it starts on, from 1. */
  line: number
  /** The line that a field stands on. */
  lineOf(field: string): number
}

/** The field of a section that has the id of its page. */
export const PAGE_FIELD = 'page'

/** How pages are read. */
export interface PageOptions {
  /**
   * Whether each section of a page, from a heading that can be linked to the next, is a document. Its field `page` is the id of its page, by which hits can be
   * grouped. Default: false, a page is one document.
   */
  sections?: boolean | undefined
  /** Whether blocks of code are text as well. Default: true. */
  code?: boolean | undefined
  /** How the headings of Markdown get their anchors: as the software does that makes the site. Default: as the project's site generator does, or `'github'`. */
  anchors?: AnchorStyle | undefined
  /** Whether drafts are read. Default: false, they are left out and counted. */
  drafts?: boolean | undefined
}

/** A format of files. */
export interface Reader {
  /** As file names end in, with the dot, in lower case. */
  readonly extensions: readonly string[]
  /** The encoding that a file says it has, where the format lets it; `head` is its first kilobyte, a character for each byte. */
  declaredEncoding?(head: string): string | undefined
  /** Whether a file that is not UTF-8 is read as Windows-1252 if its bytes are clearly French in that: programs that write the format do so without a mark. */
  readonly mayBeWindows1252?: boolean
  /**
   * Files of so many bytes and more are read in a thread of their own, where a parser that does not end, or takes all memory, can be stopped: 0 for parsers that
   * limits on the text cannot keep from that. Default: never.
   */
  readonly containedFrom?: number
  /**
   * Reads a file's documents in order. A problem that leaves the rest of the file readable comes in the document's place, and so does what is left out on purpose.
   *
   * @throws SourceError for one that does not
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

/** In UTF-16 units. No page that people read comes near; what does is data under a wrong name, and would fill the memory. */
export const MOST_OF_PAGE = 32 * 2 ** 20

/** In bytes. Parsers of pages make up to a kilobyte of a few letters: what is longer than this may take more memory than there is. */
export const CONTAINED_PAGE = 2 * 2 ** 20

/** The whole text of a file. @throws SourceError where it is longer than `most` units of UTF-16 */
export async function readText(file: SourceFile, most: number): Promise<string> {
  let text = ''
  for await (const chunk of file.chunks()) {
    text += chunk
    if (text.length > most)
      throw new SourceError(file.name, undefined, { kind: 'too-large', megabytes: most / 2 ** 20 })
  }
  return text
}

/** The text of a page. @throws SourceError where it is empty or larger than pages are */
export async function readPage(file: SourceFile): Promise<string> {
  const text = await readText(file, MOST_OF_PAGE)
  if (text.trim() === '') throw new SourceError(file.name, 1, { kind: 'empty' })
  return text
}

/** In bytes. Formats that are no text are read whole. */
const MOST_BYTES = 256 * 2 ** 20

/** The bytes of a file that is no text. @throws SourceError where it has none, or more than fit in memory */
export async function readBytes(file: SourceFile): Promise<Uint8Array> {
  const bytes = await file.bytes?.()
  if (bytes === undefined || bytes.length === 0) throw new SourceError(file.name, undefined, { kind: 'empty' })
  if (bytes.length > MOST_BYTES)
    throw new SourceError(file.name, undefined, { kind: 'too-large', megabytes: MOST_BYTES / 2 ** 20 })
  return bytes
}
