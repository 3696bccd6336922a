/**
 * Splits words that were typed in one piece: a dropped apostrophe (`lecole`), a dropped space (`congépayé`, `leFCC`).
 *
 * A word is split only if neither the language nor a document has it, and both halves are likelier than any word one edit away.
 */
import type { ListedWord } from '../language/language.ts'
import { fold } from '../text/fold.ts'
import { mayBeGlued } from './edits.ts'

/** What splitting reads. */
export interface SplitSources {
  /** How many documents hold a spelling, accents aside. */
  usesOf(word: string): number
  /** The spelling that most documents hold, accents aside: `école` for `ecole`. */
  usualSpelling(word: string): string | undefined
  lookUp(word: string): ListedWord | undefined
  /** The same of what may be half a word. */
  lookUpHalf(word: string): ListedWord | undefined
  isStopWord(word: string): boolean
  /** The elided word that a word begins with if its apostrophe was left out, and the rest. */
  droppedElision?(word: string): readonly [elided: string, rest: string] | undefined
  /** Whether the index has a word one edit away that the language has as well. */
  hasNear(word: string): boolean
}

/** The shortest word that is split at a space; with an apostrophe four letters are enough (`jai`: three). */
const SHORTEST_GLUED = 7
/** How frequent both halves must be in the language. */
const LEAST_FREQUENCY = 2
/** Shorter halves must be small words: `le`, `de`. */
const SHORTEST_HALF = 4

/** Small letters, then two capitals or more: `leFCC`, `prixTTC`. */
const BEFORE_CAPITALS = /^(\p{Ll}{2,})(\p{Lu}{2,})$/u

/** The word as it was meant, with its space or apostrophe; undefined if it is not to be split. */
export function splitWord(typed: string, sources: SplitSources): string | undefined {
  const word = typed.toLowerCase()
  if (!mayBeGlued(typed) || sources.usesOf(word) > 0 || sources.lookUp(word) !== undefined) return undefined
  const acronym = BEFORE_CAPITALS.exec(typed)
  if (acronym !== null) {
    const [, before, capitals] = acronym
    return isWord(before, sources) ? `${before} ${capitals}` : undefined
  }
  return withApostrophe(typed, sources) ?? withSpace(typed, sources)
}

function isWord(word: string, { isStopWord, lookUp }: SplitSources): boolean {
  return isStopWord(word) || (lookUp(word)?.frequency ?? 0) >= LEAST_FREQUENCY
}

function withApostrophe(typed: string, sources: SplitSources): string | undefined {
  const elision = sources.droppedElision?.(typed.toLowerCase())
  if (elision === undefined) return undefined
  const [elided, rest] = elision
  // A word that only documents have may be anything: it takes a few letters to be sure.
  const isLong = rest.length >= SHORTEST_HALF
  // Tesa is not « t’ESA »: a short name is no reason to split.
  const isThere = isLong
    ? isWord(rest, sources) || sources.usesOf(rest) > 0
    : isWord(rest, sources) && sources.lookUp(rest)?.isName !== true
  return isThere ? `${typed.slice(0, elided.length)}’${withAccents(typed.slice(elided.length), sources)}` : undefined
}

/** The accents that documents have, if none were typed: who drops an apostrophe drops accents too. */
function withAccents(half: string, { usualSpelling }: SplitSources): string {
  return half === fold(half) ? (usualSpelling(half) ?? half) : half
}

/** The halves that are most frequent together. Words with a capital may be names. */
function withSpace(typed: string, sources: SplitSources): string | undefined {
  if (typed.length < SHORTEST_GLUED || typed !== typed.toLowerCase() || sources.hasNear(typed)) return undefined
  let best: { at: number; frequency: number } | undefined
  for (let at = 2; at <= typed.length - 2; at++) {
    const frequency = togetherFrequency(typed.slice(0, at), typed.slice(at), sources)
    if (frequency > (best?.frequency ?? 0)) best = { at, frequency }
  }
  if (best === undefined) return undefined
  const halves = [typed.slice(0, best.at), typed.slice(best.at)]
  return halves.map(half => (sources.isStopWord(half) ? half : withAccents(half, sources))).join(' ')
}

/** How many documents hold the rarer half; 0 if one of the halves is no frequent word. */
function togetherFrequency(first: string, second: string, sources: SplitSources): number {
  const large = [first, second].filter(half => !sources.isStopWord(half))
  if (large.length === 0 || large.some(half => half.length < SHORTEST_HALF)) return 0
  const least = Math.min(...large.map(half => sources.usesOf(fold(half))))
  // Documents first: the list may be elsewhere.
  if (least === 0) return 0
  return large.every(half => (sources.lookUpHalf(half)?.frequency ?? 0) >= LEAST_FREQUENCY) ? least : 0
}
