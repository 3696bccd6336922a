/** The facts about the whole index that a query may need, and how the cluster's answers provide them. */
import { NearSpelling } from '../format/near-spelling.ts'
import type { LexiconEntry } from '../format/word.ts'
import type { FieldTotal } from '../index/segment.ts'
import { fold } from '../text/fold.ts'
import { utf8Encoder } from '../text/utf8.ts'
import type { SearchAnswer } from './answers.ts'

/** The words of a class and how many documents contain them. */
export interface CountedClass {
  key: string
  documentFrequency: number
  /** In order of their words. */
  words: readonly LexiconEntry[]
}

/** The classes of a word in several languages as one. */
export function joinCounted(key: string, classes: readonly CountedClass[]): CountedClass | undefined {
  if (classes.length === 0) return undefined
  const documentFrequency = classes.reduce((sum, { documentFrequency }) => sum + documentFrequency, 0)
  return { key, documentFrequency, words: classes.flatMap(({ words }) => words) }
}

export interface Collection {
  documentCount: number
  /** By field. */
  fieldTotals: readonly FieldTotal[]
}

/** A word with its folded spelling. */
export interface FoldedEntry extends LexiconEntry {
  folded: string
}

export interface NearEntry extends FoldedEntry {
  edits: number
}

/** Something that is not available yet. */
export type Wanted =
  | { kind: 'collection' }
  | { kind: 'class'; key: string }
  | { kind: 'beginning'; folded: string }
  | { kind: 'words'; folded: string }
  | { kind: 'near'; typed: string; most: number }
  | { kind: 'spellings'; column: number; value: string }
  | { kind: 'count'; query: object }

export function spellingKey(column: number, value: string): string {
  return `${column} ${value}`
}

export function wordsOf({ hits }: SearchAnswer): string[] {
  return hits.hits.flatMap(({ fields }) => fields?.word ?? []) as string[]
}

/** The near words, ignoring hyphens and apostrophes. */
export function nearOf(words: readonly string[], typed: string, most: number): NearEntry[] {
  const spelling = new NearSpelling(typed, most)
  return words.flatMap(word => {
    const folded = fold(word)
    const bytes = utf8Encoder.encode(folded)
    const edits = spelling.read(bytes, 0, bytes.length)
    return edits < spelling.tooMany ? [{ word, folded, documentFrequency: 0, edits }] : []
  })
}

export function isUsed({ documentFrequency }: LexiconEntry): boolean {
  return documentFrequency > 0
}

export function compareFolded(a: FoldedEntry, b: FoldedEntry): number {
  if (a.folded !== b.folded) return a.folded < b.folded ? -1 : 1
  return a.word < b.word ? -1 : 1
}

export function collectionOf({ hits, aggregations = {} }: SearchAnswer, fields: number): Collection {
  return {
    documentCount: hits.total?.value ?? 0,
    fieldTotals: Array.from({ length: fields }, (_, field) => ({
      length: aggregations[`length${field}`]?.value ?? 0,
      documents: aggregations[`documents${field}`]?.value ?? 0,
    })),
  }
}
