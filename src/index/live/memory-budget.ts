/** How much of what is added may stay in memory as it is added, before it is packed or put on disk. */
import { InvalidOptionError } from '../../errors.ts'

const DEFAULT_BUDGET = 64 * 2 ** 20
const LEAST_BUDGET = 2 ** 20

/** The budget in bytes. @throws InvalidOptionError for what is no number or below a megabyte */
export function checkBudget(budget: unknown = DEFAULT_BUDGET): number {
  if (typeof budget === 'number' && budget >= LEAST_BUDGET) return budget
  throw new InvalidOptionError('memoryBudget', budget, `a number of bytes from ${LEAST_BUDGET} (one megabyte)`)
}
