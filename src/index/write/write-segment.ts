/**
 * Writes any segments as one packed file. The bytes depend only on the documents, not on the segments.
 *
 * Removed documents are omitted, with words that only they contain; the others keep their order.
 */
import { fileBytes } from '../../format/file-writer.ts'
import { BLOCK_LENGTH } from '../../format/posting-list.ts'
import { type StoredBlock, StoredDocumentsWriter } from '../../format/stored-documents.ts'
import type { Language } from '../../language/language.ts'
import type { DocumentId } from '../../schema/document.ts'
import type { Schema } from '../../schema/schema.ts'
import type { SegmentView } from '../segment-view.ts'
import { sectionsOf } from './file-content.ts'
import { mergeClasses } from './merge-classes.ts'
import { numberDocuments, type Origins, originsOf, type Source } from './numbered-source.ts'
import { WordWriter } from './word-writer.ts'
import { writeColumns } from './write-columns.ts'

export function writeSegment(
  parts: readonly SegmentView[],
  schema: Schema,
  language: Language,
  blockLength = BLOCK_LENGTH,
): Uint8Array {
  return writeSources(numberDocuments(parts), schema, language, blockLength)
}

/** Writes the documents of all sources with their new numbers, which are consecutive from 0. */
export function writeSources(
  sources: readonly Source[],
  schema: Schema,
  language: Language,
  blockLength = BLOCK_LENGTH,
): Uint8Array {
  const origins = originsOf(sources)
  const norms = mergeNorms(sources, origins, schema.fields.length)
  const words = new WordWriter(schema.fields, norms, blockLength)
  words.writeAll(mergeClasses(sources))
  const ids = Array.from(origins.sources, (source, i) => sources[source].segment.id(origins.documents[i]))
  const storesFields = schema.storeFields.length > 0
  const stored = new StoredDocumentsWriter(storesFields)
  if (storesFields) writeStored(sources, origins, ids, stored)
  else for (const id of ids) stored.add(id, '')
  const { head, body } = sectionsOf({
    schema,
    language,
    blockLength,
    norms,
    words,
    ids,
    stored,
    columns: writeColumns(schema.columns, sources, origins),
  })
  return fileBytes(head, body)
}

/** By field: the norms of the documents of all sources, by new number. */
function mergeNorms(sources: readonly Source[], origins: Origins, fieldCount: number): Uint8Array[] {
  return Array.from({ length: fieldCount }, (_, field) => {
    const ofSources = sources.map(({ segment }) => segment.norms[field])
    return Uint8Array.from(origins.sources, (source, i) => ofSources[source][origins.documents[i]])
  })
}

/** All documents with their stored fields. If a block has the same documents as before, its compressed fields are copied. */
function writeStored(
  sources: readonly Source[],
  origins: Origins,
  ids: readonly DocumentId[],
  writer: StoredDocumentsWriter,
): void {
  const blocks = sources.map(({ segment }) => segment.storedBlocks?.())
  const count = origins.sources.length
  for (let i = 0; i < count; ) {
    const source = origins.sources[i]
    const document = origins.documents[i]
    const block = writer.isAtStart ? blocks[source]?.get(document) : undefined
    if (block !== undefined && isWhole(block, i, origins)) {
      writer.addBlock(block, ids.slice(i, i + block.count))
      i += block.count
    } else {
      writer.add(ids[i], sources[source].segment.stored(document))
      i++
    }
  }
}

/** Whether the documents from the i-th on are those of the block, and the block would end there in the new file too. */
function isWhole({ count, isLast }: StoredBlock, i: number, { sources, documents }: Origins): boolean {
  const end = i + count
  if (end > sources.length || (isLast && end < sources.length)) return false
  for (let k = i + 1; k < end; k++) {
    if (sources[k] !== sources[i] || documents[k] !== documents[i] + k - i) return false
  }
  return true
}
