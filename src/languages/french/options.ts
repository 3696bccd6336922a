/** The options of French. */
import type { WordOptions } from '../lexicon/word-options.ts'

/**
 * The options of `french()`. None of them is needed.
 *
 * @example
 * const options: FrenchOptions = {
 *   synonyms: [['voiture', 'automobile']],
 *   stopWords: defaults => [...defaults, 'article'],
 *   exceptions: { cuissot: 'cuisse' },
 * }
 */
export interface FrenchOptions extends WordOptions {}
