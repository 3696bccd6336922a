/** Builds a file from any number of documents: postings are spilled in runs when they take more than a budget, and merged at the end. */

import { LiveColumns } from '../../columns/live-columns.ts'
import { DuplicateIdError } from '../../errors.ts'
import { type WriteAt, writeFile } from '../../format/file-writer.ts'
import { BLOCK_LENGTH } from '../../format/posting-list.ts'
import type { Spool } from '../../format/spool.ts'
import { StoredDocumentsWriter } from '../../format/stored-documents.ts'
import type { Language } from '../../language/language.ts'
import type { DocumentId, ReadDocument } from '../../schema/document.ts'
import type { Schema } from '../../schema/schema.ts'
import { Inversion } from '../live/inversion.ts'
import { sectionsOf } from '../write/file-content.ts'
import { mergeClasses } from '../write/merge-classes.ts'
import type { PostingSource, Source } from '../write/numbered-source.ts'
import { WordWriter } from '../write/word-writer.ts'
import { writeColumns } from '../write/write-columns.ts'
import { RunSource, writeRun } from './run.ts'

export type { Spool, WriteAt }

/**
 * What stays in memory whatever the budget: the ids, columns and some bytes a document (the lengths of its fields, its number), the words, and the longest
 * posting list while it is written.
 */
export class SegmentBuilder {
  private readonly schema: Schema
  private readonly language: Language
  private readonly budget: number
  private readonly makeSpool: () => Spool
  private readonly ids = new Set<DocumentId>()
  private readonly stored: StoredDocumentsWriter
  private readonly runs: Source<PostingSource>[] = []
  /** Of the documents of each run. */
  private readonly norms: (readonly Uint8Array[])[] = []
  private readonly columns: LiveColumns
  private inversion: Inversion
  /** The document that the next run starts with. */
  private first = 0

  /** `budget`: how many bytes the postings and words of a run may take in memory. `makeSpool` makes places for what is too much for memory. */
  constructor(schema: Schema, language: Language, budget: number, makeSpool: () => Spool) {
    this.schema = schema
    this.language = language
    this.budget = budget
    this.makeSpool = makeSpool
    this.stored = new StoredDocumentsWriter(schema.storeFields.length > 0, makeSpool())
    this.columns = new LiveColumns(schema.columns)
    this.inversion = this.makeInversion()
  }

  get documentCount(): number {
    return this.ids.size
  }

  /** @throws DuplicateIdError */
  add({ id, texts, columns, stored }: ReadDocument): void {
    if (this.ids.has(id)) throw new DuplicateIdError(id)
    this.ids.add(id)
    this.stored.add(id, stored)
    this.columns.push(columns)
    this.inversion.add(texts)
    if (this.inversion.byteLength > this.budget) this.spill()
  }

  private spill(): void {
    const { inversion, schema } = this
    const spool = this.makeSpool()
    writeRun(inversion, schema.fields.length, spool)
    const numbers = range(this.first, inversion.documentCount)
    this.runs.push({ segment: new RunSource(spool, schema.fields.length), numbers })
    // Copies: the arrays they are views of are as long as they have grown.
    this.norms.push(inversion.norms.map(norms => norms.slice()))
    this.first += inversion.documentCount
    this.inversion = this.makeInversion()
  }

  private makeInversion(): Inversion {
    return new Inversion(this.language, this.schema.fields.length)
  }

  /** Writes the file. Returns how many words it has. */
  finish(open: (length: number) => WriteAt): { words: number } {
    const { schema, language, makeSpool, stored } = this
    if (this.inversion.documentCount > 0) this.spill()
    const norms = schema.fields.map((_, field) => join(this.norms.map(ofRun => ofRun[field])))
    const words = new WordWriter(schema.fields, norms, BLOCK_LENGTH, makeSpool)
    words.writeAll(mergeClasses(this.runs))
    const ids = [...this.ids]
    const columns = writeColumns(schema.columns, [{ segment: this.columns, numbers: range(0, ids.length) }])
    const content = { schema, language, blockLength: BLOCK_LENGTH, norms, words, ids, stored, columns }
    const { head, body } = sectionsOf(content)
    writeFile(head, body, open)
    return { words: words.wordCount }
  }
}

function range(first: number, count: number): Uint32Array {
  return Uint32Array.from({ length: count }, (_, i) => first + i)
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
