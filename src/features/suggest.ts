/**
 * What someone who is typing may be going to type: words of the index, and phrases and titles as they are written.
 *
 * The typed text is read from its first word on, then from the next, until something begins like that. What is found for a text is found again when more of
 * it is typed: nothing disappears from the list unless better suggestions fill it.
 */

import type { DocumentSet } from '../columns/document-set.ts'
import type { SegmentView } from '../index/segment-view.ts'
import type { Language } from '../language/language.ts'
import type { Schema } from '../schema/schema.ts'
import { SUGGESTED_LENGTH_GAIN } from '../weights.ts'
import { IN_WORD, type Phrase, type PhraseRequest, type PhraseSource, StoredPhrases } from './phrases.ts'
import { patternOf, readTyped, sameness, type TypedText } from './typed-text.ts'
import { completeWords, type WordCompletion } from './word-completions.ts'

/** A completion of what is being typed. */
export interface Suggestion {
  /** The whole text to search for: what was typed, completed. */
  text: string
  /** Higher is likelier; comparable within one call only. */
  score: number
}

/** Nobody types more before choosing. */
const MOST_LETTERS = 200

/** In how many documents phrases are looked for that begin with a word that is not typed to its end, and how many are taken. */
const DOCUMENTS_PER_WORD = 8
/** The same for words of which one letter is typed, or two: they are many, and the next letter changes them. */
const DOCUMENTS_BY_LETTERS: readonly number[] = [0, 3, 5]
const PHRASES_PER_WORD = 3
/** How many documents show how a word is spelled: with a capital or without. */
const DOCUMENTS_FOR_SPELLING = 2
/** In how many documents phrases are looked for that begin with the words typed. */
const DOCUMENTS = 32

/** Words that stand in the same documents as those before complete as many letters. */
const SHORTEST_COMPANION = 3

const DIGIT = /^\d/

/** A suggestion with the words that it is made of, inflections aside. */
interface Candidate extends Suggestion {
  uses: number
  classes: string
  /** Whether its word has better phrases than this one, enough of them: it only fills the list. */
  isSpare: boolean
}

/**
 * The best `limit` suggestions for `typed`, best first. `shown`: by part, the documents that phrases may be of; default: all. `phrases`: default: those of
 * the stored texts.
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
 * What says no more than another suggestion comes last: other inflections of it, and the beginning of what it always goes on with. So do spare phrases,
 * which are kept because what was suggested before the last letter may be one of them.
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
      // Nobody asks for what begins with a stop word or a number, unless that is all there is.
      if (!isFirst && ((!isContent && !last.includes(start)) || DIGIT.test(text.slice(start)))) continue
      if (!isFirst && last.includes(start) && found.length > 0) break
      const candidates = last.includes(start) && !isFirst ? this.lastWord(start) : this.from(start)
      found.push(...candidates.map(candidate => ({ ...candidate, text: this.inPlace(candidate.text, start) })))
      if (isContent && found.length > 0) break
    }
    return found
  }

  /** Behind the words that were typed before: a capital that was typed stays. */
  private inPlace(text: string, start: number): string {
    const typed = this.typed.text
    const isCapital = /^\p{Lu}[^\p{Lu}]/u.test(typed.slice(start))
    return typed.slice(0, start) + (isCapital ? text.charAt(0).toUpperCase() + text.slice(1) : text)
  }

  /** Completes the last word if nothing begins with what stands before it: by words of the same documents, and by any behind stop words. */
  private lastWord(start: number): Candidate[] {
    const { words, text } = this.typed
    const before = words.filter(({ word, isContent, end }) => isContent && end <= start && this.phrases.isKnown(word))
    const completions = this.completions(text.slice(start))
    if (before.length === 0) return this.wordsAndPhrases(completions, start)
    // Behind a hyphen or an apostrophe no other word of the text stands, and two letters may be anything.
    if (!/\s$/.test(text.slice(0, start)) || text.length - start < SHORTEST_COMPANION) return []
    const held = before.map(({ word }) => word)
    this.phrases.announce(completions.map(({ word }) => word))
    const together = completions
      .map(word => ({ ...word, isUsualForm: true, score: this.phrases.countTogether([...held, word.word]) }))
      .filter(({ score }) => score > 0)
    return this.wordsAndPhrases(together, start).filter(({ classes }) => !/ /.test(classes))
  }

  /** What begins like the typed text from `start` on. */
  private from(start: number): Candidate[] {
    const beginning = this.typed.text.slice(start)
    const candidates = /\s/.test(beginning) ? [] : this.wordsAndPhrases(this.completions(beginning), start)
    const phrases = this.phrases.find(this.requests(start)).flat()
    candidates.push(...phrases.filter(({ isUsual }) => isUsual).map(candidateOf))
    if (candidates.length > 0) return candidates
    // What one text has may be anything: the fewest words.
    const fewest = Math.min(...phrases.map(({ length }) => length))
    return phrases.filter(({ length }) => length === fewest).map(candidateOf)
  }

  /** Requests for what begins with all words from `start` on: as they are typed, and with the words that complete the last one. */
  private requests(start: number): PhraseRequest[] {
    const { text, words, open } = this.typed
    const beginning = text.slice(start)
    const wholeTitles = start === this.typed.starts[0]
    const complete = words.filter(word => word.start >= start && word.end < text.length)
    const held = this.heldWords(complete)
    if (held === undefined) return []
    const requests = [{ words: held, beginning, isWhole: false, wholeTitles, documents: DOCUMENTS }]
    // Before a sign the last word may be part of another one: 7,1.
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

  /** The words that documents must hold; undefined if none has one of them. Stop words count only where the text begins with them. */
  private heldWords(complete: TypedText['words']): string[] | undefined {
    const held: string[] = []
    const doubtful: string[] = []
    let content = false
    for (const { word, end, isContent, isWhole } of complete) {
      content ||= isContent
      // Behind 1 a number may go on: 1 000.
      if (content && (!isContent || (held.length > 0 && DIGIT.test(word)))) continue
      // Before a full stop it may be short for another one, which is another word: M. Macron.
      if (this.phrases.isKnown(word)) (this.typed.text[end] === '.' ? doubtful : held).push(word)
      // Before a sign the word may be part of another one: aujourd', prud'.
      else if (!isWhole && /\s/.test(this.typed.text[end])) return undefined
    }
    return held.length > 0 ? held : doubtful
  }

  /** Words, and phrases that begin with them. */
  private wordsAndPhrases(words: readonly WordCompletion[], start: number): Candidate[] {
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
    const accents = patternOf(beginning, false)
    for (const [i, { word, isTyped, beginsPhrases }] of read.entries()) {
      const longer = found[i]
        .filter(({ isUsual, text }) => isUsual && sameness(text) !== sameness(word))
        .filter(({ text }) => text.toLowerCase().search(accents) === 0)
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
