/** The classes of words that no document had when they were counted. A document may have one since, so they are looked for again, together with the next search. */
import type { SearchAnswer } from './answers.ts'
import { keyToken } from './tokens.ts'

/** In milliseconds: OpenSearch makes new documents findable every second. */
const CERTAIN_FOR = 1000

/** A search for documents with words that were relied on to be absent. */
export interface Doubts {
  body: object
  /** Takes its answer. Returns whether a document has one of the words now. */
  settle(answer: SearchAnswer): boolean
}

export class Absences {
  /** When they were counted, by class key. */
  private readonly since = new Map<string, number>()
  /** Those that were relied on. */
  private readonly read = new Set<string>()

  add(key: string): void {
    this.since.set(key, Date.now())
  }

  /** Notes that a query relies on a class, if it is absent. */
  relyOn(key: string): void {
    if (this.since.has(key)) this.read.add(key)
  }

  /** Undefined if all that was relied on is certain. `tokens`: the field of all tokens; `forget` is called with the keys of classes that may exist now. */
  doubts(tokens: string, forget: (key: string) => void): Doubts | undefined {
    const now = Date.now()
    const keys = [...this.read].filter(key => now - (this.since.get(key) ?? now) > CERTAIN_FOR)
    this.read.clear()
    if (keys.length === 0) return undefined
    const settle = ({ hits }: SearchAnswer) => {
      const areAbsent = hits.total?.value === 0
      for (const key of keys) {
        if (areAbsent) this.since.set(key, now)
        else if (this.since.delete(key)) forget(key)
      }
      return !areAbsent
    }
    return { body: { size: 0, track_total_hits: 1, query: { terms: { [tokens]: keys.map(keyToken) } } }, settle }
  }
}
