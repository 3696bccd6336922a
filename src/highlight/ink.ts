/** Where what is visible of a text begins and ends. */

const OTHER_BLANK = /[\s\u200b\ufeff]/

/** Whether the code unit at `at` shows nothing: spaces that break and that don't, line ends. */
export function isBlankAt(source: string, at: number): boolean {
  const code = source.charCodeAt(at)
  if (code < 0x80) return code === 0x20 || (code >= 0x09 && code <= 0x0d)
  return OTHER_BLANK.test(source[at])
}

/** Where the first visible character is; the end of a text that has none. */
export function firstInk(source: string): number {
  let at = 0
  while (at < source.length && isBlankAt(source, at)) at++
  return at
}

/** Where the visible part of what stands before `end` ends. */
export function inkEnd(source: string, end = source.length): number {
  while (end > 0 && isBlankAt(source, end - 1)) end--
  return end
}
