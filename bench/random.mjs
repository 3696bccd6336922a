/** Random numbers that are the same in every run: the library's. */

import { evaluation } from './evaluation.mjs'

export const { seededRandom } = evaluation
