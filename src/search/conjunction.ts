/** Documents that contain several words: those of the rarest word, looked up in the lists of the others. */
import { DocumentSet } from '../columns/document-set.ts'
import { firstAtLeast, type PostingArrays, type PostingList, type QueryPostings } from './query-postings.ts'

/** The documents of any of the lists, ascending. Valid as long as no list is opened. */
export function documentsOf(lists: readonly PostingList[], arrays: PostingArrays, capacity: number): Uint32Array {
  const [list] = lists
  if (lists.length > 1) return setOf(lists, arrays, capacity).toArray()
  if (list === undefined) return new Uint32Array(0)
  list.readAll()
  return arrays.documents.values.subarray(list.start, list.end)
}

/** The same as a set. */
export function setOf(lists: readonly PostingList[], { documents }: PostingArrays, capacity: number): DocumentSet {
  const set = new DocumentSet(capacity)
  for (const list of lists) {
    list.readAll()
    for (let i = list.start; i < list.end; i++) set.add(documents.values[i])
  }
  return set
}

/** The documents that contain a term or all words of a substitute for it, including removed ones. Reads all of its lists. */
export function holdingTerm(term: number, postings: QueryPostings, capacity: number): DocumentSet {
  const set = setOf(postings.lists[term], postings, capacity)
  for (const words of postings.substitutes[term]) {
    const [first, ...others] = words.map(lists => setOf(lists, postings, capacity))
    for (const other of others) first.and(other)
    set.or(first)
  }
  return set
}

/** Documents that contain a word of each of some slots. */
export interface Conjunction {
  /** Ascending. */
  documents: Uint32Array
  /** By slot: the index in the arrays of the posting of each document; undefined for a slot of several lists. */
  places: (Uint32Array | undefined)[]
}

/** The documents that have a posting in any of the lists of each slot; the slot with the fewest goes first. */
export function holdingAll(
  slots: readonly (readonly PostingList[])[],
  arrays: PostingArrays,
  capacity: number,
): Conjunction {
  const [first, ...others] = slots
  const documents = documentsOf(first, arrays, capacity)
  const places = first.length === 1 ? documents.map((_, i) => first[0].start + i) : undefined
  let held: Conjunction = { documents, places: [places] }
  for (const lists of others)
    held = lists.length === 1 ? alsoInOne(held, lists[0], arrays) : alsoInAny(held, lists, arrays)
  return held
}

function alsoInOne({ documents: among, places }: Conjunction, list: PostingList, arrays: PostingArrays): Conjunction {
  const kept = new Uint32Array(among.length)
  const own = new Uint32Array(among.length)
  const isDense = list.end - list.start < among.length * SEEK_COST
  let at = list.next
  if (isDense) list.readAll()
  const { end } = list
  const documents = arrays.documents.values
  let count = 0
  for (let i = 0; i < among.length; i++) {
    const document = among[i]
    if (isDense) while (at < end && documents[at] < document) at++
    else at = list.seek(document)
    if (at === end) break
    if (documents[at] !== document) continue
    kept[count] = i
    own[count++] = at
  }
  const keptPlaces = kept.subarray(0, count)
  return {
    documents: chosen(among, keptPlaces),
    places: [...places.map(of => of && chosen(of, keptPlaces)), own.subarray(0, count)],
  }
}

function alsoInAny(
  { documents: among, places }: Conjunction,
  lists: readonly PostingList[],
  arrays: PostingArrays,
): Conjunction {
  const isHeld = new Uint8Array(among.length)
  markHeld(among, lists, arrays, isHeld)
  // Not Uint32Array.from, which takes seven times as long.
  const kept = among.map((_, i) => i).filter(i => isHeld[i] === 1)
  return { documents: chosen(among, kept), places: [...places.map(of => of && chosen(of, kept)), undefined] }
}

/** The values at the given indexes. */
function chosen(values: Uint32Array, places: Uint32Array): Uint32Array {
  const some = new Uint32Array(places.length)
  for (let i = 0; i < places.length; i++) some[i] = values[places[i]]
  return some
}

/** Marks those of `among` (ascending) that are in any of the lists, by looking up the documents of the shorter in the longer. */
export function markHeld(
  among: Uint32Array,
  lists: readonly PostingList[],
  arrays: PostingArrays,
  isHeld: Uint8Array,
): void {
  if (among.length === 0) return
  for (const list of lists) {
    let at = list.seek(among[0])
    if (list.end - at < among.length) {
      const end = list.readTo(among[among.length - 1] + 1)
      const documents = arrays.documents.values
      for (let i = 0; at < end && i < among.length; at++) {
        i = firstAtLeast(among, documents[at], i, among.length)
        if (among[i] === documents[at]) isHeld[i] = 1
      }
      list.rewind()
      continue
    }
    const documents = arrays.documents.values
    for (let i = 0; i < among.length; i++) {
      if (isHeld[i] === 1) continue
      at = list.seek(among[i])
      if (at === list.end) break
      if (documents[at] === among[i]) isHeld[i] = 1
    }
  }
}

/** Looking up a document costs about as much as stepping over this many postings. */
export const SEEK_COST = 8
