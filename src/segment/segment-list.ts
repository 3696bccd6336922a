/** The segments of an index: packed ones, which only lose documents, and the live one, which takes what is added. The only state there is. */
import { DuplicateIdError, UnknownDocumentError } from '../errors.ts'
import { BLOCK_LENGTH } from '../format/posting-list.ts'
import type { DocumentId, ReadDocument } from '../schema/document.ts'
import type { Schema } from '../schema/schema.ts'
import type { Language } from '../text/language.ts'
import { LiveSegment } from './live-segment.ts'
import { PackedSegment } from './packed-segment.ts'
import { RekeyedSegment } from './rekeyed-segment.ts'
import { SegmentPart } from './segment-part.ts'
import { writeSegment } from './write-segment.ts'

export class SegmentList {
  readonly schema: Schema
  readonly language: Language
  /** In order of insertion: documents of an earlier part were added earlier. */
  parts: SegmentPart[] = []
  private live: LiveSegment | undefined
  private files: PackedSegment[] = []

  constructor(schema: Schema, language: Language) {
    this.schema = schema
    this.language = language
  }

  /** How many documents there are. */
  get documentCount(): number {
    return this.parts.reduce((sum, part) => sum + part.documentCount, 0)
  }

  /** Puts a packed segment behind the others. Documents added later go into a new live segment. */
  appendPacked(packed: PackedSegment): void {
    const sameClasses = packed.metadata.language.fingerprint === this.language.fingerprint
    this.parts.push(new SegmentPart(sameClasses ? packed : new RekeyedSegment(packed, this.language)))
    this.files.push(packed)
    this.live = undefined
  }

  /** Puts a segment that was filled aside behind the others, as the new live one. */
  appendLive(segment: LiveSegment, ids: Iterable<DocumentId>): void {
    for (const id of ids) if (this.find(id) !== undefined) throw new DuplicateIdError(id)
    if (segment.documentCount === 0) return
    this.parts.push(new SegmentPart(segment))
    this.live = segment
  }

  /** An empty live segment, for `appendLive`. */
  makeLive(): LiveSegment {
    return new LiveSegment(this.language, this.schema.fields.length)
  }

  find(id: DocumentId): { part: SegmentPart; document: number } | undefined {
    for (const part of this.parts) {
      const document = part.documentOf(id)
      if (document !== undefined) return { part, document }
    }
    return undefined
  }

  /** Adds all or none: throws `DuplicateIdError` before anything is changed. */
  add(documents: readonly ReadDocument[]): void {
    const ids = new Set<DocumentId>()
    for (const { id } of documents) {
      if (ids.has(id) || this.find(id) !== undefined) throw new DuplicateIdError(id)
      ids.add(id)
    }
    if (documents.length === 0) return
    if (this.live === undefined) {
      this.live = this.makeLive()
      this.parts.push(new SegmentPart(this.live))
    }
    for (const document of documents) this.live.add(document)
  }

  /** Throws `UnknownDocumentError`. */
  remove(id: DocumentId): void {
    const found = this.find(id)
    if (found === undefined) throw new UnknownDocumentError(id)
    found.part.remove(found.document)
  }

  /** Merges all segments into one packed one without what was removed. */
  compact(): void {
    const file = this.documentCount === 0 ? undefined : this.asFile()
    this.parts = []
    this.files = []
    this.live = undefined
    if (file !== undefined) this.appendPacked(file)
  }

  /** One file with all documents, as bytes of its own. */
  toBytes(): Uint8Array {
    return this.unchangedFile()?.file.source.bytes.slice() ?? this.write()
  }

  /** One file with all documents: the one that the index was opened from where nothing has changed. */
  asFile(): PackedSegment {
    return this.unchangedFile() ?? new PackedSegment(this.write())
  }

  private write(): Uint8Array {
    return writeSegment(this.parts, this.schema, this.language)
  }

  /** The file that the index was opened from, where it is what it says and would be written the same way. */
  private unchangedFile(): PackedSegment | undefined {
    const [{ segment, deletions } = { segment: undefined, deletions: undefined }] = this.parts
    const isUnchanged = this.parts.length === 1 && segment instanceof PackedSegment && deletions?.count === 0
    return isUnchanged && segment.metadata.blockLength === BLOCK_LENGTH ? segment : undefined
  }

  /** Reads and checks every byte of the packed segments. */
  verify(): void {
    for (const file of this.files) file.verify()
  }
}
