/** The segments of an index that is read: packed ones, in order of insertion. The only state there is. */

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
  /** The contents of the files that were opened. */
  protected opened = ''
  /** How often documents were added or removed since. */
  protected changes = 0
  private regrouped: Segment | undefined

  constructor(schema: Schema, language: Language) {
    this.schema = schema
    this.language = language
  }

  /** Whether a file that was opened has other classes than the language, so that its dictionary is regrouped. */
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

  /** Puts a packed segment behind the others; `segment` is what shows it in the classes of the language, if it has others. */
  appendPacked(packed: PackedSegment, segment: Segment = packed): void {
    if (segment !== packed) this.regrouped = segment
    this.parts.push(new SegmentView(segment))
    this.files.push(packed)
    this.opened += packed.file.contentHash
  }

  /** Changes whenever answers may: what was opened, and what was done to it. The same for a file wherever it is opened. */
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
