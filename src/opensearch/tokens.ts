/** How words and class keys stand in the index: as tokens of a kind each, which no text can imitate. */

/** Lucene takes tokens of up to 32,766 bytes; a longer word is none that anybody asks for. */
export const LONGEST_WORD = 8000

/** What parts the tokens of one position, and what stands at a position without any. */
export const BESIDE = '\u0001'
export const HOLE = '\u0003'

/** What parts tokens for the analyzer, and lone surrogates, which UTF-8 has not. */
const UNSAFE = /[\s\u0000\u0085]|\p{Surrogate}/gu
/** Marks of languages (`text/language-mark.ts`), which the analyzer would take for its own signs: they get places for private use. */
const MARK = /[\u0001-\u001f]/g
const PRIVATE_USE = 0xe000

function safe(text: string): string {
  return text.replace(UNSAFE, '\ufffd').replace(MARK, mark => String.fromCharCode(PRIVATE_USE + mark.charCodeAt(0)))
}

export function wordToken(word: string): string {
  return `=${safe(word)}`
}

export function keyToken(key: string): string {
  return `~${safe(key)}`
}
