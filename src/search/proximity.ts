/**
 * A bonus for documents in which neighbouring words of the query are close together.
 *
 * For each pair of neighbours, it counts how often they occur in the query's order at no more than its distance plus one, and how often within eight words in
 * any order. Both counts saturate. After Y. Rasolofo, J. Savoy, "Term Proximity Scoring for Keyword-Based Retrieval Systems", 2003, with counts instead of
 * distances.
 */
import { COMPOUND_PROXIMITY_WEIGHT, PROXIMITY_SATURATION, PROXIMITY_WEIGHT, PROXIMITY_WINDOW } from '../weights.ts'

/** How often two words are close together. */
export interface PairCounts {
  ordered: number
  near: number
}

/** What a pair adds. `weight` is the mean rarity of its words, and `isCompound` whether the query has them in one compound. */
export function proximityScore({ ordered, near }: PairCounts, weight: number, isCompound = false): number {
  const nearby = near / (near + PROXIMITY_SATURATION)
  const inOrder = ordered / (ordered + PROXIMITY_SATURATION)
  return weight * (PROXIMITY_WEIGHT * (inOrder + nearby) + (isCompound ? COMPOUND_PROXIMITY_WEIGHT * inOrder : 0))
}

/**
 * Counts pairs between two ascending lists of positions in one field and adds them to `closeness`. `distance` is that of the words in the query. Each position
 * of the first word counts at most once in each count. Two parts of a compound at one position are the compound in another spelling, and count as close
 * together.
 */
export function countPairs(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  distance: number,
  closeness: PairCounts,
  isCompound = false,
): void {
  let from = 0
  for (let i = 0; i < first.length; i++) {
    const position = first[i]
    while (from < second.length && second[from] < position - PROXIMITY_WINDOW) from++
    let isNear = false
    let isOrdered = false
    for (let j = from; j < second.length && second[j] <= position + PROXIMITY_WINDOW; j++) {
      const gap = second[j] - position
      if (isCompound ? gap >= 0 && gap <= distance : gap > 0 && gap <= distance + 1) isOrdered = true
      if (gap !== 0 || isCompound) isNear = true
    }
    if (isNear) closeness.near++
    if (isOrdered) closeness.ordered++
  }
}
