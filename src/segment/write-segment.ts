/**
 * Writes any segments as one packed file: the same bytes for the same documents, however they were cut into segments before.
 *
 * Removed documents are left out and words that only they held with them; the others keep their order.
 */
import { fileBytes } from '../format/file-writer.ts'
import { BLOCK_LENGTH } from '../format/posting-list.ts'
import { StoredDocumentsWriter } from '../format/stored-documents.ts'
import type { DocumentId } from '../schema/document.ts'
import type { Schema } from '../schema/schema.ts'
import type { Language } from '../text/language.ts'
import { sectionsOf } from './file-content.ts'
import { mergeClasses } from './merge-classes.ts'
import { numberDocuments, REMOVED, type Source } from './numbered-source.ts'
import type { Segment } from './segment.ts'
import type { SegmentPart } from './segment-part.ts'
import { WordWriter } from './word-writer.ts'
import { writeColumns } from './write-columns.ts'

export function writeSegment(
  parts: readonly SegmentPart[],
  schema: Schema,
  language: Language,
  blockLength = BLOCK_LENGTH,
): Uint8Array {
  const sources = numberDocuments(parts)
  const norms = mergeByDocument(sources, schema.fields.length, segment => segment.norms)
  const extents = mergeByDocument(sources, schema.fields.length, segment => segment.extents)
  const words = new WordWriter(norms, extents, blockLength)
  words.writeAll(mergeClasses(sources))
  const stored = new StoredDocumentsWriter()
  if (schema.storeFields.length > 0) for (const json of storedFields(sources)) stored.add(json)
  const { head, body } = sectionsOf({
    schema,
    language,
    blockLength,
    norms,
    extents,
    words,
    ids: [...ids(sources)],
    stored,
    columns: writeColumns(schema.columns, sources),
  })
  return fileBytes(head, body)
}

/** By field: a byte a document from all sources, under the new numbers. */
function mergeByDocument(
  sources: readonly Source[],
  fieldCount: number,
  bytesOf: (segment: Segment) => readonly Uint8Array[],
): Uint8Array[] {
  const count = sources.reduce(
    (sum, { numbers }) => sum + numbers.reduce((n, to) => n + (to === REMOVED ? 0 : 1), 0),
    0,
  )
  return Array.from({ length: fieldCount }, (_, field) => {
    const merged = new Uint8Array(count)
    for (const { segment, numbers } of sources) {
      const bytes = bytesOf(segment)[field]
      numbers.forEach((to, document) => {
        if (to !== REMOVED) merged[to] = bytes[document]
      })
    }
    return merged
  })
}

function* ids(sources: readonly Source[]): Generator<DocumentId> {
  for (const { segment, numbers } of sources) {
    for (let document = 0; document < numbers.length; document++) {
      if (numbers[document] !== REMOVED) yield segment.id(document)
    }
  }
}

function* storedFields(sources: readonly Source[]): Generator<string> {
  for (const { segment, numbers } of sources) {
    for (let document = 0; document < numbers.length; document++) {
      if (numbers[document] !== REMOVED) yield segment.stored(document)
    }
  }
}
