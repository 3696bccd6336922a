/** A typed text as a beginning: where its words stand, and what texts that begin like it look like, accents, case and kinds of separators aside. */
import type { Language } from '../language/language.ts'
import { fold } from '../text/fold.ts'
import { TokenList } from '../text/token.ts'

/** A word of a typed text, or the whole of a compound. */
export interface TypedWord {
  /** As the dictionary writes it. */
  word: string
  start: number
  end: number
  isWhole: boolean
  /** Whether it says something: it is no stop word. */
  isContent: boolean
}

export interface TypedText {
  text: string
  words: readonly TypedWord[]
  /** Where the single words start. */
  starts: readonly number[]
  /** Where the word starts that the text ends with; undefined if a separator follows the last word. */
  open: number | undefined
}

export function readTyped(text: string, language: Language): TypedText {
  const tokens = new TokenList()
  language.tokenize(text, tokens)
  const words: TypedWord[] = []
  for (let i = 0; i < tokens.length; i++) {
    const [start, end] = [tokens.starts[i], tokens.ends[i]]
    // An elided word without the next one: the tokenizer cannot know that it is one.
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

/** A text as beginnings are compared: folded, with straight apostrophes. */
export function plainText(text: string): string {
  return fold(text.normalize('NFC').toLowerCase()).replace(/’/g, "'")
}

/** What is the same to someone who reads a list: texts that differ in case, accents and separators only. */
export function sameness(text: string): string {
  return plainText(text)
    .replace(/[-.'\s]+/g, ' ')
    .trim()
}

/** A space stands for a hyphen or an apostrophe as well: `saint denis`, `l abbaye`. */
const SEPARATORS = "[\\s'’‐‑-]+"
const MARKS = '[\\u0300-\\u036f]*'

/**
 * Finds where a text, lower-cased, has what was typed. Accents that were not typed may be there; `isWhole` if the last word must end there. What stands before is for the
 * caller to look at: an expression that does so at each place takes ten times as long.
 */
export function patternOf(typed: string, isWhole: boolean): RegExp {
  const text = typed.normalize('NFC').toLowerCase()
  const source = text.replace(/\s+|oe|ae|\S/gu, part => {
    if (/^\s/.test(part)) return SEPARATORS
    const apart = [...part].map(writings).join('')
    return part.length === 2 && accented().has(part) ? `(?:${apart}|${accented().get(part)})` : apart
  })
  return new RegExp(isWhole ? `${source}(?![\\p{L}\\p{N}])` : source, 'gu')
}

/** What stands for a character of a typed text. */
function writings(character: string): string {
  if (character === "'" || character === '’') return "['’]"
  if (character === '-') return '[‐‑-]'
  if (/[\\^$.*+?()[\]{}|/]/.test(character)) return `\\${character}`
  const variants = accented().get(character)
  return variants === undefined ? character : `[${character}${variants}]${MARKS}`
}

let letters: Map<string, string> | undefined

/** The Latin letters with accents and the ligatures, by what is left when they are folded. */
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
