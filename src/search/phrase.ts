/**
 * Finds the documents in which words are next to one another. Candidates contain all the words. Positions are read for candidates that are tested, starting
 * with the rarest word. If the index has no positions of stop words, any word matches in place of one; the field must still contain it somewhere.
 */

import { DocumentSet } from '../columns/document-set.ts'
import type { ComingPositions, PositionReader, Segment, Term } from '../index/segment.ts'
import type { Language } from '../language/language.ts'
import type { PhraseCondition } from '../query/condition.ts'
import { WEIGHT_UNIT } from '../query/expand.ts'
import type { PhraseSlot } from '../query/query.ts'
import { isWrittenAs } from '../text/fold.ts'
import { bare } from '../text/language-mark.ts'
import { type Conjunction, holdingAll } from './conjunction.ts'
import { Matches } from './matches.ts'
import { firstAtLeast, type PostingList, type QueryPostings, sizeOfLists } from './query-postings.ts'

interface PhraseContext {
  language: Language
  segment: Segment
  postings: QueryPostings
  isSearched: (field: number) => boolean
}

/** A word of the phrase, or several alternatives, in one field. */
interface FieldSlot extends PhraseSlot {
  lists: readonly PostingList[]
}

/** The documents that contain the phrase in one of its fields. */
export function documentsWithPhrase(phrase: PhraseCondition, context: PhraseContext): Matches {
  const { segment, postings } = context
  const candidates = new DocumentSet(segment.documentCount)
  const fields: FieldPhrase[] = []
  const coming: ComingPositions[] = []
  for (const slots of slotsByField(phrase, context)) {
    const held = holdingAll(
      slots.map(({ lists }) => lists),
      postings,
      segment.documentCount,
    )
    const { documents } = held
    for (let i = 0; i < documents.length; i++) candidates.add(documents[i])
    if (documents.length > 0) fields.push(new FieldPhrase(slots, held, phrase.near, segment, postings))
    if (segment.announce !== undefined && slots.length > 1) coming.push(...placesOf(slots, documents))
  }
  if (phrase.slots.length === 1) return new Matches(candidates)
  segment.announce?.({ positions: coming })
  return new Matches(candidates, document => fields.some(field => field.isIn(document)))
}

/** For each field with a word of every slot: the slots, the rarest first. */
function slotsByField(
  phrase: PhraseCondition,
  { segment, language, postings, isSearched }: PhraseContext,
): FieldSlot[][] {
  const slots = phrase.slots.map(slot => ({ ...slot, terms: writtenAs(slot, segment, language) }))
  const inFields = segment.norms.flatMap((_, field) => {
    if (!isSearched(field) || (phrase.field ?? field) !== field) return []
    const inField = slots.map(slot => ({
      ...slot,
      terms: slot.terms.flatMap(term => {
        const ofField = term.fields.find(postings => postings.field === field)
        return ofField === undefined ? [] : [{ term, postings: ofField }]
      }),
    }))
    return inField.some(({ terms }) => terms.length === 0) ? [] : [inField]
  })
  const lists = inFields.flat().flatMap(({ terms }) => terms.map(({ postings }) => postings))
  const bytes = lists.reduce((sum, { positionsStart, positionsEnd }) => sum + positionsEnd - positionsStart, 0)
  segment.announce?.({
    postings: lists,
    ...(bytes <= MOST_POSITION_BYTES && slots.length > 1 && { positions: lists.map(postings => ({ postings })) }),
  })
  return inFields.map(inField =>
    inField
      .map(({ offset, words, terms }) => ({
        offset,
        words,
        lists: terms.map(({ term, postings: ofField }) =>
          postings.open({ term, relation: 'same', weight: WEIGHT_UNIT, ownWeight: WEIGHT_UNIT }, ofField, segment),
        ),
      }))
      .sort((a, b) => sizeOfLists(a.lists) - sizeOfLists(b.lists)),
  )
}

