/** The start and end of the visible part of a text. */

const OTHER_BLANK = /[\s\u200b\ufeff]/

/** Whether the code unit at `at` is invisible: breaking and no-break spaces, line ends. */
export function isBlankAt(source: string, at: number): boolean {
  const code = source.charCodeAt(at)
  if (code < 0x80) return code === 0x20 || (code >= 0x09 && code <= 0x0d)
  return OTHER_BLANK.test(source[at])
}

/** The offset of the first visible character; the end of the text if there is none. */
export function firstInk(source: string): number {
  let at = 0
  while (at < source.length && isBlankAt(source, at)) at++
  return at
}

/** The end of the visible part before `end`. */
export function inkEnd(source: string, end = source.length): number {
  while (end > 0 && isBlankAt(source, end - 1)) end--
  return end
}
