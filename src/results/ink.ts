/** Where what is visible of a text begins and ends. */

const BLANK = /[\s\u200b\ufeff]/

/** Whether the character shows nothing: spaces that break and that don't, line ends. */
export function isBlank(character: string): boolean {
  return BLANK.test(character)
}

/** Where the first visible character is; the end of a text that has none. */
export function firstInk(source: string): number {
  let at = 0
  while (at < source.length && BLANK.test(source[at])) at++
  return at
}

/** Where the visible part of what stands before `end` ends. */
export function inkEnd(source: string, end = source.length): number {
  while (end > 0 && BLANK.test(source[end - 1])) end--
  return end
}
