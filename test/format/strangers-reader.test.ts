/** docs/format.md is enough to read a file: a reader written from it alone finds in any file what the library finds. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { columnTypes } from '../../src/columns/column-types.ts'
import { FORMAT_MAJOR } from '../../src/format/layout.ts'
import { PackedSegment } from '../../src/index/packed/packed-segment.ts'
import type { FieldPostings, Segment, Term } from '../../src/index/segment.ts'
import { writeSegment } from '../../src/index/write/write-segment.ts'
import type { Schema } from '../../src/schema/schema.ts'
import { fold } from '../../src/text/fold.ts'
import { collection } from '../support/arbitrary.ts'
import { buildParagraphs } from '../support/articles.ts'
import type { PlainDocument } from '../support/brute-force.ts'
import { columnCollection, columnSchema } from '../support/columns.ts'
import { expectSame } from '../support/expect-same.ts'
import { goldenNames, readGolden } from '../support/golden.ts'
import { buildSegments, schema as plainSchema } from '../support/index-cuts.ts'
import { plainLanguage } from '../support/plain-language.ts'
import { runs } from '../support/runs.ts'
import { StrangersFile, type StrangersPosting } from '../support/strangers-reader.ts'

const language = plainLanguage()
const blockLengths = fc.constantFrom(1, 2, 3, 31, 32, 128, 256)
/** Numbers, digits of any number, what they are a part of, characters of any kind. */
const anyId = fc.oneof(
  fc.integer(),
  fc.nat(40),
  fc.stringMatching(/^\d{1,18}$/),
  fc.stringMatching(/^(LEGIARTI0000|art-)\d{0,9}$/),
  fc.string({
    unit: fc.constantFrom('a', 'é', '1', '0', '😀', '\u0010', '\ud83d', '\u2019'),
    minLength: 1,
    maxLength: 12,
  }),
)

function postingsOf(segment: Segment, postings: FieldPostings): StrangersPosting[] {
  const documents: number[] = []
  const frequencies: number[] = []
  const cursor = segment.postings(postings)
  for (let length = cursor.nextBlock(); length > 0; length = cursor.nextBlock()) {
    documents.push(...cursor.documents.subarray(0, length))
    frequencies.push(...cursor.frequencies.subarray(0, length))
  }
  const reader = segment.positions(postings)
  return documents.map((document, i) => {
    reader.read(i, Uint32Array.from(documents), Uint32Array.from(frequencies), 0)
    const positions = [...reader.positions.subarray(0, reader.length)]
    return { document, frequency: frequencies[i], positions }
  })
}

/** All that the library reads in a file, in the stranger's words. */
function readByLibrary(file: Uint8Array) {
  const segment = new PackedSegment(file)
  const { metadata, documentCount } = segment
  const classes = [...segment.classes()].map(({ key, documentFrequency, terms }) => ({
    key,
    documents: documentFrequency,
    words: terms.map(({ word, documentFrequency, fields }) => ({
      word,
      documents: documentFrequency,
      fields: fields.map(postings => ({ field: postings.field, postings: postingsOf(segment, postings) })),
    })),
  }))
  const documents = Array.from({ length: documentCount }, (_, document) => document)
  return {
    counts: [documentCount, metadata.wordCount, metadata.postingCount, metadata.tokenCount],
    norms: segment.norms.map(norms => [...norms]),
    classes,
    ids: documents.map(document => segment.id(document)),
    stored:
      metadata.schema.storeFields.length === 0 ? [] : documents.map(document => JSON.parse(segment.stored(document))),
    columns: metadata.columns.map(({ name, type }, column) => ({
      name,
      type,
      values: documents.map(document => segment.column(column, columnTypes).value(document)),
    })),
  }
}

function readByStranger(file: Uint8Array) {
  const read = new StrangersFile(file)
  const { documentCount, wordCount, postingCount, tokenCount } = read.metadata
  return {
    counts: [documentCount, wordCount, postingCount, tokenCount],
    norms: read.norms.map(norms => [...norms]),
    classes: [...read.classes()],
    ids: read.ids,
    stored: read.stored,
    columns: read.columns(),
  }
}

