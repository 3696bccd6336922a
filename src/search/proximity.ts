/**
 * A reward for documents in which neighbouring words of the question stand close together.
 *
 * For each pair of neighbours: how often they stand in the question's order at no more than its distance plus one, and how often within eight words
 * in any order, both saturated. After Y. Rasolofo, J. Savoy, "Term Proximity Scoring for Keyword-Based Retrieval Systems", 2003, with counts
 * in place of distances.
 */
import { PROXIMITY_SATURATION, PROXIMITY_WEIGHT, PROXIMITY_WINDOW } from '../weights.ts'

/** How often two words stand together. */
export interface PairCounts {
  ordered: number
  near: number
}

/** What a pair adds; `weight` is the mean rarity of its words. */
export function proximityScore({ ordered, near }: PairCounts, weight: number): number {
  return PROXIMITY_WEIGHT * weight * (ordered / (ordered + PROXIMITY_SATURATION) + near / (near + PROXIMITY_SATURATION))
}

/**
 * Counts pairs between two ascending lists of positions in one field and adds them to `closeness`; `distance` is that of the words in the
 * question. Each position of the first word counts once for each count.
 */
export function countPairs(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  distance: number,
  closeness: PairCounts,
): void {
  let from = 0
  for (let i = 0; i < first.length; i++) {
    const position = first[i]
    while (from < second.length && second[from] < position - PROXIMITY_WINDOW) from++
    let isNear = false
    let isOrdered = false
    for (let j = from; j < second.length && second[j] <= position + PROXIMITY_WINDOW; j++) {
      const gap = second[j] - position
      if (gap === 0) continue
      isNear = true
      if (gap > 0 && gap <= distance + 1) isOrdered = true
    }
    if (isNear) closeness.near++
    if (isOrdered) closeness.ordered++
  }
}
