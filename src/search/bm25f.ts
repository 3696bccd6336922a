/**
 * BM25F over the forms of a word: S. Robertson, H. Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009, §3.5.
 *
 * Frequencies are summed over fields, each divided by its own length, before they saturate: a word in the title and in the body counts
 * more than in one of them, and less than twice.
 */
import { lengthOfNorm } from '../index/length-norm.ts'

/** How soon repeating a word stops to help. */
export const K1 = 1.2

/** How much length counts against a field, 0 to 1. A long title is padded; a long body may simply say more. */
const TITLE_B = 0.75
const TEXT_B = 0.6

/** The weight of the word as it was typed, as a term of its own beside its class: inflections come after it. */
export const OWN_FORM_WEIGHT = 0.3

/** How rare a word is: 0 for one in every document, about ln(documents) for one in a single document. */
export function inverseDocumentFrequency(documentCount: number, documentFrequency: number): number {
  return Math.log(1 + (documentCount - documentFrequency + 0.5) / (documentFrequency + 0.5))
}

/** How `frequency`, already divided by length, saturates: 0 to 1. */
export function saturate(frequency: number): number {
  return frequency / (K1 + frequency)
}

/** What a frequency is multiplied by, by length norm: `boost` for a field of average length, more for a shorter one. */
export function normFactors(boost: number, isTitle: boolean, averageLength: number): Float64Array {
  const b = isTitle ? TITLE_B : TEXT_B
  return lengthOfNorm.map(length => boost / (1 - b + (b * length) / averageLength))
}
