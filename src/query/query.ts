/** The terms of a query: its distinct words in order, without stop words if there are other words. */
import type { Language, PhraseSynonym } from '../language/language.ts'
import { bare, hasPart } from '../text/language-mark.ts'
import { TokenKind, TokenList } from '../text/token.ts'
import { COMPOUND_PARTS_WEIGHT, DOUBTFUL_LETTER_WEIGHT, REPETITION_K3 } from '../weights.ts'
import { OPERATOR_SIGNS } from './query-tree.ts'

/** How a word is expanded beyond itself and its class. */
export interface TermWidening {
  /** Whether it may be unfinished: `négoc*`. */
  prefix?: boolean
  /** Words up to this many edits away match too: `Hafter~2`. */
  edits?: number
}

/** A word of a query, with everything that a document may contain instead. Plain data. */
export interface QueryTerm extends TermWidening {
  /** The word in lower case, as the dictionary writes it. */
  word: string
  /** The key of its conflation class: words with the same key are inflections or spellings of one another. */
  key: string
  /** Its weight: 1, or less for question words such as *comment*. */
  weight: number
  /** The compounds that it is a part of, and their variants: `week-end` for `week`. A document may contain another spelling (`weekend`) instead of the parts. */
  wholes: readonly string[]
  /**
   * For a letter that is otherwise a stop word: the name that it ends, `livret-a` for the `a` of « livret A ». If documents contain the name, it replaces the
   * letter.
   */
  named?: string
  /** Whether it is a small letter, which is a stop word unless documents contain `named`. Documents need not contain it. */
  isDoubtful?: boolean
  /** The words that it forms together with its neighbours: `weekend` for `week` in `week end`. They count like `wholes`. */
  joined?: readonly string[]
  /** Other words that may replace it and its neighbours: synonyms of several words. */
  substitutes: readonly Substitute[]
  /** The number of the only field in which it counts. Default: all fields. */
  field?: number
  /** Whether it is alone in quotation marks, and therefore not a typo. */
  quoted?: boolean
  /** What its capitals suggest: a short word in capitals may be an acronym, a word with a capital inside the query a name. */
  casing?: 'name' | 'acronym'
}

/** Words that together substitute for a term. */
export interface Substitute {
  words: readonly string[]
  /** Their weight relative to the term's own word. */
  weight: number
}

/** A query token with its position. */
export interface QueryWord {
  /** An index into `terms`. */
  term: number
  /** Its position in the query, from 0. Stop words count. */
  position: number
  /** Where it starts in the text: `text.slice(start, end)`; -1 if it is not in the text. */
  start: number
  /** Where it ends in the text; -1 if it is not in the text. */
  end: number
  /** Whether an operator precedes it, so that it is not a neighbour of the previous word. */
  isApart?: boolean
  /** Whether it is a part of the same compound (or date, or reference) as the previous word. */
  isSameWhole?: boolean
}

/** A word of a phrase. */
export interface PhraseSlot {
  /** Alternatives. */
  words: readonly string[]
  /** Relative to the first word of the phrase. */
  offset: number
}

/** Words in quotation marks, including stop words. */
export interface QueryPhrase {
  slots: readonly PhraseSlot[]
  /** Indices into `terms`. */
  terms: readonly number[]
  field: number | undefined
}

/** A query as words, without operators: what `readQuery()` returns. */
export interface Query {
  /** The words of the query, one for each conflation class, in the order of their first occurrence. */
  terms: readonly QueryTerm[]
  /** The words in the order of the text, without stop words. */
  sequence: readonly QueryWord[]
  /** Words that must stand together. Absent if there are none. */
  phrases?: readonly QueryPhrase[]
}

/** Longer queries are cut here: more words cannot improve an answer, and someone may paste a book. */
export const MAX_QUERY_LENGTH = 20_000
const MAX_TERMS = 256

/**
 * Reads a typed query as plain words, without operators, to see how a language reads it. No text makes it throw. To parse operators too, see `parseQuery()`.
 *
 * @example
 * readQuery('les négociations', french()).terms.map(({ word }) => word) // ['négociations']
 */
