/** A hit as lines for a terminal: number, title and score; metadata; the matching passage. */
import type { Hit } from '../index.ts'
import { metadataOf, passageOf, sectionName, titleOf } from './hit-parts.ts'
import { onOneLine } from './plain-text.ts'
import type { Terminal } from './terminal.ts'
import { widthOf, wrapMarked } from './text-layout.ts'

type Document = Record<string, unknown>

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
  const known = metadataOf(hit.document).map(value => readable(value, terminal))
  lines.push(
    indent +
      colors.dim(
        [...(hit.promoted ? [messages.format.promoted] : []), ...known, String(hit.id)].map(onOneLine).join(' · '),
      ),
  )
  const passage = passageOf(hit, titleField)
  if (passage !== undefined) {
    for (const line of wrapMarked(passage, inner, text => text, mark)) lines.push(indent + line)
  }
  const also = hit.grouped?.map(other => sectionName(other, titleField)) ?? []
  if (also.length > 0) {
    const text = messages.search.also(also, (hit.groupedTotal ?? also.length) - also.length)
    for (const line of wrapMarked({ text, ranges: [] }, inner, colors.dim, mark)) lines.push(indent + line)
  }
  return lines
}

/** Formats dates; returns other values unchanged. */
function readable(value: string, { messages }: Terminal): string {
  const day = /^\d{4}-\d{2}-\d{2}(?=$|[T ])/.exec(value)
  const date = day === null ? Number.NaN : Date.parse(day[0])
  return Number.isNaN(date) ? value : messages.format.date(new Date(date))
}
