/** The sections of docs/speed.md that programs of their own write, `npm run first` and `npm run size`: `npm run speed` keeps them when it writes the rest. */

export const FIRST_HEADING = '## The first query of a process'
export const SIZE_HEADING = '## What a browser loads'

/**
 * The section of a page under a heading, undefined if it has none.
 * @param {string} page
 * @param {string} heading
 */
export function sectionOf(page, heading) {
  const start = page.indexOf(`${heading}\n`)
  if (start === -1) return undefined
  const next = page.indexOf('\n## ', start + 1)
  return page.slice(start, next === -1 ? undefined : next).trimEnd()
}

/**
 * The page with a section in place of the one that it has under the same heading, or at its end.
 * @param {string} page
 * @param {string | undefined} section undefined: as it is
 */
export function withSection(page, section) {
  if (section === undefined) return page
  const before = sectionOf(page, section.split('\n', 1)[0])
  return before === undefined ? `${page.trimEnd()}\n\n${section}\n` : page.replace(before, () => section)
}

/**
 * A new page with the sections of the page before that it does not write itself.
 * @param {string} page
 * @param {string} before
 */
export function withKeptSections(page, before) {
  return [FIRST_HEADING, SIZE_HEADING].reduce((kept, heading) => withSection(kept, sectionOf(before, heading)), page)
}
