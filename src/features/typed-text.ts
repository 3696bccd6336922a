/** A typed text as a prefix: the offsets of its words, and its spelling without accents, case and kinds of separators. */
import type { Language } from '../language/language.ts'
import { fold } from '../text/fold.ts'
import { TokenList } from '../text/token.ts'

/** A word of a typed text, or a whole. */
export interface TypedWord {
  /** In dictionary form. */
  word: string
  start: number
  end: number
  isWhole: boolean
  /** Whether it is a content word, not a stop word. */
  isContent: boolean
}

export interface TypedText {
  text: string
  words: readonly TypedWord[]
  /** The starts of the single words. */
  starts: readonly number[]
  /** The start of the word at the end of the text; undefined if a separator follows it. */
  open: number | undefined
}

export function readTyped(text: string, language: Language): TypedText {
  const tokens = new TokenList()
  language.tokenize(text, tokens)
  const words: TypedWord[] = []
  for (let i = 0; i < tokens.length; i++) {
    const [start, end] = [tokens.starts[i], tokens.ends[i]]
    // An elided word without the next word, which the tokenizer cannot recognise.
    const word = isApostrophe(text[end]) ? `${tokens.words[i]}'` : tokens.words[i]
    const isContent = !language.isStopWord(tokens.words[i]) && !language.isStopWord(word)
    words.push({ word, start, end, isWhole: tokens.spans[i] > 1, isContent })
  }
  const starts = words.filter(({ isWhole }) => !isWhole).map(({ start }) => start)
  return { text, words, starts, open: words.some(({ end }) => end === text.length) ? starts.at(-1) : undefined }
}

function isApostrophe(character: string | undefined): boolean {
  return character === "'" || character === '’'
}

/** A text for comparing prefixes: folded, with straight apostrophes. */
export function plainText(text: string): string {
  return fold(text.normalize('NFC').toLowerCase()).replace(/’/g, "'")
}

/** A key that is equal for texts that differ only in case, accents and separators. */
export function sameness(text: string): string {
  return plainText(text)
    .replace(/[-.'\s]+/g, ' ')
    .trim()
}
