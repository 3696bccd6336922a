/** The documents that contain words, and their number. */

import { DocumentSet } from '../columns/document-set.ts'
import type { FieldPostings, Segment, Term } from '../index/segment.ts'
import type { Deletions, SegmentView } from '../index/segment-view.ts'
import type { Language } from '../language/language.ts'
import { fold } from '../text/fold.ts'
import { bare } from '../text/language-mark.ts'

/** How many documents contain a word in this spelling, ignoring accents. A document with several spellings may count more than once. */
export function usesOf(word: string, parts: readonly SegmentView[], language: Language): number {
  return parts.reduce((sum, part) => sum + spellingHolders(part, word, language), 0)
}

/** How many documents that are not removed contain the word, with any accents. */
function spellingHolders(part: SegmentView, word: string, language: Language): number {
  return spellings(part, word, language).reduce((sum, term) => sum + holders(part, term.documentFrequency, [term]), 0)
}

/** The words of the class that differ from a word only in accents. */
export function spellings({ segment }: SegmentView, word: string, language: Language): Term[] {
  const folded = fold(bare(word))
  return (segment.wordClass(language.key(word))?.terms ?? []).filter(term => fold(bare(term.word)) === folded)
}

/** The most frequent spelling of a word, ignoring accents: `école` for `ecole`; undefined if no document has it. */
export function usualSpelling(word: string, parts: readonly SegmentView[], language: Language): string | undefined {
  const uses = new Map<string, number>()
  for (const part of parts) {
    for (const term of spellings(part, word, language)) {
      const spelling = bare(term.word)
      uses.set(spelling, (uses.get(spelling) ?? 0) + holders(part, term.documentFrequency, [term]))
    }
  }
  const [usual] = [...uses].filter(([, count]) => count > 0).sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
  return usual?.[0]
}

/** How many documents that are not removed contain any of `terms`. `total` includes removed ones. */
export function holders(part: SegmentView, total: number, terms: readonly Term[]): number {
  const { deletions, segment } = part
  if (deletions.count === 0) return total
  const entry = terms.length === 1 ? terms[0] : terms
  let removal = removedHolders.get(entry)
  if (removal?.deletions !== deletions || removal.removals !== deletions.count) {
    const removed = new Set<number>()
    eachHolder(segment, listsOf(terms), document => {
      if (deletions.has(document)) removed.add(document)
    })
    removal = { deletions, removals: deletions.count, holders: removed.size }
    removedHolders.set(entry, removal)
  }
  return total - removal.holders
}

/**
 * Caches how many removed documents contain a word, or a class (by its words), for a number of removals. Without it, one removal would make every query read
 * its postings twice.
 */
const removedHolders = new WeakMap<object, { deletions: Deletions; removals: number; holders: number }>()

/** The documents that contain any of `terms`, including removed ones. */
export function documentsHolding(segment: Segment, terms: readonly Term[]): DocumentSet {
  return documentsIn(segment, listsOf(terms))
}

/** The documents of posting lists, including removed ones. */
export function documentsIn(segment: Segment, lists: readonly FieldPostings[]): DocumentSet {
  const holding = new DocumentSet(segment.documentCount)
  eachHolder(segment, lists, document => {
    holding.add(document)
  })
  return holding
}

/** Where the postings of words are, in all fields. */
export function listsOf(terms: readonly Term[]): FieldPostings[] {
  return terms.flatMap(({ fields }) => fields)
}

/** Visits the documents of posting lists. A document in several lists is visited several times. */
function eachHolder(segment: Segment, lists: readonly FieldPostings[], visit: (document: number) => void): void {
  for (const postings of lists) {
    const cursor = segment.postings(postings)
    for (let length = cursor.nextBlock(); length > 0; length = cursor.nextBlock()) {
      for (let i = 0; i < length; i++) visit(cursor.documents[i])
    }
  }
}