/** Up to this many bytes of positions are fetched together with the postings, because a round trip takes longer. */
const MOST_POSITION_BYTES = 16_384

/** The dictionary words spelt like one of the slot's. */
function writtenAs({ words }: PhraseSlot, segment: Segment, language: Language): Term[] {
  const written = new Map<string, Term>()
  for (const word of words) {
    for (const term of segment.wordClass(language.key(word))?.terms ?? []) {
      if (isWrittenAs(bare(term.word), bare(word))) written.set(term.word, term)
    }
  }
  return [...written.values()]
}

/** The indexes of `documents` (ascending) in the lists of the slots. */
function placesOf(slots: readonly FieldSlot[], documents: Uint32Array): ComingPositions[] {
  return slots
    .flatMap(({ lists }) => lists)
    .map(list => ({
      postings: list.postings,
      indexes: Array.from(documents, document => list.find(document) - list.start).filter(index => index >= 0),
    }))
}

/** Tests by positions whether one field of a document contains the phrase. */
class FieldPhrase {
  private readonly slots: readonly (FieldSlot & { positions: readonly ListPositions[] })[]
  /** The documents that contain all slots. */
  private readonly held: Conjunction
  /** The index among those of the document tested last, or where it would be. */
  private next = 0
  private readonly near: number | undefined
  /** Where the phrase may start, according to the slots read so far. */
  private starts = new Int32Array(64)

  /** `slots` with the rarest first. */
  constructor(
    slots: readonly FieldSlot[],
    held: Conjunction,
    near: number | undefined,
    segment: Segment,
    postings: QueryPostings,
  ) {
    this.held = held
    this.slots = slots.map(slot => ({
      ...slot,
      positions: slot.lists.map(list => new ListPositions(list, segment, postings)),
    }))
    this.near = near
  }

  /** Cheapest in ascending order. */
  isIn(document: number): boolean {
    const { documents } = this.held
    if (this.next === documents.length || documents[this.next] > document) this.next = 0
    this.next = firstAtLeast(documents, document, this.next, documents.length)
    if (this.next === documents.length || documents[this.next] !== document) return false
    return this.near === undefined ? this.isInOrder(document, this.next) : this.isNear(document, this.near)
  }

  /** Whether the slots are at their offsets in the `h`-th document that contains them. */
  private isInOrder(document: number, h: number): boolean {
    const { slots } = this
    const { places } = this.held
    let count = ANYWHERE
    for (let i = 0; i < slots.length; i++) {
      const { offset, positions } = slots[i]
      const ofOne = places[i]
      if (ofOne === undefined) {
        if (readAll(positions, document) === 'somewhere') continue
      } else {
        if (!positions[0].hasPositions) continue
        positions[0].readAt(ofOne[h])
      }
      if (count === ANYWHERE) count = this.startsOf(positions, offset)
      // For the last word, one position is enough.
      else count = this.keepStarts(count, positions, offset, i === slots.length - 1 ? 1 : count)
      if (count === 0) return false
    }
    return true
  }

  /** Uses the remaining positions as starts. Returns their number. */
  private startsOf(positions: readonly ListPositions[], offset: number): number {
    let count = 0
    for (const { length, values } of positions) {
      if (count + length > this.starts.length) {
        const longer = new Int32Array((count + length) * 2)
        longer.set(this.starts)
        this.starts = longer
      }
      // There is no word before the text.
      for (let i = 0; i < length; i++) if (values[i] >= offset) this.starts[count++] = values[i] - offset
    }
    if (positions.length > 1) this.starts.subarray(0, count).sort()
    return count
  }

  /** Keeps those of the first `count` starts that have one of the positions at the offset, at most `most`. Returns their number. */
  private keepStarts(count: number, positions: readonly ListPositions[], offset: number, most: number): number {
    if (positions.length === 1) return this.keepStartsIn(count, positions[0], offset, most)
    const { starts } = this
    let kept = 0
    for (let i = 0; i < count && kept < most; i++) {
      const start = starts[i]
      for (const list of positions) {
        if (!list.has(start + offset)) continue
        starts[kept++] = start
        break
      }
    }
    return kept
  }

