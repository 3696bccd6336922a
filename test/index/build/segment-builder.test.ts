/** A file built in runs that were spilled is the file of an index with the same documents (law 3), and its parts work on what is odd. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DuplicateIdError } from '../../../src/errors.ts'
import { ByteWriter } from '../../../src/format/byte-writer.ts'
import { SegmentBuilder, type Spool } from '../../../src/index/build/segment-builder.ts'
import { LocalIndexer } from '../../../src/index/build/text-indexer.ts'
import { readDocument } from '../../../src/schema/document.ts'
import { inOrderOfUtf8, wellFormed } from '../../../src/text/utf8.ts'
import { collection } from '../../support/arbitrary.ts'
import { buildSegments, schema, schemaWithoutStopWordPositions } from '../../support/index-cuts.ts'
import { plainLanguage } from '../../support/plain-language.ts'
import { runs } from '../../support/runs.ts'

const language = plainLanguage()

/** Gives back what it was given in pieces of `length` bytes, each in the place of the one before. */
function spoolOf(length: number): Spool {
  const bytes = new ByteWriter()
  return {
    write: written => bytes.bytes(written),
    *chunks(start = 0) {
      const chunk = new Uint8Array(length)
      const whole = bytes.view()
      for (let at = start; at < whole.length; at += length) {
        const part = whole.subarray(at, at + length)
        chunk.set(part)
        yield chunk.subarray(0, part.length)
      }
    },
  }
}

function makeBuilder(budget: number, piece: number, ofSchema = schema): SegmentBuilder {
  const makeSpool = () => spoolOf(piece)
  const { fields, stopWordPositions } = ofSchema
  const indexer = new LocalIndexer(language, { fieldCount: fields.length, stopWordPositions }, budget, makeSpool)
  return new SegmentBuilder(ofSchema, language, indexer, makeSpool)
}

async function build(builder: SegmentBuilder): Promise<Uint8Array> {
  let file = new Uint8Array(0)
  await builder.finish(length => {
    file = new Uint8Array(length)
    return (bytes, offset) => file.set(bytes, offset)
  })
  return file
}

test('runs of any length, read back in pieces of any length, give the bytes of one index', async () => {
  await fc.assert(
    fc.asyncProperty(
      collection(40).filter(documents => documents.length > 0),
      fc.integer({ min: 1, max: 20_000 }),
      fc.integer({ min: 1, max: 300 }),
      fc.constantFrom(schema, schemaWithoutStopWordPositions),
      async (documents, budget, piece, schema) => {
        const builder = makeBuilder(budget, piece, schema)
        for (const document of documents) builder.add(readDocument(document, schema))
        const whole = buildSegments([{ documents, packed: false }], language, 128, schema).toBytes()
        expect(Buffer.compare(await build(builder), whole)).toBe(0)
      },
    ),
    { numRuns: runs(200) },
  )
})

test('refuses an id that was there, whichever run it is in', () => {
  const builder = makeBuilder(1, 100)
  const document = readDocument({ id: 'a', title: 'Été', body: 'La saison chaude.' }, schema)
  builder.add(document)
  expect(() => builder.add(document)).toThrow(DuplicateIdError)
})

test('strings are sorted as their UTF-8 is, and lone surrogates are replaced as it replaces them', () => {
  const unit = fc.constantFrom('a', 'é', '\ud7ff', '\ue000', '\uffff', '\u{10000}', '\u{10ffff}')
  fc.assert(
    fc.property(fc.array(fc.string({ unit, maxLength: 4 })), strings => {
      const bySort = [...strings].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
      expect(inOrderOfUtf8([...strings])).toEqual(bySort)
    }),
  )
  expect(wellFormed('a\ud800b\u{1f600}\udc00')).toBe('a\ufffdb\u{1f600}\ufffd')
})
