/** What is skipped on purpose, with its reason. Unlike a `SourceError` it is not a problem, but nobody should have to guess why it is not found. */

/**
 * Why a file, or a page of it, is left out:
 *
 * - `draft`: it is marked as unpublished
 * - `no-index`: it asks search engines to leave it out
 * - `redirect`: it only sends its readers elsewhere
 * - `excluded`, `not-included`: the options say so
 * - `link-outside`: it is a link that leads out of the folder, and the option `follow` is not set
 * - `other-kind`: no reader knows this kind of file
 * - `not-a-feed`: XML other than RSS and Atom
 * - `not-a-page`: data, templates and partial pages next to the pages of a site
 * - `outside-content`: it is not in the folders that the site generator makes pages of
 * - `project-file`: package.json, lock files, README and the like, for those who work on the project
 * - `translation`: messages of a program
 * - `other-language`: its French translation stands for it
 * - `navigation`: a list of links, such as SUMMARY.md
 * - `robots`: robots.txt asks not to read it
 * - `other-site`, `beyond-limit`: addresses of a sitemap that are elsewhere, or more than are wanted
 * - `needs-package`: a package that reads this kind of file is not installed
 * - `encrypted`, `no-text-layer`: a PDF with a password, or of pictures alone
 */
export type SkipReason =
  | 'draft'
  | 'no-index'
  | 'redirect'
  | 'excluded'
  | 'not-included'
  | 'link-outside'
  | 'other-kind'
  | 'not-a-feed'
  | 'not-a-page'
  | 'outside-content'
  | 'project-file'
  | 'translation'
  | 'other-language'
  | 'navigation'
  | 'robots'
  | 'other-site'
  | 'beyond-limit'
  | 'needs-package'
  | 'encrypted'
  | 'no-text-layer'

/** A file, or a page of it, that is skipped on purpose, with the reason. */
export class Skip {
  /** The path of the file, or the address of the page. */
  readonly file: string
  /** Why it is left out. */
  readonly reason: SkipReason
  /** What the reason is about: the package to install. */
  readonly detail: string | undefined

  constructor(file: string, reason: SkipReason, detail?: string) {
    this.file = file
    this.reason = reason
    this.detail = detail
  }
}

/** What was left out for one reason. */
export interface SkipGroup {
  /** The reason. */
  reason: SkipReason
  /** What the reason is about: the package to install. */
  detail?: string
  /** How many files or pages were left out. */
  count: number
  /** Their files. */
  files: string[]
}

/**
 * Groups what was left out by reason, the most frequent first.
 *
 * @example
 * for (const { reason, count } of groupSkips(reading.skipped)) console.log(`${count} × ${reason}`)
 */
export function groupSkips(skips: readonly Skip[]): SkipGroup[] {
  const groups = new Map<string, SkipGroup>()
  for (const { file, reason, detail } of skips) {
    const key = `${reason} ${detail ?? ''}`
    const group = groups.get(key) ?? { reason, ...(detail !== undefined && { detail }), count: 0, files: [] }
    groups.set(key, group)
    group.count++
    if (group.files.at(-1) !== file) group.files.push(file)
  }
  return [...groups.values()].sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1))
}
