/** The documents of a segment that hold a term of a query, from its posting lists. */
import { DocumentSet } from '../columns/document-set.ts'
import type { PostingList, QueryPostings } from './query-postings.ts'

/** The documents that hold a term or all words of something that stands for it, removed ones among them. Reads all of its lists. */
export function holdingTerm(term: number, postings: QueryPostings, capacity: number): DocumentSet {
  const set = new DocumentSet(capacity)
  addLists(postings.lists[term], postings, set)
  for (const words of postings.substitutes[term]) {
    const [first, ...others] = words.map(lists => {
      const ofWord = new DocumentSet(capacity)
      addLists(lists, postings, ofWord)
      return ofWord
    })
    for (const other of others) first.and(other)
    set.or(first)
  }
  return set
}

function addLists(lists: readonly PostingList[], { documents: { values } }: QueryPostings, set: DocumentSet): void {
  for (const list of lists) {
    list.rewind()
    list.readTo(Number.POSITIVE_INFINITY)
    for (let i = list.start; i < list.end; i++) set.add(values[i])
    // Scores are added up from the start.
    list.rewind()
  }
}
