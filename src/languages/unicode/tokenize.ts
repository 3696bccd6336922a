/** Finds words by the properties of their characters: runs of letters, marks and digits, and in scripts that are written without spaces what `Intl.Segmenter` finds. */

import { TokenKind, type TokenList } from '../../text/token.ts'

/** Letters and digits with the marks that follow, joined by an apostrophe between letters, or a point or comma between digits. */
const WORDS =
  /(?:\p{L}[\p{M}\u200c\u200d]*(?:['’](?=\p{L}))?|\p{Nd}(?:[.,](?=\p{Nd})|[\p{M}\u200c\u200d]*)|\p{N}[\p{M}\u200c\u200d]*)+/gu

/** Scripts that are written without spaces between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u30fc]/u
/** Of a word that has letters of such scripts: what they make, and what stands between, without what joined it to them. */
const RUNS = new RegExp(`(?:${UNSPACED.source}\\p{M}*)+|(?:(?!${UNSPACED.source})[\\p{L}\\p{N}\\p{M}])+`, 'gu')

const NUMBER = /^\p{Nd}/u

/** Appends the words of a text. */
export function readUnicode(text: string, tokens: TokenList, locale: string | undefined): void {
  let position = 0
  const push = (written: string, start: number) => {
    const kind = NUMBER.test(written) ? TokenKind.number : TokenKind.word
    tokens.push(dictionaryForm(written, locale), start, start + written.length, position++, kind)
  }
  for (const { 0: word, index } of text.matchAll(WORDS)) {
    if (!UNSPACED.test(word)) push(word, index)
    else {
      for (const run of word.matchAll(RUNS)) {
        const start = index + run.index
        if (!UNSPACED.test(run[0])) push(run[0], start)
        else for (const [written, at] of segmentsOf(run[0], locale)) push(written, start + at)
      }
    }
  }
}

/** In lower case and composed, ligatures and letters of other widths as ordinary ones. */
function dictionaryForm(written: string, locale: string | undefined): string {
  const lower = locale === undefined ? written.toLowerCase() : written.toLocaleLowerCase(locale)
  const plain = lower
    .normalize('NFKC')
    .replace(/’/g, "'")
    .replace(/[\u200c\u200d]/g, '')
  // A single letter may be short for a phrase: that is no word.
  return ONE_WORD.test(plain) ? plain : lower.normalize('NFC')
}

const ONE_WORD = /^[\p{L}\p{N}][\p{L}\p{N}\p{M}.,']*$/u

const segmenters = new Map<string | undefined, Intl.Segmenter>()

/** The words of a run without spaces, with where they stand; its characters, if the runtime cannot tell. */
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
