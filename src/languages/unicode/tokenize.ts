/** Finds words by character properties: sequences of letters, marks and digits, and in scripts without spaces the words that `Intl.Segmenter` finds. */

import { TokenKind, type TokenList } from '../../text/token.ts'

/** Letters and digits with their marks, joined by an apostrophe between letters, or a point or comma between digits. */
const WORDS =
  /(?:\p{L}[\p{M}\u200c\u200d]*(?:['’](?=\p{L}))?|\p{Nd}(?:[.,](?=\p{Nd})|[\p{M}\u200c\u200d]*)|\p{N}[\p{M}\u200c\u200d]*)+/gu

/** Scripts that are written without spaces between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u30fc]/u
/** For a word with letters of such scripts: their sequences, and what is in between without joining characters. */
const RUNS = new RegExp(`(?:${UNSPACED.source}\\p{M}*)+|(?:(?!${UNSPACED.source})[\\p{L}\\p{N}\\p{M}])+`, 'gu')

/** The parts of a word between its apostrophes. */
const PARTS = /[^'’]+/g
/** Longer chains are no words. */
const MOST_PARTS = 10

const NUMBER = /^\p{Nd}/u

/** Appends the words of a text. */
export function readUnicode(text: string, tokens: TokenList, locale: string | undefined): void {
  let position = 0
  const push = (written: string, start: number) => {
    const kind = NUMBER.test(written) ? TokenKind.number : TokenKind.word
    tokens.push(dictionaryForm(written, locale), start, start + written.length, position++, kind)
  }
  /** Dell’acqua, İstanbul’da: the whole, then its parts, one of which is the noun. */
  const pushJoined = (word: string, start: number) => {
    const parts = [...word.matchAll(PARTS)]
    if (parts.length === 1 || parts.length > MOST_PARTS) return push(word, start)
    tokens.push(dictionaryForm(word, locale), start, start + word.length, position, TokenKind.compound, parts.length)
    for (const part of parts) push(part[0], start + part.index)
  }
  for (const { 0: word, index } of text.matchAll(WORDS)) {
    if (!UNSPACED.test(word)) pushJoined(word, index)
    else {
      for (const run of word.matchAll(RUNS)) {
        const start = index + run.index
        if (!UNSPACED.test(run[0])) push(run[0], start)
        else for (const [written, at] of segmentsOf(run[0], locale)) push(written, start + at)
      }
    }
  }
}

/** In lower case and composed form; ligatures and full-width letters become ordinary ones. */
function dictionaryForm(written: string, locale: string | undefined): string {
  const lower = locale === undefined ? written.toLowerCase() : written.toLocaleLowerCase(locale)
  const plain = lower
    .normalize('NFKC')
    .replace(/’/g, "'")
    .replace(/[\u200c\u200d]/g, '')
  // A single character may represent a phrase, which is not a word.
  return ONE_WORD.test(plain) ? plain : lower.normalize('NFC')
}

const ONE_WORD = /^[\p{L}\p{N}][\p{L}\p{N}\p{M}.,']*$/u

const segmenters = new Map<string | undefined, Intl.Segmenter>()

/** The words of a sequence without spaces, with their offsets; its characters, if the runtime cannot segment it. */
function segmentsOf(run: string, locale: string | undefined): (readonly [written: string, at: number])[] {
  if (typeof Intl !== 'object' || typeof Intl.Segmenter !== 'function') {
    return [...run.matchAll(/\P{M}\p{M}*/gu)].map(({ 0: written, index }) => [written, index])
  }
  let segmenter = segmenters.get(locale)
  if (segmenter === undefined) {
    segmenters.set(locale, (segmenter = new Intl.Segmenter(locale, { granularity: 'word' })))
  }
  return Array.from(segmenter.segment(run), ({ segment, index }) => [segment, index] as const)
}
