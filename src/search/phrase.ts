/** Finds the documents in which words stand together: those that hold all of them first, then their positions, the rarest word's before the others'. */

import { DocumentSet } from '../columns/document-set.ts'
import { GrowingUint32Array } from '../format/growing-array.ts'
import { appendPostings, type FieldPostings, type Segment, type Term } from '../index/segment.ts'
import type { Language } from '../language/language.ts'
import type { PhraseCondition } from '../query/condition.ts'
import type { PhraseSlot } from '../query/query.ts'
import { isWrittenAs } from '../text/fold.ts'
import { firstAtLeast } from './query-postings.ts'

interface PhraseContext {
  language: Language
  segment: Segment
  isSearched: (field: number) => boolean
}

/** A word of the phrase, or several for one place, in one field. */
interface FieldSlot extends PhraseSlot {
  postings: readonly FieldPostings[]
  /** How many postings there are. */
  size: number
}

/** The documents in which the phrase stands in one of its fields. */
export function documentsWithPhrase(phrase: PhraseCondition, context: PhraseContext): DocumentSet {
  const { segment, language, isSearched } = context
  const slots = phrase.slots.map(slot => ({ ...slot, terms: writtenAs(slot, segment, language) }))
  const inFields = segment.norms.flatMap((_, field): FieldSlot[][] => {
    if (!isSearched(field) || (phrase.field ?? field) !== field) return []
    const inField = slots.map(({ offset, words, terms }) => {
      const postings = terms.flatMap(term => term.fields.filter(postings => postings.field === field))
      const size = postings.reduce((sum, { documentFrequency }) => sum + documentFrequency, 0)
      return { offset, words, postings, size }
    })
    return inField.some(({ size }) => size === 0) ? [] : [inField.sort((a, b) => a.size - b.size)]
  })
  const lists = inFields.flat().flatMap(({ postings }) => postings)
  segment.announce?.({ postings: lists, positions: lists.map(postings => ({ postings })) })
  const holding = new DocumentSet(segment.documentCount)
  for (const inField of inFields) {
    const reader = new PhraseReader(segment, inField)
    for (const document of phrase.near === undefined ? reader.inOrder() : reader.near(phrase.near))
      holding.add(document)
  }
  return holding
}

/** The dictionary words that are written as one of the slot's. */
function writtenAs({ words }: PhraseSlot, segment: Segment, language: Language): Term[] {
  const written = new Map<string, Term>()
  for (const word of words) {
    for (const term of segment.wordClass(language.key(word))?.terms ?? []) {
      if (isWrittenAs(term.word, word)) written.set(term.word, term)
    }
  }
  return [...written.values()]
}

/** Reads the postings of a phrase in one field. */
class PhraseReader {
  private readonly segment: Segment
  private readonly slots: readonly FieldSlot[]
  private readonly documents = new GrowingUint32Array()
  private readonly frequencies = new GrowingUint32Array()
  /** Where in the arrays each list begins and ends. */
  private readonly bounds = new Map<FieldPostings, [start: number, end: number]>()
  /** The documents that hold all slots, ascending. */
  private readonly candidates: readonly number[]

  /** `slots` with the rarest first. */
  constructor(segment: Segment, slots: readonly FieldSlot[]) {
    this.segment = segment
    this.slots = slots
    let held: DocumentSet | undefined
    for (const slot of slots) {
      const holders = new DocumentSet(segment.documentCount)
      for (const postings of slot.postings) this.readList(postings, holders)
      held = held === undefined ? holders : holders.and(held)
    }
    const candidates: number[] = []
    held?.forEach(document => {
      candidates.push(document)
    })
    this.candidates = candidates
  }

  private readList(postings: FieldPostings, holders: DocumentSet): void {
    const { documents, frequencies } = this
    const start = documents.length
    appendPostings(this.segment, postings, documents, frequencies)
    for (let i = start; i < documents.length; i++) holders.add(documents.values[i])
    this.bounds.set(postings, [start, documents.length])
  }

  /** The documents in which the slots stand at their offsets. */
  inOrder(): readonly number[] {
    let { candidates } = this
    if (this.slots.length === 1) return candidates
    let starts: number[][] | undefined
    for (const { postings, offset } of this.slots) {
      const matches = candidates.map((): number[] => [])
      this.readPositions(postings, candidates, (i, positions, length) => {
        if (starts === undefined) for (let n = 0; n < length; n++) matches[i].push(positions[n] - offset)
        for (const start of starts?.[i] ?? []) {
          const at = firstAtLeast(positions, start + offset, 0, length)
          if (at < length && positions[at] === start + offset) matches[i].push(start)
        }
      })
      candidates = candidates.filter((_, i) => matches[i].length > 0)
      starts = matches.filter(({ length }) => length > 0)
    }
    return candidates
  }

  /** The documents in which the slots stand in any order, with at most `others` other words between the first and the last. */
  near(others: number): number[] {
    const { candidates } = this
    // A word that the phrase has twice must be there twice.
    const groups = new Map<string, { postings: readonly FieldPostings[]; times: number }>()
    for (const { words, postings } of this.slots) {
      const key = words.join(' ')
      groups.set(key, { postings, times: (groups.get(key)?.times ?? 0) + 1 })
    }
    const reach = this.slots.length - 1 + others
    const places = candidates.map((): Place[] => [])
    const byGroup = [...groups.values()]
    byGroup.forEach(({ postings }, group) => {
      this.readPositions(postings, candidates, (i, positions, length) => {
        for (let n = 0; n < length; n++) places[i].push({ position: positions[n], group })
      })
    })
    const times = byGroup.map(({ times }) => times)
    return candidates.filter((_, i) => standNear(places[i], times, reach))
  }

  private readPositions(
    lists: readonly FieldPostings[],
    candidates: readonly number[],
    visit: (candidate: number, positions: Uint32Array, length: number) => void,
  ): void {
    const documents = this.documents.values
    for (const postings of lists) {
      const [start, end] = this.bounds.get(postings) ?? [0, 0]
      const reader = this.segment.positions(postings)
      let at = start
      for (let i = 0; i < candidates.length; i++) {
        at = firstAtLeast(documents, candidates[i], at, end)
        if (at === end) break
        if (documents[at] !== candidates[i]) continue
        reader.read(at - start, documents, this.frequencies.values, start)
        visit(i, reader.positions, reader.length)
      }
    }
  }
}

interface Place {
  position: number
  group: number
}

/** Whether some stretch of `reach` + 1 positions has each group as often as it must. */
function standNear(places: Place[], times: readonly number[], reach: number): boolean {
  places.sort((a, b) => a.position - b.position)
  const missing = [...times]
  let first = 0
  for (const { position, group } of places) {
    missing[group]--
    for (; position - places[first].position > reach; first++) missing[places[first].group]++
    if (missing.every(count => count <= 0)) return true
  }
  return false
}
