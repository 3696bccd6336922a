/** Finds the documents that contain typed words with any accents: anywhere, or in their titles. */
import { DocumentSet } from '../columns/document-set.ts'
import { documentsIn, listsOf, spellings, usesOf } from '../dictionary/holders.ts'
import type { FieldPostings } from '../index/segment.ts'
import type { SegmentView } from '../index/segment-view.ts'
import type { Language } from '../language/language.ts'

export class WordHolders {
  private readonly parts: readonly SegmentView[]
  private readonly language: Language
  /** By field: whether it is a title. */
  private readonly titles: readonly boolean[]
  private readonly sets = new Map<string, DocumentSet[]>()

  constructor(parts: readonly SegmentView[], titles: readonly boolean[], language: Language) {
    this.parts = parts
    this.titles = titles
    this.language = language
  }

  /** Announces all needed words to the segments, so that missing data come in one round trip. */
  announce(words: readonly string[]): void {
    const keys = words.map(word => this.language.key(word))
    for (const { segment } of this.parts) segment.announce?.({ classKeys: keys })
    for (const part of this.parts) {
      part.segment.announce?.({ postings: words.flatMap(word => this.lists(part, word, false)) })
    }
  }

  /**
   * How many titles contain each word. Lists are read only if the dictionary is not enough: for words with several spellings or fields, and if documents were
   * removed.
   */
  countInTitles(words: readonly string[]): number[] {
    const keys = words.map(word => this.language.key(word))
    for (const { segment } of this.parts) segment.announce?.({ classKeys: keys })
    const lists = this.parts.map(part => words.map(word => this.lists(part, word, true)))
    this.parts.forEach(({ segment, deletions }, i) => {
      segment.announce?.({ postings: lists[i].filter(of => of.length > 1 || deletions.count > 0).flat() })
    })
    return words.map((_, word) => {
      return this.parts.reduce((sum, { segment, deletions }, part) => {
        const of = lists[part][word]
        if (of.length === 0) return sum
        if (of.length === 1 && deletions.count === 0) return sum + of[0].documentFrequency
        let count = 0
        documentsIn(segment, of).forEach(document => {
          if (!deletions.has(document)) count++
        })
        return sum + count
      }, 0)
    })
  }

  isKnown(word: string): boolean {
    return usesOf(word, this.parts, this.language) > 0
  }

  /** By segment, the documents that contain all of `words`, including removed ones; none if there are no words. Callers must not change them. */
  holdingAll(words: readonly string[], inTitles: boolean): DocumentSet[] {
    return this.parts.map((part, i) => {
      const [first, ...others] = words.map(word => this.holding(word, inTitles)[i])
      if (first === undefined) return new DocumentSet(part.segment.documentCount)
      return others.length === 0 ? first : others.reduce((all, holding) => all.and(holding), first.copy())
    })
  }

  private holding(word: string, inTitles: boolean): DocumentSet[] {
    const key = inTitles ? `${word} ` : word
    let sets = this.sets.get(key)
    if (sets === undefined) {
      sets = this.parts.map(part => documentsIn(part.segment, this.lists(part, word, inTitles)))
      this.sets.set(key, sets)
    }
    return sets
  }

  private lists(part: SegmentView, word: string, inTitles: boolean): FieldPostings[] {
    return listsOf(spellings(part, word, this.language)).filter(({ field }) => !inTitles || this.titles[field])
  }
}
