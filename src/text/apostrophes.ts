/** Unifies the apostrophes that people type. */

const OTHER_APOSTROPHES = /[\u2019\u02bc\u2018\u00b4\u0060\uff07\u02b9\u02bb\u2032\u201b]/g

/** A word with U+0027 in place of any apostrophe. */
export function apostrophesAsAscii(word: string): string {
  return word.replace(OTHER_APOSTROPHES, "'")
}