export function readQuery(text: string, language: Language): Query {
  const reader = new QueryReader(language)
  // Trimmed, as by the parser: the capital of the first word is not significant.
  reader.read(text.trim(), { start: text.length - text.trimStart().length })
  return reader.question()
}

/**
 * Whether a text may contain more than words. For a text without signs and operators of the query language, the parser would find only words, so it need not be
 * loaded.
 */
export function mayHaveOperators(text: string, { operators, typography }: Language): boolean {
  return (
    OPERATOR_SIGNS.test(text) ||
    typography.quotes.some(pair => [...pair].some(quote => text.includes(quote))) ||
    ['AND', 'OR', ...operators.and, ...operators.or].some(word => text.includes(word))
  )
}

/** How to read a sequence of words. */
export interface Run extends TermWidening {
  /** Its offset in the text; -1 if it has none. */
  start: number
  field?: number
  quoted?: boolean
  /** Omit it if it contains only stop words. */
  optional?: boolean
}

/** Reads the sequences of words of a query in order. */
export class QueryReader {
  private readonly language: Language
  private readonly terms: QueryTerm[] = []
  private readonly termOfKey = new Map<string, number>()
  /** The words read so far, in order. */
  readonly sequence: QueryWord[] = []
  private readonly tokens = new TokenList()
  private length = 0
  /** The number of occurrences of each repeated term. */
  private readonly repetitions: number[] = []

  constructor(language: Language) {
    this.language = language
  }

  /** The terms of a sequence of words, each once. A widening applies to the last word. */
  read(text: string, run: Run): number[] {
    const { language, sequence, tokens } = this
    tokens.clear()
    language.tokenizeQuery(text.slice(0, MAX_QUERY_LENGTH - this.length), tokens)
    this.length += text.length
    const asked = contentTokens(tokens, language, run.optional)
    const isInText = run.start >= 0
    const found = new Set<number>()
    asked.forEach((token, i) => {
      const term = this.term(asked, i, run, text)
      if (term === undefined) return
      found.add(term)
      sequence.push({
        term,
        position: tokens.positions[token],
        start: isInText ? run.start + tokens.starts[token] : -1,
        end: isInText ? run.start + tokens.ends[token] : -1,
        ...(found.size === 1 && sequence.length > 0 && { isApart: true }),
        ...(i > 0 && areOfOneWhole(tokens, asked[i - 1], token, text) && { isSameWhole: true }),
      })
    })
    return [...found]
  }

  /** The term of the i-th content token. */
  private term(
    asked: readonly number[],
    i: number,
    { field, prefix, edits, quoted }: Run,
    text: string,
  ): number | undefined {
    const { language, terms, termOfKey, tokens } = this
    const token = asked[i]
    const isLast = i === asked.length - 1
    const word = tokens.words[token]
    const key = language.several?.contentKey(word) ?? language.key(word)
    const isWidened = isLast && (prefix === true || edits !== undefined)
    const same = language.several?.identityOf(word) ?? key
    const identity = `${isWidened ? `${word} ${prefix} ${edits}` : same} ${field}`
    const known = termOfKey.get(identity)
    if (known !== undefined) {
      if (!quoted) terms[known].quoted = undefined
      this.repetitions[known] = (this.repetitions[known] ?? 1) + 1
      return known
    }
    if (terms.length === MAX_TERMS) return undefined
    termOfKey.set(identity, terms.length)
    const wholes = wholesAround(tokens, token, language)
    const named = language.isStopWord(word) ? wholes.find(whole => isNamedByLetter(whole, language)) : undefined
    const isDoubtful = named !== undefined && !STARTS_WITH_CAPITAL.test(text.slice(tokens.starts[token]))
    return (
      terms.push({
        word,
        key,
        weight: isDoubtful ? DOUBTFUL_LETTER_WEIGHT : language.queryWeight(word),
        wholes,
        ...(named !== undefined && { named }),
        ...(isDoubtful && { isDoubtful }),
        joined: joinedSpellings(tokens, asked.slice(Math.max(0, i - 1), i + 2)),
        substitutes: tokens.spans[token] > 1 ? partsOf(tokens, token, language) : [],
        ...(field !== undefined && { field }),
        ...(isWidened && { prefix, edits }),
        ...(quoted && { quoted }),
        ...casingOf(text.slice(tokens.starts[token], tokens.ends[token]), tokens.starts[token] > 0),
      }) - 1
    )
  }

