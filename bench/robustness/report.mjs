/** The robustness figures as text for the terminal and as a page for the documentation. */

import { stamp } from '../machine.mjs'
import { markdownTable, plainTable, signed } from '../tables.mjs'
import { wrapped } from '../wrapped.mjs'

/** @typedef {import('./compare.mjs').RobustnessResult} RobustnessResult */

export const PAGE = 'robustness.md'

/** @param {RobustnessResult} result @returns {string} */
export function asText(result) {
  return [
    `${result.collection}: nDCG@10 as written, and the change for each way of typing (in brackets: the number of queries that it alters)`,
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
    wrapped(`${stamp('npm run robustness -- --write')}; [bench/README.md](../bench/README.md) describes the method.`),
    '',
    'The tables show nDCG@10 for the queries as written, and how it changes if they are typed carelessly. The number in',
    'brackets is how many queries a way of typing alters.',
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
