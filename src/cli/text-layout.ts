/** Lays out text for a terminal: marked ranges on lines of a given width, and cells aligned in columns. */
import { stripVTControlCharacters } from 'node:util'
import { onOneLine } from './plain-text.ts'

/** A text with the ranges that match a query, like a hit's `highlights`. */
export interface MarkedText {
  text: string
  ranges: readonly (readonly [start: number, end: number])[]
}

/** A way to paint a piece of text. */
export type Paint = (text: string) => string

/** Wraps a text between words. A word longer than a line gets its own line. No-break spaces do not break. */
export function wrapMarked({ text, ranges }: MarkedText, width: number, plain: Paint, marked: Paint): string[] {
  return lineExtents(text, width).map(([start, end]) => paintExtent(text, ranges, start, end, plain, marked))
}

function lineExtents(text: string, width: number): [number, number][] {
  const lines: [number, number][] = []
  let start = -1
  let end = 0
  for (const { index, 0: word } of text.matchAll(/[^ \t\r\n]+/g)) {
    const wordEnd = index + word.length
    if (start >= 0 && wordEnd - start > width) {
      lines.push([start, end])
      start = -1
    }
    if (start < 0) start = index
    end = wordEnd
  }
  if (start >= 0) lines.push([start, end])
  return lines
}

function paintExtent(
  text: string,
  ranges: MarkedText['ranges'],
  start: number,
  end: number,
  plain: Paint,
  marked: Paint,
): string {
  let painted = ''
  let at = start
  const piece = (to: number, paint: Paint) => {
    // A text may have line ends and tabs, which would break the layout.
    if (to > at) painted += paint(text.slice(at, to).replace(/[\t\r\n]+/g, ' '))
    at = Math.max(at, to)
  }
  for (const [from, to] of ranges) {
    if (to <= start || from >= end) continue
    piece(Math.max(from, start), plain)
    piece(Math.min(to, end), marked)
  }
  piece(end, plain)
  return painted
}

/** A text in lines of at most `width` characters, unless a word is longer. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/[ \n]+/)) {
    if (line !== '' && widthOf(line) + 1 + widthOf(word) > width) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return line === '' ? lines : [...lines, line]
}

/** The narrowest column that a description is put into, in characters. */
const NARROWEST = 30

/** Names with descriptions next to them, in lines of at most `width` characters; below them if there is not enough space. */
export function describedRows(
  rows: readonly (readonly [name: string, description: string])[],
  width: number,
): string[] {
  const widest = Math.max(...rows.map(([name]) => widthOf(name)))
  const isBeside = width - widest - 2 >= NARROWEST
  const indent = ' '.repeat(isBeside ? widest + 2 : 6)
  return rows.flatMap(([name, description]) => {
    const [first = '', ...others] = wrapped(description, Math.max(width - indent.length, 10)).map(line => indent + line)
    const padding = ' '.repeat(Math.max(indent.length - widthOf(name), 0))
    return isBeside ? [`${name}${padding}${first.trimStart()}`, ...others] : [name, first, ...others]
  })
}

export type Alignment = 'left' | 'right'

/** Pads the cells of all columns but the last. Cells may contain colours. */
export function alignColumns(values: readonly (readonly string[])[], alignments: readonly Alignment[] = []): string[] {
  const rows = values.map(row => row.map(onOneLine))
  const widths: number[] = []
  for (const row of rows) {
    row.forEach((cell, column) => {
      widths[column] = Math.max(widths[column] ?? 0, widthOf(cell))
    })
  }
  return rows.map(row =>
    row
      .map((cell, column) => {
        const padding = ' '.repeat(widths[column] - widthOf(cell))
        if (alignments[column] === 'right') return padding + cell
        return column === row.length - 1 ? cell : cell + padding
      })
      .join('  '),
  )
}

/** Letters with accents in one code unit, as in French. */
const SIMPLE = /^[ -~\u00a0-\u02ff]*$/

let graphemes: Intl.Segmenter | undefined

/** The number of visible characters. */
export function widthOf(text: string): number {
  const visible = stripVTControlCharacters(text)
  if (SIMPLE.test(visible)) return visible.length
  graphemes ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' })
  return [...graphemes.segment(visible)].length
}
