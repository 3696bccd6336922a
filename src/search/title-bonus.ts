/**
 * A bonus for titles that match the query. It is the largest single gain in ranking French pages whose titles name their subject, and no loss for others.
 *
 * It is the title's score, multiplied by `TITLE_BONUS` and by F1 of two shares: how much of the query the title contains (by rarity), and how much of the title
 * the query covers. The latter would need the rarity of all words of a title, which no single segment knows. Title words outside the query count as rare as the
 * query's words on average.
 */
import { TITLE_BONUS } from '../weights.ts'

/**
 * @param score what the title's words of the query score in the title
 * @param rarity the sum of their rarities
 * @param terms their number
 * @param length the title's length in words
 * @param questionRarity the sum of the rarities of all words of the query
 * @param questionTerms their number
 */
export function titleBonus(
  score: number,
  rarity: number,
  terms: number,
  length: number,
  questionRarity: number,
  questionTerms: number,
): number {
  if (rarity === 0) return 0
  const recall = rarity / questionRarity
  const unnamed = Math.max(0, length - terms) * (questionRarity / questionTerms)
  const precision = rarity / (rarity + unnamed)
  return (TITLE_BONUS * score * 2 * precision * recall) / (precision + recall)
}

/** The maximum of `titleBonus` for a score, rounded up: F1 is at most 1. */
export function mostTitleBonus(score: number): number {
  return TITLE_BONUS * score * (1 + 1e-12)
}
