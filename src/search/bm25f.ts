/**
 * BM25F over the forms of a word: S. Robertson, H. Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009, §3.5.
 *
 * Frequencies are summed over fields, each divided by its own length, before they saturate: a word in the title and in the body counts
 * more than in one of them, and less than twice.
 */
import { lengthOfNorm } from '../index/length-norm.ts'
import { K1, TEXT_B, TITLE_B } from '../weights.ts'

/** How rare a word is: 0 if every document has it, about ln(documents) if one document does. */
export function inverseDocumentFrequency(documentCount: number, documentFrequency: number): number {
  return Math.log(1 + (documentCount - documentFrequency + 0.5) / (documentFrequency + 0.5))
}

/** How `frequency`, already divided by length, saturates: 0 to 1. */
export function saturate(frequency: number): number {
  return frequency / (K1 + frequency)
}

/** Factors of frequencies for a boost and an average length. They stay the same until a document is added or removed. */
interface NormFactors {
  boost: number
  isTitle: boolean
  averageLength: number
  factors: Float64Array
}

/** The most recent ones, as a ring. */
const recentFactors: NormFactors[] = []
const MOST_RECENT = 16
let oldest = 0

/** The factor of a frequency, by length norm: `boost` for a field of average length, more for a shorter one. Callers must not change it. */
export function normFactors(boost: number, isTitle: boolean, averageLength: number): Float64Array {
  for (const recent of recentFactors) {
    if (recent.averageLength === averageLength && recent.boost === boost && recent.isTitle === isTitle) {
      return recent.factors
    }
  }
  const b = isTitle ? TITLE_B : TEXT_B
  const factors = new Float64Array(lengthOfNorm.length)
  for (let norm = 0; norm < factors.length; norm++)
    factors[norm] = boost / (1 - b + (b * lengthOfNorm[norm]) / averageLength)
  recentFactors[oldest] = { boost, isTitle, averageLength, factors }
  oldest = (oldest + 1) % MOST_RECENT
  return factors
}
