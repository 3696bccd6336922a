/**
 * Metadata without marks at the start of a Markdown text, as Pelican, MkDocs and MultiMarkdown read it: lines of a name, a colon and a value, up to an empty line.
 */
import type { FrontMatter } from './front-matter.ts'

const LINE = /^ {0,3}([\p{L}\p{N}_-]+):[ \t]*(.*)$/u
/** A line that continues the value of the one before. */
const MORE = /^(?: {4,}|\t)(.*)$/
const END = /\r?\n(?:[ \t]*|---[ \t]*|\.\.\.[ \t]*)(?:\r?\n|$)/
/** Fields with several values, which Pelican separates with semicolons, or commas if there are none. */
const LISTS = new Set(['tags', 'keywords', 'authors', 'categories'])

/**
 * Undefined if the text starts with something else. Without a title, it may be a paragraph that contains a colon.
 *
 * @param text a text without front matter between marks
 */
export function readMetadataLines(text: string): FrontMatter | undefined {
  if (!LINE.test(/^.*/.exec(text)?.[0] ?? '')) return undefined
  const end = END.exec(text)
  const values = new Map<string, string>()
  const lines = new Map<string, number>()
  let last: string | undefined
  for (const [i, line] of text.slice(0, end?.index).split(/\r?\n/).entries()) {
    const [, name, value = ''] = LINE.exec(line) ?? []
    const [, more] = name === undefined ? (MORE.exec(line) ?? []) : []
    if (name !== undefined) {
      last = name.toLowerCase()
      values.set(last, value.trim())
      lines.set(last, i + 1)
    } else if (more !== undefined && last !== undefined) {
      values.set(last, `${values.get(last)} ${more.trim()}`.trim())
    } else return undefined
  }
  if (!values.has('title')) return undefined
  const start = end === null ? text.length : end.index + end[0].length
  return {
    fields: Object.fromEntries([...values].map(([name, value]) => [name, LISTS.has(name) ? listOf(value) : value])),
    written: {},
    body: text.slice(start),
    bodyLine: text.slice(0, start).split('\n').length,
    lineOf: field => lines.get(field),
  }
}

function listOf(value: string): string[] {
  const items = value.split(value.includes(';') ? ';' : ',')
  return items.map(item => item.trim()).filter(item => item !== '')
}
