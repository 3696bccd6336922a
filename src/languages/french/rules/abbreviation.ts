/**
 * Abbreviations that only their context distinguishes from words, and references: `M. Dupont`, `Me Dupont`, `no 12`, `art. 5`, `L. 121-1`.
 *
 * Each becomes a separate word (`m.`, `mᵉ`, `n°`, `art.`), so that the variants in index-data/french/variants.tsv do not apply to the ordinary word.
 */
import { DEGREE, DIGIT, DOT, HYPHEN, PLUS, SPACE } from '../../../text/character-class.ts'
import type { Reading } from '../../../text/text-scanner.ts'
import { TokenKind } from '../../../text/token.ts'
import { endOfDigits, isCapitalAt, isLetterAt, isWordAt } from '../../../text/words.ts'
import { readCompound } from './compound.ts'

/** Abbreviations that are ordinary words unless a number follows. */
const BEFORE_NUMBERS: ReadonlySet<string> = new Set('art arts al chap fig p pp vol t'.split(' '))

/** Reads an abbreviation or reference whose letters are `start` to `end`; -1 if it is a plain word. Called for words of 1 to 4 letters. */
export function readAbbreviation(reading: Reading, start: number, end: number): number {
  const { lower, isQuestion } = reading
  const word = lower.slice(start, end)
  if (reading.classAt(end) === DEGREE) {
    if (word !== 'n') return -1
    reading.push('n°', start, end + 1, TokenKind.symbol)
    return end + 1
  }
  const hasDot = reading.classAt(end) === DOT
  let next = hasDot ? end + 1 : end
  while (reading.classAt(next) === SPACE) next++
  const isNumberNext = reading.classAt(next) === DIGIT
  if ((word === 'no' || word === 'nos' || (word === 'n' && isQuestion)) && isNumberNext && next > end) {
    reading.push('n°', start, end, TokenKind.symbol)
    return end
  }
  // Sept is seven, except in sept. 2020.
  if (word === 'sept' && hasDot && isNumberNext && endOfDigits(reading, next) === next + 4) {
    reading.push('septembre', start, end, TokenKind.word)
    return end
  }
  if (
    BEFORE_NUMBERS.has(word) &&
    next > end &&
    (hasDot || word === 'art' || isQuestion) &&
    (isNumberNext || isReferenceAt(reading, next))
  ) {
    reading.push(`${word}.`, start, end, TokenKind.word)
    return end
  }
  if (word.length === 1 && isNumberNext && isReference(reading, start, end, next)) {
    return readReference(reading, start, end, next)
  }
  if (next === end || !isLetterAt(reading, next)) return -1
  // M. Dupont, M. le maire.
  const isName = isCapitalAt(reading, next) || isQuestion || lower.startsWith('le ', next)
  const isTitle = hasDot ? isQuestion || isCapitalAt(reading, start) : isQuestion && isCapitalAt(reading, next)
  if ((word === 'm' || word === 'mm') && isTitle && isName) {
    reading.push(`${word}.`, start, end, TokenKind.word)
    return end
  }
  // Me Dupont is maître Dupont; ME DUPONT and « Me voici » are not.
  if (
    word === 'me' &&
    !hasDot &&
    isCapitalAt(reading, start) &&
    isCapitalAt(reading, next) &&
    !isCapitalAt(reading, end - 1)
  ) {
    reading.push('mᵉ', start, end, TokenKind.word)
    return end
  }
  return -1
}

/** Whether there is a letter with a number at `i`: the L. 121-1 after `art.` */
function isReferenceAt(reading: Reading, i: number): boolean {
  if (!isLetterAt(reading, i)) return false
  let next = i + 1
  if (reading.classAt(next) === DOT) next++
  while (reading.classAt(next) === SPACE) next++
  return reading.classAt(next) === DIGIT
}

/** The letters that are words. In lower case in a query, the others are references even before a space (l 121-1, b 12). */
const NO_REFERENCES = new Set(['a', 'à', 'y', 'ô'])

function isReference(reading: Reading, start: number, end: number, digits: number): boolean {
  const hasDot = reading.classAt(end) === DOT
  if (!isCapitalAt(reading, start) && !hasDot && !(reading.isQuestion && !NO_REFERENCES.has(reading.lower[start])))
    return false
  if (digits - end > 2 + (hasDot ? 1 : 0)) return false
  // Plan B. 12 000 euros, plan B 3,5 %, D 14 novembre: the number does not belong to the letter.
  const { end: last, groups } = groupsFrom(reading, digits)
  if (isLetterAt(reading, last)) return false
  const after = reading.classAt(last)
  if (groups === 1 && after === SPACE)
    return !(isWordAt(reading, last + 1) && (reading.classAt(last + 1) === DIGIT || hasDot))
  return !(isWordAt(reading, last + 1) && after !== SPACE && after !== PLUS)
}

function groupsFrom(reading: Reading, digits: number): { end: number; groups: number } {
  let end = endOfDigits(reading, digits)
  let groups = 1
  while (groups < 10 && reading.classAt(end) === HYPHEN && reading.classAt(end + 1) === DIGIT) {
    end = endOfDigits(reading, end + 1)
    groups++
  }
  return { end, groups }
}

/** Reads a letter directly followed by digits and hyphens: L121-1 as a reference, anything else (F16-A) as a compound. */
export function readGluedReference(reading: Reading, start: number, letterEnd: number): number {
  const { end } = groupsFrom(reading, letterEnd)
  if (isWordAt(reading, end) || (reading.classAt(end) === HYPHEN && isWordAt(reading, end + 1))) {
    return readCompound(reading, start)
  }
  return readReference(reading, start, letterEnd, letterEnd)
}

/** Adds the whole of a reference and its letter, whatever the dots and spaces: l121-1. Its digits are then read as numbers. */
function readReference(reading: Reading, start: number, letterEnd: number, digits: number): number {
  const { end, groups } = groupsFrom(reading, digits)
  const numbers = reading.plain.slice(digits, end).replace(/\D/g, '-')
  const letter = reading.lower.slice(start, letterEnd)
  reading.pushAt(reading.position, letter + numbers, start, end, TokenKind.symbol, 1 + groups)
  reading.push(letter, start, letterEnd, TokenKind.word)
  return digits
}
