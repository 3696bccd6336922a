/**
 * Counts the documents that contain all words of a query: the documents of the rarest word are looked up in the lists of the others.
 *
 * Ranking counts documents that contain any word, and skips most documents once enough are counted, so it does not know this number.
 */
import { holdingTerm, markHeld } from './conjunction.ts'
import { firstAtLeast, type QueryPostings, sizeOfLists } from './query-postings.ts'
import type { WeighedQuery } from './weigh.ts'

/**
 * The terms of a full match: all except question words (« comment », « puis-je »), which count less, unless so many terms are `required` that these are
 * included. A word that was corrected or split counts as what it was read as.
 */
export function termsOfFullMatch({ terms }: WeighedQuery, required: number): number[] {
  const all = terms.map((_, t) => t)
  const content = all.filter(t => terms[t].question.weight >= 1)
  return content.length >= Math.max(1, required) ? content : all
}

/** How many documents of a segment, from `start` on, contain all of `terms` and are hits. Counts up to `most`, and moves the lists. */
export function countFullMatches(
  terms: readonly number[],
  postings: QueryPostings,
  documentCount: number,
  start: number,
  isHit: (document: number) => boolean,
  most: number,
): number {
  if (terms.length === 0 || terms.some(term => postings.isEmpty(term))) return 0
  const [rarest, ...others] = terms
    .map(term => ({ term, size: sizeOf(term, postings) }))
    .sort((a, b) => a.size - b.size)
    .map(({ term }) => term)
  postings.rewind()
  const documents = holdingTerm(rarest, postings, documentCount).toArray()
  postings.rewind()
  let count = 0
  // In pieces, to read no more than is needed to count to `most`.
  for (let i = firstAtLeast(documents, start, 0, documents.length); i < documents.length && count < most; i += PIECE) {
    let left = documents.subarray(i, i + PIECE)
    for (const term of others) left = documentsWithTerm(left, term, postings)
    for (let i = 0; i < left.length && count < most; i++) if (isHit(left[i])) count++
  }
  return count
}

const PIECE = 4096

/** The number of postings for a term. */
function sizeOf(term: number, { lists, substitutes }: QueryPostings): number {
  const ofSubstitutes = substitutes[term].map(words => Math.min(...words.map(sizeOfLists)))
  return ofSubstitutes.reduce((sum, least) => sum + least, sizeOfLists(lists[term]))
}

/** Those of the documents that contain a term, or all words of a substitute for it. */
export function documentsWithTerm(documents: Uint32Array, term: number, postings: QueryPostings): Uint32Array {
  const isHeld = new Uint8Array(documents.length)
  markHeld(documents, postings.lists[term], postings, isHeld)
  for (const words of postings.substitutes[term]) {
    let both = documents.filter((_, i) => isHeld[i] === 0)
    for (const lists of words) {
      const ofWord = new Uint8Array(both.length)
      markHeld(both, lists, postings, ofWord)
      both = both.filter((_, i) => ofWord[i] === 1)
    }
    for (let i = 0, b = 0; b < both.length; i++) {
      if (documents[i] !== both[b]) continue
      isHeld[i] = 1
      b++
    }
  }
  return documents.filter((_, i) => isHeld[i] === 1)
}
