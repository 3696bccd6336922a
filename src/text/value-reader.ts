/** How people write dates and numbers in a language. */

/** How numbers and dates are written in a language. ISO 8601, RFC 2822 and the numbers of programs are read in every language. */
export interface ValueReader {
  /** Returns a date, a month, or a date with a time of day in ISO 8601; `undefined` if the text is none in this language. It need not check that the day exists. */
  readDate(text: string): string | undefined
  /** Returns a number; `undefined` if the text is none in this language. */
  readNumber(text: string): number | undefined
}
