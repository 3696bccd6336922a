/** Reads the positions of the question's words in the few best documents, and rewards those in which neighbours stand together. */

import type { ComingPositions, PositionReader, Segment } from '../index/segment.ts'
import type { QueryWord } from '../query/query.ts'
import { countPairs, type PairCounts, proximityScore } from './proximity.ts'
import type { QueryPostings } from './query-postings.ts'
import type { WeighedTerm } from './weigh.ts'

/** Two neighbouring words of a question. */
export interface NeighbourPair {
  first: number
  second: number
  distance: number
  weight: number
  /** The question has them in one compound. */
  isCompound: boolean
}

/** The pairs of neighbours, each once; a word beside itself is no pair. */
export function neighbourPairs(sequence: readonly QueryWord[], terms: readonly WeighedTerm[]): NeighbourPair[] {
  const pairs = new Map<string, NeighbourPair>()
  for (let i = 0; i + 1 < sequence.length; i++) {
    const { term: first, position } = sequence[i]
    const { term: second, position: next, isApart, isSameWhole = false } = sequence[i + 1]
    const key = `${first} ${second}`
    if (isApart || first === second || pairs.has(key)) continue
    // Rarities carry the words' weights: the lighter word of a pair decides for both.
    const [a, b] = [terms[first], terms[second]]
    const lighter = Math.min(a.question.weight, b.question.weight)
    const weight = ((a.rarity / a.question.weight + b.rarity / b.question.weight) / 2) * lighter
    pairs.set(key, { first, second, distance: Math.max(1, next - position), weight, isCompound: isSameWhole })
  }
  return [...pairs.values()]
}

/** The most that closeness can add to any document. */
export function mostProximity(pairs: readonly NeighbourPair[]): number {
  const endless = { ordered: Number.MAX_SAFE_INTEGER, near: Number.MAX_SAFE_INTEGER }
  return pairs.reduce((sum, { weight, isCompound }) => sum + proximityScore(endless, weight, isCompound), 0)
}

/**
 * What the closeness of each pair adds to each of `documents` (ascending): by document, then by pair. `postings` are those that the question was
 * scored by, `hits` the documents that would be shown as the scores stand: likely the next to be read.
 */
export function proximityByPair(
  pairs: readonly NeighbourPair[],
  segment: Segment,
  postings: QueryPostings,
  documents: readonly number[],
  hits: readonly number[] = [],
): number[][] {
  const scores = documents.map(() => pairs.map(() => 0))
  const needed = new Set(pairs.flatMap(({ first, second }) => [first, second]))
  segment.announce?.({ positions: [...placesOf(postings, needed, documents)], documents: hits })
  const positions: FieldPositions[][] = []
  for (const term of needed) positions[term] = readPositions(postings, term, segment, documents)
  const closeness: PairCounts = { ordered: 0, near: 0 }
  pairs.forEach(({ first, second, distance, weight, isCompound }, p) => {
    for (let i = 0; i < documents.length; i++) {
      const ofFirst = positions[first][i]
      const ofSecond = positions[second][i]
      closeness.ordered = 0
      closeness.near = 0
      for (let field = Math.min(ofFirst.length, ofSecond.length) - 1; field >= 0; field--) {
        const a = ofFirst[field]
        const b = ofSecond[field]
        if (a !== undefined && b !== undefined) countPairs(a, b, distance, closeness, isCompound)
      }
      scores[i][p] = proximityScore(closeness, weight, isCompound)
    }
  })
  return scores
}

/** Where `documents` (ascending) stand in the lists of `terms`. */
function* placesOf(
  { lists, documents: read }: QueryPostings,
  terms: Iterable<number>,
  documents: readonly number[],
): Generator<ComingPositions> {
  for (const term of terms) {
    for (const list of lists[term]) {
      const indexes: number[] = []
      list.rewind()
      for (const document of documents) {
        const at = list.seek(document)
        if (at < list.end && read.values[at] === document) indexes.push(at - list.start)
      }
      if (indexes.length > 0) yield { postings: list.postings, indexes }
    }
  }
}

/** By field: the positions of all forms of a word in a document, ascending. */
type FieldPositions = (number[] | undefined)[]

/** By document. */
function readPositions(
  { lists, documents: read, frequencies }: QueryPostings,
  term: number,
  segment: Segment,
  documents: readonly number[],
): FieldPositions[] {
  const byDocument: FieldPositions[] = documents.map(() => [])
  for (const list of lists[term]) {
    const { postings, start } = list
    let reader: PositionReader | undefined
    list.rewind()
    for (let i = 0; i < documents.length; i++) {
      const at = list.seek(documents[i])
      if (at === list.end) break
      if (read.values[at] !== documents[i]) continue
      reader ??= segment.positions(postings)
      reader.read(at - start, read.values, frequencies.values, start)
      const ofField = byDocument[i][postings.field]
      const positions = (byDocument[i][postings.field] = ofField ?? [])
      const { positions: ofPosting, length } = reader
      for (let n = 0; n < length; n++) positions.push(ofPosting[n])
      if (ofField !== undefined) positions.sort((a, b) => a - b)
    }
  }
  return byDocument
}
