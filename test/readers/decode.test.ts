import { expect, test } from 'vitest'
import { decode } from '../../src/readers/decode.ts'
import { feed } from '../../src/readers/feed.ts'
import { html } from '../../src/readers/html.ts'
import { SourceError } from '../../src/readers/source-error.ts'

const TEXT = '\nÉté 2019 — l’œuf €, 😀\n'

const utf16 = (text: string, isBig: boolean) => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le')
  return isBig ? bytes.swap16() : bytes
}
/** Windows-1252 of what French needs. */
const windows1252 = (text: string) =>
  Uint8Array.from(
    text,
    character => ({ '€': 0x80, œ: 0x9c, '’': 0x92, '—': 0x97 })[character] ?? character.charCodeAt(0),
  )

/** The text of bytes that come `size` at a time; or what was wrong. */
async function read(
  bytes: Uint8Array,
  size: number,
  declared?: (head: string) => string | undefined,
): Promise<unknown> {
  async function* pieces() {
    for (let i = 0; i < bytes.length; i += size) yield bytes.subarray(i, i + size)
  }
  let text = ''
  try {
    for await (const piece of decode('a', pieces(), declared)) text += piece
  } catch (error) {
    if (error instanceof SourceError) return { line: error.line, ...error.problem }
    throw error
  }
  return text
}

const sizes = [1, 3, 100_000]

test.each([
  ['UTF-8', Buffer.from(TEXT)],
  ['UTF-8 with a mark', Buffer.from(`\ufeff${TEXT}`)],
  ['UTF-16, little end first', utf16(TEXT, false)],
  ['UTF-16, big end first', utf16(TEXT, true)],
  ['nothing', Buffer.from('')],
])('%s', async (name, bytes) => {
  for (const size of sizes) expect(await read(bytes, size)).toBe(name === 'nothing' ? '' : TEXT)
})

test('a long text is the same however it comes', async () => {
  const text = 'Été, œuf, 😀.\n'.repeat(3000)
  for (const size of [7, 1024, 65_536]) expect(await read(Buffer.from(text), size)).toBe(text)
})

const page = (meta: string) => `<!doctype html><!-- <meta charset="x"> -->${meta}<p>L’été — œuf, 3 €</p>`

test.each([
  ['<meta charset="windows-1252">'],
  ['<META CHARSET=iso-8859-1>'],
  ['<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">'],
])('a page says its encoding: %s', async meta => {
  for (const size of sizes) expect(await read(windows1252(page(meta)), size, html.declaredEncoding)).toBe(page(meta))
})

test('a feed says its encoding; a mark says more than it', async () => {
  const text = '<?xml version="1.0" encoding="ISO-8859-1"?><rss>été</rss>'
  expect(await read(windows1252(text), 9, feed.declaredEncoding)).toBe(text)
  expect(await read(utf16(text, false), 9, feed.declaredEncoding)).toBe(text)
})

test('what says of itself, in bytes, that it is UTF-16 is UTF-8', async () => {
  const text = page('<meta charset="utf-16">')
  expect(await read(Buffer.from(text), 64, html.declaredEncoding)).toBe(text)
})

test.each([
  [
    'older encodings',
    windows1252('Un\n\ncafé'),
    { line: 3, kind: 'wrong-encoding', encoding: 'UTF-8', isDeclared: false },
  ],
  ['a text that is cut', Buffer.from('Un\né').subarray(0, -1), { line: 2, kind: 'wrong-encoding', encoding: 'UTF-8' }],
  ['half a pair in UTF-16', utf16('Un\n\ud83d.', false), { line: 2, kind: 'wrong-encoding', encoding: 'UTF-16LE' }],
  ['bytes of zero', Buffer.from('Un\nde\0ux'), { line: 2, kind: 'binary' }],
  ['UTF-16 without a mark', utf16('Un\n', false).subarray(2), { line: 1, kind: 'binary' }],
  [
    'an encoding that is another',
    Buffer.concat([Buffer.from('<meta charset=utf-8>\n'), windows1252('é')]),
    { line: 2, kind: 'wrong-encoding', isDeclared: true },
  ],
  [
    'an encoding that nobody knows',
    Buffer.from('<meta charset=utf-9>'),
    { line: 1, kind: 'unknown-encoding', encoding: 'utf-9' },
  ],
])('%s are refused with their line', async (_name, bytes, problem) => {
  for (const size of sizes) expect(await read(bytes, size, html.declaredEncoding)).toMatchObject(problem)
})
