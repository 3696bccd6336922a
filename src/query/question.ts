/** What a question asks for: its distinct words in order, without stop words where anything else is left. */
import type { Language, PhraseSynonym } from '../text/language.ts'
import { TokenKind, TokenList } from '../text/token.ts'

/** One word of a question, and everything a document may hold in its place. Plain data. */
export interface QuestionTerm {
  /** As the dictionary would write it. */
  word: string
  /** The key of its class. */
  key: string
  /** How much it counts: 1, less for the words that people ask with. */
  weight: number
  /** The wholes it is a part of, and their variants: `week-end` for `week`. A document may hold one of their other spellings (`weekend`) instead of the parts. */
  wholes: readonly string[]
  /** What other words may stand for it and its neighbours: synonyms of several words. */
  substitutes: readonly Substitute[]
}

/** Words that together stand for a term. */
export interface Substitute {
  words: readonly string[]
  /** How much they count beside the term's own word. */
  weight: number
}

/** A word in its place. */
export interface QuestionWord {
  /** An index into `terms`. */
  term: number
  /** Counts all words of the question, stop words too. */
  position: number
  /** Where it stands in the text: `text.slice(start, end)`. */
  start: number
  end: number
}

export interface Question {
  /** Each class once, in order of first occurrence. */
  terms: readonly QuestionTerm[]
  /** The words as they follow one another, stop words left out. */
  sequence: readonly QuestionWord[]
}

/** Longer questions are read this far: more words can't make an answer better, and someone may paste a book. */
const MAX_QUESTION_LENGTH = 20_000
const MAX_TERMS = 256

/** Reads typed text. Never throws. */
export function readQuestion(text: string, language: Language): Question {
  const tokens = new TokenList()
  language.tokenizeQuestion(text.slice(0, MAX_QUESTION_LENGTH), tokens)
  const asked = contentTokens(tokens, language)
  const terms: QuestionTerm[] = []
  const termOfKey = new Map<string, number>()
  const sequence: QuestionWord[] = []
  for (const token of asked) {
    const word = tokens.words[token]
    const key = language.key(word)
    let term = termOfKey.get(key)
    if (term === undefined) {
      if (terms.length === MAX_TERMS) continue
      term = terms.length
      termOfKey.set(key, term)
      terms.push({
        word,
        key,
        weight: language.questionWeight(word),
        wholes: wholesAround(tokens, token, language),
        substitutes: [],
      })
    }
    sequence.push({ term, position: tokens.positions[token], start: tokens.starts[token], end: tokens.ends[token] })
  }
  return { terms: withSubstitutes(terms, sequence, language), sequence }
}

/** Looks for the synonyms of several words whose words stand side by side. */
function withSubstitutes(
  terms: readonly QuestionTerm[],
  sequence: readonly QuestionWord[],
  language: Language,
): QuestionTerm[] {
  const substitutes = terms.map((): Substitute[] => [])
  const seen = new Set<PhraseSynonym>()
  sequence.forEach(({ term }, i) => {
    for (const phrase of language.phrasesFrom(terms[term].key)) {
      const asked = sequence.slice(i, i + phrase.from.length).map(word => word.term)
      const isAsked = phrase.from.every((key, j) => asked[j] !== undefined && terms[asked[j]].key === key)
      if (!isAsked || seen.has(phrase)) continue
      seen.add(phrase)
      for (const covered of new Set(asked)) substitutes[covered].push({ words: phrase.to, weight: phrase.weight })
    }
  })
  return terms.map((term, t) => (substitutes[t].length === 0 ? term : { ...term, substitutes: substitutes[t] }))
}

/** The tokens that count: words that are no stop words; wholes made of stop words alone; else, of a question of stop words, all. */
function contentTokens(tokens: TokenList, language: Language): number[] {
  const words: number[] = []
  const content: number[] = []
  // Where the last whole that is a stop word ends: the « vis » of « vis-à-vis » is no screw.
  let emptyUntil = 0
  // Where a whole of two has the letter that names it: the a of « hépatite A » is no stop word.
  let letterAt = -1
  for (let i = 0; i < tokens.length; i++) {
    if (tokens.kinds[i] === TokenKind.elision) continue
    if (tokens.spans[i] > 1) {
      if (language.isStopWord(tokens.words[i])) {
        emptyUntil = Math.max(emptyUntil, tokens.positions[i] + tokens.spans[i])
      } else if (coversOnlyStopWords(tokens, i, language)) content.push(i)
      else if (tokens.spans[i] === 2 && /-\p{L}$/u.test(tokens.words[i])) letterAt = tokens.positions[i] + 1
      continue
    }
    words.push(i)
    const isEmpty = tokens.positions[i] < emptyUntil || language.isStopWord(tokens.words[i])
    if (!isEmpty || tokens.positions[i] === letterAt) content.push(i)
  }
  return content.length > 0 ? content : words
}

function coversOnlyStopWords(tokens: TokenList, whole: number, language: Language): boolean {
  const end = tokens.positions[whole] + tokens.spans[whole]
  for (let i = whole + 1; i < tokens.length && tokens.positions[i] < end; i++) {
    if (tokens.spans[i] === 1 && !language.isStopWord(tokens.words[i])) return false
  }
  return true
}

/** The wholes around a part, and what is another writing of one: `jc` for `jésus-christ`. */
function wholesAround(tokens: TokenList, part: number, language: Language): string[] {
  const position = tokens.positions[part]
  const wholes: string[] = []
  // Wholes stand before their parts, and span at most 255 positions.
  for (let i = part - 1; i >= 0 && position - tokens.positions[i] < 256; i--) {
    if (tokens.spans[i] === 1 || position >= tokens.positions[i] + tokens.spans[i]) continue
    wholes.push(tokens.words[i])
    for (const { word, relation } of language.related(tokens.words[i])) if (relation === 'variant') wholes.push(word)
  }
  return wholes
}
