/** Reads the positions of the question's words in the few best documents, and rewards those in which neighbours stand together. */
import type { QuestionWord } from '../query/question.ts'
import { type Closeness, countPairs, proximityScore } from '../ranking/proximity.ts'
import type { Segment } from '../segment/segment.ts'
import type { ExpandedTerm } from '../query/expand.ts'
import type { SearchedField } from './score-part.ts'
import type { WeighedTerm } from './weigh.ts'

/** Two neighbouring words of a question. */
export interface NeighbourPair {
  first: number
  second: number
  distance: number
  weight: number
}

/** The pairs of neighbours, each once; a word beside itself is no pair. */
export function neighbourPairs(sequence: readonly QuestionWord[], terms: readonly WeighedTerm[]): NeighbourPair[] {
  const pairs = new Map<string, NeighbourPair>()
  for (let i = 0; i + 1 < sequence.length; i++) {
    const { term: first, position } = sequence[i]
    const { term: second, position: next } = sequence[i + 1]
    const key = `${first} ${second}`
    if (first === second || pairs.has(key)) continue
    // Rarities carry the words' weights: the lighter word of a pair decides for both.
    const [a, b] = [terms[first], terms[second]]
    const lighter = Math.min(a.question.weight, b.question.weight)
    const weight = ((a.rarity / a.question.weight + b.rarity / b.question.weight) / 2) * lighter
    pairs.set(key, { first, second, distance: Math.max(1, next - position), weight })
  }
  return [...pairs.values()]
}

/** What closeness adds to each of `documents` (ascending, of part `part`), in the same order. */
export function closenessScores(
  pairs: readonly NeighbourPair[],
  terms: readonly WeighedTerm[],
  part: number,
  segment: Segment,
  fields: readonly SearchedField[],
  documents: readonly number[],
): number[] {
  const needed = new Set(pairs.flatMap(({ first, second }) => [first, second]))
  const positions = new Map<number, number[][][]>()
  for (const term of needed) positions.set(term, readPositions(terms[term].parts[part], segment, fields, documents))
  return documents.map((_, i) => {
    let score = 0
    for (const { first, second, distance, weight } of pairs) {
      const closeness: Closeness = { ordered: 0, near: 0 }
      for (let f = 0; f < fields.length; f++) {
        const a = positions.get(first)?.[i][f]
        const b = positions.get(second)?.[i][f]
        if (a !== undefined && b !== undefined && a.length > 0 && b.length > 0) countPairs(a, b, distance, closeness)
      }
      score += proximityScore(closeness, weight)
    }
    return score
  })
}

/** By document and field: the positions of all forms of a word, ascending. */
function readPositions(
  expanded: ExpandedTerm,
  segment: Segment,
  fields: readonly SearchedField[],
  documents: readonly number[],
): number[][][] {
  const found: number[][][] = documents.map(() => fields.map(() => []))
  for (const { term } of [...expanded.forms, ...expanded.wholes]) {
    for (const postings of term.fields) {
      const field = fields.findIndex(({ index }) => index === postings.field)
      if (field < 0) continue
      const cursor = segment.positions(postings)
      let length = 0
      let from = 0
      for (let i = 0; i < documents.length; i++) {
        const document = documents[i]
        if (length === 0 || cursor.documents[length - 1] < document) {
          length = cursor.seekBlock(document)
          from = 0
          if (length === 0) break
        }
        from = firstAtLeast(cursor.documents, document, from, length)
        if (cursor.documents[from] !== document) continue
        cursor.readPositions(from)
        for (let n = 0; n < cursor.positionCount; n++) found[i][field].push(cursor.positions[n])
      }
    }
  }
  for (const byField of found) for (const list of byField) list.sort((a, b) => a - b)
  return found
}

/** The first index from `low` on whose document is ≥ `document`; there is one before `high`. */
function firstAtLeast(documents: Uint32Array, document: number, low: number, high: number): number {
  let from = low
  let to = high - 1
  while (from < to) {
    const middle = (from + to) >> 1
    if (documents[middle] < document) from = middle + 1
    else to = middle
  }
  return from
}
