/** Reads PDF with pdfjs-dist if that is installed: one document for the file, or one for each page, linked by `#page=3`. */
import { importOptional, MissingPackage } from './optional-package.ts'
import { type PdfItem, textOfPages } from './pdf-text.ts'
import { Skip } from './skip.ts'
import {
  MOST_OF_PAGE,
  type PageOptions,
  type Reader,
  readBytes,
  type SourceDocument,
  type SourceFile,
} from './source.ts'
import { SourceError } from './source-error.ts'

/** The part of pdfjs-dist that is used. */
interface PdfLibrary {
  getDocument(options: Record<string, unknown>): { promise: Promise<PdfDocument>; destroy(): Promise<void> }
}

interface PdfDocument {
  numPages: number
  getPage(number: number): Promise<{ getTextContent(): Promise<{ items: unknown[] }>; cleanup(): void }>
  getMetadata(): Promise<{ info: Record<string, unknown> }>
}

export const pdf: Reader = {
  extensions: ['.pdf'],
  containedFrom: 0,
  async *read(file: SourceFile, options: PageOptions): AsyncGenerator<SourceDocument | Skip> {
    const data = await readBytes(file)
    let pages: string[]
    let info: Record<string, unknown>
    try {
      const library = await importLibrary()
      ;({ pages, info } = await readPdf(library, data))
    } catch (error) {
      if (error instanceof TooLarge) {
        throw new SourceError(file.name, undefined, { kind: 'too-large', megabytes: MOST_OF_PAGE / 2 ** 20 })
      }
      const skip = skipOf(error, file.name)
      if (skip === undefined)
        throw new SourceError(file.name, undefined, { kind: 'broken', format: 'PDF' }, { cause: error })
      yield skip
      return
    }
    if (pages.every(page => page === '')) yield new Skip(file.name, 'no-text-layer')
    else yield* documentsOf(pages, fieldsOf(info, file), options)
  },
}

/** The pages have more text than a document holds: many may show the same. */
class TooLarge extends Error {}

async function importLibrary(): Promise<PdfLibrary> {
  const { log } = console
  // When loaded, it prints what it lacks for drawing to standard output, where programs expect the result.
  console.log = (...texts: unknown[]) => {
    if (!String(texts[0]).startsWith('Warning: Cannot')) log(...texts)
  }
  try {
    return await importOptional<PdfLibrary>('pdfjs-dist', 'pdfjs-dist/legacy/build/pdf.mjs')
  } catch (error) {
    // From version 5 on, it uses DOMMatrix from a package that npm installs with it by default.
    throw error instanceof ReferenceError ? new MissingPackage('@napi-rs/canvas') : error
  } finally {
    console.log = log
  }
}

function skipOf(error: unknown, file: string): Skip | undefined {
  if (error instanceof MissingPackage) return new Skip(file, 'needs-package', error.package)
  return error instanceof Error && error.name === 'PasswordException' ? new Skip(file, 'encrypted') : undefined
}

async function readPdf(
  library: PdfLibrary,
  data: Uint8Array,
): Promise<{ pages: string[]; info: Record<string, unknown> }> {
  // pdfjs-dist takes ownership of the bytes. Level 0: it prints only errors, which are also thrown.
  const task = library.getDocument({
    data: new Uint8Array(data),
    useSystemFonts: true,
    isEvalSupported: false,
    verbosity: 0,
  })
  try {
    const document = await task.promise
    const items: PdfItem[][] = []
    let length = 0
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number)
      const content = await page.getTextContent()
      const texts = content.items.filter(isItem)
      length += texts.reduce((sum, { str }) => sum + str.length + 1, 0)
      if (length > MOST_OF_PAGE) throw new TooLarge()
      items.push(texts)
      page.cleanup()
    }
    const { info } = await document.getMetadata()
    return { pages: textOfPages(items), info }
  } finally {
    await task.destroy()
  }
}

function isItem(item: unknown): item is PdfItem {
  return typeof (item as PdfItem).str === 'string'
}

/** Programs put file names in the title; people put titles. */
const NO_TITLE =
  /\.(?:docx?|odt|indd|pdf|pptx?|xlsx?|rtf)$|^(?:microsoft (?:word|powerpoint)|sans titre|untitled|document\d*)\b/i

function fieldsOf(info: Record<string, unknown>, file: SourceFile): Record<string, unknown> {
  const text = (name: string) => (typeof info[name] === 'string' ? info[name].trim() : '')
  const title = NO_TITLE.test(text('Title')) ? '' : text('Title')
  const name = file.name
    .replace(/^.*[\\/]/, '')
    .replace(/\.pdf$/i, '')
    .replace(/[-_]+/g, ' ')
  const tags = text('Keywords')
    .split(/[,;]/)
    .map(tag => tag.trim())
    .filter(tag => tag !== '')
  const date = dateOf(text('CreationDate'))
  return {
    title: title || name,
    ...(text('Subject') !== '' && { description: text('Subject') }),
    ...(text('Author') !== '' && { author: text('Author') }),
    ...(tags.length > 0 && { tags }),
    ...(date !== undefined && { date }),
    ...(file.url !== undefined ? { url: file.url } : file.path !== undefined && { url: `/${file.path}` }),
  }
}

/** `D:20200112083000+01'00'`. */
function dateOf(text: string): string | undefined {
  const [, year, month = '01', day = '01'] = /^(?:D:)?(\d{4})(\d{2})?(\d{2})?/.exec(text) ?? []
  return year === undefined ? undefined : `${year}-${month}-${day}`
}

function documentsOf(
  pages: readonly string[],
  fields: Record<string, unknown>,
  { sections = false }: PageOptions,
): SourceDocument[] {
  const place = { isWholeFile: true, line: 1, lineOf: () => 1 }
  if (!sections) return [{ ...place, fields: { ...fields, body: pages.filter(page => page !== '').join('\n\n') } }]
  const { url } = fields
  return pages.flatMap((body, i): SourceDocument[] => {
    if (body === '') return []
    const anchor = `page=${i + 1}`
    const address = typeof url === 'string' ? { url: `${url}#${anchor}` } : {}
    return [{ ...place, anchor, fields: { ...fields, ...address, heading: `p. ${i + 1}`, anchor, body } }]
  })
}
