/**
 * Completions for typed text: words of the index, and phrases and titles as they are written.
 *
 * The typed text is tried from its first word, then from the second and so on, until there are completions. A suggestion for a text is found again when more of
 * it is typed: none disappears from the list unless better ones replace it.
 */

import type { DocumentSet } from '../columns/document-set.ts'
import type { SegmentView } from '../index/segment-view.ts'
import type { Language } from '../language/language.ts'
import type { Schema } from '../schema/schema.ts'
import { SUGGESTED_LENGTH_GAIN } from '../weights.ts'
import { IN_WORD, type Phrase, type PhraseRequest, type PhraseSource, StoredPhrases } from './phrases.ts'
import { TypedPattern } from './typed-pattern.ts'
import { readTyped, sameness, type TypedText } from './typed-text.ts'
import { completeWords, type WordCompletion } from './word-completions.ts'

/**
 * A completion of what is being typed.
 *
 * @example
 * for (const { text } of index.suggest('cess')) console.log(text)
 */
export interface Suggestion {
  /** The whole text to search for: what was typed, completed. */
  text: string
  /** Higher is likelier; comparable within one call only. */
  score: number
}

/** Nobody types more before choosing. */
const MOST_LETTERS = 200

/** The number of documents to search for phrases that start with an unfinished word, and how many of these phrases are used. */
const DOCUMENTS_PER_WORD = 8
/** The same for words of one or two letters: they are many, and the next letter changes them. */
const DOCUMENTS_BY_LETTERS: readonly number[] = [0, 3, 5]
const PHRASES_PER_WORD = 3
/** How many documents are read to see whether a word is capitalised. */
const DOCUMENTS_FOR_SPELLING = 2
/** The number of documents to search for phrases that start with the typed words. */
const DOCUMENTS = 32

/** The minimum number of typed letters for completion by words from the same documents. */
const SHORTEST_COMPANION = 3

const DIGIT = /^\d/

/** A suggestion with its words, ignoring inflections. */
interface Candidate extends Suggestion {
  uses: number
  classes: string
  /** Whether its word has enough better phrases. If so, it only fills a list that is not full. */
  isSpare: boolean
}

/**
 * The best `limit` suggestions for `typed`, best first. `shown`: by segment, the documents that phrases may come from; default: all. `phrases`: default: those
 * of the stored texts.
 */
export function suggest(
  typed: string,
  limit: number,
  parts: readonly SegmentView[],
  schema: Schema,
  language: Language,
  shown?: readonly DocumentSet[],
  phrases: PhraseSource = new StoredPhrases(parts, schema, language, shown),
): Suggestion[] {
  const read = readTyped(typed.slice(0, MOST_LETTERS), language)
  if (limit === 0 || read.starts.length === 0) return []
  const finder = new SuggestionFinder(read, limit, parts, phrases, language)
  return best(finder.find(), limit)
}

/**
 * Redundant suggestions come last: other inflections of one, and prefixes that always continue in the same way. So do spare phrases, which are kept because
 * one of them may have been suggested before the last letter.
 */
function best(candidates: readonly Candidate[], limit: number): Suggestion[] {
  const byText = new Map<string, Candidate>()
  for (const candidate of candidates) {
    const key = sameness(candidate.text)
    const same = byText.get(key)
    if (same === undefined || isBetter(candidate, same)) byText.set(key, candidate)
  }
  const ranked = [...byText].sort(([, a], [, b]) => compareCandidates(a, b))
  const classes = new Set<string>()
  const saysMore = ranked.map(([key, { uses, classes: own, isSpare }]) => {
    if (isSpare) return false
    const isFirst = !classes.has(own)
    classes.add(own)
    const goesOn = ([longer, other]: [string, Candidate]) => other.uses === uses && longer.startsWith(`${key} `)
    return isFirst && !ranked.some(other => !other[1].isSpare && goesOn(other))
  })
  const inOrder = [...ranked.filter((_, i) => saysMore[i]), ...ranked.filter((_, i) => !saysMore[i])].slice(0, limit)
  return inOrder.map(([, { text, score }]) => ({ text, score }))
}

