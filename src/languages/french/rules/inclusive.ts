/**
 * Inclusive writing: `étudiant·e·s`, `étudiant(e)s`, `acteur·rice`, `vendeur/euse` become the masculine and the feminine at one position.
 *
 * A suffix counts only if it makes a feminine or a plural of the word before it, so `mot.les` or `fin-la` are not affected.
 */
import {
  APOSTROPHE,
  CLASSES,
  DOT,
  HYPHEN,
  MIDDLE_DOT,
  OPENING_PARENTHESIS,
  SLASH,
} from '../../../text/character-class.ts'
import type { Reading } from '../../../text/text-scanner.ts'
import { TokenKind } from '../../../text/token.ts'
import { endOfLetters, isLetterAt, isWordAt } from '../../../text/words.ts'

/** The inclusive ending of a word. */
export interface Inclusive {
  /** Where it ends. */
  end: number
  /** The feminine, in the number of the masculine; undefined if only a plural is added. */
  feminine: string | undefined
  /** For a compound: how many parts remain without the suffixes. */
  parts?: number
}

/** Endings of the masculine, the suffix written after it, and the ending of the feminine. The first match wins. */
const RULES: readonly (readonly [ending: RegExp, suffix: RegExp, feminine: string])[] = [
  [/^tou[st]?$/, /^te$/, 'toute'],
  [/er$/, /^(?:i?[èe]re|e)$/, 'ère'],
  [/teur$/, /^(?:t?rice|ice)$/, 'trice'],
  [/eu[rx]$/, /^e?use$|^se$/, 'euse'],
  [/f$/, /^(?:i?ve|e)$/, 've'],
  [/f$/, /^f?fe$/, 'ffe'],
  [/x$/, /^[su]?se$|^e$/, 'se'],
  [/eau$/, /^[vt]?elle$|^lle$/, 'elle'],
  [/ain$/, /^ine$/, 'ine'],
  [/([^aeiou])c$/, /^c?he$/, '$1che'],
  [/c$/, /^c?que$/, 'que'],
  [/(en|on|an)$/, /^(?:[eoa]n)?ne$/, '$1ne'],
  [/(en|on)$/, /^e$/, '$1ne'],
  [/(ei?l)$/, /^e$/, '$1le'],
  [/(l)$/, /^e?l?le$/, '$1le'],
  [/(t)$/, /^t?te$/, '$1te'],
  [/(s)$/, /^s?se$/, '$1se'],
  [/(al)$/, /^ale$/, '$1e'],
  [/e$/, /^(?:e?sse)$/, 'esse'],
  [/(é)$/, /^é?e$/, '$1e'],
  [/([bcdlnrstuiûg])$/, /^e$/, '$1e'],
]

/** The feminine of `masculine` with a suffix; `null` if there is none, undefined if the suffix only makes a plural. */
export function feminineOf(masculine: string, suffix: string): string | undefined | null {
  if (suffix === 's') return /[sxz]$/.test(masculine) ? null : undefined
  if (suffix === 'x') return /(?:eau|eu|ou)$/.test(masculine) ? undefined : null
  if (suffix === 'aux') return /(?:al|ail)$/.test(masculine) ? undefined : null
  const plural = suffix.length > 1 && suffix.endsWith('s')
  const singular = plural ? suffix.slice(0, -1) : suffix
  // Étudiants·es: the masculine is already plural. Français·es: the s belongs to the word.
  const written = plural && /(?:[^aeiouy]|é|[^aeo]i|eu)s$/.test(masculine) ? masculine.slice(0, -1) : masculine
  for (const [ending, fits, feminine] of RULES) {
    if (ending.test(written) && fits.test(singular)) {
      return written.replace(ending, feminine) + (written === masculine ? '' : 's')
    }
  }
  return null
}

const LONGEST_SUFFIX = 6

/** The inclusive suffixes after the word between `start` and `end`, or undefined. */
export function readInclusiveEnding(reading: Reading, start: number, end: number): Inclusive | undefined {
  const separator = reading.classAt(end)
  if (separator === OPENING_PARENTHESIS) return readParentheses(reading, start, end)
  if (separator !== MIDDLE_DOT && separator !== DOT && separator !== HYPHEN && separator !== SLASH) return undefined
  if (end - start < (separator === MIDDLE_DOT ? 2 : 3) || !isLetterAt(reading, end + 1)) return undefined
  const suffixEnd = endOfLetters(reading, end + 1)
  if (suffixEnd - end - 1 > LONGEST_SUFFIX) return undefined
  const feminine = feminineOf(reading.lower.slice(start, end), reading.lower.slice(end + 1, suffixEnd))
  if (feminine === null) return undefined
  let last = suffixEnd
  // The plural after a separate sign: ·e·s, ·e.s
  const following = reading.classAt(last)
  if (
    feminine !== undefined &&
    (following === separator || following === MIDDLE_DOT || following === DOT) &&
    reading.lower[last + 1] === 's' &&
    !isWordAt(reading, last + 2)
  ) {
    last += 2
  }
  if (isWordAt(reading, last) || joinsMore(reading, last)) return undefined
  return { end: last, feminine }
}

/** Whether another part follows, so that the apparent suffix is a word: étudiant-e-moi, professionnel-le-dire. */
function joinsMore(reading: Reading, i: number): boolean {
  const kind = reading.classAt(i)
  return (kind === HYPHEN || kind === APOSTROPHE || kind === DOT) && isWordAt(reading, i + 1)
}

function readParentheses(reading: Reading, start: number, end: number): Inclusive | undefined {
  if (end - start < 2 || !isLetterAt(reading, end + 1)) return undefined
  const suffixEnd = endOfLetters(reading, end + 1)
  if (suffixEnd - end - 1 > LONGEST_SUFFIX || reading.plain[suffixEnd] !== ')') return undefined
  const feminine = feminineOf(reading.lower.slice(start, end), reading.lower.slice(end + 1, suffixEnd))
  if (feminine === null) return undefined
  let last = suffixEnd + 1
  if (reading.lower[last] === 's') last++
  else if (reading.lower.startsWith('(s)', last)) last += 3
  return isWordAt(reading, last) ? undefined : { end: last, feminine }
}

/** Inclusive writing with hyphens at the end of a compound: vice-président-e-s. */
export function inclusiveParts(
  reading: Reading,
  parts: readonly { start: number; end: number; elided: boolean }[],
): Inclusive | undefined {
  for (let k = Math.max(1, parts.length - 2); k < parts.length; k++) {
    const { start, end, elided } = parts[k - 1]
    if (elided || CLASSES[reading.plain.charCodeAt(end)] !== HYPHEN) continue
    const inclusive = readInclusiveEnding(reading, start, end)
    if (inclusive !== undefined && inclusive.end >= parts[parts.length - 1].end) return { ...inclusive, parts: k }
  }
  return undefined
}

/** Reads a word with inclusive suffixes; -1 if there are none. */
export function readInclusive(reading: Reading, start: number, end: number): number {
  const inclusive = readInclusiveEnding(reading, start, end)
  if (inclusive === undefined) return -1
  const position = reading.position++
  const masculine = reading.lower.slice(start, end)
  // Tou·te·s: only the plural tous lacks its end.
  reading.pushAt(position, masculine === 'tou' ? 'tous' : masculine, start, inclusive.end, TokenKind.word, 1)
  if (inclusive.feminine !== undefined) {
    reading.pushAt(position, inclusive.feminine, start, inclusive.end, TokenKind.word, 1)
  }
  return inclusive.end
}
