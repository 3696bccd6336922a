/** The segments of a read-only index: packed ones, in order of insertion. */

import type { Language } from '../language/language.ts'
import type { DocumentId } from '../schema/document.ts'
import type { Schema } from '../schema/schema.ts'
import type { PackedSegment } from './packed/packed-segment.ts'
import type { Segment } from './segment.ts'
import { SegmentView } from './segment-view.ts'

export class SegmentList {
  readonly schema: Schema
  readonly language: Language
  /** In order of insertion: documents of an earlier part were added earlier. */
  parts: SegmentView[] = []
  protected files: PackedSegment[] = []
  /** The content hashes of the opened files. */
  protected opened = ''
  /** The number of changes since then. */
  protected changes = 0
  private regrouped: Segment | undefined

  constructor(schema: Schema, language: Language) {
    this.schema = schema
    this.language = language
  }

  /** Whether an opened file has other classes than the language, so that its dictionary is regrouped. */
  get isRegrouped(): boolean {
    return this.parts.some(({ segment }) => segment === this.regrouped)
  }

  /** How many documents there are. */
  get documentCount(): number {
    return this.parts.reduce((sum, part) => sum + part.documentCount, 0)
  }

  /** The file that was opened. */
  asFile(): PackedSegment {
    const [file] = this.files
    return file
  }

  /** Appends a packed segment. `segment` presents it in the classes of the language, if they differ. */
  appendPacked(packed: PackedSegment, segment: Segment = packed): void {
    if (segment !== packed) this.regrouped = segment
    this.parts.push(new SegmentView(segment))
    this.files.push(packed)
    this.opened += packed.file.contentHash
  }

  /** Changes whenever answers may change: the opened files and later changes. It is the same for a file wherever it is opened. */
  get state(): string {
    return `${this.opened} ${this.changes} ${this.documentCount}`
  }

  find(id: DocumentId): { part: SegmentView; document: number } | undefined {
    for (const part of this.parts) {
      const document = part.documentOf(id)
      if (document !== undefined) return { part, document }
    }
    return undefined
  }

  /** Reads and checks every byte of the packed segments. */
  verify(): void {
    for (const file of this.files) file.verify()
  }
}
