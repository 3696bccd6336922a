/** The sums a question builds up over the documents of one segment, in arrays that serve one question after the other. */

export class Accumulators {
  /** The score so far. */
  readonly score: Float64Array
  /** How many terms of the question the document holds; 0 marks an untouched document. */
  readonly matched: Uint16Array
  /** Of the terms that the title holds: their saturated weight, their rarity, their number. */
  readonly titleScore: Float64Array
  readonly titleRarity: Float64Array
  readonly titleTerms: Uint16Array
  /** The touched documents. */
  readonly touched: Uint32Array
  touchedCount = 0

  /** Of the term at hand, by field: frequencies in 64ths, over all forms, over the forms as typed, over other spellings of a whole. */
  readonly frequencies: Uint32Array[]
  readonly ownFrequencies: Uint32Array[]
  readonly wholeFrequencies: Uint32Array[]
  /** The documents that hold the term at hand. */
  readonly holders: Uint32Array
  holderCount = 0
  private readonly seen: Uint8Array

  constructor(documentCount: number, fieldCount: number) {
    const byField = () => Array.from({ length: fieldCount }, () => new Uint32Array(documentCount))
    this.score = new Float64Array(documentCount)
    this.matched = new Uint16Array(documentCount)
    this.titleScore = new Float64Array(documentCount)
    this.titleRarity = new Float64Array(documentCount)
    this.titleTerms = new Uint16Array(documentCount)
    this.touched = new Uint32Array(documentCount)
    this.frequencies = byField()
    this.ownFrequencies = byField()
    this.wholeFrequencies = byField()
    this.holders = new Uint32Array(documentCount)
    this.seen = new Uint8Array(documentCount)
  }

  /** Adds a block of postings, `weight` (in 64ths) an occurrence, to `sums`. */
  addBlock(sums: Uint32Array, documents: Uint32Array, frequencies: Uint32Array, length: number, weight: number): void {
    const { seen, holders } = this
    let count = this.holderCount
    for (let i = 0; i < length; i++) {
      const document = documents[i]
      if (seen[document] === 0) {
        seen[document] = 1
        holders[count++] = document
      }
      sums[document] += frequencies[i] * weight
    }
    this.holderCount = count
  }

  /** Forgets who holds the term at hand; the frequencies were set back as they were read. */
  endTerm(): void {
    for (let i = 0; i < this.holderCount; i++) this.seen[this.holders[i]] = 0
    this.holderCount = 0
  }

  /** Sets everything back to 0, touching only what was touched. */
  clear(): void {
    for (let i = 0; i < this.touchedCount; i++) {
      const document = this.touched[i]
      this.score[document] = 0
      this.matched[document] = 0
      this.titleScore[document] = 0
      this.titleRarity[document] = 0
      this.titleTerms[document] = 0
    }
    this.touchedCount = 0
  }
}
