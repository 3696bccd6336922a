/** What someone who is typing may be going to type: completions of the last word, and of the whole by what titles hold. */

import { DocumentSet } from '../columns/document-set.ts'
import { documentsHolding, listsOf } from '../dictionary/holders.ts'
import type { RankedWord } from '../dictionary/ranked-words.ts'
import { vocabularyOf } from '../dictionary/vocabulary.ts'
import type { Segment } from '../index/segment.ts'
import type { SegmentView } from '../index/segment-view.ts'
import { storedFields } from '../index/stored-fields.ts'
import type { Language } from '../language/language.ts'
import type { DocumentId } from '../schema/document.ts'
import type { Schema } from '../schema/schema.ts'
import { fold } from '../text/fold.ts'
import { SUGGESTED_TITLE_WEIGHT } from '../weights.ts'
import {
  type Continuation,
  compareContinuations,
  compareSuffixes,
  isParted,
  keyOf,
  type ReadWords,
  readWords,
  TitleSequences,
} from './title-sequences.ts'

/** A text that continues the typed one. */
export interface Suggestion {
  text: string
  /** Higher is likelier; comparable within one call only. */
  score: number
}

/** Nobody types more before choosing. */
const MOST_LETTERS = 200

/** How many words are looked at for those that stand in the same documents as the words before. */
const MOST_COMPANIONS = 12

/** Titles that are no longer than this are suggested whole, where only one title goes on like that. */
const LONG_TITLE = 80

/** How many ways the typed text may go on, how many a suggestion may branch at each further word, and how many words that say something it may add. */
const FIRST_BRANCHES = 20
const BRANCHES = 2
const MOST_ADDED = 3

/** The best `limit` suggestions for `typed`, best first. */
export function suggest(
  typed: string,
  limit: number,
  parts: readonly SegmentView[],
  schema: Schema,
  language: Language,
): Suggestion[] {
  const text = typed.slice(0, MOST_LETTERS)
  const read = readWords(text, language)
  const last = read.words.length - 1
  if (last < 0) return []
  const isOpen = read.ends[last] === text.length
  const finder = new SuggestionFinder(text, read, parts, titlesOf(parts, schema, language), language)
  finder.addContinuations(isOpen ? last : last + 1)
  if (isOpen && finder.count === 0) finder.addCompanions(last)
  if (isOpen && finder.count === 0) finder.addWords(last, limit)
  return finder.best(limit)
}

class SuggestionFinder {
  private readonly text: string
  private readonly read: ReadWords
  private readonly parts: readonly SegmentView[]
  private readonly titles: readonly TitleSequences[]
  private readonly language: Language
  /** By the folded text. */
  private readonly found = new Map<string, Suggestion>()

  constructor(
    text: string,
    read: ReadWords,
    parts: readonly SegmentView[],
    titles: readonly TitleSequences[],
    language: Language,
  ) {
    this.text = text
    this.read = read
    this.parts = parts
    this.titles = titles
    this.language = language
    this.add(text, Number.NaN)
  }

  get count(): number {
    return this.found.size - 1
  }

  /** Continues the longest end of the typed words that titles hold; `open` is the word that is unfinished. */
  addContinuations(open: number): void {
    const { words, content } = this.read
    const partial = words[open] ?? ''
    for (let from = 0; from < open; from++) {
      if (!content[from]) continue
      const next = this.continuations(keyOf(words.slice(from, open)) + partial)
      for (const one of next.slice(0, FIRST_BRANCHES))
        this.extend(one, open - from, this.typedBefore(open), MOST_ADDED, from === 0)
      if (this.count > 0) return
    }
  }

  /** Completes the word `open` by the most used words, and goes on behind each as titles do. */
  addWords(open: number, limit: number): void {
    const { words } = this.read
    const before = this.typedBefore(open)
    for (const { word, uses } of this.completions(words[open], limit)) {
      this.add(before + this.language.orthography.print(word), uses)
      const { words: ofWord } = readWords(word, this.language)
      for (const one of this.continuations(keyOf(ofWord)).slice(0, BRANCHES))
        if (one.count > 1) this.extend(one, 0, before, MOST_ADDED - 1, open === 0)
    }
  }

  /** The most used words that begin like that, each class once. */
  private completions(beginning: string, most: number): RankedWord[] {
    const found = new Map<string, RankedWord>()
    for (const { segment } of this.parts) segment.announce?.({ wordPrefix: beginning })
    for (const used of vocabularyOf(this.parts, this.language).startingWith(beginning)) {
      if (found.size === most) break
      const key = this.language.key(used.word)
      if (!found.has(key) && !used.word.endsWith("'") && !this.language.isStopWord(used.word)) found.set(key, used)
    }
    return [...found.values()]
  }

  /** Adds the words that stand in documents with all words before them. */
  addCompanions(open: number): void {
    const { words, content } = this.read
    const asked = words.filter((_, i) => i < open && content[i]).map(word => this.language.key(word))
    // Behind a hyphen or an apostrophe no other word of the text stands.
    if (asked.length === 0 || !/\s$/.test(this.typedBefore(open))) return
    const candidates = this.completions(words[open], MOST_COMPANIONS).map(({ word }) => word)
    const counts = new Map(candidates.map(word => [word, 0]))
    let documents = 1
    for (const part of this.parts) {
      documents += part.documentCount
      announceHolders(part.segment, [...asked, ...candidates.map(word => this.language.key(word))])
      const holding = documentsWithAll(part, asked)
      for (const word of candidates) {
        const term = part.segment.wordClass(this.language.key(word))?.terms.find(term => term.word === word)
        if (term === undefined) continue
        documentsHolding(part.segment, [term])
          .and(holding)
          .forEach(document => {
            if (!part.deletions.has(document)) counts.set(word, (counts.get(word) ?? 0) + 1)
          })
      }
    }
    // Less than any title: these words only stand in the same texts.
    for (const [word, count] of counts)
      if (count > 0) this.add(this.typedBefore(open) + this.language.orthography.print(word), count / documents)
  }

