/** Whether the fields of a page exclude it from search: drafts, pages that ask not to be found, redirects. */
import { isRecord } from '../record.ts'
import type { SkipReason } from './skip.ts'

const isTrue = (value: unknown) =>
  value === true || (typeof value === 'string' && /^(?:true|yes|oui|1)$/i.test(value.trim()))
const isFalse = (value: unknown) =>
  value === false || (typeof value === 'string' && /^(?:false|no|non|0)$/i.test(value.trim()))
const isUnpublishedStatus = (value: unknown) =>
  typeof value === 'string' &&
  /^(?:draft|brouillon|private|privée?|pending|trash|hidden|auto-draft|unpublished|non[ -]publiée?)$/i.test(
    value.trim(),
  )
const isNoIndex = (value: unknown) => typeof value === 'string' && /\b(?:noindex|none)\b/i.test(value)

/**
 * Why a document should be skipped; undefined if it should not.
 *
 * @param isPage for a record of a data file, only unambiguous fields count
 */
export function unpublishedReason(fields: Readonly<Record<string, unknown>>, isPage: boolean): SkipReason | undefined {
  const said = (test: (value: unknown) => boolean, ...names: string[]) => names.some(name => test(fields[name]))
  // Hugo, Docusaurus, Astro, Eleventy, Zola, MkDocs; Jekyll and DEV say `published: false`.
  if (said(value => value === true || (isPage && isTrue(value)), 'draft', 'brouillon', 'isDraft')) return 'draft'
  if (!isPage) return undefined
  if (
    said(isFalse, 'published', 'publié', 'publie', 'publiee') ||
    said(isUnpublishedStatus, 'status', 'statut', 'état', 'etat', 'visibility')
  )
    return 'draft'
  const { search, sitemap } = fields
  const isLeftOutOfSearch = isFalse(search) || (isRecord(search) && isTrue(search.exclude))
  if (
    isLeftOutOfSearch ||
    (isRecord(sitemap) && isTrue(sitemap.noindex)) ||
    said(isTrue, 'noindex', 'search_exclude', 'nosearch', 'unlisted') ||
    said(isFalse, 'searchable', 'pagefind') ||
    said(isNoIndex, 'robots')
  ) {
    return 'no-index'
  }
  return typeof fields.redirect_to === 'string' || Array.isArray(fields.redirect_to) ? 'redirect' : undefined
}

/** Whether a path belongs to a draft: Jekyll has a folder for them. */
export function isDraftPath(path: string): boolean {
  return /(?:^|\/)_drafts\//.test(path)
}
