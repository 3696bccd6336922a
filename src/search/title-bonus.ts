/**
 * A reward for titles that say what the question says: the largest single gain in ranking French pages whose titles name their subject, and
 * no loss where titles don't.
 *
 * The title's own score counts twice more, times F1 of two shares: how much of the question the title holds (by rarity), and how much of the title
 * the question names. The second needs the rarity of all words of a title, which no segment can know alone: words that the question doesn't
 * name are counted as rare as the question's on average.
 */
import { TITLE_BONUS } from '../weights.ts'

/**
 * @param score what the title's words of the question score in the title
 * @param rarity the sum of their rarities
 * @param terms their number
 * @param length the title's length in words
 * @param questionRarity the sum of the rarities of all words of the question
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

/** The most that `titleBonus` gives for a score, rounded up: F1 is 1 at most. */
export function mostTitleBonus(score: number): number {
  return TITLE_BONUS * score * (1 + 1e-12)
}