function lexiconOf(file: Uint8Array): unknown[] {
  return [...new StrangersFile(file).lexicon()]
}

/** What the classes have but for words of three digits that are their class's key when folded. */
function expectedLexicon(file: Uint8Array): unknown[] {
  return spellingsOf(file, ({ word }, key) => fold(word) !== key || word.replace(/\D/g, '').length < 3)
}

function spellingsOf(file: Uint8Array, isListed: (term: Term, key: string) => boolean): unknown[] {
  const byFolded = new Map<string, { word: string; documents: number }[]>()
  for (const { key, terms } of new PackedSegment(file).classes()) {
    for (const { word, documentFrequency } of terms.filter(term => isListed(term, key))) {
      const folded = fold(word)
      byFolded.set(folded, [...(byFolded.get(folded) ?? []), { word, documents: documentFrequency }])
    }
  }
  return [...byFolded]
    .map(([folded, words]) => ({ folded, words: words.sort((a, b) => (a.word < b.word ? -1 : 1)) }))
    .sort((a, b) => Buffer.compare(Buffer.from(a.folded), Buffer.from(b.folded)))
}

function write(documents: readonly PlainDocument[], blockLength: number, schema: Schema = plainSchema): Uint8Array {
  const { parts } = buildSegments([{ documents, packed: false }], language, 128, schema)
  return writeSegment(parts, schema, language, blockLength)
}

describe('a reader written from docs/format.md finds what the library finds', () => {
  test('in files of any documents, whatever their ids and the length of blocks', () => {
    fc.assert(
      fc.property(
        collection(60),
        fc.uniqueArray(anyId, { minLength: 60, maxLength: 60 }),
        blockLengths,
        (some, ids, length) => {
          const documents = some.map((document, i) => ({ ...document, id: ids[i] as string }))
          const file = write(documents, length)
          expectSame(readByStranger(file), readByLibrary(file))
          expectSame(lexiconOf(file), expectedLexicon(file))
        },
      ),
      { numRuns: runs(150) },
    )
  })

  test('in files with columns', () => {
    fc.assert(
      fc.property(columnCollection(), blockLengths, (documents, length) => {
        const file = write(documents, length, columnSchema)
        expectSame(readByStranger(file), readByLibrary(file))
      }),
      { numRuns: runs(150) },
    )
  })

  test('in a file of many pages and long lists, read in French', () => {
    const file = buildParagraphs()
    expectSame(readByStranger(file), readByLibrary(file))
    expectSame(lexiconOf(file), expectedLexicon(file))
  })

  test.each(goldenNames(`v${FORMAT_MAJOR}`))('in the golden file %s', name => {
    const { file } = readGolden(`v${FORMAT_MAJOR}`, name)
    expectSame(readByStranger(file), readByLibrary(file))
    expectSame(lexiconOf(file), expectedLexicon(file))
  })

  test('the frequent words of a large dictionary', () => {
    fc.assert(
      fc.property(fc.integer({ min: 300, max: 3000 }), fc.integer({ min: 4, max: 9 }), (common, often) => {
        const words = Array.from({ length: 9000 }, (_, i) => `${i % 3 === 0 ? 'é' : 'w'}${i.toString(36)}`)
        // The first word in the most documents, and many in as few as can be.
        const documents = Array.from({ length: often }, (_, n) => {
          const body = words.slice(0, n < 4 ? common : 200 - n).join(' ')
          return { id: `d${n}`, title: '', body: n === 0 ? words.join(' ') : body }
        })
        const file = write(documents, 128)
        const most = Math.floor(new StrangersFile(file).metadata.wordCount / 16)
        const uses = [...new PackedSegment(file).classes()].flatMap(({ terms }) =>
          terms.map(({ documentFrequency }) => documentFrequency),
        )
        const rare = uses.filter(documents => documents >= 4).sort((a, b) => b - a)[most] ?? 3
        const expected = spellingsOf(file, ({ documentFrequency }) => documentFrequency > rare)
        expect(expected.length).toBeLessThanOrEqual(most)
        expectSame([...new StrangersFile(file).frequentWords()], expected)
      }),
      { numRuns: 6 },
    )
    expect([...new StrangersFile(write([{ id: 'a', title: 'roi', body: 'roi' }], 128)).frequentWords()]).toEqual([])
  })

  // So large a table takes half a minute.
  test.skipIf(process.env.TEST_ALL === undefined)('in a table of three levels', { timeout: 300_000 }, () => {
    const words = Array.from({ length: 280_000 }, (_, i) => ((i * 2_654_435_761) % 2 ** 32).toString(36))
    const documents = Array.from({ length: 280 }, (_, i) => {
      const body = words.slice(i * 1000, i * 1000 + 1000).join(' ')
      return { id: `d${i}`, title: '', body }
    })
    const file = write(documents, 128)
    expect(new StrangersFile(file).rootHeight).toBe(2)
    expect(readByStranger(file).classes).toEqual(readByLibrary(file).classes)
  })

  test('looking ids up', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyId, { minLength: 1, maxLength: 200 }), ids => {
        const file = write(
          ids.map(id => ({ id: id as string, title: '', body: '' })),
          128,
        )
        const [stranger, segment] = [new StrangersFile(file), new PackedSegment(file)]
        ids.forEach((id, document) => {
          expect(stranger.documentOf(id)).toBe(document)
          expect(segment.documentOf(id)).toBe(document)
        })
        for (const absent of ['absent', -12345]) {
          if (ids.includes(absent)) continue
          expect([stranger.documentOf(absent), segment.documentOf(absent)]).toEqual([undefined, undefined])
        }
      }),
    )
  })
})

