/** Files of another version are refused with what to do, before anything else is read of them. */
import { expect, test } from 'vitest'
import { UnsupportedVersionError } from '../../src/errors.ts'
import { CheckedBytes } from '../../src/format/checked-bytes.ts'
import { openFileBytes } from '../../src/format/file-reader.ts'
import { FIXED_HEADER_LENGTH, REQUIRED, SECTION_ENTRY_LENGTH, Section } from '../../src/format/layout.ts'
import { columnSchema } from '../support/columns.ts'
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

function refusalOf(bytes: Uint8Array): unknown {
  try {
    openFileBytes(bytes, CheckedBytes)
  } catch (error) {
    return error
  }
  throw new Error('the file was opened')
}

test.each([
  [0, 1, 0.1, 'format version 0.1; this version of trouvaille reads version 2. Rebuild the index'],
  [0, 4, 0.4, 'Rebuild the index'],
  [1, 0, 1, 'Rebuild the index'],
  [3, 0, 3, 'format version 3; this version of trouvaille reads version 2. Update trouvaille'],
  [7, 3, 7, 'Update trouvaille'],
])('version %i.%i is refused', (major, minor, found, told) => {
  const error = refusalOf(ofVersion(major, minor))
  expect(error).toBeInstanceOf(UnsupportedVersionError)
  expect(error).toMatchObject({ found, oldest: 2, newest: 2, code: 'UNSUPPORTED_VERSION' })
  expect(String(error)).toContain(told)
})

test('a version is told before anything that it may have in another way, and damage before the version', () => {
  const pages = ofVersion(0, 3)
  new DataView(pages.buffer).setUint32(32, 4096, true)
  expect(refusalOf(reseal(pages))).toBeInstanceOf(UnsupportedVersionError)
  const damaged = ofVersion(3, 0)
  damaged[50] ^= 1
  expect(refusalOf(damaged)).toMatchObject({ code: 'CORRUPT_INDEX' })
})

test('what a later minor version adds is no reason to refuse it', () => {
  const { majorVersion, minorVersion } = openFileBytes(ofVersion(2, 9), CheckedBytes)
  expect([majorVersion, minorVersion]).toEqual([2, 9])
})

test('a section that is not known is skipped, unless the file says that it is required', () => {
  const withColumns = buildSegments([{ documents, packed: false }], plainLanguage(), 128, columnSchema).toBytes()
  const view = new DataView(withColumns.buffer)
  const entries = Array.from(
    { length: view.getUint32(36, true) },
    (_, i) => FIXED_HEADER_LENGTH + i * SECTION_ENTRY_LENGTH,
  )
  const ofColumns = entries.find(at => view.getUint32(at, true) === Section.columns) ?? 0
  view.setUint32(ofColumns, 99, true)
  expect(openFileBytes(reseal(withColumns), CheckedBytes).sections.columns).toBeUndefined()
  view.setUint32(ofColumns + 4, REQUIRED, true)
  expect(String(refusalOf(reseal(withColumns)))).toContain('section 99 is required')
  // A later minor version may require one: that is no damage.
  view.setUint16(10, 3, true)
  const newer = refusalOf(reseal(withColumns))
  expect(newer).toMatchObject({ found: 2.3, code: 'UNSUPPORTED_VERSION' })
  expect(String(newer)).toContain('Update trouvaille')
})
