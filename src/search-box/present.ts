/** Prepares a hit for display: its title and excerpt with marks, its address, and the matching sections of its page. */
import type { HitOfDocument } from '../features/hit.ts'
import type { Highlight } from '../highlight/highlight.ts'
import type { Plan } from './plan.ts'
import type { SearchSettings } from './settings.ts'

type Document = Readonly<Record<string, unknown>>
export type AnyHit = HitOfDocument<Document>

/** A section of a page that matches, to show below the page. */
export interface ShownSection {
  /** The id of its document. */
  id: string | number
  /** Its heading, with the ranges to mark. */
  name: Highlight
  /** Its address; `undefined` if it has none that is safe to follow. */
  href: string | undefined
  /** The part of its text that answers the query; `undefined` if no text is stored. */
  excerpt: Highlight | undefined
  /** The stored fields of its document. */
  document: Document
}

/** A hit, ready to be shown. */
export interface ShownHit {
  /** The id of the document. */
  id: string | number
  /** Its title, with the ranges to mark. */
  title: Highlight
  /** Its address; `undefined` if it has none that is safe to follow. */
  href: string | undefined
  /** The part of its text that answers the query; `undefined` if no text is stored. */
  excerpt: Highlight | undefined
  /** The line under the title: a date, a section, an author, if the document has them, as they are stored. */
  meta: readonly string[]
  /** The address of its thumbnail; `undefined` if it has none. */
  image: string | undefined
  /** Whether an editorial decision puts it first for this query. */
  isPromoted: boolean
  /** The sections of the page that match, best first. */
  sections: readonly ShownSection[]
  /** How many more sections match. */
  moreSections: number
  /** The stored fields of the document. */
  document: Document
  /** The hit, as the search returned it. */
  hit: AnyHit
}

/** Of each line, the first field that a document has is shown under its title. */
const USUAL_META = [
  ['date', 'published', 'publishedAt', 'pubDate', 'publication', 'updated'],
  ['section', 'rubrique', 'category', 'categorie', 'catégorie'],
  ['author', 'auteur', 'byline', 'authors'],
]
const USUAL_ADDRESSES = ['url', 'link', 'permalink']
/** The field for the heading of a section, as the readers name it. */
const HEADING = 'heading'

export function presentHit(hit: AnyHit, plan: Plan, settings: SearchSettings): ShownHit {
  const { id, document, grouped = [], groupedTotal = grouped.length, promoted = false } = hit
  const href = hrefOf(document, settings)
  const ofPage = plan.groupField === undefined ? [] : [hit, ...grouped].filter(({ document }) => hasHeading(document))
  const shown = plan.groupField === undefined ? grouped : ofPage
  return {
    id,
    title: markedField(hit, plan.titleField) ?? { text: String(id), ranges: [] },
    // The link is to the whole page; the part after `#` leads to a section.
    href: ofPage.includes(hit) ? href?.replace(/#.*$/s, '') : href,
    excerpt: ofPage.includes(hit) ? undefined : excerptOf(hit, plan),
    meta: metaOf(document, settings.metaFields),
    image: addressOf(document, settings.imageField, settings),
    isPromoted: promoted,
    sections: shown.map(section => presentSection(section, plan, settings)),
    moreSections: groupedTotal - grouped.length,
    document,
    hit,
  }
}

function presentSection(hit: AnyHit, plan: Plan, settings: SearchSettings): ShownSection {
  const name = markedField(hit, HEADING) ?? markedField(hit, plan.titleField) ?? { text: String(hit.id), ranges: [] }
  const { id, document } = hit
  return { id, name, href: hrefOf(document, settings), excerpt: excerptOf(hit, plan), document }
}

function hasHeading(document: Document): boolean {
  return typeof document[HEADING] === 'string' && document[HEADING] !== ''
}

/** The value of a field, but not an inherited property with its name. */
function ownValue(record: object, name: string): unknown {
  return Object.hasOwn(record, name) ? (record as Record<string, unknown>)[name] : undefined
}

/** A stored text with its marks, or without them if they are missing; undefined if the document does not have it. */
function markedField({ document, highlights }: AnyHit, field: string | undefined): Highlight | undefined {
  if (field === undefined) return undefined
  const text = ownValue(document, field)
  const plain = typeof text === 'string' ? { text, ranges: [] } : undefined
  const marked = (highlights && (ownValue(highlights, field) as Highlight | undefined)) ?? plain
  return marked === undefined || marked.text === '' ? undefined : marked
}

const PLAIN_EXCERPT = 200

/** The most informative text: the one with the most marks, and of those the longest. */
function excerptOf(hit: AnyHit, { titleField, highlightFields }: Plan): Highlight | undefined {
  let best: Highlight | undefined
  for (const field of highlightFields) {
    if (field === titleField || field === HEADING) continue
    const marked = markedField(hit, field)
    if (marked === undefined) continue
    const more = marked.ranges.length - (best?.ranges.length ?? 0)
    if (best === undefined || more > 0 || (more === 0 && marked.text.length > best.text.length)) best = marked
  }
  // Anything but a sentence (an author's name, a section) is already shown above.
  if (best === undefined || !best.text.includes(' ')) return undefined
  const isCut = best.ranges.length > 0 || best.text.length <= 2 * PLAIN_EXCERPT
  return isCut ? best : { text: `${best.text.slice(0, PLAIN_EXCERPT).replace(/\s+\S*$/, '')}…`, ranges: [] }
}

function metaOf(document: Document, fields: readonly string[] | undefined): string[] {
  return (fields?.map(field => [field]) ?? USUAL_META).flatMap(names => {
    const value = names
      .map(name => ownValue(document, name))
      .find(value => value !== undefined && value !== null && value !== '')
    if (value === undefined || (typeof value === 'object' && !Array.isArray(value))) return []
    return [Array.isArray(value) ? value.join(', ') : String(value)]
  })
}

function hrefOf(document: Document, settings: SearchSettings): string | undefined {
  const fields = settings.urlField === undefined ? USUAL_ADDRESSES : [settings.urlField]
  return fields.map(field => addressOf(document, field, settings)).find(address => address !== undefined)
}

/** Other schemes could run a script: an address may be any text of a document. */
const OTHER_SCHEME = /^(?!https?:)[^/?#]*:/i

function addressOf(
  document: Document,
  field: string | undefined,
  { base = '', site }: SearchSettings,
): string | undefined {
  const value = field === undefined ? undefined : ownValue(document, field)
  if (typeof value !== 'string' || value.trim() === '') return undefined
  // Browsers ignore these characters anywhere in an address.
  const address = value.replace(/[\0-\x20]+/g, ' ').trim()
  if (OTHER_SCHEME.test(address.replaceAll(' ', ''))) return undefined
  const origin = site?.replace(/\/+$/, '')
  if (origin && address.startsWith(`${origin}/`)) return address.slice(origin.length).replace(/^\/+/, '/')
  return /^\/(?!\/)/.test(address) ? base.replace(/\/$/, '') + address : address
}
