/**
 * Decides whether a query word is misspelt, which words of the index may be intended, their weights, and whether they are applied or only suggested.
 *
 * The language's word list decides: a word on it is never corrected, even if no document has it.
 */
import type { ListedWord, RelatedWord } from '../language/language.ts'
import { fold, pieceOf } from '../text/fold.ts'
import {
  ASK_BACK_RATIO,
  CORRECTION_RANGE,
  CORRECTION_WEIGHT_BY_FREQUENCY,
  CORRECTION_WEIGHT_IN_CLASS,
  CORRECTION_WEIGHT_OF_CAPITAL,
  CORRECTION_WEIGHT_OF_SEVERAL,
  CORRECTION_WEIGHT_TWO_EDITS,
  FIRST_LETTER_COST,
  MOST_CORRECTIONS,
} from '../weights.ts'
import { allowedEdits } from './edits.ts'
import type { NearUsedWord } from './near-words.ts'

/** A query word, with what the index has for it. */
export interface TypedWord {
  /** In dictionary form. */
  word: string
  /** Its case: `acronym` for a short word in capitals, `name` for a capitalised word inside the query. */
  casing: 'name' | 'acronym' | undefined
  /** How many documents contain this spelling, ignoring accents. */
  uses: number
  /** Whether documents contain other words of its class. */
  hasClass: boolean
}

/** The data for the decision. */
export interface CorrectionSources {
  /** The words of the index at most this many edits from a spelling. */
  near(piece: string, edits: number): readonly NearUsedWord[]
  /** The word list's entry for a word; undefined if there is none. */
  lookUp(word: string): ListedWord | undefined
  /** The same for candidates, whose frequencies mainly affect weights. */
  lookUpAll(words: readonly string[]): readonly (ListedWord | undefined)[]
}

export interface CorrectionDecision {
  /** The intended words, most likely first. They count with their whole classes. */
  words: readonly RelatedWord[]
  /** Whether documents with these words are hits. If not, the correction is only suggested. */
  isApplied: boolean
}

/** The corrections of a word; undefined if it is correct, or nothing is near. */
export function decideCorrection(typed: TypedWord, sources: CorrectionSources): CorrectionDecision | undefined {
  const piece = pieceOf(fold(typed.word))
  const edits = allowedEdits(piece)
  if (edits === 0) return undefined
  if (typed.uses > 0) return askBack(typed, piece, sources)
  if (sources.lookUp(typed.word) !== undefined) return undefined
  const candidates = nearestCandidates(piece, edits, sources)
  if (candidates.length === 0) return undefined
  const words = candidates.map(candidate => ({
    word: candidate.word,
    wholeClass: true,
    weight: weightOf(candidate, typed, candidates.length),
    relation: 'typo' as const,
  }))
  return { words, isApplied: !mayBeRight(typed, candidates[0]) }
}

interface Candidate extends NearUsedWord {
  cost: number
  listed: ListedWord | undefined
}

/** Two edits are tried only if one finds nothing. */
function nearestCandidates(piece: string, edits: number, sources: CorrectionSources): Candidate[] {
  const near = bestCandidates(piece, 1, sources)
  return near.length > 0 || edits === 1 ? near : bestCandidates(piece, edits, sources)
}

/** The closest words, the most frequent first. */
function bestCandidates(piece: string, edits: number, { near, lookUpAll }: CorrectionSources): Candidate[] {
  const costOf = ({ folded, edits }: NearUsedWord) => edits + (folded[0] === piece[0] ? 0 : FIRST_LETTER_COST)
  const all = near(piece, edits).map(used => ({ ...used, cost: costOf(used) }))
  const least = all.reduce((least, { cost }) => Math.min(least, cost), Number.POSITIVE_INFINITY)
  const best = all
    .filter(({ cost }) => cost <= least + CORRECTION_RANGE)
    .sort((a, b) => a.cost - b.cost || b.uses - a.uses || (a.word < b.word ? -1 : 1))
    .slice(0, MOST_CORRECTIONS)
  const listed = lookUpAll(best.map(({ word }) => word))
  return best.map((candidate, i) => ({ ...candidate, listed: listed[i] }))
}

function weightOf({ edits, listed }: Candidate, { casing, hasClass }: TypedWord, count: number): number {
  return (
    CORRECTION_WEIGHT_BY_FREQUENCY[listed?.frequency ?? CORRECTION_WEIGHT_BY_FREQUENCY.length - 1] *
    (count > 1 ? CORRECTION_WEIGHT_OF_SEVERAL : 1) *
    (edits > 1 ? CORRECTION_WEIGHT_TWO_EDITS : 1) *
    (casing === undefined ? 1 : CORRECTION_WEIGHT_OF_CAPITAL) *
    (hasClass ? CORRECTION_WEIGHT_IN_CLASS : 1)
  )
}

/** Names up to this length are often acronyms: `Cesu`. */
const SHORT_NAME_LENGTH = 4

/**
 * Whether an unknown word may be correct. An acronym always may. A name may if the closest word is an ordinary one (`Accre` is not `accrue`); it is misspelt if
 * that is a name as well, with the same first letter.
 */
function mayBeRight({ word, casing }: TypedWord, { folded, listed }: Candidate): boolean {
  if (casing !== 'name') return casing === 'acronym'
  const isOrdinary = listed !== undefined && !listed.isName
  return isOrdinary || word.length <= SHORT_NAME_LENGTH || folded[0] !== fold(word)[0]
}

/** A word that documents have but the language does not may be misspelt in them: a much more frequent word is suggested. */
function askBack(
  { word, uses }: TypedWord,
  piece: string,
  { near, lookUp }: CorrectionSources,
): CorrectionDecision | undefined {
  const candidates = near(piece, 1)
    .filter(candidate => candidate.edits === 1 && candidate.uses >= ASK_BACK_RATIO * uses)
    .sort((a, b) => b.uses - a.uses || (a.word < b.word ? -1 : 1))
  // There are rarely any, so a page usually need not load the list.
  if (candidates.length === 0 || lookUp(word) !== undefined) return undefined
  const best = candidates.find(({ word }) => lookUp(word) !== undefined)
  if (best === undefined) return undefined
  return { words: [{ word: best.word, wholeClass: true, weight: 1, relation: 'typo' }], isApplied: false }
}
