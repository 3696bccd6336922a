/** Builds a file from any number of documents. An indexer reads their texts; everything else is written here as documents arrive. */

import { LiveColumns } from '../../columns/live-columns.ts'
import { DuplicateIdError } from '../../errors.ts'
import { type WriteAt, writeFile } from '../../format/file-writer.ts'
import { BLOCK_LENGTH } from '../../format/posting-list.ts'
import type { Spool } from '../../format/spool.ts'
import { StoredDocumentsWriter } from '../../format/stored-documents.ts'
import type { Language } from '../../language/language.ts'
import type { DocumentId, ReadDocument } from '../../schema/document.ts'
import type { Schema } from '../../schema/schema.ts'
import { sectionsOf } from '../write/file-content.ts'
import { writeColumns } from '../write/write-columns.ts'
import type { TextIndexer } from './text-indexer.ts'

export type { Spool, WriteAt }

/**
 * These stay in memory whatever the budget: ids, columns, some bytes per document (the lengths of its fields, its number), the words, and the longest posting
 * list while it is written.
 */
export class SegmentBuilder {
  private readonly schema: Schema
  private readonly language: Language
  private readonly indexer: TextIndexer
  private readonly makeSpool: () => Spool
  private readonly ids = new Set<DocumentId>()
  private readonly stored: StoredDocumentsWriter
  private readonly columns: LiveColumns

  /** `makeSpool` creates spools for data that do not fit in memory. */
  constructor(schema: Schema, language: Language, indexer: TextIndexer, makeSpool: () => Spool) {
    this.schema = schema
    this.language = language
    this.indexer = indexer
    this.makeSpool = makeSpool
    this.stored = new StoredDocumentsWriter(schema.storeFields.length > 0, makeSpool())
    this.columns = new LiveColumns(schema.columns)
  }

  get documentCount(): number {
    return this.ids.size
  }

  /** Returns a promise if the next document must wait. @throws DuplicateIdError */
  add({ id, texts, columns, stored }: ReadDocument): Promise<void> | undefined {
    if (this.ids.has(id)) throw new DuplicateIdError(id)
    const number = this.ids.size
    this.ids.add(id)
    this.stored.add(id, stored)
    this.columns.push(columns)
    return this.indexer.add(number, texts)
  }

  /** Writes the file. Returns how many words it has. */
  async finish(open: (length: number) => WriteAt): Promise<{ words: number }> {
    const { schema, language, stored } = this
    const { words, norms } = await this.indexer.finish(schema.fields, this.makeSpool)
    const ids = [...this.ids]
    const numbers = Uint32Array.from({ length: ids.length }, (_, i) => i)
    const columns = writeColumns(schema.columns, [{ segment: this.columns, numbers }])
    const content = { schema, language, blockLength: BLOCK_LENGTH, norms, words, ids, stored, columns }
    const { head, body } = sectionsOf(content)
    writeFile(head, body, open)
    return { words: words.wordCount }
  }
}
