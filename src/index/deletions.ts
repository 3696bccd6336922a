/** Which documents of a segment were removed: the one thing about a packed segment that changes. */

export class Deletions {
  count = 0
  private bits = new Uint8Array(0)

  has(document: number): boolean {
    return (this.bits[document >> 3] & (1 << (document & 7))) !== 0
  }

  /** Returns whether the document was there until now. */
  add(document: number): boolean {
    if (this.has(document)) return false
    const byte = document >> 3
    if (byte >= this.bits.length) {
      const grown = new Uint8Array((byte + 1) * 2)
      grown.set(this.bits)
      this.bits = grown
    }
    this.bits[byte] |= 1 << (document & 7)
    this.count++
    return true
  }
}
