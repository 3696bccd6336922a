/**
 * What someone who is typing may be going to type: words of the index, and phrases and titles as they are written.
 *
 * The typed text is read from its first word on, then from the next, until something begins like that. What is found for a text is found again when more of
 * it is typed: nothing disappears from the list unless better suggestions fill it.
 */
import { compareWords, type RankedWord } from '../dictionary/ranked-words.ts'
import { vocabularyOf } from '../dictionary/vocabulary.ts'
import type { SegmentView } from '../index/segment-view.ts'
import type { Language } from '../language/language.ts'
import type { Schema } from '../schema/schema.ts'
import { SUGGESTED_LENGTH_GAIN, SUGGESTED_TITLE_WEIGHT } from '../weights.ts'
import { IN_WORD, type Phrase, type PhraseRequest, type PhraseSource, StoredPhrases } from './phrases.ts'
import { patternOf, plainText, readTyped, sameness, type TypedText } from './typed-text.ts'

/** A text that continues the typed one. */
export interface Suggestion {
  text: string
  /** Higher is likelier; comparable within one call only. */
  score: number
}

/** Nobody types more before choosing. */
const MOST_LETTERS = 200

/** For how many of the most used words phrases are looked for, in how many documents each, and how many are taken. */
const CONSIDERED_WORDS = 32
const MOST_WORDS = 10
const DOCUMENTS_PER_WORD = 8
const PHRASES_PER_WORD = 3
/** In how many documents phrases are looked for that begin with the words typed. */
const DOCUMENTS = 32

/** Words that stand in the same documents as those before complete as many letters. */
const SHORTEST_COMPANION = 3

/** A suggestion with the words that it is made of, inflections aside. */
interface Candidate extends Suggestion {
  uses: number
  classes: string
}

/** The best `limit` suggestions for `typed`, best first. */
export function suggest(
  typed: string,
  limit: number,
  parts: readonly SegmentView[],
  schema: Schema,
  language: Language,
): Suggestion[] {
  const read = readTyped(typed.slice(0, MOST_LETTERS), language)
  if (limit === 0 || read.starts.length === 0) return []
  const finder = new SuggestionFinder(read, limit, parts, new StoredPhrases(parts, schema, language), language)
  return best(finder.find(), limit)
}

