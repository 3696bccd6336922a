/** The options of French. */
import type { WordOptions } from '../lexicon/word-options.ts'

/** The options of `french()`. None of them is needed. */
export type FrenchOptions = WordOptions
