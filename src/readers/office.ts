/** Reads texts of word processors: .docx, by mammoth if that is installed, and .odt. Headings start sections as in HTML; metadata are fields. */
import { strFromU8, type UnzipFileInfo, unzipSync, zipSync } from 'fflate'
import { readHtmlText } from './html-blocks.ts'
import { NestingError } from './nesting.ts'
import { odtText } from './odt-text.ts'
import { importOptional, MissingPackage } from './optional-package.ts'
import { type Block, documentsOf } from './page.ts'
import { Skip } from './skip.ts'
import { type PageOptions, type Reader, readBytes, type SourceDocument, type SourceFile } from './source.ts'
import { SourceError } from './source-error.ts'

interface Mammoth {
  convertToHtml(input: { buffer: Uint8Array }): Promise<{ value: string }>
}

export const docx: Reader = {
  extensions: ['.docx'],
  containedFrom: 0,
  read: (file, options) =>
    readOffice(file, options, 'DOCX', async bytes => {
      const module = await importOptional<Mammoth & { default?: Mammoth }>('mammoth')
      const { value } = await (module.default ?? module).convertToHtml({ buffer: unpacked(bytes) })
      return { blocks: readHtmlText(value, { code: true }).blocks, metadata: entry(bytes, 'docProps/core.xml') }
    }),
}

export const odt: Reader = {
  extensions: ['.odt'],
  containedFrom: 0,
  read: (file, options) =>
    readOffice(file, options, 'ODT', async bytes => {
      if (/encryption-data/.test(entry(bytes, 'META-INF/manifest.xml'))) throw new Encrypted()
      return { blocks: odtText(entry(bytes, 'content.xml')), metadata: entry(bytes, 'meta.xml') }
    }),
}

/** The file has a password. */
class Encrypted extends Error {}

/** The start of an OLE file, which Office writes instead of a ZIP if there is a password. */
const OLE = [0xd0, 0xcf, 0x11, 0xe0]

async function* readOffice(
  file: SourceFile,
  options: PageOptions,
  format: string,
  convert: (bytes: Uint8Array) => Promise<{ blocks: Block[]; metadata: string }>,
): AsyncGenerator<SourceDocument | Skip> {
  const bytes = await readBytes(file)
  let converted: { blocks: Block[]; metadata: string }
  try {
    if (OLE.every((byte, i) => bytes[i] === byte)) throw new Encrypted()
    converted = await convert(bytes)
  } catch (error) {
    if (error instanceof MissingPackage) yield new Skip(file.name, 'needs-package', error.package)
    else if (error instanceof Encrypted) yield new Skip(file.name, 'encrypted')
    else if (error instanceof TooLarge) {
      throw new SourceError(file.name, undefined, { kind: 'too-large', megabytes: MOST_OF_PART / 2 ** 20 })
    } else if (error instanceof NestingError) throw error
    else throw new SourceError(file.name, undefined, { kind: 'broken', format }, { cause: error })
    return
  }
  const { blocks, metadata } = converted
  const heading = blocks.find(block => block.heading?.level === 1)
  const said = metadataOf(metadata)
  const title = said.title ?? heading?.text ?? blocks[0]?.text.slice(0, 200)
  if (title === undefined) throw new SourceError(file.name, undefined, { kind: 'empty' })
  const fields = { ...said, title, ...(file.path !== undefined && { url: `/${file.path}` }) }
  const rest = blocks.filter(block => block !== heading || block.text !== title)
  // In word processors, headings have no anchors for an address.
  const plain = rest.map(({ heading: _heading, ...block }) => block)
  yield* documentsOf({ fields, blocks: plain, bodyLine: 1, lineOf: () => 1 }, options)
}

/** In bytes, for one part. An archive may claim to contain a thousand times its own size. */
const MOST_OF_PART = 64 * 2 ** 20

/** The archive unpacks to more than a document contains. */
class TooLarge extends Error {}

/** @throws TooLarge */
function entry(bytes: Uint8Array, name: string): string {
  const isWanted = (file: UnzipFileInfo) => {
    if (file.name !== name) return false
    // fflate unpacks no more than the archive declares.
    if (file.originalSize > MOST_OF_PART) throw new TooLarge()
    return true
  }
  const found = unzipSync(bytes, { filter: isWanted })[name]
  return found === undefined ? '' : strFromU8(found)
}

/** The same archive without compression, so that another reader of it cannot unpack more than allowed. @throws TooLarge */
function unpacked(bytes: Uint8Array): Uint8Array {
  let left = 4 * MOST_OF_PART
  const parts = unzipSync(bytes, {
    filter: file => {
      left -= file.originalSize
      if (left < 0) throw new TooLarge()
      return true
    },
  })
  return zipSync(parts, { level: 0 })
}

/** Both formats use Dublin Core metadata. */
function metadataOf(xml: string): Record<string, string> {
  const text = (...names: string[]) =>
    names.flatMap(name => {
      const [, inner] = new RegExp(`<${name}(?:\\s[^>]*)?>([^<]*)</${name}>`).exec(xml) ?? []
      return inner === undefined || inner.trim() === ''
        ? []
        : [
            readHtmlText(inner, { code: true })
              .blocks.map(({ text }) => text)
              .join(' '),
          ]
    })[0]
  const fields = {
    title: text('dc:title'),
    description: text('dc:description', 'dc:subject'),
    author: text('dc:creator', 'meta:initial-creator'),
    date: text('dcterms:created', 'meta:creation-date'),
    updated: text('dcterms:modified', 'dc:date'),
  }
  return Object.fromEntries(Object.entries(fields).filter((field): field is [string, string] => field[1] !== undefined))
}
