/** A map that keeps the values used last, up to a size: for values derived from an index that cost more to derive again than to keep. */
export class RecentMap<Key, Value> {
  /** In order of use, the last used at the end. */
  private readonly entries = new Map<Key, Value>()
  private readonly limit: number
  private readonly sizeOf: (value: Value) => number
  private size = 0

  /** `limit` is in the unit that `sizeOf` counts, by default entries. A value larger than that is kept until the next one comes. */
  constructor(limit: number, sizeOf: (value: Value) => number = () => 1) {
    this.limit = limit
    this.sizeOf = sizeOf
  }

  /** The value of a key; `make` makes it if the map does not have it. */
  get(key: Key, make: () => Value): Value {
    const { entries, sizeOf } = this
    let value = entries.get(key)
    if (value === undefined) {
      value = make()
      this.size += sizeOf(value)
      for (const [oldest, dropped] of entries) {
        if (this.size <= this.limit) break
        entries.delete(oldest)
        this.size -= sizeOf(dropped)
      }
    } else entries.delete(key)
    entries.set(key, value)
    return value
  }
}
