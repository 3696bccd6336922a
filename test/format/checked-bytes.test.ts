/** Pages of other places and of other files are refused, although their content matches its own checksum. */
import { expect, test } from 'vitest'
import { CorruptIndexError } from '../../src/errors.ts'
import { CheckedBytes } from '../../src/format/checked-bytes.ts'
import { openFileBytes, readFixedHeader } from '../../src/format/file-reader.ts'
import { PAGE_LENGTH } from '../../src/format/layout.ts'
import { buildParagraphs } from '../support/articles.ts'
import { buildSegments } from '../support/index-cuts.ts'
import { plainLanguage } from '../support/plain-language.ts'

const file = buildParagraphs()
const { headerLength } = readFixedHeader(file)

function verify(bytes: Uint8Array): void {
  openFileBytes(bytes, CheckedBytes).source.verify(() => 'body')
}

function pageOf(bytes: Uint8Array, page: number): Uint8Array {
  const start = readFixedHeader(bytes).headerLength + page * PAGE_LENGTH
  return bytes.subarray(start, start + PAGE_LENGTH)
}

test('a file as it was written is whole', () => {
  expect(() => verify(file)).not.toThrow()
})

test('a page in the place of another is refused', () => {
  const bytes = file.slice()
  bytes.set(pageOf(file, 3), headerLength + 4 * PAGE_LENGTH)
  expect(() => verify(bytes)).toThrow(CorruptIndexError)
})

test('a page of another file is refused, even if it holds the same', () => {
  // The pages of two files that differ in their stored fields alone hold the same norms.
  const fileOf = (title: string) =>
    buildSegments([{ documents: [{ id: 'a', title, body: 'La ville.' }], packed: false }], plainLanguage()).toBytes()
  const [one, other] = [fileOf('Roi'), fileOf('Mer')]
  const content = PAGE_LENGTH - 4
  expect(pageOf(other, 0).subarray(0, content)).toEqual(pageOf(one, 0).subarray(0, content))
  const mixed = one.slice()
  mixed.set(pageOf(other, 0), readFixedHeader(one).headerLength)
  expect(() => verify(mixed)).toThrow('does not match its checksum')
})

test('the whole file comes back from its pages', () => {
  const { source } = openFileBytes(file, CheckedBytes)
  expect(
    Buffer.compare(
      source.toFile(() => 'body'),
      file,
    ),
  ).toBe(0)
})
