/** The segments of an index that is read: packed ones, in order of insertion. The only state there is. */

import { haveSameClasses } from '../language/definition.ts'
import type { Language } from '../language/language.ts'
import type { DocumentId } from '../schema/document.ts'
import type { Schema } from '../schema/schema.ts'
import type { PackedSegment } from './packed/packed-segment.ts'
import { RekeyedSegment } from './rekeyed-segment.ts'
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

  constructor(schema: Schema, language: Language) {
    this.schema = schema
    this.language = language
  }

  /** Whether a file that was opened has other classes than the language, so that its dictionary is regrouped. */
  get isRegrouped(): boolean {
    return this.parts.some(({ segment }) => segment instanceof RekeyedSegment)
  }

  /** How many documents there are. */
  get documentCount(): number {
    return this.parts.reduce((sum, part) => sum + part.documentCount, 0)
  }

  /** Puts a packed segment behind the others. */
  appendPacked(packed: PackedSegment): void {
    const isUsable = haveSameClasses(packed.definition, this.language)
    this.parts.push(new SegmentView(isUsable ? packed : new RekeyedSegment(packed, this.language)))
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
