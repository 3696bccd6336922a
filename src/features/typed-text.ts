/** A typed text as a prefix: the offsets of its words, and a pattern for texts that start with it, ignoring accents, case and kinds of separators. */
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

/** A space also matches a hyphen or an apostrophe: `saint denis`, `l abbaye`. */
const SEPARATORS = "[\\s'’‐‑-]+"
const MARKS = '[\\u0300-\\u036f]*'

/**
 * A pattern that finds the typed text in a lower-case text. The text may have accents that were not typed; `isWhole` if the last word must end there. The
 * caller checks what precedes a match, because an expression that does so takes ten times as long.
 */
export function patternOf(typed: string, isWhole: boolean): RegExp {
  const text = typed.normalize('NFC').toLowerCase()
  const source = text.replace(/\s+|oe|ae|\S/gu, (part, at: number) => {
    if (/^\s/.test(part)) return SEPARATORS
    const apart = [...part].map(writings).join('')
    // The last letter may be half of a ligature: `co` begins `cœur`.
    const isOpen = !isWhole && at + part.length === text.length
    const ligatures = part.length === 2 ? (accented().get(part) ?? '') : isOpen ? ligaturesOf(part) : ''
    return ligatures === '' ? apart : `(?:${apart}|[${ligatures}])`
  })
  return new RegExp(isWhole ? `${source}(?![\\p{L}\\p{N}])` : source, 'gu')
}

/** The ligatures that begin with a letter. */
function ligaturesOf(letter: string): string {
  return [...accented()]
    .filter(([folded]) => folded.length === 2 && folded.startsWith(letter))
    .map(([, ligatures]) => ligatures)
    .join('')
}

/** The pattern for a character of a typed text. */
function writings(character: string): string {
  if (character === "'" || character === '’') return "['’]"
  if (character === '-') return '[‐‑-]'
  if (/[\\^$.*+?()[\]{}|/]/.test(character)) return `\\${character}`
  const variants = accented().get(character)
  return variants === undefined ? character : `[${character}${variants}]${MARKS}`
}

let letters: Map<string, string> | undefined

/** Latin letters with accents and ligatures, by their folded form. */
function accented(): ReadonlyMap<string, string> {
  if (letters !== undefined) return letters
  letters = new Map()
  for (let code = 0xdf; code < 0x1f00; code = code === 0x24f ? 0x1e00 : code + 1) {
    const letter = String.fromCharCode(code)
    const folded = fold(letter)
    if (folded !== letter) letters.set(folded, (letters.get(folded) ?? '') + letter)
  }
  return letters
}
