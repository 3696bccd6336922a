/**
 * Splits words that were typed together: a missing apostrophe (`lecole`), a missing space (`congépayé`, `leFCC`).
 *
 * A word is split only if neither the language nor a document has it, and both halves are more likely than any word one edit away.
 */
import type { ListedWord } from '../language/language.ts'
import { fold } from '../text/fold.ts'
import { mayBeGlued } from './edits.ts'

/** The data for splitting. */
export interface SplitSources {
  /** How many documents contain a spelling, ignoring accents. */
  usesOf(word: string): number
  /** The most frequent spelling, ignoring accents: `école` for `ecole`. */
  usualSpelling(word: string): string | undefined
  lookUp(word: string): ListedWord | undefined
  /** The same for a possible half of a word. */
  lookUpHalf(word: string): ListedWord | undefined
  isStopWord(word: string): boolean
  /** The elided word that a word starts with if its apostrophe is missing, and the rest. */
  droppedElision?(word: string): readonly [elided: string, rest: string] | undefined
  /** Whether the index has a word one edit away that the language also has. */
  hasNear(word: string): boolean
}

/** The shortest word to split at a space; with an apostrophe, four letters are enough (`jai`: three). */
const SHORTEST_GLUED = 7
/** The minimum frequency of both halves in the language. */
const LEAST_FREQUENCY = 2
/** Shorter halves must be small words: `le`, `de`. */
const SHORTEST_HALF = 4

/** Lower-case letters, then at least two capitals: `leFCC`, `prixTTC`. */
const BEFORE_CAPITALS = /^(\p{Ll}{2,})(\p{Lu}{2,})$/u

/** The intended words, with a space or apostrophe; undefined if the word is not split. */
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
  // A word that only documents have may be anything, so it needs a few letters.
  const isLong = rest.length >= SHORTEST_HALF
  // Tesa is not « t’ESA »: a short name is not a reason to split.
  const isThere = isLong
    ? isWord(rest, sources) || sources.usesOf(rest) > 0
    : isWord(rest, sources) && sources.lookUp(rest)?.isName !== true
  return isThere ? `${typed.slice(0, elided.length)}’${withAccents(typed.slice(elided.length), sources)}` : undefined
}

/** Adds the accents of documents if none were typed: people who omit an apostrophe omit accents too. */
function withAccents(half: string, { usualSpelling }: SplitSources): string {
  return half === fold(half) ? (usualSpelling(half) ?? half) : half
}

/** The most frequent pair of halves. Capitalised words may be names. */
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

/** How many documents contain the rarer half; 0 if one of the halves is not a frequent word. */
function togetherFrequency(first: string, second: string, sources: SplitSources): number {
  const large = [first, second].filter(half => !sources.isStopWord(half))
  if (large.length === 0 || large.some(half => half.length < SHORTEST_HALF)) return 0
  const least = Math.min(...large.map(half => sources.usesOf(fold(half))))
  // Documents first, because the list may not be loaded.
  if (least === 0) return 0
  return large.every(half => (sources.lookUpHalf(half)?.frequency ?? 0) >= LEAST_FREQUENCY) ? least : 0
}
