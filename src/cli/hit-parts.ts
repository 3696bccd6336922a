/** The displayed parts of a hit: title, date, section, author, address, and the matching passage. The terminal and the page of `serve` show the same. */
import type { Group, Highlight, Hit, InspectedColumn, InspectedField } from '../index.ts'
import { columnTraits, PAGE_FIELD } from '../internal.ts'

type Document = Record<string, unknown>

/** Of each line, the first field that a document has is shown under its title. */
const SHOWN = [
  ['date', 'published', 'publishedAt', 'pubDate', 'publication', 'updated'],
  ['section', 'rubrique', 'category', 'categorie', 'catégorie'],
  ['author', 'auteur', 'byline', 'authors'],
  ['url', 'link', 'permalink'],
]

/** The default grouping of hits: the sections of a page are one hit. */
export function usualGroup(columns: readonly InspectedColumn[]): Group | undefined {
  const page = columns.find(({ name, type }) => name === PAGE_FIELD && columnTraits[type].hasGroups)
  return page && { field: page.name }
}

/** The name of a section: its heading, otherwise its title, otherwise its id. */
export function sectionName({ id, document }: Hit<Document>, titleField: string | undefined): string {
  return storedTitle(document, 'heading') ?? storedTitle(document, titleField) ?? String(id)
}

/** The field of a document's title, if it is stored. */
export function titleFieldOf(fields: readonly InspectedField[]): string | undefined {
  return fields.find(({ title, stored }) => title && stored)?.name
}

/** The stored title. Undefined if the document has none. */
export function storedTitle(
  document: Record<string, unknown> | undefined,
  field: string | undefined,
): string | undefined {
  const title = field === undefined ? undefined : document?.[field]
  return typeof title === 'string' && title !== '' ? title : undefined
}

/** The title with its marks, or the id. */
export function titleOf({ id, highlights }: Hit<Document>, titleField: string | undefined): Highlight {
  const title =
    highlights && titleField !== undefined && Object.hasOwn(highlights, titleField) ? highlights[titleField] : undefined
  return title === undefined || title.text === '' ? { text: String(id), ranges: [] } : title
}

/** The date, section, author and address, if stored. */
export function metadataOf(document: Document): string[] {
  return SHOWN.flatMap(names => {
    const value = names.map(name => document[name]).find(value => value !== undefined && value !== null && value !== '')
    if (value === undefined || (typeof value === 'object' && !Array.isArray(value))) return []
    return [Array.isArray(value) ? value.join(', ') : String(value)]
  })
}

/** The most informative text: the one with the most marks, and of those the longest. */
export function passageOf({ highlights }: Hit<Document>, titleField: string | undefined): Highlight | undefined {
  let best: Highlight | undefined
  for (const [name, highlight] of Object.entries(highlights ?? {})) {
    if (name === titleField || highlight === undefined || highlight.text === '') continue
    const more = highlight.ranges.length - (best?.ranges.length ?? 0)
    if (best === undefined || more > 0 || (more === 0 && highlight.text.length > best.text.length)) best = highlight
  }
  // Anything but a passage (an author's name, a section) is already shown above.
  return best?.text.includes(' ') ? best : undefined
}
