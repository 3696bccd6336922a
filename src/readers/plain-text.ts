/** Reads plain text: the first line is the title, unless it is as long as a paragraph; the rest is `body`. */
import { type Reader, readPage, type SourceDocument, type SourceFile } from './source.ts'

/** In characters. Titles are shorter, paragraphs written on one line longer. */
const MOST_OF_TITLE = 200

export const plainText: Reader = {
  extensions: ['.txt', '.text'],
  mayBeWindows1252: true,
  async *read(file: SourceFile): AsyncGenerator<SourceDocument> {
    const text = await readPage(file)
    const found = /^\s*(\S.*?)[^\S\n]*(?:\n|$)/.exec(text)
    const title = found !== null && found[1].length <= MOST_OF_TITLE ? found[1] : undefined
    const head = title === undefined ? '' : (found?.[0] ?? '')
    const rest = text.slice(head.length)
    const bodyLine = lineAfter(head + (/^\s*/.exec(rest)?.[0] ?? ''))
    yield {
      fields: { ...(title !== undefined && { title }), body: rest.replaceAll('\r\n', '\n').trim() },
      isWholeFile: true,
      line: 1,
      lineOf: field => (field === 'body' ? bodyLine : 1),
    }
  },
}

function lineAfter(text: string): number {
  return text.split('\n').length
}
