/**
 * The arrays for a window of documents, and the loops over postings that add to them. Queries spend most of their time here.
 *
 * There is one set of arrays, which all searches use in turn. They are constants of a function that is called once, so the compiler knows their addresses and
 * lengths, and the loops take a third less time. Arrays of an object are looked up at each access in Node 20, and take registers in any V8. Constants of the
 * module itself would not work, because bundlers turn them into variables.
 */
import { K1 } from '../weights.ts'
import { WINDOW_LENGTH } from './window-documents.ts'

/** The number of `TermSums`. */
const SECTIONS = 8

/** The number of entries of each: one more than documents, because the next holder is written before it is known to be one. */
export const SECTION_LENGTH = WINDOW_LENGTH + 1

export const windowLoops = makeLoops()

function makeLoops() {
  /** By section and document, relative to the start of the window: the sum over the forms of a term; 1 if the document is a holder. */
  const sums = new Float64Array(SECTIONS * SECTION_LENGTH)
  const isHeld = new Uint8Array(SECTIONS * SECTION_LENGTH)
  /** By section: the holders, in the order in which they were met. */
  const holders = new Uint16Array(SECTIONS * SECTION_LENGTH)
  /** By document: the sum over the forms as typed. */
  const ownSums = new Float64Array(WINDOW_LENGTH)
  const score = new Float64Array(WINDOW_LENGTH)
  const matched = new Uint16Array(WINDOW_LENGTH)
  const titleScore = new Float64Array(WINDOW_LENGTH)
  const titleRarity = new Float64Array(WINDOW_LENGTH)
  const titleTerms = new Uint16Array(WINDOW_LENGTH)
  const touched = new Uint16Array(SECTION_LENGTH)
  /** The results of `pass` and `choose`, until they are called again. */
  const passing = new Uint16Array(WINDOW_LENGTH)
  const chosenDocuments = new Uint32Array(SECTION_LENGTH)
  const chosenFrequencies = new Uint32Array(SECTION_LENGTH)
  const all = [sums, isHeld, holders, ownSums, score, matched, titleScore, titleRarity, titleTerms, touched]

  /**
   * Adds postings `from` to `to`: `weight` times the frequency times the factor of the document's norm. A document's forms are added in the same order in any
   * segment, so its sum is the same to the last bit. Recording a document as a holder takes no branch, because no processor can predict whether it is new.
   * Returns the new end of the section's holders, which was `end` before.
   */
  function add(
    start: number,
    end: number,
    documents: Uint32Array,
    frequencies: Uint32Array,
    from: number,
    to: number,
    windowStart: number,
    weight: number,
    norms: Uint8Array,
    factors: Float64Array,
  ): number {
    let next = end
    for (let i = from; i < to; i++) {
      const document = documents[i]
      const place = document - windowStart
      const at = start + place
      holders[next] = place
      next += 1 - isHeld[at]
      isHeld[at] = 1
      sums[at] += frequencies[i] * weight * factors[norms[document]]
    }
    return next
  }

  /** The same for the word as typed, which also has a separate sum with `ownWeight`. */
  function addOwn(
    start: number,
    end: number,
    documents: Uint32Array,
    frequencies: Uint32Array,
    from: number,
    to: number,
    windowStart: number,
    weight: number,
    norms: Uint8Array,
    factors: Float64Array,
    ownWeight: number,
  ): number {
    let next = end
    for (let i = from; i < to; i++) {
      const document = documents[i]
      const place = document - windowStart
      const at = start + place
      const factor = factors[norms[document]]
      holders[next] = place
      next += 1 - isHeld[at]
      isHeld[at] = 1
      sums[at] += frequencies[i] * weight * factor
      ownSums[place] += frequencies[i] * ownWeight * factor
    }
    return next
  }

  /** Lowers the sums of a section to those of another one. Returns the new end of its holders. */
  function lower(start: number, end: number, other: number): number {
    let next = start
    for (let i = start; i < end; i++) {
      const place = holders[i]
      const at = start + place
      sums[at] = Math.min(sums[at], sums[other + place])
      if (sums[at] > 0) holders[next++] = place
      else isHeld[at] = 0
    }
    return next
  }

  /** Raises the sums of a section to those of another one. Returns the new end of its holders. */
  function raise(start: number, end: number, other: number, otherEnd: number): number {
    let next = end
    for (let i = other; i < otherEnd; i++) {
      const place = holders[i]
      const at = start + place
      holders[next] = place
      next += 1 - isHeld[at]
      isHeld[at] = 1
      if (sums[other + place] > sums[at]) sums[at] = sums[other + place]
    }
    return next
  }

  function clearSums(start: number, end: number): void {
    for (let i = start; i < end; i++) {
      const at = start + holders[i]
      sums[at] = 0
      isHeld[at] = 0
    }
  }

  /** Adds a section to the titles' share of the query, and clears it. */
  function addTitle(start: number, end: number, rarity: number): void {
    const k1 = K1
    for (let i = start; i < end; i++) {
      const document = holders[i]
      const at = start + document
      const sum = sums[at]
      titleScore[document] += rarity * (sum / (k1 + sum))
      titleRarity[document] += rarity
      titleTerms[document]++
      sums[at] = 0
      isHeld[at] = 0
    }
  }

  /** Adds a section to the score, then the word as typed, and clears it. Returns the number of touched documents, which was `count` before. */
  function addScores(start: number, end: number, rarity: number, ownWeight: number, count: number): number {
    const k1 = K1
    let next = count
    for (let i = start; i < end; i++) {
      const document = holders[i]
      const at = start + document
      const sum = sums[at]
      const own = ownSums[document]
      touched[next] = document
      next += (matched[document] - 1) >>> 31
      matched[document]++
      // Without the word as typed, this adds 0, which changes nothing.
      score[document] = score[document] + (rarity * sum) / (k1 + sum) + (ownWeight * own) / (k1 + own)
      sums[at] = 0
      ownSums[document] = 0
      isHeld[at] = 0
    }
    return next
  }

  /** How many of the first `count` touched documents contain at least this many terms. */
  function holding(count: number, terms: number): number {
    let sum = 0
    for (let i = 0; i < count; i++) sum += (terms - 1 - matched[touched[i]]) >>> 31
    return sum
  }

  /**
   * Puts in `passing` those of the first `count` touched documents that contain `required` terms and reach `least` if a title adds `mostBonus` for each point
   * of its score. Returns their number: few, once the best are known.
   */
  function pass(count: number, required: number, least: number, mostBonus: number): number {
    let next = 0
    for (let i = 0; i < count; i++) {
      const document = touched[i]
      if (score[document] + mostBonus * titleScore[document] < least || matched[document] < required) continue
      passing[next++] = document
    }
    return next
  }

  /** Copies postings `from` to `to` whose documents are marked in `isIn`. Returns how many there are. */
  function choose(
    isIn: Uint8Array,
    documents: Uint32Array,
    frequencies: Uint32Array,
    from: number,
    to: number,
    windowStart: number,
  ): number {
    let next = 0
    for (let i = from; i < to; i++) {
      const document = documents[i]
      // The next one overwrites one that is not marked.
      chosenDocuments[next] = document
      chosenFrequencies[next] = frequencies[i]
      next += isIn[document - windowStart]
    }
    return next
  }

  /** Sets the first `count` touched documents back to 0. */
  function clearTouched(count: number): void {
    for (let i = 0; i < count; i++) {
      const document = touched[i]
      score[document] = 0
      matched[document] = 0
      titleScore[document] = 0
      titleRarity[document] = 0
      titleTerms[document] = 0
    }
  }

  /** Resets everything to 0 after a search that ended halfway. */
  function clear(): void {
    for (const array of all) array.fill(0)
  }

  /** Resets everything to 0 for a search inside another one. Returns a function that restores it. */
  function setAside(): () => void {
    const held = all.map(array => array.slice())
    clear()
    return () => {
      all.forEach((array, i) => {
        array.set(held[i])
      })
    }
  }

  return {
    add,
    addOwn,
    lower,
    raise,
    clearSums,
    addTitle,
    addScores,
    holding,
    pass,
    choose,
    clearTouched,
    clear,
    setAside,
    holders,
    score,
    matched,
    titleScore,
    titleRarity,
    titleTerms,
    touched,
    passing,
    chosenDocuments,
    chosenFrequencies,
  }
}
