/** Replaces the corrections if they cannot be loaded: every word is read as typed. */
import type { Features } from './features.ts'

export const NO_CORRECTIONS: Features['corrections'] = {
  wordsNear: () => [],
  correctionOf: () => undefined,
  splitQuery: () => undefined,
  correctQuestion: () => undefined,
}
