/** Tells a plain object from everything else that `typeof` calls an object: arrays, dates and null are no records. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)
}