  /** The weight of a term. */
  weightOf(term: number): number {
    return this.terms[term]?.weight ?? 1
  }

  question(): Query {
    const terms = this.terms.map((term, i) => {
      const count = this.repetitions[i]
      return count === undefined ? term : { ...term, weight: term.weight * repetitionFactor(count) }
    })
    return { terms: withSubstitutes(terms, this.sequence, this.language), sequence: this.sequence }
  }
}

/** The weight of a repeated word: BM25's factor for the frequency in the query. */
function repetitionFactor(count: number): number {
  return ((REPETITION_K3 + 1) * count) / (REPETITION_K3 + count)
}

/** Longer words in capitals are emphasis, not acronyms. */
const ACRONYM = /^\p{Lu}{2,5}$/u

function casingOf(typed: string, isInside: boolean): Pick<QueryTerm, 'casing'> {
  if (ACRONYM.test(typed)) return { casing: 'acronym' }
  return isInside && NAME.test(typed) ? { casing: 'name' } : {}
}

/** Finds synonyms of several words whose words are adjacent. */
function withSubstitutes(terms: readonly QueryTerm[], sequence: readonly QueryWord[], language: Language): QueryTerm[] {
  const substitutes = terms.map((): Substitute[] => [])
  const seen = new Set<PhraseSynonym>()
  sequence.forEach(({ term }, i) => {
    for (const phrase of language.phrasesFrom(terms[term].key)) {
      const side = sequence.slice(i, i + phrase.from.length)
      const asked = side.map(word => word.term)
      const isAsked =
        phrase.from.every((key, j) => asked[j] !== undefined && hasPart(terms[asked[j]].key, key)) &&
        side.every(({ isApart }, j) => j === 0 || !isApart)
      if (!isAsked || seen.has(phrase)) continue
      seen.add(phrase)
      for (const covered of new Set(asked)) substitutes[covered].push({ words: phrase.to, weight: phrase.weight })
    }
  })
  return terms.map((term, t) =>
    substitutes[t].length === 0 ? term : { ...term, substitutes: [...term.substitutes, ...substitutes[t]] },
  )
}

/**
 * The tokens that count: words that are not stop words, and compounds with at most one such word, as wholes (`sans-papiers` is not `papiers`). If there are
 * neither, all tokens of a sequence of stop words, unless it is optional.
 */
export function contentTokens(tokens: TokenList, language: Language, isOptional = false): number[] {
  const words: number[] = []
  const content: number[] = []
  // The end of the last whole that counts or is a stop word: the « vis » of « vis-à-vis » is not a screw.
  let coveredUntil = 0
  // The position of the letter in a whole of two words: the a of « hépatite A » is not a stop word.
  let letterAt = -1
  for (let i = 0; i < tokens.length; i++) {
    if (tokens.kinds[i] === TokenKind.elision) continue
    if (tokens.spans[i] > 1) {
      const end = tokens.positions[i] + tokens.spans[i]
      if (tokens.positions[i] < coveredUntil) continue
      const count = language.isStopWord(tokens.words[i]) ? 0 : contentWordsOf(tokens, i, language)
      if (language.isStopWord(tokens.words[i])) coveredUntil = Math.max(coveredUntil, end)
      else if (NAMED_BY_LETTER.test(tokens.words[i])) letterAt = count === 0 ? letterAt : tokens.positions[i] + 1
      else if (count === 0) content.push(i)
      else if (count === 1 && hasStopWord(tokens, i, language)) {
        content.push(i)
        coveredUntil = end
      }
      continue
    }
    words.push(i)
    const isEmpty = tokens.positions[i] < coveredUntil || language.isStopWord(tokens.words[i])
    if (!isEmpty || tokens.positions[i] === letterAt) content.push(i)
  }
  return content.length > 0 || isOptional ? content : words
}

