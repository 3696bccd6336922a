/** Tables that programs in other languages read: a row a line, cells separated by tabs. */

/** @param {readonly (string | number)[]} row @returns {string} a line; whatever would end a cell or a line becomes a space */
export const tsvLine = row =>
  `${row.map(cell => String(cell).replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' ')).join('\t')}\n`
