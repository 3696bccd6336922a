/** The query as it was most likely meant: misspelt words are replaced, the rest is as typed. */

import type { DocumentSet } from '../columns/document-set.ts'
import { documentsHolding } from '../dictionary/holders.ts'
import type { SegmentView } from '../index/segment-view.ts'
import type { Language } from '../language/language.ts'
import type { Query } from '../query/query.ts'
import type { WeighedQuery, WeighedTerm } from '../search/weigh.ts'

/**
 * `text` with its misspelt words corrected, in the case in which they were typed; undefined if no word was corrected.
 *
 * @param isOffered whether to include corrections that are only suggested; then undefined if there are none
 * @param areTogether whether some document contains a word of the correction's class and one of the term's
 */
export function correctQuestion(
  text: string,
  { sequence }: Query,
  { terms }: WeighedQuery,
  parts: readonly SegmentView[],
  language: Language,
  isOffered = false,
  areTogether = togetherIn(parts, language),
): string | undefined {
  if (isOffered && !terms.some(({ offers }) => offers.length > 0)) return undefined
  const chosen = new Map<number, string>()
  let corrected = ''
  let copied = 0
  for (const { term, start, end } of sequence) {
    const corrections = isOffered ? [...terms[term].corrections, ...terms[term].offers] : terms[term].corrections
    if (corrections.length === 0 || start < 0) continue
    const others = terms.filter(other => other !== terms[term] && other.corrections.length === 0)
    const correction = chosen.get(term) ?? fittingBest(corrections, others, areTogether)
    chosen.set(term, correction)
    corrected += text.slice(copied, start) + language.orthography.respell(text.slice(start, end), correction)
    copied = end
  }
  return copied === 0 ? undefined : corrected + text.slice(copied)
}

/** Whether some document contains a word of a correction's class and one of a term's. */
export type AreTogether = (correction: string, term: WeighedTerm) => boolean

/** The correction that occurs in the same documents as most other words of the query; of several, the closest. */
function fittingBest(corrections: readonly string[], others: readonly WeighedTerm[], areTogether: AreTogether): string {
  let [best] = corrections
  if (corrections.length === 1) return best
  let most = -1
  for (const correction of corrections) {
    const fitting = others.filter(other => areTogether(correction, other))
    if (fitting.length <= most) continue
    most = fitting.length
    best = correction
  }
  return best
}

function togetherIn(parts: readonly SegmentView[], language: Language): AreTogether {
  const holdingTerm = new Map<WeighedTerm, DocumentSet[]>()
  const holdingWord = new Map<string, DocumentSet[]>()
  return (correction, term) => {
    const ofTerm =
      holdingTerm.get(term) ?? parts.map(({ segment }, p) => documentsHolding(segment, term.parts[p].core?.terms ?? []))
    holdingTerm.set(term, ofTerm)
    const key = language.key(correction)
    const ofWord =
      holdingWord.get(key) ?? parts.map(({ segment }) => documentsHolding(segment, segment.wordClass(key)?.terms ?? []))
    holdingWord.set(key, ofWord)
    return parts.some((part, p) => meet(ofWord[p], ofTerm[p], part))
  }
}

/** Whether a document that is not removed is in both. */
function meet(some: DocumentSet, others: DocumentSet, { deletions }: SegmentView): boolean {
  if (deletions.count === 0) return some.meets(others)
  let found = false
  some
    .copy()
    .and(others)
    .forEach(document => {
      found ||= !deletions.has(document)
    })
  return found
}
