/** Typed arrays that grow; the live segment consists of them. */

/** A growing array of unsigned 32-bit numbers. Read `values` again after each push, because growing replaces it. */
export class GrowingUint32Array {
  values = new Uint32Array(1024)
  length = 0

  push(value: number): number {
    if (this.length === this.values.length) this.reserve(this.length + 1)
    this.values[this.length] = value
    return this.length++
  }

  /** Pushes `count` of `values`, from `start` on. */
  append(values: Uint32Array, count: number, start = 0): void {
    this.reserve(this.length + count)
    const { values: target, length } = this
    for (let i = 0; i < count; i++) target[length + i] = values[start + i]
    this.length += count
  }

  /** Extends the array to `length` numbers, which are 0 until they are set. */
  extend(length: number): void {
    this.reserve(length)
    if (length > this.length) this.length = length
  }

  private reserve(length: number): void {
    if (length <= this.values.length) return
    const grown = new Uint32Array(Math.max(length, this.values.length * 2))
    grown.set(this.values)
    this.values = grown
  }
}

/** The same for bytes. */
export class GrowingUint8Array {
  values = new Uint8Array(1024)
  length = 0

  push(value: number): void {
    if (this.length === this.values.length) {
      const grown = new Uint8Array(this.length * 2)
      grown.set(this.values)
      this.values = grown
    }
    this.values[this.length++] = value
  }
}

/** The same for floating-point numbers. */
export class GrowingFloat64Array {
  values = new Float64Array(1024)
  length = 0

  push(value: number): void {
    if (this.length === this.values.length) {
      const grown = new Float64Array(this.length * 2)
      grown.set(this.values)
      this.values = grown
    }
    this.values[this.length++] = value
  }
}
