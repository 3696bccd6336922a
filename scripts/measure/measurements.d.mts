/** Types of measurements.mjs, for the tests, which are TypeScript. */

export interface Measurement {
  name: string
  pages: readonly string[]
  needs: readonly string[]
  minutes: number
  unmarked?: boolean
}

export const MEASUREMENTS: readonly Measurement[]
export function stampOf(name: string): RegExp