/** What says no more than another suggestion comes last: other inflections of it, and the beginning of what it always goes on with. */
function best(candidates: readonly Candidate[], limit: number): Suggestion[] {
  const byText = new Map<string, Candidate>()
  for (const candidate of candidates) {
    const key = sameness(candidate.text)
    const same = byText.get(key)
    if (same === undefined || candidate.score > same.score) byText.set(key, candidate)
  }
  const ranked = [...byText].sort(([, a], [, b]) => compareCandidates(a, b))
  const classes = new Set<string>()
  const saysMore = ranked.map(([key, { uses, classes: own }]) => {
    const isFirst = !classes.has(own)
    classes.add(own)
    return isFirst && !ranked.some(([longer, other]) => other.uses === uses && longer.startsWith(`${key} `))
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
    const { starts, open, words } = this.typed
    this.phrases.announce(words.map(({ word }) => word))
    for (const start of starts) {
      const isContent = words.some(word => word.start === start && !word.isWhole && word.isContent)
      if (IN_WORD.test(this.typed.text.charAt(start - 1))) continue
      // Nobody asks for what begins with a stop word, unless that is all there is.
      if (start > starts[0] && !isContent && start !== open) continue
      const found = start === open && start > starts[0] ? this.openWord(start) : this.from(start)
      if (found.length > 0) return found.map(candidate => ({ ...candidate, text: this.inPlace(candidate.text, start) }))
    }
    return []
  }

  /** Behind the words that were typed before: a capital that was typed stays. */
  private inPlace(text: string, start: number): string {
    const typed = this.typed.text
    const isCapital = /^\p{Lu}[^\p{Lu}]/u.test(typed.slice(start))
    return typed.slice(0, start) + (isCapital ? text.charAt(0).toUpperCase() + text.slice(1) : text)
  }

  /** The last word, where nothing begins with what stands before it: words of the same documents, or else any. */
  private openWord(start: number): Candidate[] {
    const { words, text } = this.typed
    const before = words.filter(({ isContent, end }) => isContent && end <= start).map(({ word }) => word)
    if (before.length === 0) return this.from(start)
    // Behind a hyphen or an apostrophe no other word of the text stands, and two letters may be anything.
    if (!/\s$/.test(text.slice(0, start)) || text.length - start < SHORTEST_COMPANION) return []
    const candidates = this.completions(text.slice(start)).slice(0, MOST_WORDS)
    this.phrases.announce(candidates.map(({ word }) => word))
    const together = candidates
      .map(word => ({ ...word, uses: this.phrases.countTogether([...before, word.word]) }))
      .filter(({ uses }) => uses > 0)
    if (together.length === 0) return this.from(start)
    return this.wordsAndPhrases(together, start).filter(({ classes }) => !/ /.test(classes))
  }

  /** What begins like the typed text from `start` on. */
  private from(start: number): Candidate[] {
    const beginning = this.typed.text.slice(start)
    const words = /\s/.test(beginning) ? [] : this.completions(beginning)
    const candidates = this.wordsAndPhrases(words, start)
    const phrases = this.phrases.find(this.requests(start)).flat()
    const usual = phrases.filter(({ isUsual }) => isUsual)
    candidates.push(...usual.map(candidateOf))
    if (candidates.length > 0) return candidates
    // What one text has may be anything: the fewest words.
    const fewest = Math.min(...phrases.map(({ length }) => length))
    return phrases.filter(({ length }) => length === fewest).map(candidateOf)
  }

  /** Requests for what begins with all words from `start` on: as they are typed, and with the most used words that complete the last one. */
  private requests(start: number): PhraseRequest[] {
    const { text, words, open } = this.typed
    const beginning = text.slice(start)
    const complete = words.filter(word => word.start >= start && word.end < text.length)
    const held = this.heldWords(complete)
    if (held === undefined || held.length === 0) return []
    const wholeTitles = start === this.typed.starts[0]
    const requests = [{ words: held, beginning, isWhole: false, wholeTitles, documents: DOCUMENTS }]
    if (open === undefined || open === start) return requests
    const before = text.slice(start, open)
    for (const { word, folded } of this.completions(text.slice(open)).slice(0, MOST_WORDS)) {
      requests.push({
        words: [...held, word],
        beginning: before + folded,
        isWhole: true,
        wholeTitles,
        documents: DOCUMENTS_PER_WORD,
      })
    }
    return requests
  }

  /** The words that documents must hold; undefined if none has one of them. Stop words count only where the text begins with them. */
  private heldWords(complete: TypedText['words']): string[] | undefined {
    const { text } = this.typed
    const held: string[] = []
    let content = false
    for (const { word, end, isContent, isWhole } of complete) {
      content ||= isContent
      if (content && !isContent) continue
      if (this.phrases.isKnown(word)) held.push(word)
      else if (isWhole) continue
      // Before a sign the word may be part of another one: aujourd', prud'.
      else if (/\s/.test(text[end])) return undefined
    }
    return held
  }

  /** Words, and phrases that begin with the first of them. */
  private wordsAndPhrases(words: readonly RankedWord[], start: number): Candidate[] {
    const typed = plainText(this.typed.text.slice(start))
    const wholeTitles = start === this.typed.starts[0]
    const isTyped = ({ folded }: RankedWord) => folded === typed
    const spellings = new Map(words.map(word => [word.folded, word]))
    const first = [...spellings.values()].filter((word, i) => i < MOST_WORDS || isTyped(word))
    const found = this.phrases.find(
      first.map(word => ({
        words: [word.word],
        beginning: isTyped(word) ? this.typed.text.slice(start) : word.folded,
        isWhole: true,
        wholeTitles,
        documents: isTyped(word) ? DOCUMENTS : DOCUMENTS_PER_WORD,
      })),
    )
    const writings = new Map(found.flat().map(({ text }) => [sameness(text), text]))
    const candidates = this.oneOfEachClass(words, isTyped).map(({ word, uses }) => ({
      text: writings.get(sameness(word)) ?? this.language.orthography.print(word),
      score: uses,
      uses,
      classes: this.language.key(word),
    }))
    for (const [i, word] of first.entries()) {
      const longer = found[i].filter(({ isUsual, text }) => isUsual && sameness(text) !== sameness(word.word))
      const ranked = longer.map(candidateOf).sort(compareCandidates)
      candidates.push(...ranked.slice(0, isTyped(word) ? ranked.length : PHRASES_PER_WORD))
    }
    return candidates
  }

  /** The first of each class, and the word that is typed. */
  private oneOfEachClass(words: readonly RankedWord[], isTyped: (word: RankedWord) => boolean): RankedWord[] {
    const classes = new Set<string>()
    return words.filter(word => {
      const key = this.language.key(word.word)
      const isFirst = !classes.has(key) && classes.size < this.limit
      classes.add(key)
      return isFirst || isTyped(word)
    })
  }

  /** The words to suggest that begin like that, best first: of the most used ones those that titles have; and the word itself, if it is one. */
  private completions(beginning: string): RankedWord[] {
    const words = this.mostUsed(beginning)
    const inTitles = this.phrases.countInTitles(words.map(({ word }) => word))
    return words
      .map((word, i) => ({ ...word, uses: word.uses + SUGGESTED_TITLE_WEIGHT * inTitles[i] }))
      .sort((a, b) => b.uses - a.uses || compareWords(a, b))
  }

  private mostUsed(beginning: string): RankedWord[] {
    const prefix = plainText(beginning)
    const { language, parts } = this
    for (const { segment } of parts) segment.announce?.({ wordPrefix: prefix })
    const vocabulary = vocabularyOf(parts, language)
    const isSuggested = (word: string) => !word.endsWith("'") && !DATE.test(word) && !language.isStopWord(word)
    // Accents that were typed are there, unless no word has them.
    const pattern = prefix === beginning.toLowerCase() ? undefined : patternOf(beginning, false)
    const isAccented = (word: string) => pattern === undefined || word.search(pattern) === 0
    const words: RankedWord[] = []
    const others: RankedWord[] = []
    const most = Math.max(CONSIDERED_WORDS, 2 * this.limit)
    for (const used of vocabulary.startingWith(prefix)) {
      if (words.length === most) break
      if (!isSuggested(used.word)) continue
      if (isAccented(used.word)) words.push(used)
      else if (others.length < most) others.push(used)
    }
    const found = words.length > 0 ? words : others
    const word = vocabulary.usualSpelling(prefix)
    if (word !== undefined && isSuggested(word) && isAccented(word) && !found.some(({ folded }) => folded === prefix)) {
      found.push({ word, folded: prefix, uses: vocabulary.usesOf(prefix) })
    }
    return found
  }
}

/** As the dictionary writes dates, which nobody types. */
const DATE = /^\d{4}-\d\d-\d\d$/

function compareCandidates(a: Candidate, b: Candidate): number {
  return b.score - a.score || (a.text < b.text ? -1 : 1)
}

function candidateOf({ text, uses, length, classes }: Phrase): Candidate {
  return { text, score: uses * (1 + SUGGESTED_LENGTH_GAIN * (length - 1)), uses, classes }
}
