/** The part of a page of documentation that a program writes: what stands between two comments with its name. */

import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/**
 * The page with new text between `<!-- npm run NAME -->` and `<!-- /npm run NAME -->`.
 * @param {string} page
 * @param {string} name
 * @param {string} markdown
 * @returns {string}
 */
export function withMarkedSection(page, name, markdown) {
  const [begin, end] = [`<!-- npm run ${name} -->`, `<!-- /npm run ${name} -->`]
  const [before, rest, ...more] = page.split(begin)
  const after = rest?.split(end)[1]
  if (after === undefined || more.length > 0) throw new Error(`The page needs ${begin} … ${end} once.`)
  return `${before}${begin}\n${markdown}\n${end}${after}`
}

/**
 * Writes the part of a page.
 * @param {string} page from the root of the repository, such as `docs/remote.md`
 * @param {string} name
 * @param {string} markdown
 */
export function writeMarkedSection(page, name, markdown) {
  const file = fileURLToPath(new URL(`../${page}`, import.meta.url))
  writeFileSync(file, withMarkedSection(readFileSync(file, 'utf8'), name, markdown))
}
