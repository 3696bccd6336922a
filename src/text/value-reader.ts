/** How people write dates and numbers in a language. */

/** How values of number and date fields are written in a language. ISO 8601, RFC 2822 and the numbers of programs are read in every language. */
export interface ValueReader {
  /** A date, a month, or a date with a time of day as ISO 8601; undefined for what is none in this language. It need not exist: 31 February may pass. */
  readDate(text: string): string | undefined
  /** A number; undefined for what is none in this language. */
  readNumber(text: string): number | undefined
}
