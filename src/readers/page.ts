/** A page as blocks of text, and its documents: one, or one for each section with an anchor. */
import type { PageOptions, SourceDocument } from './source.ts'

/** A paragraph, a heading, an item of a list, a cell of a table. */
export interface Block {
  text: string
  /** The separator from the previous block. */
  gap: '\n\n' | '\n'
  /** In the file, from 1. */
  line: number
  heading?: Heading
}

export interface Heading {
  level: number
  /** The fragment of an address, after `#`, that leads there. */
  anchor: string | undefined
}

export interface Page {
  /** All but `body`. */
  fields: Record<string, unknown>
  /** Numbers of the fields as written. */
  written?: Readonly<Record<string, unknown>>
  blocks: readonly Block[]
  bodyLine: number
  lineOf(field: string): number | undefined
}

/** The documents of a page. */
export function documentsOf(page: Page, { sections = false }: PageOptions): SourceDocument[] {
  const { fields, blocks } = page
  if (!sections) return [documentOf(page, blocks, undefined)]
  const starts = sectionStarts(blocks)
  const lead = blocks.slice(0, starts[0])
  const { description, ...shared } = fields
  const others = starts.map((start, i) =>
    documentOf({ ...page, fields: shared }, blocks.slice(start, starts[i + 1]), blocks[start]),
  )
  return [documentOf(page, lead, undefined), ...others]
}

/** A repeated anchor leads to the first one, so the second does not start a section. */
function sectionStarts(blocks: readonly Block[]): number[] {
  const seen = new Set<string>()
  return blocks.flatMap(({ heading }, i) => {
    const anchor = heading?.anchor
    if (anchor === undefined || seen.has(anchor)) return []
    seen.add(anchor)
    return [i]
  })
}

/** @param head the heading at the start of the blocks, if they are a section */
function documentOf(page: Page, blocks: readonly Block[], head: Block | undefined): SourceDocument {
  const anchor = head?.heading?.anchor
  const { url } = page.fields
  return {
    fields: {
      ...page.fields,
      ...(head !== undefined && { heading: head.text, anchor }),
      ...(typeof url === 'string' && anchor !== undefined && { url: `${url.replace(/#.*/s, '')}#${anchor}` }),
      // The text takes precedence over a key named `body`, because the text of the page must be searchable.
      body: joinBlocks(head === undefined ? blocks : blocks.slice(1)),
    },
    ...(page.written !== undefined && { written: page.written }),
    isWholeFile: true,
    ...(anchor !== undefined && { anchor }),
    line: head?.line ?? 1,
    lineOf: field => {
      if (field === 'heading' || field === 'anchor') return head?.line ?? 1
      return (field === 'body' ? (head?.line ?? page.bodyLine) : page.lineOf(field)) ?? 1
    },
  }
}

/** The blocks as one text. */
export function joinBlocks(blocks: readonly Block[]): string {
  return blocks.map(({ text, gap }, i) => (i === 0 ? text : gap + text)).join('')
}