class SuggestionFinder {
  private readonly typed: TypedText
  private readonly limit: number
  private readonly parts: readonly SegmentView[]
  private readonly phrases: PhraseSource
  private readonly language: Language
  /** By beginning. */
  private readonly completed = new Map<string, WordCompletion[]>()

  constructor(
    typed: TypedText,
    limit: number,
    parts: readonly SegmentView[],
    phrases: PhraseSource,
    language: Language,
  ) {
    this.typed = typed
    this.limit = limit
    this.parts = parts
    this.phrases = phrases
    this.language = language
  }

  find(): Candidate[] {
    const { starts, words, text } = this.typed
    this.phrases.announce(words.map(({ word }) => word))
    const last = starts.filter(start => !/\s/.test(text.slice(start)))
    const found: Candidate[] = []
    for (const start of starts) {
      const isFirst = start === starts[0]
      const isContent = words.some(word => word.start === start && !word.isWhole && word.isContent)
      if (IN_WORD.test(text.charAt(start - 1))) continue
      // Nobody searches for something that starts with a stop word or a number, unless there is nothing else.
      if (!isFirst && ((!isContent && !last.includes(start)) || DIGIT.test(text.slice(start)))) continue
      if (!isFirst && last.includes(start) && found.length > 0) break
      const candidates = last.includes(start) && !isFirst ? this.lastWord(start) : this.from(start)
      found.push(...candidates.map(candidate => ({ ...candidate, text: this.inPlace(candidate.text, start) })))
      if (isContent && found.length > 0) break
    }
    return found
  }

  /** Appends to the words typed before. A typed capital stays. */
  private inPlace(text: string, start: number): string {
    const typed = this.typed.text
    const isCapital = /^\p{Lu}[^\p{Lu}]/u.test(typed.slice(start))
    return typed.slice(0, start) + (isCapital ? text.charAt(0).toUpperCase() + text.slice(1) : text)
  }

  /** Completes the last word if nothing starts with the words before it: with words from the same documents, or any word after stop words. */
  private lastWord(start: number): Candidate[] {
    const { words, text } = this.typed
    const before = words.filter(({ word, isContent, end }) => isContent && end <= start && this.phrases.isKnown(word))
    const completions = this.completions(text.slice(start))
    if (before.length === 0) return this.wordsAndPhrases(completions, start)
    // Not after a hyphen or an apostrophe, where no other word follows, nor for two letters, which may be anything.
    if (!/\s$/.test(text.slice(0, start)) || text.length - start < SHORTEST_COMPANION) return []
    const held = before.map(({ word }) => word)
    this.phrases.announce(completions.map(({ word }) => word))
    const together = completions
      .map(word => ({ ...word, isUsualForm: true, score: this.phrases.countTogether([...held, word.word]) }))
      .filter(({ score }) => score > 0)
    return this.wordsAndPhrases(together, start, true).filter(({ classes }) => !/ /.test(classes))
  }

  /** Completions of the typed text from `start` on. */
  private from(start: number): Candidate[] {
    const beginning = this.typed.text.slice(start)
    const candidates = /\s/.test(beginning) ? [] : this.wordsAndPhrases(this.completions(beginning), start)
    const phrases = this.phrases.find(this.requests(start)).flat()
    candidates.push(...phrases.filter(({ isUsual }) => isUsual).map(candidateOf))
    if (candidates.length > 0) return candidates
    // A phrase of one text may be accidental, so only the shortest are used.
    const fewest = Math.min(...phrases.map(({ length }) => length))
    return phrases.filter(({ length }) => length === fewest).map(candidateOf)
  }

  /** Requests for phrases with all words from `start` on: as typed, and with completions of the last word. */
  private requests(start: number): PhraseRequest[] {
    const { text, words, open } = this.typed
    const beginning = text.slice(start)
    const wholeTitles = start === this.typed.starts[0]
    const complete = words.filter(word => word.start >= start && word.end < text.length)
    const held = this.heldWords(complete)
    if (held === undefined) return []
    const requests = [{ words: held, beginning, isWhole: false, wholeTitles, documents: DOCUMENTS }]
    // Before a sign, the last word may be part of another one: 7,1.
    if (open === undefined && !/\s$/.test(text)) {
      const others = this.heldWords(complete.filter(({ end }) => /\s/.test(text.slice(end)))) ?? []
      requests.push({ words: others, beginning, isWhole: false, wholeTitles, documents: DOCUMENTS })
    }
    if (open !== undefined && open > start) {
      const before = text.slice(start, open)
      for (const { word, folded, beginsPhrases } of this.completions(text.slice(open))) {
        if (!beginsPhrases || DIGIT.test(word)) continue
        const longer = { words: [...held, word], beginning: before + folded, isWhole: true }
        requests.push({ ...longer, wholeTitles, documents: DOCUMENTS_PER_WORD })
      }
    }
    return requests.filter(({ words }) => words.length > 0)
  }

