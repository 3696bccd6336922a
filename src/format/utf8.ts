/** UTF-8, read and written by the runtime. */

interface Utf8 {
  TextEncoder: typeof TextEncoder
  TextDecoder: typeof TextDecoder
}

const runtime = globalThis as Partial<Utf8> & { process?: { getBuiltinModule?(name: 'node:util'): Utf8 | undefined } }
// The jsdom of Jest has neither, though it runs in Node.
const { TextEncoder: Encoder = TextEncoder, TextDecoder: Decoder = TextDecoder }: Partial<Utf8> =
  runtime.TextDecoder === undefined ? (runtime.process?.getBuiltinModule?.('node:util') ?? {}) : {}

export const utf8Encoder = new Encoder()
/** Throws a TypeError for what is no UTF-8, and keeps a byte order mark. */
export const utf8Decoder = new Decoder('utf-8', { fatal: true, ignoreBOM: true })
