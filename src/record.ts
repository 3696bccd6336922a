/** A field of a document; undefined for the names that every object inherits, such as `constructor`. */
export function fieldOf(record: Readonly<Record<string, unknown>>, name: string): unknown {
  return name in Object.prototype && !Object.hasOwn(record, name) ? undefined : record[name]
}

/** Tells a plain object from everything else that `typeof` calls an object: arrays, dates and null are not records. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)
}
