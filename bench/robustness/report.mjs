/** The robustness figures as text for the terminal and as a page for the documentation. */

import { stamp } from '../machine.mjs'
import { markdownTable, plainTable, signed } from '../tables.mjs'
import { wrapped } from '../wrapped.mjs'

/** @typedef {import('./compare.mjs').RobustnessResult} RobustnessResult */

export const PAGE = 'robustness.md'

/** @param {RobustnessResult} result @returns {string} */
export function asText(result) {
  return [
    `${result.collection}: nDCG@10 as written, and what each way of typing loses (in brackets: questions that it changes)`,
    plainTable(rows(result)),
    ...result.skipped.map(({ name, reason }) => `${name}: skipped. ${reason}`),
  ].join('\n')
}

/** @param {readonly RobustnessResult[]} results @returns {string} the mean loss over the collections */
export function summary(results) {
  const names = results[0].engines.map(({ name }) => name)
  const variants = results[0].changed.map(({ name }) => name)
  const body = names.map(name => {
    const engines = results.flatMap(result => result.engines.filter(engine => engine.name === name))
    const losses = variants.map((_, v) => mean(engines.map(({ asWritten, variants }) => variants[v].ndcg - asWritten)))
    return [name, mean(engines.map(({ asWritten }) => asWritten)).toFixed(4), ...losses.map(loss => signed(loss))]
  })
  return `mean over the collections\n${plainTable([['engine', 'as written', ...variants], ...body])}`
}

/** @param {readonly RobustnessResult[]} results @returns {string} */
export function asMarkdown(results) {
  return [
    '# Robustness',
    '',
    wrapped(
      [
        `${stamp('npm run robustness -- --write')}, which says how.`,
        'nDCG@10 of the questions as written, and the change when the same questions are typed carelessly;',
        'in brackets the number of questions that a way of typing changes at all.',
      ].join(' '),
    ),
    '',
    ...results.flatMap(result => [`## ${result.collection}`, '', markdownTable(rows(result)), '']),
  ].join('\n')
}

/** @param {RobustnessResult} result */
function rows({ engines, changed }) {
  return [
    ['engine', 'as written', ...changed.map(({ name, questions }) => `${name} (${questions})`)],
    ...engines.map(({ name, asWritten, variants }) => [
      name,
      asWritten.toFixed(4),
      ...variants.map(({ ndcg }) => signed(ndcg - asWritten)),
    ]),
  ]
}

/** @param {readonly number[]} values */
const mean = values => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
