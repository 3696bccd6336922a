/** Tables, for the terminal and for Markdown. */

/**
 * Columns padded to line up; the first to the left, the others to the right.
 * @param {readonly (readonly string[])[]} rows the first row holds the headings
 * @returns {string}
 */
export function plainTable(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map(row => row[column].length)))
  const line = (/** @type {readonly string[]} */ row) =>
    row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join('  ')
  return rows.map(line).join('\n')
}

/**
 * @param {readonly (readonly string[])[]} rows the first row holds the headings
 * @returns {string}
 */
export function markdownTable(rows) {
  const line = (/** @type {readonly string[]} */ row) => `| ${row.join(' | ')} |`
  const rule = rows[0].map((_, i) => (i === 0 ? '---' : '---:'))
  return [line(rows[0]), line(rule), ...rows.slice(1).map(line)].join('\n')
}

/** @param {number} value @returns {string} with its sign, a true minus included */
export function signed(value, digits = 4) {
  const rounded = value.toFixed(digits)
  return Number(rounded) === 0 ? (0).toFixed(digits) : value > 0 ? `+${rounded}` : rounded.replace('-', '−')
}
