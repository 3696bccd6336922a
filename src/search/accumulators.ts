/** The sums a question builds up over the documents of one segment, in arrays that serve one question after the other. */

export class Accumulators {
  /** The score so far; above 0 marks a touched document. */
  readonly score: Float64Array
  /** How many terms of the question the document holds. */
  readonly matched: Uint16Array
  /** Of the terms that the title holds: their saturated weight, their rarity, their number. */
  readonly titleScore: Float64Array
  readonly titleRarity: Float64Array
  readonly titleTerms: Uint16Array
  /** The touched documents. */
  readonly touched: Uint32Array
  touchedCount = 0

  /** Of the term at hand, frequencies divided by length: over all forms, the forms as typed, other spellings of a whole; and in the title alone. */
  readonly forms: TermSums
  readonly ownForms: TermSums
  readonly wholes: TermSums
  readonly titleForms: TermSums
  readonly titleWholes: TermSums

  constructor(documentCount: number) {
    this.score = new Float64Array(documentCount)
    this.matched = new Uint16Array(documentCount)
    this.titleScore = new Float64Array(documentCount)
    this.titleRarity = new Float64Array(documentCount)
    this.titleTerms = new Uint16Array(documentCount)
    this.touched = new Uint32Array(documentCount)
    this.forms = new TermSums(documentCount)
    this.ownForms = new TermSums(documentCount)
    this.wholes = new TermSums(documentCount)
    this.titleForms = new TermSums(documentCount)
    this.titleWholes = new TermSums(documentCount)
  }

  /** Sets the touched documents back to 0. */
  clear(): void {
    const { touched, touchedCount, score, matched, titleScore, titleRarity, titleTerms } = this
    for (let i = 0; i < touchedCount; i++) {
      const document = touched[i]
      score[document] = 0
      matched[document] = 0
      titleScore[document] = 0
      titleRarity[document] = 0
      titleTerms[document] = 0
    }
    this.touchedCount = 0
  }
}

/** Sums over the documents that hold a term; those that don't have 0. */
export class TermSums {
  readonly sums: Float64Array
  readonly holders: Uint32Array
  count = 0

  constructor(documentCount: number) {
    this.sums = new Float64Array(documentCount)
    this.holders = new Uint32Array(documentCount)
  }

  /**
   * Adds a block of postings: `weight` times the frequency times the factor of the document's norm. Each document gets its terms in the same
   * order in whatever segment it is, so its sum is the same to the last bit.
   */
  addBlock(
    documents: Uint32Array,
    frequencies: Uint32Array,
    length: number,
    weight: number,
    norms: Uint8Array,
    factors: Float64Array,
  ): void {
    const { sums, holders } = this
    let count = this.count
    for (let i = 0; i < length; i++) {
      const document = documents[i]
      const before = sums[document]
      if (before === 0) holders[count++] = document
      sums[document] = before + frequencies[i] * weight * factors[norms[document]]
    }
    this.count = count
  }

  /** Raises the sums to those of `others`, which are cleared: what was counted there stands for what is counted here. */
  raiseTo(others: TermSums): void {
    const { sums, holders } = this
    for (let i = 0; i < others.count; i++) {
      const document = others.holders[i]
      if (sums[document] === 0) holders[this.count++] = document
      if (others.sums[document] > sums[document]) sums[document] = others.sums[document]
    }
    others.clear()
  }

  clear(): void {
    const { sums, holders, count } = this
    for (let i = 0; i < count; i++) sums[holders[i]] = 0
    this.count = 0
  }
}
