/**
 * The sums a question builds up, over a window of a few thousand documents at a time: small arrays stay in the processor's cache, and serve segments of
 * any size.
 */

import { WINDOW_LENGTH, WindowDocuments } from './window-documents.ts'

/** Setting a whole window back takes as long as setting back so many documents one by one. */
const MANY = WINDOW_LENGTH / 4

export class Window {
  /** How many documents it holds. */
  readonly length: number
  /** The score so far. Indexes count from the start of the window. */
  readonly score = new Float64Array(WINDOW_LENGTH)
  /** How many terms of the question the document holds; above 0 marks a touched document. */
  readonly matched = new Uint16Array(WINDOW_LENGTH)
  /** Of the terms that the title holds: the saturated weight, the rarity, the number. */
  readonly titleScore = new Float64Array(WINDOW_LENGTH)
  readonly titleRarity = new Float64Array(WINDOW_LENGTH)
  readonly titleTerms = new Uint16Array(WINDOW_LENGTH)
  /** The touched documents; one place more, as in `holders`. */
  readonly touched = new Uint16Array(WINDOW_LENGTH + 1)
  touchedCount = 0
  /** Documents that are looked at alone. */
  readonly candidates = new WindowDocuments()
  /** Those that hold the words of a substitute so far. */
  readonly holding = new WindowDocuments()
  /** The postings that a list has of such documents. */
  readonly amongDocuments = new Uint32Array(WINDOW_LENGTH)
  readonly amongFrequencies = new Uint32Array(WINDOW_LENGTH)

  /** Of the term at hand, frequencies divided by length: over all forms, the forms as typed, other spellings of a whole; and in the title alone. */
  readonly forms = new TermSums()
  readonly ownForms = new Float64Array(WINDOW_LENGTH)
  readonly wholes = new TermSums()
  readonly titleForms = new TermSums()
  readonly titleWholes = new TermSums()
  /** Of a substitute of it: the sums of its rarest word so far, and of the word at hand; and in the title alone. */
  readonly substitute = new TermSums()
  readonly substituteWord = new TermSums()
  readonly titleSubstitute = new TermSums()
  readonly titleSubstituteWord = new TermSums()

  /** `length` is what any index is searched with, unless a test wants many windows of few documents. */
  constructor(length = WINDOW_LENGTH) {
    this.length = length
  }

  /** Sets the touched documents back to 0. */
  clear(): void {
    const { touched, touchedCount, score, matched, titleScore, titleRarity, titleTerms } = this
    if (touchedCount > MANY) {
      score.fill(0)
      matched.fill(0)
      titleScore.fill(0)
      titleRarity.fill(0)
      titleTerms.fill(0)
      this.touchedCount = 0
      return
    }
    for (let i = 0; i < touchedCount; i++) {
      const document = touched[i]
      score[document] = 0
      matched[document] = 0
      if (titleTerms[document] === 0) continue
      titleScore[document] = 0
      titleRarity[document] = 0
      titleTerms[document] = 0
    }
    this.touchedCount = 0
  }
}

/** Sums over the documents of a window that hold a term; those that don't have 0. */
export class TermSums {
  readonly sums = new Float64Array(WINDOW_LENGTH)
  /** One place more than there are documents: the next holder is written before it is known to be one. */
  readonly holders = new Uint16Array(WINDOW_LENGTH + 1)
  count = 0
  /** By document: 1 if it is a holder. */
  readonly isHeld = new Uint8Array(WINDOW_LENGTH)

  /**
   * Adds postings `start` to `end`: `weight` times the frequency times the factor of the document's norm. Each document gets its forms in the same
   * order in whatever segment it is, so its sum is the same to the last bit. A document is noted as a holder without a branch: whether it is a new one is
   * what no processor can foresee.
   */
  add(
    documents: Uint32Array,
    frequencies: Uint32Array,
    start: number,
    end: number,
    windowStart: number,
    weight: number,
    norms: Uint8Array,
    factors: Float64Array,
  ): void {
    const { sums, holders, isHeld } = this
    let count = this.count
    for (let i = start; i < end; i++) {
      const document = documents[i]
      const at = document - windowStart
      holders[count] = at
      count += 1 - isHeld[at]
      isHeld[at] = 1
      sums[at] += frequencies[i] * weight * factors[norms[document]]
    }
    this.count = count
  }

  /** The same for the word as typed, which is summed apart as well: `ownWeight` times the same, into `own`. */
  addOwn(
    documents: Uint32Array,
    frequencies: Uint32Array,
    start: number,
    end: number,
    windowStart: number,
    weight: number,
    norms: Uint8Array,
    factors: Float64Array,
    own: Float64Array,
    ownWeight: number,
  ): void {
    const { sums, holders, isHeld } = this
    let count = this.count
    for (let i = start; i < end; i++) {
      const document = documents[i]
      const at = document - windowStart
      const factor = factors[norms[document]]
      holders[count] = at
      count += 1 - isHeld[at]
      isHeld[at] = 1
      sums[at] += frequencies[i] * weight * factor
      own[at] += frequencies[i] * ownWeight * factor
    }
    this.count = count
  }

  /** Lowers the sums to those of `others`, which are cleared: a document must hold both. */
  lowerTo(others: TermSums): void {
    const { sums, holders } = this
    let kept = 0
    for (let i = 0; i < this.count; i++) {
      const at = holders[i]
      sums[at] = Math.min(sums[at], others.sums[at])
      if (sums[at] > 0) holders[kept++] = at
      else this.isHeld[at] = 0
    }
    this.count = kept
    others.clear()
  }

  /** Raises the sums to those of `others`, which are cleared: what was counted there stands for what is counted here. */
  raiseTo(others: TermSums): void {
    const { sums, holders, isHeld } = this
    for (let i = 0; i < others.count; i++) {
      const at = others.holders[i]
      if (isHeld[at] === 0) holders[this.count++] = at
      isHeld[at] = 1
      if (others.sums[at] > sums[at]) sums[at] = others.sums[at]
    }
    others.clear()
  }

  private clear(): void {
    for (let i = 0; i < this.count; i++) {
      this.sums[this.holders[i]] = 0
      this.isHeld[this.holders[i]] = 0
    }
    this.count = 0
  }
}
