/** Files of another version are refused with what to do, before anything else is read of them. */
import { expect, test } from 'vitest'
import { UnsupportedVersionError } from '../../src/errors.ts'
import { CheckedBytes } from '../../src/format/checked-bytes.ts'
import { openFileBytes } from '../../src/format/file-reader.ts'
import { buildSegments } from '../support/index-cuts.ts'
import { plainLanguage } from '../support/plain-language.ts'
import { reseal } from '../support/reseal.ts'

const documents = [{ id: 'a', title: 'Été', body: 'La saison chaude.' }]
const file = buildSegments([{ documents, packed: false }], plainLanguage()).toBytes()

function ofVersion(major: number, minor: number): Uint8Array {
  const bytes = file.slice()
  bytes.set([major, 0, minor, 0], 8)
  return reseal(bytes)
}

test.each([
  [0, 1, 'format version 0.1; this version of trouvaille reads version 0.5. Build the index again'],
  [0, 4, 'Build the index again'],
  [7, 0, 'Update trouvaille'],
])('version %i.%i is refused', (major, minor, told) => {
  expect(() => openFileBytes(ofVersion(major, minor), CheckedBytes)).toThrow(UnsupportedVersionError)
  expect(() => openFileBytes(ofVersion(major, minor), CheckedBytes)).toThrow(told)
})

test('what a later version adds is no reason to refuse it', () => {
  expect(openFileBytes(ofVersion(0, 9), CheckedBytes).minorVersion).toBe(9)
})
