/** The section of docs/speed.md about the first query of a process: `npm run first` writes it, `npm run speed` keeps it. */

export const FIRST_HEADING = '## The first query of a process'

/**
 * The section of a page, undefined if it has none.
 * @param {string} page
 */
export function firstSection(page) {
  const start = page.indexOf(`${FIRST_HEADING}\n`)
  if (start === -1) return undefined
  const next = page.indexOf('\n## ', start + 1)
  return page.slice(start, next === -1 ? undefined : next).trimEnd()
}

/**
 * The page with the section in place of the one that it has, or at its end.
 * @param {string} page
 * @param {string | undefined} section undefined: as it is
 */
export function withFirstSection(page, section) {
  if (section === undefined) return page
  const before = firstSection(page)
  return before === undefined ? `${page.trimEnd()}\n\n${section}\n` : page.replace(before, () => section)
}
