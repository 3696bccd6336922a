/** The runtime's UTF-8 encoder and decoder, and strings for UTF-8: in its order, and without lone surrogates, which it cannot encode. */

interface Utf8 {
  TextEncoder: typeof TextEncoder
  TextDecoder: typeof TextDecoder
}

const runtime = globalThis as Partial<Utf8> & { process?: { getBuiltinModule?(name: 'node:util'): Utf8 | undefined } }
// The jsdom of Jest has neither, although it runs in Node.
const { TextEncoder: Encoder = TextEncoder, TextDecoder: Decoder = TextDecoder }: Partial<Utf8> =
  runtime.TextDecoder === undefined ? (runtime.process?.getBuiltinModule?.('node:util') ?? {}) : {}

export const utf8Encoder = new Encoder()
/** Throws a TypeError for invalid UTF-8, and keeps a byte order mark. */
export const utf8Decoder = new Decoder('utf-8', { fatal: true, ignoreBOM: true })

const SURROGATE = /[\ud800-\udfff]/
const LONE_SURROGATE = /\p{Surrogate}/gu

/** The string with U+FFFD for each lone surrogate, as its UTF-8 would be read back. */
export function wellFormed(text: string): string {
  return SURROGATE.test(text) ? text.replace(LONE_SURROGATE, '\ufffd') : text
}

/** Sorts well-formed strings in place by their UTF-8. This is JavaScript's order except for characters beyond the basic plane. */
export function inOrderOfUtf8(strings: string[]): string[] {
  strings.sort()
  return strings.some(string => SURROGATE.test(string)) ? strings.sort(compareAsUtf8) : strings
}

function compareAsUtf8(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i)
    const y = b.charCodeAt(i)
    if (x !== y) return rank(x) - rank(y)
  }
  return a.length - b.length
}

/** Surrogates come after all other code units, because they are halves of the highest code points. */
function rank(unit: number): number {
  return unit < 0xd800 ? unit : unit < 0xe000 ? unit + 0x2000 : unit - 0x800
}
