/**
 * Presents a segment in the classes of another language than it was written with: the same words and postings, regrouped.
 *
 * So a stemmer or an exception list can change without reading the documents again. The first query scans the dictionary once.
 */

import type { Column } from '../columns/column.ts'
import type { ColumnTypes } from '../columns/column-type.ts'
import type { NearSpelling } from '../format/near-spelling.ts'
import type { Language } from '../language/language.ts'
import type { DocumentId } from '../schema/document.ts'
import { inOrderOfUtf8, wellFormed } from '../text/utf8.ts'
import { joinClasses, keysIn } from './join-classes.ts'
import type {
  ComingReads,
  FieldPostings,
  FieldTotal,
  LexiconEntry,
  PositionReader,
  PostingCursor,
  PostingListReader,
  Segment,
  Term,
  WordClass,
} from './segment.ts'

/** A segment in the classes of `language`. */
export function regroup(segment: Segment, language: Language): Segment {
  return new RekeyedSegment(segment, language)
}

export class RekeyedSegment implements Segment {
  readonly announce: ((reads: ComingReads) => void) | undefined
  private readonly segment: Segment
  private readonly language: Language
  private byKey: Map<string, Term[]> | undefined
  private readonly counted = new Map<string, WordClass>()

  constructor(segment: Segment, language: Language) {
    this.segment = segment
    this.language = language
    this.announce = segment.announce && (reads => this.announceTo(segment, reads))
  }

  /** The document counts of classes come from the postings of their words. */
  private announceTo(segment: Segment, { classKeys = [], ...reads }: ComingReads): void {
    const classes =
      classKeys === 'all'
        ? []
        : classKeys.flatMap(key => keysIn(key) ?? key).map(key => this.termsByKey().get(key) ?? [])
    const counted = classes.filter(terms => terms.length > 1).flat()
    segment.announce?.({ ...reads, postings: [...(reads.postings ?? []), ...counted.flatMap(({ fields }) => fields)] })
  }

  get documentCount(): number {
    return this.segment.documentCount
  }

  get norms(): readonly Uint8Array[] {
    return this.segment.norms
  }

  get fieldTotals(): readonly FieldTotal[] {
    return this.segment.fieldTotals
  }

  get wordCount(): number {
    return this.segment.wordCount
  }

  wordClass(key: string): WordClass | undefined {
    const known = this.counted.get(key)
    if (known !== undefined) return known
    const keys = keysIn(key)
    if (keys !== undefined)
      return joinClasses(
        key,
        keys.map(key => this.wordClass(key)),
      )
    const terms = this.termsByKey().get(key)
    if (terms === undefined) return undefined
    terms.sort((a, b) => (a.word < b.word ? -1 : 1))
    const found = { key, documentFrequency: this.countDocuments(terms), terms }
    this.counted.set(key, found)
    return found
  }

  private termsByKey(): Map<string, Term[]> {
    if (this.byKey !== undefined) return this.byKey
    this.segment.announce?.({ classKeys: 'all' })
    const byKey = new Map<string, Term[]>()
    for (const { terms } of this.segment.classes()) {
      for (const term of terms) {
        const key = wellFormed(this.language.key(term.word))
        const same = byKey.get(key)
        if (same === undefined) byKey.set(key, [term])
        else same.push(term)
      }
    }
    this.byKey = byKey
    return byKey
  }

  private countDocuments(terms: readonly Term[]): number {
    if (terms.length === 1) return terms[0].documentFrequency
    const documents = new Set<number>()
    for (const { fields } of terms) {
      for (const postings of fields) {
        const cursor = this.segment.postings(postings)
        for (let length = cursor.nextBlock(); length > 0; length = cursor.nextBlock()) {
          for (let i = 0; i < length; i++) documents.add(cursor.documents[i])
        }
      }
    }
    return documents.size
  }

  *classes(): Iterable<WordClass> {
    for (const key of inOrderOfUtf8([...this.termsByKey().keys()])) {
      const found = this.wordClass(key)
      if (found !== undefined) yield found
    }
  }

  postings(postings: FieldPostings): PostingCursor {
    return this.segment.postings(postings)
  }

  openList(postings: FieldPostings, reader: PostingListReader | undefined): PostingListReader | undefined {
    return this.segment.openList?.(postings, reader)
  }

  positions(postings: FieldPostings, isKept?: boolean): PositionReader {
    return this.segment.positions(postings, isKept)
  }

  scanWords(prefix: string, visit: (folded: string, entry: LexiconEntry) => boolean): void {
    this.segment.scanWords(prefix, visit)
  }

  scanFrequentWords(prefix: string, visit: (folded: string, entry: LexiconEntry) => boolean): void {
    this.segment.scanFrequentWords(prefix, visit)
  }

  nearWords(spelling: NearSpelling, visit: (folded: string, entry: LexiconEntry, edits: number) => void): void {
    this.segment.nearWords(spelling, visit)
  }

  column(place: number, types: ColumnTypes): Column {
    return this.segment.column(place, types)
  }

  id(document: number): DocumentId {
    return this.segment.id(document)
  }

  documentOf(id: DocumentId): number | undefined {
    return this.segment.documentOf(id)
  }

  stored(document: number): string {
    return this.segment.stored(document)
  }
}
