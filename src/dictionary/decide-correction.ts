/**
 * Decides whether a word of a query is a misspelling, which words of the index it may stand for, how much they count, and whether they are applied or
 * only offered.
 *
 * The list of the language's words is the judge: a word that is on it is never corrected, whether a document has it or not.
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
import type { NearUsedWord } from './vocabulary.ts'

/** A word of the query with what the index has of it. */
export interface TypedWord {
  /** As the dictionary would write it. */
  word: string
  /** Its capitals: `acronym` for a short word in capitals, `name` for a word with a capital inside the query. */
  casing: 'name' | 'acronym' | undefined
  /** How many documents hold this spelling, accents aside. */
  uses: number
  /** Whether documents hold other words of its class. */
  hasClass: boolean
}

/** What the decision reads. */
export interface CorrectionSources {
  /** The words of the index at most so many edits from a spelling. */
  near(piece: string, edits: number): readonly NearUsedWord[]
  /** What the language's list knows of a word; undefined if it is no word. */
  lookUp(word: string): ListedWord | undefined
  /** The same of candidates: their frequencies decide on weights, and on little else. */
  lookUpAll(words: readonly string[]): readonly (ListedWord | undefined)[]
}

export interface CorrectionDecision {
  /** The words that it may stand for, the likeliest first. They count with their whole classes. */
  words: readonly RelatedWord[]
  /** Whether documents that hold these words are hits. If not, the correction is only offered. */
  isApplied: boolean
}

/** The corrections of a word; undefined if it is right, or nothing is near. */
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

/** Two edits are looked for only if one finds nothing: they would be out of range. */
function nearestCandidates(piece: string, edits: number, sources: CorrectionSources): Candidate[] {
  const near = bestCandidates(piece, 1, sources)
  return near.length > 0 || edits === 1 ? near : bestCandidates(piece, edits, sources)
}

/** The nearest words, the most used first. */
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

/** Names of at most this length are acronyms as often as not: `Cesu`. */
const SHORT_NAME_LENGTH = 4

/**
 * Whether the word may be right although nobody knows it: an acronym always may; a name may if the nearest word is an ordinary one (`Accre` is not
 * `accrue`), and is a misspelt name if that is a name as well, with the same first letter.
 */
function mayBeRight({ word, casing }: TypedWord, { folded, listed }: Candidate): boolean {
  if (casing !== 'name') return casing === 'acronym'
  const isOrdinary = listed !== undefined && !listed.isName
  return isOrdinary || word.length <= SHORT_NAME_LENGTH || folded[0] !== fold(word)[0]
}

/** A word that documents have, but the language has not, may be a misspelling of theirs: the much more frequent word is offered. */
function askBack(
  { word, uses }: TypedWord,
  piece: string,
  { near, lookUp }: CorrectionSources,
): CorrectionDecision | undefined {
  const candidates = near(piece, 1)
    .filter(candidate => candidate.edits === 1 && candidate.uses >= ASK_BACK_RATIO * uses)
    .sort((a, b) => b.uses - a.uses || (a.word < b.word ? -1 : 1))
  // Hardly ever are there any: a page need not get the list to know.
  if (candidates.length === 0 || lookUp(word) !== undefined) return undefined
  const best = candidates.find(({ word }) => lookUp(word) !== undefined)
  if (best === undefined) return undefined
  return { words: [{ word: best.word, wholeClass: true, weight: 1, relation: 'typo' }], isApplied: false }
}