/** Whether a whole is a name with a letter: `hépatite-a`, and not `elle-a`. */
function isNamedByLetter(whole: string, language: Language): boolean {
  return NAMED_BY_LETTER.test(whole) && !language.isStopWord(whole.slice(0, -2))
}

const NAMED_BY_LETTER = /^[^-]+-\p{L}$/u
const STARTS_WITH_CAPITAL = /^\p{Lu}/u

/** The parts of a whole, without elided words. */
function* partTokens(tokens: TokenList, whole: number): Generator<number> {
  const end = tokens.positions[whole] + tokens.spans[whole]
  for (let i = whole + 1; i < tokens.length && tokens.positions[i] < end; i++) {
    if (tokens.spans[i] === 1 && tokens.kinds[i] !== TokenKind.elision) yield i
  }
}

function contentWordsOf(tokens: TokenList, whole: number, language: Language): number {
  let count = 0
  for (const part of partTokens(tokens, whole)) if (!language.isStopWord(tokens.words[part])) count++
  return count
}

/** Whether a compound has a part that is a stop word: the « sans » of « sans-papiers » distinguishes it from « papiers ». */
function hasStopWord(tokens: TokenList, whole: number, language: Language): boolean {
  if (tokens.kinds[whole] !== TokenKind.compound || !tokens.words[whole].includes('-')) return false
  for (const part of partTokens(tokens, whole)) if (language.isStopWord(tokens.words[part])) return true
  return false
}

/** The parts of a whole that counts as one, including stop words: « sans papiers » for `sans-papiers`. */
function partsOf(tokens: TokenList, whole: number, language: Language): Substitute[] {
  if (!hasStopWord(tokens, whole, language)) return []
  return [{ words: Array.from(partTokens(tokens, whole), part => tokens.words[part]), weight: COMPOUND_PARTS_WEIGHT }]
}

const NAME = /^\p{Lu}\p{Ll}/u

/** Whether a whole covers both parts. Two hyphenated names (Alsace-Moselle), or a number and its unit (48h), may also be separate. */
function areOfOneWhole(tokens: TokenList, first: number, second: number, text: string): boolean {
  if ([first, second].every(i => NAME.test(text.slice(tokens.starts[i], tokens.ends[i])))) return false
  if (isNameWithLetter(tokens, first, second)) return true
  const last = tokens.positions[second]
  for (let i = first - 1; i >= 0 && last - tokens.positions[i] < 256; i--) {
    const isOfFirst = tokens.positions[first] < tokens.positions[i] + tokens.spans[i]
    if (tokens.spans[i] === 1 || tokens.kinds[i] === TokenKind.symbol) continue
    if (isOfFirst && last < tokens.positions[i] + tokens.spans[i]) return true
  }
  return false
}

/** Whether the second word is a letter that names the first: « vitamine C », « plan b ». */
function isNameWithLetter({ words, positions }: TokenList, first: number, second: number): boolean {
  return positions[second] === positions[first] + 1 && words[first].length > 2 && LETTER.test(words[second])
}

const LETTER = /^\p{L}$/u

/** The wholes that contain a part, and their other spellings: `jc` for `jésus-christ`. */
function wholesAround(tokens: TokenList, part: number, language: Language): string[] {
  const position = tokens.positions[part]
  const wholes: string[] = []
  // Wholes come before their parts, and span at most 255 positions.
  for (let i = part - 1; i >= 0 && position - tokens.positions[i] < 256; i--) {
    if (tokens.spans[i] === 1 || position >= tokens.positions[i] + tokens.spans[i]) continue
    wholes.push(tokens.words[i])
    for (const { word, relation } of language.related(tokens.words[i])) if (relation === 'variant') wholes.push(word)
  }
  return wholes
}

/** Adjacent words joined in one word: a text with `weekend` matches `week end`. */
function joinedSpellings({ words, positions }: TokenList, neighbours: readonly number[]): string[] {
  return neighbours.slice(1).flatMap((token, i) => {
    const joined = bare(words[neighbours[i]]) + bare(words[token])
    // Numbers are not joined; words with stop words in between are not adjacent.
    return positions[token] === positions[neighbours[i]] + 1 && !/\d\d/.test(joined) ? [joined] : []
  })
}
