/**
 * Decodes bytes as text, in pieces: UTF-8 unless the file declares another encoding. Errors have their line. Windows-1252 is guessed only for formats that
 * programs write in it, and only if the bytes are clearly French.
 */
import { SourceError } from './source-error.ts'

/** Returns the encoding that a file of a format declares. */
export type DeclaredEncoding = (head: string) => string | undefined

/** As much as browsers examine (HTML standard, §13.2.3.2). */
const HEAD_BYTES = 1024

/**
 * Decodes a file. A byte order mark (UTF-8, UTF-16) comes first, then the declared encoding, then UTF-8. French texts in Windows-1252 read as UTF-8 would
 * silently lose their accents, so invalid bytes are an error.
 *
 * @throws SourceError
 */
export async function* decode(
  name: string,
  bytes: AsyncIterable<Uint8Array>,
  declared: DeclaredEncoding = () => undefined,
  onWindows1252?: () => void,
): AsyncGenerator<string> {
  let text: TextOf | undefined
  /** The bytes received before the encoding is known. */
  let head: Uint8Array | undefined
  for await (const chunk of bytes) {
    if (text !== undefined) yield text.read(chunk)
    else {
      head = head === undefined ? chunk : joined(head, chunk)
      if (head.length < HEAD_BYTES) continue
      text = new TextOf(name, head, declared, onWindows1252)
      yield text.read(head)
    }
  }
  if (text === undefined && head !== undefined) {
    text = new TextOf(name, head, declared, onWindows1252)
    yield text.read(head)
  }
  if (text !== undefined) yield text.end()
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length)
  both.set(a)
  both.set(b, a.length)
  return both
}

/** Decodes a file whose encoding is known, piece by piece. */
class TextOf {
  private readonly name: string
  private readonly encoding: string
  private readonly isDeclared: boolean
  private decoder: TextDecoder
  /** Called if the text turns out to be Windows-1252; undefined once that is decided. */
  private onWindows1252: (() => void) | undefined
  /** Bytes that do not show the encoding yet. */
  private held: Uint8Array | undefined
  private line = 1

  constructor(name: string, head: Uint8Array, declared: DeclaredEncoding, onWindows1252: (() => void) | undefined) {
    const mark = encodingOfMark(head)
    const said = mark === undefined ? declared(String.fromCharCode(...head.subarray(0, HEAD_BYTES))) : undefined
    this.name = name
    // A declaration that is readable byte by byte is not in UTF-16, whatever it says (HTML standard, §13.2.3.2).
    this.encoding = mark ?? (said === undefined || /^utf-16/i.test(said) ? 'utf-8' : said)
    this.isDeclared = said === this.encoding
    try {
      this.decoder = new TextDecoder(this.encoding, { fatal: true })
    } catch (cause) {
      throw new SourceError(name, 1, { kind: 'unknown-encoding', encoding: this.encoding }, { cause })
    }
    if (mark === undefined && said === undefined) this.onWindows1252 = onWindows1252
  }

  read(bytes: Uint8Array): string {
    return this.take(this.onWindows1252 === undefined ? this.decode(bytes) : this.settle(bytes))
  }

  end(): string {
    const rest = this.held === undefined ? '' : this.settle(this.held, true)
    return this.take(rest + this.decode(undefined))
  }

  /** The first letters with accents show which of the two it is; before them, both are the same. */
  private settle(bytes: Uint8Array, isEnd = false): string {
    const all = isEnd || this.held === undefined ? bytes : joined(this.held, bytes)
    this.held = undefined
    if (all.every(byte => byte < 0x80)) return this.decode(all)
    const isUtf8 = (() => {
      try {
        return new TextDecoder('utf-8', { fatal: true }).decode(all, { stream: !isEnd })
      } catch {
        return undefined
      }
    })()
    if (isUtf8 !== undefined && !/[^\0-\x7f]/.test(isUtf8) && !isEnd) {
      this.held = all
      return ''
    }
    if (isUtf8 === undefined && isFrenchWindows1252(all)) {
      this.decoder = new TextDecoder('windows-1252')
      this.onWindows1252?.()
    }
    this.onWindows1252 = undefined
    return this.decode(all)
  }

  private decode(bytes: Uint8Array | undefined): string {
    try {
      return this.decoder.decode(bytes, { stream: bytes !== undefined })
    } catch (cause) {
      const { name, isDeclared } = this
      const line = this.line + (bytes === undefined ? 0 : this.linesBeforeFault(bytes))
      const encoding = this.encoding.toUpperCase()
      throw new SourceError(name, line, { kind: 'wrong-encoding', encoding, isDeclared }, { cause })
    }
  }

  private take(text: string): string {
    const zero = text.indexOf('\0')
    if (zero !== -1)
      throw new SourceError(this.name, this.line + countNewlines(text.slice(0, zero)), { kind: 'binary' })
    this.line += countNewlines(text)
    return text
  }

  private linesBeforeFault(bytes: Uint8Array): number {
    const text = new TextDecoder(this.encoding).decode(bytes)
    return countNewlines(text.slice(0, Math.max(text.indexOf('\ufffd'), 0)))
  }
}

/** The non-ASCII characters of French and its typography. */
const FRENCH = new Set('àâäæçéèêëîïôöœùûüÿÀÂÄÆÇÉÈÊËÎÏÔÖŒÙÛÜŸ«»’‘“”–—…€°²³§·\u00a0•™©®½¼')

/** Whether bytes are French in Windows-1252: all non-ASCII characters are French, and no byte is undefined in Windows-1252. */
function isFrenchWindows1252(bytes: Uint8Array): boolean {
  let french = 0
  let others = 0
  // Without streaming, some versions of Node decode it as Latin-1, which has no €.
  for (const character of new TextDecoder('windows-1252').decode(bytes, { stream: true })) {
    if (character < '\x80') continue
    if (FRENCH.has(character)) french++
    else if (character < '\xa0') return false
    else others++
  }
  return french > 0 && others <= french / 20
}

/** The decoder removes the mark of UTF-8. */
function encodingOfMark([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return first === 0xef && second === 0xbb && third === 0xbf ? 'utf-8' : undefined
}

function countNewlines(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++
  return count
}