  best(limit: number): Suggestion[] {
    return [...this.found.values()]
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score || (a.text < b.text ? -1 : 1))
      .slice(0, limit)
  }

  /**
   * Adds a continuation where it ends with a word that says something, and what titles go on with. `from` is the first word that was not typed;
   * `isWhole`, whether those before are all that was.
   */
  private extend(
    { key, count, example }: Continuation,
    from: number,
    before: string,
    left: number,
    isWhole: boolean,
  ): void {
    const { title, first } = example
    const end = first + key.split(' ').length - 2
    const saysMore = title.content[end]
    if (saysMore) this.add(before + this.writing(example, from, end), SUGGESTED_TITLE_WEIGHT * count)
    if (count === 1 && isWhole && first === 0 && title.text.length <= LONG_TITLE) {
      this.add(before + this.writing(example, from, title.words.length - 1), SUGGESTED_TITLE_WEIGHT)
    }
    // What only one title says is followed as far as it takes to say something.
    if (saysMore && (count === 1 || left === 0)) return
    for (const one of this.continuations(key).slice(0, BRANCHES)) {
      if (one.count > 1 || !saysMore) this.extend(one, from, before, saysMore ? left - 1 : left, isWhole)
    }
  }

  /** The words from `from` to `end` of a title as they are written there; a capital that only begins a sentence is put back. */
  private writing({ title, first }: Continuation['example'], from: number, end: number): string {
    const text = title.text.slice(title.starts[first + from], title.ends[end])
    const typed = this.text.trimEnd().at(-1) ?? ''
    const isInside = isParted(title, first + from) && typed === typed.toLowerCase()
    return isInside ? this.language.orthography.continueSentence(text) : text
  }

  /** Over all segments, the most frequent first. */
  private continuations(key: string): readonly Continuation[] {
    if (this.titles.length === 1) return this.titles[0].continuations(key)
    const byKey = new Map<string, Continuation>()
    for (const titles of this.titles) {
      for (const one of titles.continuations(key)) {
        const other = byKey.get(one.key)
        const isFirst = other === undefined || compareSuffixes(one.example, other.example) < 0
        const example = isFirst ? one.example : other.example
        byKey.set(one.key, { key: one.key, count: one.count + (other?.count ?? 0), example })
      }
    }
    return [...byKey.values()].sort(compareContinuations)
  }

  private typedBefore(open: number): string {
    const { starts } = this.read
    if (open < starts.length) return this.text.slice(0, starts[open])
    return /\s$/.test(this.text) || this.text.endsWith('’') ? this.text : `${this.text} `
  }

  /** Keeps the better of what reads the same. */
  private add(text: string, score: number): void {
    const folded = fold(text)
      .replace(/[\s'’-]+/g, ' ')
      .trim()
    const known = this.found.get(folded)
    if (known === undefined || score > known.score) this.found.set(folded, { text, score })
  }
}

function announceHolders(segment: Segment, keys: readonly string[]): void {
  segment.announce?.({ classKeys: keys })
  segment.announce?.({
    postings: keys.flatMap(key => listsOf(segment.wordClass(key)?.terms ?? [])),
  })
}

function documentsWithAll(part: SegmentView, keys: readonly string[]): DocumentSet {
  const all = new DocumentSet(part.segment.documentCount).not()
  for (const key of keys) all.and(documentsHolding(part.segment, part.segment.wordClass(key)?.terms ?? []))
  return all
}

/** The titles of segments. A segment only gains documents or loses them, so their numbers tell whether its titles are still those. */
const known = new WeakMap<SegmentView, { documents: number; removed: number; titles: TitleSequences }>()

function titlesOf(parts: readonly SegmentView[], schema: Schema, language: Language): TitleSequences[] {
  const fields = schema.fields.filter(({ title, name }) => title && schema.storeFields.includes(name))
  if (fields.length === 0) return []
  return parts.map(part => {
    const { segment, deletions } = part
    const before = known.get(part)
    if (before?.documents === segment.documentCount && before.removed === deletions.count) return before.titles
    const hidden = new Set(schema.editorial?.hide)
    segment.announce?.({ documents: 'all', ...(hidden.size > 0 && { ids: 'all' as const }) })
    const titles = new TitleSequences(
      storedTexts(
        part,
        fields.map(({ name }) => name),
        hidden,
      ),
      language,
    )
    known.set(part, { documents: segment.documentCount, removed: deletions.count, titles })
    return titles
  })
}

function* storedTexts(
  { segment, deletions }: SegmentView,
  fields: readonly string[],
  hidden: ReadonlySet<DocumentId>,
): Generator<string> {
  for (let document = 0; document < segment.documentCount; document++) {
    if (deletions.has(document) || (hidden.size > 0 && hidden.has(segment.id(document)))) continue
    const stored = new Map(Object.entries(storedFields(segment, document)))
    for (const field of fields) {
      const text = stored.get(field)
      if (typeof text === 'string') yield text
    }
  }
}
