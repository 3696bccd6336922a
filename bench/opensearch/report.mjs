/** The tables of docs/opensearch.md. */
import { readFileSync, writeFileSync } from 'node:fs'
import { markdownTable } from '../tables.mjs'

/**
 * @typedef {{
 *   name: string, count: number, isRecombined: boolean, version: string, date: string, machine: string, queries: number,
 *   own: import('./cluster.mjs').OwnFigures, french?: import('./analyser.mjs').AnalyserFigures
 * }} Figures
 */

const BEGIN = '<!-- bench/opensearch.mjs -->'
const END = '<!-- /bench/opensearch.mjs -->'

/** Replaces the tables of a page. @param {string} page @param {readonly Figures[]} figures */
export function writeFigures(page, figures) {
  const text = readFileSync(page, 'utf8')
  const [start, end] = [text.indexOf(BEGIN), text.indexOf(END)]
  if (start === -1 || end < start) throw new Error(`${page} has no place for the tables.`)
  writeFileSync(page, `${text.slice(0, start)}${BEGIN}\n\n${figuresMarkdown(figures)}\n\n${text.slice(end)}`)
}

/** @param {readonly Figures[]} all @returns {string} */
export function figuresMarkdown(all) {
  const judged = all.filter(({ own }) => own.searching[0].ndcg !== undefined)
  return [measuredOn(all), relevance(judged), ...all.map(costs)].join('\n\n')
}

/** @param {readonly Figures[]} all */
function measuredOn(all) {
  const [{ version }] = all
  const lines = all.map(({ name, count, isRecombined, date, machine }) => {
    const documents = `${grouped(count)} documents${isRecombined ? ` recombined from the sentences of ${name}` : ''}`
    return `- ${isRecombined ? documents : `${name}, ${documents}`}: ${date}, ${machine}.`
  })
  return [
    `Measured with \`bench/opensearch.mjs\` on one node (OpenSearch ${version}, one shard, 1 GB of heap) beside the client on one machine:`,
    '',
    ...lines,
  ].join('\n')
}

/** @param {readonly Figures[]} judged */
function relevance(judged) {
  const share = (/** @type {number | undefined} */ value) => (value === undefined ? 'not measured' : value.toFixed(4))
  const own = (/** @type {string} */ ranking) =>
    judged.map(({ own }) => own.searching.find(searching => searching.ranking === ranking))
  const types = judged[0]?.french?.searching.map(({ type }) => type) ?? []
  const same = (/** @type {string} */ ranking) =>
    own(ranking).map((searching, i) =>
      searching?.same === undefined ? 'not measured' : `${searching.same} of ${judged[i].queries}`,
    )
  return markdownTable([
    [
      'nDCG@10',
      ...judged.map(({ name, count, queries }) => `${name} (${grouped(count)} documents, ${queries} queries)`),
    ],
    ["Trouvaille, `'fast'`", ...own('fast').map(searching => share(searching?.ndcg))],
    ['Trouvaille, index in memory', ...own('fast').map(searching => share(searching?.inMemory))],
    ...types.map(type => [
      `OpenSearch’s \`french\` analyser, \`${type}\`, \`title^2\``,
      ...judged.map(({ french }) => share(french?.searching.find(searching => searching.type === type)?.ndcg)),
    ]),
    ["same ten hits in the same order as in memory, `'fast'`", ...same('fast')],
    ["the same, `'exact'`", ...same('exact')],
  ])
}

/** @param {Figures} figures */
function costs({ name, count, isRecombined, own, french }) {
  const kB = (/** @type {number} */ bytes) => (bytes / 1000).toFixed(1)
  const ms = (/** @type {number} */ value) => value.toFixed(value < 10 ? 2 : 0)
  const writing = (/** @type {string} */ what, /** @type {import('./cluster.mjs').Writing} */ of) => [
    what,
    grouped(Math.round(of.documentsPerSecond)),
    ms(of.clientMs),
    ms(of.nodeMs),
    kB(of.sentBytes),
    (of.indexBytes / 1e6).toFixed(1),
  ]
  const searching = (/** @type {string} */ what, /** @type {import('./costs.mjs').Cost} */ of) => [
    what,
    of.requests.toFixed(1),
    kB(of.up),
    kB(of.down),
    ms(of.clientMs),
    ms(of.nodeMs),
    `${ms(of.p50)} / ${ms(of.p95)}`,
  ]
  return [
    `**${grouped(count)} documents${isRecombined ? '' : ` (${name})`}**`,
    '',
    markdownTable([
      ['writing', 'documents a second', 'client CPU ms a document', 'node CPU ms', 'kB sent', 'index MB'],
      writing('Trouvaille, `addAll`', own.writing),
      ...(french === undefined ? [] : [writing('`french` analyser, `_bulk` of 500', french.writing)]),
    ]),
    '',
    markdownTable([
      ['a query', 'requests', 'kB sent', 'kB received', 'client CPU ms', 'node CPU ms', 'wall ms, p50 / p95'],
      ...own.searching.flatMap(({ ranking, cold, warm }) => [
        searching(`\`'${ranking}'\`, words not counted yet`, cold),
        searching(`\`'${ranking}'\`, words counted`, warm),
      ]),
      ...(french?.searching ?? []).map(({ type, warm }) => searching(`\`french\`, \`${type}\``, warm)),
    ]),
  ].join('\n')
}

/** @param {number} value */
function grouped(value) {
  return value.toLocaleString('en')
}
