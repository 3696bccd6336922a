/** What a query needs if the index does not have its words: corrections of misspelt words, splitting of words typed together, near words. */
import { type CorrectionDecision, decideCorrection, type TypedWord } from '../dictionary/decide-correction.ts'
import { usesOf } from '../dictionary/holders.ts'
import type { ListReader } from '../dictionary/list-reader.ts'
import { nearbyWords, nearWords } from '../dictionary/near-words.ts'
import type { SegmentView } from '../index/segment-view.ts'
import type { Language, RelatedWord } from '../language/language.ts'

export { splitQuery } from '../search/split-query.ts'
export { correctQuestion } from './correction.ts'

/** The words this many edits away, for `word~`. */
export function wordsNear(
  word: string,
  edits: number,
  parts: readonly SegmentView[],
  language: Language,
): RelatedWord[] {
  return nearbyWords(word, edits, parts, language)
}

/** What a word may be a misspelling of; undefined if it is correct. `wholes` are compounds that it may be a part of. */
export function correctionOf(
  typed: TypedWord,
  wholes: readonly string[],
  list: ListReader,
  parts: readonly SegmentView[],
  language: Language,
): CorrectionDecision | undefined {
  const sources = {
    near: (piece: string, edits: number) => nearWords(piece, edits, parts, language),
    lookUp: (word: string) => list.lookUp(word),
    lookUpAll: (words: readonly string[]) => list.lookUpSoon(words, undefined),
  }
  const decision = decideCorrection(typed, sources)
  if (decision === undefined || !decision.isApplied) return decision
  const ofWholes = wholes.flatMap(word => {
    if (usesOf(word, parts, language) > 0) return []
    return decideCorrection({ word, casing: typed.casing, uses: 0, hasClass: false }, sources)?.words ?? []
  })
  return { ...decision, words: [...decision.words, ...ofWholes] }
}
