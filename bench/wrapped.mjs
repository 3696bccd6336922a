/** Prose in lines as long as a page of documentation has them. */

const COLUMNS = 120

/**
 * Lines of at most 120 columns, those after the first indented.
 * @param {string} text
 * @param {string} [indent]
 * @returns {string}
 */
export function wrapped(text, indent = '') {
  /** @type {string[]} */
  const lines = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (longer.length <= COLUMNS || line.trim() === '') line = longer
    else {
      lines.push(line)
      line = `${indent}${word}`
    }
  }
  return [...lines, line].join('\n')
}
