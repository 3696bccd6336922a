/** Columns of text, aligned by what is seen of them. */
import { stripVTControlCharacters } from 'node:util'

export type Alignment = 'left' | 'right'

/** Pads the cells of all rows but the last column's. Cells may hold colours. */
export function alignColumns(rows: readonly (readonly string[])[], alignments: readonly Alignment[] = []): string[] {
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

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** How many characters people see. */
export function widthOf(text: string): number {
  return [...graphemes.segment(stripVTControlCharacters(text))].length
}
