/** `expect(…).toEqual(…)` for loops of thousands, in which its own work takes longer than what is tested. */
import { isDeepStrictEqual } from 'node:util'
import { expect } from 'vitest'

/** What is strictly equal is so for `toEqual` too; of anything else it decides, and shows the difference. */
export function expectSame(actual: unknown, expected: unknown, message?: string): void {
  if (!isDeepStrictEqual(actual, expected)) expect(actual, message).toEqual(expected)
}
