/** Dates in ISO 8601. */

/** A date in ISO 8601; undefined if there is no such day or month. */
export function writeDate(year: string, month: string, day: string): string | undefined {
  const monthValue = Number(month)
  const dayValue = Number(day)
  if (monthValue < 1 || monthValue > 12 || dayValue < 1 || dayValue > 31) return undefined
  // A two-digit year is read as in today's forms: 19 is 2019, 87 is 1987.
  const fullYear = year.length === 4 ? year : Number(year) < 50 ? `20${year}` : `19${year}`
  return `${fullYear}-${String(monthValue).padStart(2, '0')}-${String(dayValue).padStart(2, '0')}`
}