  /** The words that documents must contain; undefined if no document has one of them. Stop words count only at the start of the text. */
  private heldWords(complete: TypedText['words']): string[] | undefined {
    const held: string[] = []
    const doubtful: string[] = []
    let content = false
    for (const { word, end, isContent, isWhole } of complete) {
      content ||= isContent
      // After 1 a number may continue: 1 000.
      if (content && (!isContent || (held.length > 0 && DIGIT.test(word)))) continue
      // Before a full stop it may be an abbreviation, which is another word: M. Macron.
      if (this.phrases.isKnown(word)) (this.typed.text[end] === '.' ? doubtful : held).push(word)
      // Before a sign, the word may be part of another one: aujourd', prud'.
      else if (!isWhole && /\s/.test(this.typed.text[end])) return undefined
    }
    return held.length > 0 ? held : doubtful
  }

  /** Words, and phrases that start with them; if `isShort`, only those with one more word. */
  private wordsAndPhrases(words: readonly WordCompletion[], start: number, isShort = false): Candidate[] {
    const { typed, language } = this
    const beginning = typed.text.slice(start)
    const documentsPerWord = DOCUMENTS_BY_LETTERS[beginning.length] ?? DOCUMENTS_PER_WORD
    const usualForms = words.filter(({ isUsualForm, isTyped }) => isUsualForm || isTyped)
    const shown = new Set(usualForms.slice(0, this.limit))
    const read = words.filter(word => word.beginsPhrases || shown.has(word))
    const found = this.phrases.find(
      read.map(({ word, folded, isTyped, beginsPhrases }) => ({
        words: [word],
        beginning: folded,
        isWhole: true,
        wholeTitles: start === typed.starts[0],
        isShort,
        documents: isTyped ? DOCUMENTS : beginsPhrases ? documentsPerWord : DOCUMENTS_FOR_SPELLING,
      })),
    )
    const writings = new Map(found.flat().map(({ text }) => [sameness(text), text]))
    const candidates = usualForms.map(({ word, score }) => ({
      text: writings.get(sameness(word)) ?? language.orthography.print(word),
      score,
      uses: score,
      classes: language.key(word),
      isSpare: false,
    }))
    const accents = new TypedPattern(beginning, false)
    for (const [i, { word, isTyped, beginsPhrases }] of read.entries()) {
      const longer = found[i]
        .filter(({ isUsual, text }) => isUsual && sameness(text) !== sameness(word))
        .filter(({ text }) => accents.endOf(text.toLowerCase(), 0) >= 0)
        .map(candidateOf)
        .sort(compareCandidates)
      const most = isTyped ? longer.length : PHRASES_PER_WORD
      if (beginsPhrases) candidates.push(...longer.map((phrase, at) => ({ ...phrase, isSpare: at >= most })))
    }
    return candidates
  }

  private completions(beginning: string): WordCompletion[] {
    const known = this.completed.get(beginning)
    if (known !== undefined) return known
    const completions = completeWords(beginning, this.limit, this.phrases, this.parts, this.language)
    this.completed.set(beginning, completions)
    return completions
  }
}

function isBetter(a: Candidate, b: Candidate): boolean {
  return a.isSpare === b.isSpare ? a.score > b.score : b.isSpare
}

function compareCandidates(a: Candidate, b: Candidate): number {
  return b.score - a.score || (a.text < b.text ? -1 : 1)
}

function candidateOf({ text, uses, length, classes }: Phrase): Candidate {
  return { text, score: uses * (1 + SUGGESTED_LENGTH_GAIN * (length - 1)), uses, classes, isSpare: false }
}
