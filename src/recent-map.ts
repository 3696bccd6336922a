/** A map that keeps what was used last, up to a size: for what is derived from an index and costs more to derive again than to keep. */
export class RecentMap<Key, Value> {
  /** In order of use, the last used one at the end. */
  private readonly entries = new Map<Key, Value>()
  private readonly limit: number
  private readonly sizeOf: (value: Value) => number
  private size = 0

  /** `limit` is in what `sizeOf` counts, by default entries. A value larger than that is kept until the next one comes. */
  constructor(limit: number, sizeOf: (value: Value) => number = () => 1) {
    this.limit = limit
    this.sizeOf = sizeOf
  }

  get(key: Key): Value | undefined {
    const { entries } = this
    const value = entries.get(key)
    if (value !== undefined) {
      entries.delete(key)
      entries.set(key, value)
    }
    return value
  }

  /** Returns the value. */
  set(key: Key, value: Value): Value {
    const { entries, limit, sizeOf } = this
    const replaced = entries.get(key)
    if (replaced !== undefined) {
      entries.delete(key)
      this.size -= sizeOf(replaced)
    }
    this.size += sizeOf(value)
    for (const [oldest, dropped] of entries) {
      if (this.size <= limit) break
      entries.delete(oldest)
      this.size -= sizeOf(dropped)
    }
    entries.set(key, value)
    return value
  }
}
