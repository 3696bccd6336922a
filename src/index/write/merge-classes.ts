/** Merges the classes of several sources into one sequence, so that no dictionary must be completely in memory. */
import { compareBytes } from '../../format/sorted-table.ts'
import { utf8Encoder } from '../../text/utf8.ts'
import type { Term, WordClass } from '../segment.ts'
import type { PostingSource, Source } from './numbered-source.ts'

/** A term of one source. */
export interface Occurrence {
  source: Source<PostingSource>
  term: Term
}

/** A class key and its terms in the sources, in order. Valid until the next one is read. */
export interface MergedClass {
  key: string
  /** The same in UTF-8. */
  keyBytes: Uint8Array
  terms: Map<string, Occurrence[]>
}

interface Head {
  source: Source<PostingSource>
  rest: Iterator<WordClass>
  key: string
  keyBytes: Uint8Array
  terms: readonly Term[]
}

/** In order of the keys' UTF-8, equal keys together. */
export function* mergeClasses(sources: readonly Source<PostingSource>[]): Generator<MergedClass> {
  let heads = sources.flatMap(source => advance(source, source.segment.classes()[Symbol.iterator]()) ?? [])
  while (heads.length > 0) {
    let least = heads[0]
    for (const head of heads) if (compareBytes(head.keyBytes, least.keyBytes) < 0) least = head
    const { key, keyBytes } = least
    const equal = heads.filter(head => compareBytes(head.keyBytes, keyBytes) === 0)
    yield { key, keyBytes, terms: termsOf(equal) }
    // Only now, because the data of a source are valid until it advances.
    heads = heads.flatMap(head => (equal.includes(head) ? (advance(head.source, head.rest) ?? []) : head))
  }
}

function advance(source: Source<PostingSource>, rest: Iterator<WordClass>): Head | undefined {
  const next = rest.next()
  if (next.done) return undefined
  const { key, keyBytes = utf8Encoder.encode(key), terms } = next.value
  return { source, rest, key, keyBytes, terms }
}

function termsOf(heads: readonly Head[]): Map<string, Occurrence[]> {
  const merged = new Map<string, Occurrence[]>()
  for (const { source, terms } of heads) {
    for (const term of terms) {
      const same = merged.get(term.word)
      if (same === undefined) merged.set(term.word, [{ source, term }])
      else same.push({ source, term })
    }
  }
  return merged
}