  /** The same for one list: both ascend, and neither is much longer. */
  private keepStartsIn(count: number, { values, length }: ListPositions, offset: number, most: number): number {
    const { starts } = this
    let kept = 0
    let at = 0
    for (let i = 0; i < count && kept < most; i++) {
      const position = starts[i] + offset
      while (at < length && values[at] < position) at++
      if (at === length) break
      if (values[at] === position) starts[kept++] = starts[i]
    }
    return kept
  }

  /** Whether the slots occur in any order with at most `others` other words between the first and the last. */
  private isNear(document: number, others: number): boolean {
    // A word that the phrase has twice must occur twice.
    const groups = new Map<string, { positions: readonly ListPositions[]; times: number }>()
    for (const { words, positions } of this.slots) {
      const held = readAll(positions, document)
      if (held === 'not') return false
      if (held === 'somewhere') continue
      const key = words.join(' ')
      groups.set(key, { positions, times: (groups.get(key)?.times ?? 0) + 1 })
    }
    const places: Place[] = []
    const byGroup = [...groups.values()]
    for (const [group, { positions }] of byGroup.entries()) {
      for (const list of positions) {
        for (let i = 0; i < list.length; i++) places.push({ position: list.values[i], group })
      }
    }
    if (byGroup.length === 0) return true
    return standNear(
      places,
      byGroup.map(({ times }) => times),
      this.slots.length - 1 + others,
    )
  }
}

/** In place of a number of starts: nothing read so far says where the phrase may start. */
const ANYWHERE = -1

/** Moves the lists of a slot to a document. Returns whether it contains one of the words: not at all, somewhere, or at the positions that were read. */
function readAll(lists: readonly ListPositions[], document: number): 'not' | 'somewhere' | 'at' {
  let held: 'not' | 'at' = 'not'
  let isAnywhere = false
  for (const list of lists) {
    if (!list.read(document)) continue
    if (list.hasPositions) held = 'at'
    else isAnywhere = true
  }
  return isAnywhere ? 'somewhere' : held
}

/** The positions of a list, document by document. */
class ListPositions {
  length = 0
  private readonly list: PostingList
  private readonly segment: Segment
  private readonly postings: QueryPostings
  private reader: PositionReader | undefined
  /** The position passed to the last `has` was before here. */
  private next = 0

  constructor(list: PostingList, segment: Segment, postings: QueryPostings) {
    this.list = list
    this.segment = segment
    this.postings = postings
  }

  get hasPositions(): boolean {
    return this.list.postings.hasPositions
  }

  get values(): Uint32Array {
    return this.reader?.positions ?? NO_POSITIONS
  }

  /** Moves to a document; returns whether the list has it. */
  read(document: number): boolean {
    this.length = 0
    this.next = 0
    const at = this.list.find(document)
    if (at < 0) return false
    if (this.hasPositions) this.readAt(at)
    return true
  }

  /** Moves to the document whose posting is at an index of the arrays. The list must have positions. */
  readAt(at: number): void {
    const { list, segment, postings } = this
    this.reader ??= segment.positions(list.postings, true)
    this.reader.read(at - list.start, postings.documents.values, postings.frequencies.values, list.start)
    this.length = this.reader.length
    this.next = 0
  }

  /** Whether a position is one of them. Call in ascending order. */
  has(position: number): boolean {
    const { values, length } = this
    this.next = firstAtLeast(values, position, this.next, length)
    return this.next < length && values[this.next] === position
  }
}

const NO_POSITIONS = new Uint32Array(0)

interface Place {
  position: number
  group: number
}

/** Whether some range of `reach` + 1 positions contains each group often enough. */
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
