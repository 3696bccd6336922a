/** Completes the scores of a segment's matching documents and collects them in a ranking. */

import type { DocumentSet } from '../columns/document-set.ts'
import { lengthOfNorm } from '../index/length-norm.ts'
import type { SegmentView } from '../index/segment-view.ts'
import type { Matches } from './matches.ts'
import type { QuotationScores } from './quotations.ts'
import type { SearchedField } from './score-segment.ts'
import { mostTitleBonus, titleBonus } from './title-bonus.ts'
import type { Ranking } from './top-documents.ts'
import type { WeighedQuery } from './weigh.ts'
import type { Window } from './window.ts'
import { windowLoops } from './window-loops.ts'

/** Which documents of a segment are hits. */
export interface Collector {
  part: SegmentView
  /** The number of documents in the segments before it. */
  base: number
  admitted: Matches | undefined
  filter: DocumentSet | undefined
  matching: DocumentSet | undefined
  /** Receives the hits, to count their groups and facets. */
  hits: DocumentSet | undefined
  factor: ((document: number) => number) | undefined
  /** Undefined if no document of the segment contains a preferred quotation. */
  quotations: QuotationScores | undefined
  /** The number of terms in a document that contains all; 0 to count none. */
  fullTerms: number
  /** How many of the examined hits contain so many. */
  full: number
}

/** Whether a document that matches is a hit. */
export function isHitOf({ part, admitted, filter }: Collector): (document: number) => boolean {
  return document =>
    !part.deletions.has(document) && admitted?.has(document) !== false && filter?.has(document) !== false
}

/**
 * Completes the scores of the window's touched documents and collects them. Returns how many match. If `isCounting` is false, only documents with high enough
 * scores are examined.
 */
export function collectDocuments(
  question: WeighedQuery,
  collector: Collector,
  start: number,
  fields: readonly SearchedField[],
  required: number,
  window: Window,
  top: Pick<Ranking, 'threshold' | 'offer'>,
  isCounting = true,
): number {
  const { part, base, admitted, filter, matching, hits, factor, quotations, fullTerms } = collector
  const { touched, touchedCount, matched, score, titleScore, titleRarity, titleTerms } = window
  const titleField = fields.find(field => field.title)
  const titleNorms = titleField === undefined ? undefined : part.segment.norms[titleField.index]
  const questionRarity = question.terms.reduce((sum, term) => sum + term.rarity, 0)
  const hasDeletions = part.deletions.count > 0
  // In most queries, only its words decide whether a document is a hit and how it ranks.
  const isPlain = !hasDeletions && !admitted && !filter && !matching && !hits && !quotations && !factor
  const mostBonus = mostTitleBonus(1)
  let { threshold } = top
  let total = 0
  let places = touched
  let count = touchedCount
  if (isPlain) {
    total = required > 1 ? windowLoops.holding(touchedCount, required) : touchedCount
    if (fullTerms > 0) collector.full += windowLoops.holding(touchedCount, fullTerms)
    // Most documents stay below the best even with the maximum title bonus.
    count = windowLoops.pass(touchedCount, required, threshold, mostBonus)
    places = windowLoops.passing
  }
  for (let i = 0; i < count; i++) {
    const at = places[i]
    if (matched[at] < required) continue
    const document = start + at
    let final = score[at]
    if (!isPlain) {
      if (hasDeletions && part.deletions.has(document)) continue
      if (admitted !== undefined && !(isCounting ? admitted : admitted.candidates).has(document)) continue
      matching?.add(document)
      if (filter !== undefined && !filter.has(document)) continue
      total++
      hits?.add(document)
      if (matched[at] === fullTerms) collector.full++
      if (quotations !== undefined) for (const quotation of quotations.of(document)) final += quotation.score
    }
    if (titleNorms !== undefined && titleScore[at] > 0) {
      if (factor === undefined && final + mostBonus * titleScore[at] < threshold) continue
      final += titleBonus(
        titleScore[at],
        titleRarity[at],
        titleTerms[at],
        lengthOfNorm[titleNorms[document]],
        questionRarity,
        question.terms.length,
      )
    }
    if (factor !== undefined) final *= factor(document)
    if (final < threshold || (!isCounting && admitted?.has(document) === false)) continue
    top.offer(final, base + document, document)
    threshold = top.threshold
  }
  return total
}

export function removeTouched(documents: DocumentSet, start: number, { touched, touchedCount }: Window): void {
  for (let i = 0; i < touchedCount; i++) documents.delete(start + touched[i])
}

/** Collects documents without any word of the query. Returns how many there are. */
export function collectWordless(
  documents: DocumentSet,
  { part, base, admitted, filter, matching, hits }: Collector,
  top: Ranking,
): number {
  let total = 0
  documents.forEach(document => {
    if (part.deletions.has(document) || admitted?.has(document) === false) return
    matching?.add(document)
    if (filter !== undefined && !filter.has(document)) return
    total++
    hits?.add(document)
    top.offer(0, base + document, document)
  })
  return total
}