test('it refuses what is damaged, wherever', () => {
  const file = write([{ id: 'a', title: 'roi', body: 'la ville' }], 128)
  for (let offset = 0; offset < file.length; offset++) {
    const bytes = file.slice()
    bytes[offset] ^= 1
    expect(() => new StrangersFile(bytes), `byte ${offset}`).toThrow('refused')
  }
})

describe('the whole file that docs/format.md takes apart', () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/format.md'), 'utf8')
  const rowsOf = (table: RegExp) =>
    [...page.matchAll(table)].map(([, at, bytes]) => ({
      at: Number(at),
      bytes: Buffer.from(bytes.replace(/[ ·]/g, ''), 'hex'),
    }))
  const rows = rowsOf(/^\| (\d+) +\| ([\dA-F ·]+?) +\|/gm)
  const rowsOfLeaf = rowsOf(/^\| \+(\d+) +\| ([\dA-F ·]+?) +\|/gm)
  const documents = [
    { id: 'libye-1', title: 'Le roi', body: 'Pêche au thon.' },
    { id: 'libye-2', title: 'Deux rois', body: 'Le roi et la pêche.' },
  ]

  test('is what the library writes', () => {
    const file = write(documents, 128)
    expect(rows.length).toBeGreaterThan(14)
    for (const { at, bytes } of rows) {
      expect(file.subarray(at, at + bytes.length).toString(), `at ${at}`).toBe(new Uint8Array(bytes).toString())
    }
  })

  test('and its leaf of classes is, unpacked, what it shows', () => {
    const packed = rows.find(({ at }) => at === 1194)?.bytes ?? Buffer.alloc(0)
    expect(inflateRawSync(packed.subarray(1)).toString('hex')).toBe(
      Buffer.concat(rowsOfLeaf.map(({ bytes }) => bytes)).toString('hex'),
    )
    expect(rowsOfLeaf.map(({ at }) => at)).toEqual(
      rowsOfLeaf.map((_, i) => rowsOfLeaf.slice(0, i).reduce((sum, { bytes }) => sum + bytes.length, 0)),
    )
  })

  test('with no byte left out but the section table, the metadata, the languages and zeros between sections', () => {
    const left = Uint8Array.from(write(documents, 128))
    for (const { at, bytes } of rows) left.fill(0, at, at + bytes.length)
    left.fill(0, 48, 669)
    expect(left.every(byte => byte === 0)).toBe(true)
  })
})
