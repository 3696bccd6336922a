/** Reads the positions of the query's words in the few best documents, and adds a bonus to those in which neighbours are close together. */

import type { ComingPositions, Segment } from '../index/segment.ts'
import type { QueryWord } from '../query/query.ts'
import { countPairs, type PairCounts, proximityScore } from './proximity.ts'
import type { PostingList, QueryPostings } from './query-postings.ts'
import type { WeighedTerm } from './weigh.ts'

/** Two neighbouring words of a query. */
export interface NeighbourPair {
  first: number
  second: number
  distance: number
  weight: number
  /** The query has them in one compound. */
  isCompound: boolean
}

/** The pairs of neighbours, each once. A repeated word is not a pair. */
export function neighbourPairs(sequence: readonly QueryWord[], terms: readonly WeighedTerm[]): NeighbourPair[] {
  const pairs = new Map<string, NeighbourPair>()
  for (let i = 0; i + 1 < sequence.length; i++) {
    const { term: first, position } = sequence[i]
    const { term: second, position: next, isApart, isSameWhole = false } = sequence[i + 1]
    const key = `${first} ${second}`
    if (isApart || first === second || pairs.has(key)) continue
    // Rarities include the words' weights: the lighter word of a pair decides for both.
    const [a, b] = [terms[first], terms[second]]
    const lighter = Math.min(a.question.weight, b.question.weight)
    const weight = ((a.rarity / a.question.weight + b.rarity / b.question.weight) / 2) * lighter
    pairs.set(key, { first, second, distance: Math.max(1, next - position), weight, isCompound: isSameWhole })
  }
  return [...pairs.values()]
}

/** The maximum that proximity can add to any document. */
export function mostProximity(pairs: readonly NeighbourPair[]): number {
  const endless = { ordered: Number.MAX_SAFE_INTEGER, near: Number.MAX_SAFE_INTEGER }
  return pairs.reduce((sum, { weight, isCompound }) => sum + proximityScore(endless, weight, isCompound), 0)
}

/**
 * What the proximity of each pair adds to each of `documents` (ascending): by document, then by pair. `postings` are those used for scoring. `hits` are the
 * documents that would be shown with the current scores, and are probably read next. `mayMatter` is called with the index of each document in `documents` and
 * the maximum that proximity can add to it. If it returns false, the positions of the document are not read, and it gets nothing. Default: all are read.
 */
export function proximityByPair(
  pairs: readonly NeighbourPair[],
  segment: Segment,
  postings: QueryPostings,
  documents: readonly number[],
  hits: readonly number[] = [],
  mayMatter: (i: number, most: number) => boolean = () => true,
): number[][] {
  const scores = documents.map(() => pairs.map(() => 0))
  const places = neededPlaces(pairs, postings, documents, segment.norms.length, mayMatter)
  segment.announce?.({ positions: places.map(comingPositions), documents: hits })
  const positions: FieldPositions[][] = []
  for (const { first, second } of pairs) {
    positions[first] ??= documents.map(() => [])
    positions[second] ??= documents.map(() => [])
  }
  for (const ofList of places) readPositions(ofList, postings, segment, positions[ofList.term])
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

/** Where the documents are in a list of a term. */
interface ListPlaces {
  term: number
  list: PostingList
  /** By document: its index in the arrays; -1 if the list does not have it or it is not needed. */
  places: Int32Array
}

/** Where positions must be read: in a document, only those of terms that it contains in the same field as one of their neighbours. */
function neededPlaces(
  pairs: readonly NeighbourPair[],
  { lists, documents: read, frequencies }: QueryPostings,
  documents: readonly number[],
  fieldCount: number,
  mayMatter: (i: number, most: number) => boolean,
): ListPlaces[] {
  const found: ListPlaces[] = []
  /** By term, then by document and field: how often the term occurs, if it has positions. */
  const held: Uint32Array[] = []
  for (const term of new Set(pairs.flatMap(({ first, second }) => [first, second]))) {
    const ofTerm = (held[term] = new Uint32Array(documents.length * fieldCount))
    for (const list of lists[term]) {
      if (!list.postings.hasPositions) continue
      const places = new Int32Array(documents.length).fill(-1)
      list.rewind()
      for (let i = 0; i < documents.length; i++) {
        const at = list.seek(documents[i])
        if (at === list.end) break
        if (read.values[at] !== documents[i]) continue
        places[i] = at
        ofTerm[i * fieldCount + list.postings.field] += frequencies.values[at]
      }
      found.push({ term, list, places })
    }
  }
  const needed = held.map(ofTerm => new Uint8Array(ofTerm.length))
  for (let i = 0; i < documents.length; i++) {
    const fields = Array.from({ length: fieldCount }, (_, field) => i * fieldCount + field)
    let most = 0
    for (const { first, second, weight, isCompound } of pairs) {
      // Each occurrence of the first word counts at most once.
      let times = 0
      for (const at of fields) if (held[second][at] > 0) times += held[first][at]
      if (times > 0) most += proximityScore({ ordered: times, near: times }, weight, isCompound)
    }
    if (most === 0 || !mayMatter(i, most)) continue
    for (const { first, second } of pairs) {
      for (const at of fields)
        if (held[first][at] > 0 && held[second][at] > 0) needed[first][at] = needed[second][at] = 1
    }
  }
  for (const { term, list, places } of found) {
    for (let i = 0; i < places.length; i++) {
      if (needed[term][i * fieldCount + list.postings.field] === 0) places[i] = -1
    }
  }
  return found.filter(({ places }) => places.some(at => at >= 0))
}

function comingPositions({ list, places }: ListPlaces): ComingPositions {
  const indexes = Array.from(
    places.filter(at => at >= 0),
    at => at - list.start,
  )
  return { postings: list.postings, indexes }
}

/** By field: the positions of all forms of a word in a document, ascending. */
type FieldPositions = (number[] | undefined)[]

/** Adds the positions of a list to those of its term, by document. */
function readPositions(
  { list: { postings, start }, places }: ListPlaces,
  { documents: read, frequencies }: QueryPostings,
  segment: Segment,
  byDocument: readonly FieldPositions[],
): void {
  const reader = segment.positions(postings)
  for (let i = 0; i < places.length; i++) {
    const at = places[i]
    if (at < 0) continue
    reader.read(at - start, read.values, frequencies.values, start)
    const ofField = byDocument[i][postings.field]
    const positions = (byDocument[i][postings.field] = ofField ?? [])
    const { positions: ofPosting, length } = reader
    for (let n = 0; n < length; n++) positions.push(ofPosting[n])
    if (ofField !== undefined) positions.sort((a, b) => a - b)
  }
}
