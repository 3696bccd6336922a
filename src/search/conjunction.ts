/** Documents that hold several words: the rarest word's, sought in the lists of the others. */
import { DocumentSet } from '../columns/document-set.ts'
import {
  firstAtLeast,
  type PostingArrays,
  type PostingList,
  type QueryPostings,
  sizeOfLists,
} from './query-postings.ts'

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

/** The documents that hold a term or all words of something that stands for it, removed ones among them. Reads all of its lists. */
export function holdingTerm(term: number, postings: QueryPostings, capacity: number): DocumentSet {
  const set = setOf(postings.lists[term], postings, capacity)
  for (const words of postings.substitutes[term]) {
    const [first, ...others] = words.map(lists => setOf(lists, postings, capacity))
    for (const other of others) first.and(other)
    set.or(first)
  }
  return set
}

/** Those of `among` (ascending) that are in any of the lists. */
export function documentsAlsoIn(among: Uint32Array, lists: readonly PostingList[], arrays: PostingArrays): Uint32Array {
  const [list] = lists
  if (lists.length > 1) {
    const isHeld = new Uint8Array(among.length)
    markHeld(among, lists, arrays, isHeld)
    return among.filter((_, i) => isHeld[i] === 1)
  }
  const held = new Uint32Array(among.length)
  const isDense = sizeOfLists(lists) < among.length * SEEK_COST
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
    if (documents[at] === document) held[count++] = document
  }
  return held.subarray(0, count)
}

/** Marks those of `among` (ascending) that are in any of the lists: the documents of the shorter are sought in the longer. */
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

/** Seeking a document costs about as much as going over so many postings. */
export const SEEK_COST = 8
