/** The segments of a writable index: packed ones, from which documents are only removed, and the live one, which takes added documents. */
import { DuplicateIdError, UnknownDocumentError } from '../errors.ts'
import { BLOCK_LENGTH } from '../format/posting-list.ts'
import { areEqualDefinitions } from '../language/definition.ts'
import type { Language } from '../language/language.ts'
import type { DocumentId, ReadDocument } from '../schema/document.ts'
import type { Schema } from '../schema/schema.ts'
import { checkBudget } from './index-options.ts'
import { LiveSegment } from './live/live-segment.ts'
import { PackedSegment } from './packed/packed-segment.ts'
import type { Segment } from './segment.ts'
import { SegmentList } from './segment-list.ts'
import { SegmentView } from './segment-view.ts'
import { writeSegment } from './write/write-segment.ts'

export class GrowingSegmentList extends SegmentList {
  private live: LiveSegment | undefined
  private readonly budget: number

  /** `budget`: the size in bytes at which a live segment is packed. */
  constructor(schema: Schema, language: Language, budget = checkBudget()) {
    super(schema, language)
    this.budget = budget
  }

  /** Appends a packed segment. Documents added later go into a new live segment. */
  override appendPacked(packed: PackedSegment, segment?: Segment): void {
    super.appendPacked(packed, segment)
    this.live = undefined
  }

  /** An empty list, to be filled separately for `appendAll`. */
  makeAside(): GrowingSegmentList {
    return new GrowingSegmentList(this.schema, this.language, this.budget)
  }

  /** Appends the segments of a list that was filled separately. @throws DuplicateIdError */
  appendAll(aside: GrowingSegmentList, ids: Iterable<DocumentId>): void {
    for (const id of ids) if (this.find(id) !== undefined) throw new DuplicateIdError(id)
    if (aside.parts.length === 0) return
    this.parts.push(...aside.parts)
    this.files.push(...aside.files)
    this.live = aside.live
    this.changes++
  }

  /** Adds a document whose id the caller has found to be new. */
  append(document: ReadDocument): void {
    if (this.live === undefined) {
      this.live = new LiveSegment(this.language, this.schema)
      this.parts.push(new SegmentView(this.live))
    }
    this.live.add(document)
    if (this.live.byteLength > this.budget) this.packLive()
  }

  private packLive(): void {
    const part = this.parts.pop()
    this.live = undefined
    if (part !== undefined && part.documentCount > 0) {
      this.appendPacked(new PackedSegment(writeSegment([part], this.schema, this.language)))
    }
  }

  /** Adds all or none: throws `DuplicateIdError` before anything is changed. */
  add(documents: readonly ReadDocument[]): void {
    const ids = new Set<DocumentId>()
    for (const { id } of documents) {
      if (ids.has(id) || this.find(id) !== undefined) throw new DuplicateIdError(id)
      ids.add(id)
    }
    for (const document of documents) this.append(document)
    this.changes++
  }

  /** Throws `UnknownDocumentError`. */
  remove(id: DocumentId): void {
    const found = this.find(id)
    if (found === undefined) throw new UnknownDocumentError(id)
    found.part.remove(found.document)
    this.changes++
  }

  /** Merges all segments into one packed segment without removed documents. Answers stay the same, and so does `state`. */
  compact(): void {
    const { opened } = this
    const file = this.documentCount === 0 ? undefined : this.asFile()
    this.parts = []
    this.files = []
    this.live = undefined
    if (file !== undefined) this.appendPacked(file)
    this.opened = opened
  }

  /** One file with all documents, as a copy. */
  toBytes(): Uint8Array {
    return this.unchangedFile()?.toFile() ?? this.write()
  }

  /** One file with all documents: the opened file if nothing has changed. */
  override asFile(): PackedSegment {
    return this.unchangedFile() ?? new PackedSegment(this.write())
  }

  private write(): Uint8Array {
    return writeSegment(this.parts, this.schema, this.language)
  }

  /** The opened file, if it is undamaged and would be written in the same way. */
  private unchangedFile(): PackedSegment | undefined {
    const [{ segment, deletions } = { segment: undefined, deletions: undefined }] = this.parts
    const isUnchanged = this.parts.length === 1 && segment instanceof PackedSegment && deletions?.count === 0
    if (!isUnchanged || segment.metadata.blockLength !== BLOCK_LENGTH) return undefined
    return areEqualDefinitions(segment.definition, this.language.definition) ? segment : undefined
  }
}
