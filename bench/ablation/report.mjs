/** What the parts of the ranking bring and cost, as text for the terminal and as a page for the documentation. */

import { stamp } from '../machine.mjs'
import { markdownTable, plainTable, signed } from '../tables.mjs'
import { wrapped } from '../wrapped.mjs'

/** @typedef {import('../ablation.mjs').AblationResult} AblationResult */

/** @param {AblationResult} result @returns {string} */
export function asText({ collection, ndcg, milliseconds, parts }) {
  const rows = parts.map(({ name, difference, p, time }) => [name, signed(difference), p.toFixed(4), timeOf(time)])
  return [
    `${collection}: nDCG@10 ${ndcg.toFixed(4)}${milliseconds === undefined ? '' : `, ${milliseconds.toFixed(2)} ms per query`}`,
    plainTable([['part removed', 'nDCG@10', 'p', 'time'], ...rows]),
  ].join('\n')
}

/** @param {readonly AblationResult[]} results @returns {string} */
export function asMarkdown(results) {
  const names = results[0].parts.map(({ name, off }) => ({ name, off }))
  const mean = (/** @type {readonly number[]} */ values) =>
    values.reduce((sum, value) => sum + value, 0) / values.length
  const timed = results.find(({ milliseconds }) => milliseconds !== undefined)
  const rows = names.map(({ name, off }, i) => [
    name,
    off,
    ...results.map(({ parts }) => `${signed(parts[i].difference)}${parts[i].p < 0.05 ? ' \\*' : ''}`),
    signed(mean(results.map(({ parts }) => parts[i].difference))),
    timeOf(timed?.parts[i].time ?? Number.NaN),
  ])
  const whole = [
    'complete',
    '',
    ...results.map(({ ndcg }) => ndcg.toFixed(4)),
    mean(results.map(({ ndcg }) => ndcg)).toFixed(4),
    `${timed?.milliseconds?.toFixed(2)} ms`,
  ]
  return [
    '# What each part of the ranking contributes and costs',
    '',
    wrapped(`${stamp('npm run ablation -- --write', { timed: true })}.`),
    '',
    'Each row removes one part, by editing the source as it is bundled, and runs the same queries. It shows how much nDCG@10',
    'changes (below 0: the part helps), and how the time per query changes.',
    '',
    markdownTable([
      [
        'part removed',
        'replaced by',
        ...results.map(({ collection }) => collection),
        'mean',
        `time, ${timed?.collection}`,
      ],
      whole,
      ...rows,
    ]),
    '',
    '\\*: p < 0.05 in a two-sided paired randomisation test over the queries or topics. With this many rows, some are expected',
    'by chance. Time is CPU time for the top 10, compared with the complete ranking: the minimum of eleven rounds, in which',
    'all rows take turns. The row “nothing” measures the complete ranking again; ignore time differences as small as its own.',
    '',
  ].join('\n')
}

/** @param {number} time a share */
const timeOf = time => (Number.isNaN(time) ? '' : `${signed((time - 1) * 100, 0)}%`)
