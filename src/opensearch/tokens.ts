/** The tokens for words and class keys in the index: one kind for each, which no text can imitate. */

/** Lucene allows tokens of up to 32,766 bytes. Nobody searches for longer words. */
export const LONGEST_WORD = 8000

/** Separates the tokens of one position, and fills a position without any. */
export const BESIDE = '\u0001'
export const HOLE = '\u0003'

/** Characters that separate tokens for the analyzer, and lone surrogates, which UTF-8 cannot encode. */
const UNSAFE = /[\s\u0000\u0085]|\p{Surrogate}/gu
/** Language marks (`text/language-mark.ts`), which the analyzer would mistake for its separators: they are mapped to private-use characters. */
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
