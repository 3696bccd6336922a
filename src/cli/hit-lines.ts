/** A hit as lines for a terminal: number, title and score; what is known of it; the passage that answers. */
import type { Hit } from '../index.ts'
import { widthOf } from './columns.ts'
import { type MarkedText, wrapMarked } from './marked-text.ts'
import type { Terminal } from './terminal.ts'

type Document = Record<string, unknown>

/** The first of each line that a document has is shown under its title. */
const SHOWN = [
  ['date', 'published', 'publishedAt', 'pubDate', 'publication', 'updated'],
  ['section', 'rubrique', 'category', 'categorie', 'catégorie'],
  ['author', 'auteur', 'byline', 'authors'],
  ['url', 'link', 'permalink'],
]

/** `number` counts from 1 over all pages of hits. */
export function hitLines(
  hit: Hit<Document>,
  number: number,
  titleField: string | undefined,
  terminal: Terminal,
): string[] {
  const { colors, messages, width } = terminal
  const ordinal = `${messages.format.number(number)}.`
  const indent = ' '.repeat(widthOf(ordinal) + 1)
  const inner = Math.max(width - indent.length, 20)
  const mark = (text: string) => colors.yellow(colors.bold(text))
  const score = messages.format.score(hit.score)

  const title = titleOf(hit, titleField)
  const titleLines = wrapMarked(title, inner - score.length - 2, colors.bold, mark)
  const padding = ' '.repeat(Math.max(inner - widthOf(titleLines[0] ?? '') - score.length, 2))
  const [first = '', ...others] = titleLines
  const lines = [`${colors.dim(ordinal)} ${first}${padding}${colors.dim(score)}`, ...others.map(line => indent + line)]
  lines.push(indent + colors.dim([...knownOf(hit.document, terminal), String(hit.id)].join(' · ')))
  const passage = passageOf(hit, titleField)
  if (passage !== undefined) {
    for (const line of wrapMarked(passage, inner, text => text, mark)) lines.push(indent + line)
  }
  return lines
}

function titleOf(hit: Hit<Document>, titleField: string | undefined): MarkedText {
  const title = titleField === undefined ? undefined : hit.highlights?.[titleField]
  return title === undefined || title.text === '' ? { text: String(hit.id), ranges: [] } : title
}

function knownOf(document: Document, terminal: Terminal): string[] {
  return SHOWN.flatMap(names => {
    const value = names.map(name => document[name]).find(value => value !== undefined && value !== null && value !== '')
    if (value === undefined || (typeof value === 'object' && !Array.isArray(value))) return []
    return [Array.isArray(value) ? value.join(', ') : readable(String(value), terminal)]
  })
}

/** Days as people write them; other values as they are. */
function readable(value: string, { messages }: Terminal): string {
  const day = /^\d{4}-\d{2}-\d{2}(?=$|[T ])/.exec(value)
  const date = day === null ? Number.NaN : Date.parse(day[0])
  return Number.isNaN(date) ? value : messages.format.date(new Date(date))
}

/** The text with most to show: the one with most marks, and of those the longest. */
function passageOf(hit: Hit<Document>, titleField: string | undefined): MarkedText | undefined {
  let best: MarkedText | undefined
  for (const [name, highlight] of Object.entries(hit.highlights ?? {})) {
    if (name === titleField || highlight === undefined || highlight.text === '') continue
    const more = highlight.ranges.length - (best?.ranges.length ?? 0)
    if (best === undefined || more > 0 || (more === 0 && highlight.text.length > best.text.length)) best = highlight
  }
  // What is no passage (an author's name, a section) is shown above already.
  return best?.text.includes(' ') ? best : undefined
}
