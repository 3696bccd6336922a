/**
 * The arrays over a window of documents, and the loops over postings that add to them: where a query spends most of its time.
 *
 * There is one set of arrays, which all searches use in turn: constants of a function that is called once. So the compiler knows where they stand and how long
 * they are, and the loops take a third less time. Arrays that an object has are looked up with each access in Node 20, and take registers in any V8.
 * Constants of the module itself do not do: bundlers make variables of them.
 */
import { K1 } from '../weights.ts'
import { WINDOW_LENGTH } from './window-documents.ts'

/** How many `TermSums` there are. */
const SECTIONS = 8

/** How many places each has: one more than there are documents, since the next holder is written before it is known to be one. */
export const SECTION_LENGTH = WINDOW_LENGTH + 1

export const windowLoops = makeLoops()

function makeLoops() {
  /** By section and document, counted from the start of the window: the sum over the forms of a term; 1 if the document is a holder. */
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
  /** What `pass` and `choose` leave, until they are called again. */
  const passing = new Uint16Array(WINDOW_LENGTH)
  const chosenDocuments = new Uint32Array(SECTION_LENGTH)
  const chosenFrequencies = new Uint32Array(SECTION_LENGTH)
  const all = [sums, isHeld, holders, ownSums, score, matched, titleScore, titleRarity, titleTerms, touched]

  /**
   * Adds postings `from` to `to`: `weight` times the frequency times the factor of the document's norm. Each document gets its forms in the same
   * order in whatever segment it is, so its sum is the same to the last bit. A document is noted as a holder without a branch: whether it is a new one is
   * what no processor can foresee. Returns where the holders of the section end, which they did at `end` before.
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

  /** The same for the word as typed, which is summed apart as well: `ownWeight` times the same. */
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

  /** Lowers the sums of a section to those of another one. Returns where its holders end then. */
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

  /** Raises the sums of a section to those of another one. Returns where its holders end then. */
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

  /** Adds a section, which is cleared, to what titles have of the query. */
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

  /** Adds a section, which is cleared, to the score, then the word as typed. Returns how many documents are touched, of which there were `count`. */
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
      // Without the word as typed, 0 is added, which changes nothing.
      score[document] = score[document] + (rarity * sum) / (k1 + sum) + (ownWeight * own) / (k1 + own)
      sums[at] = 0
      ownSums[document] = 0
      isHeld[at] = 0
    }
    return next
  }

  /** Of the first `count` touched documents, how many hold at least so many terms. */
  function holding(count: number, terms: number): number {
    let sum = 0
    for (let i = 0; i < count; i++) sum += (terms - 1 - matched[touched[i]]) >>> 31
    return sum
  }

  /**
   * Puts in `passing` those of the first `count` touched documents that hold `required` terms and score `least` if a title adds `mostBonus` for each point of
   * its own score. Returns how many there are: few, once the best are known.
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
      // The next one is written in the place of one that is not marked.
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

  /** Sets everything back to 0, after a search that ended half-way. */
  function clear(): void {
    for (const array of all) array.fill(0)
  }

  /** Sets everything back to 0 for a search inside another one. Returns what brings it back. */
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
