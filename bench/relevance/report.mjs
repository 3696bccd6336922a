/** The relevance figures as text for the terminal and as a page for the documentation. */

import { stamp } from '../machine.mjs'
import { markdownTable, plainTable, signed } from '../tables.mjs'
import { wrapped } from '../wrapped.mjs'
import { SUBJECT } from './compare.mjs'

/** @typedef {import('./compare.mjs').RelevanceResult} RelevanceResult */

export const PAGE = 'relevance.md'
const HEADINGS = ['engine', 'nDCG@10', 'MRR@10', 'R@100', 'no hit', 'Trouvaille −', '95% interval', 'p']

/** @param {RelevanceResult} result @returns {string} */
export function asText(result) {
  const lines = [
    `${result.collection}: ${extent(result)}`,
    plainTable([HEADINGS, ...rows(result, name => `${name} ◂`)]),
  ]
  for (const { name, reason } of result.skipped) lines.push(`${name}: skipped. ${reason}`)
  lines.push(verdictOf(result))
  for (const { question, text, subject, rival } of result.losses) {
    lines.push(`  ${signed(subject - rival)}  ${subject.toFixed(4)} : ${rival.toFixed(4)}  ${question}  ${text}`)
  }
  return lines.join('\n')
}

/** @param {readonly RelevanceResult[]} results @returns {string} nDCG@10 of every engine on every collection */
export function summary(results) {
  return `nDCG@10\n${plainTable(summaryRows(results))}`
}

const LINKS = [
  'See also: [What each part of the ranking contributes](relevance-parts.md) · [Pasted text](relevance-pasted.md) ·',
  '[Forty queries that lose](relevance-losses.md) · [How each change affected relevance](relevance-log.md) ·',
  '[Measuring relevance on your site](relevance-guide.md).',
]
/** What the columns are. */
const EXPLANATION = [
  "- **Trouvaille −**: Trouvaille's nDCG@10 less that engine's.",
  '- **95% interval**: of this difference, by the paired bootstrap over the questions (or topics), 10,000 samples.',
  '- **p**: two-sided paired randomisation test over the questions (or topics), 10,000 permutations. Neither is corrected for the number of engines.',
  '- **no hit**: queries without a hit. Pagefind finds only pages that contain all words of a query.',
  '- **In bold**: the best engine other than Trouvaille.',
]

/** @param {readonly RelevanceResult[]} results @returns {string} the page about French */
export function asMarkdown(results) {
  return `# Relevance\n\n${figures(results, 'npm run relevance -- --write', LINKS)}\n`
}

/**
 * The figures of a page, all but its title.
 * @param {readonly RelevanceResult[]} results
 * @param {string} command that writes the page
 * @param {readonly string[]} [links] lines about other pages
 * @returns {string}
 */
export function figures(results, command, links = []) {
  const versions = new Map(results.flatMap(({ engines }) => engines.map(({ name, version }) => [name, version])))
  return [
    wrapped(
      `${stamp(command)}; [bench/README.md](../bench/README.md) describes the method. Every engine answers the same queries over the fields title and text in one run.`,
    ),
    ...(links.length > 0 ? ['', ...links] : []),
    '',
    'nDCG@10:',
    '',
    markdownTable(summaryRows(results)),
    '',
    ...besideLucene(results),
    ...results.flatMap(result => [
      `## ${result.collection}`,
      '',
      `${capitalised(extent(result))}.`,
      '',
      markdownTable([HEADINGS, ...rows(result, name => `**${name}**`)]),
      '',
      verdictOf(result),
      '',
    ]),
    ...EXPLANATION.map(item => wrapped(item, '  ')),
    '',
    wrapped(`Versions: ${[...versions].map(([name, version]) => `${name} ${version}`).join('; ')}.`),
  ].join('\n')
}

/** @param {RelevanceResult} result */
function extent({ documents, questions, groups, byTopic }) {
  const number = new Intl.NumberFormat('en')
  const unit = byTopic ? ` on ${number.format(groups)} topics (means are over topics)` : ''
  return `${number.format(documents)} documents, ${number.format(questions)} queries${unit}`
}

/**
 * @param {RelevanceResult} result
 * @param {(name: string) => string} mark how the best rival is shown
 */
function rows({ engines, bestRival }, mark) {
  return engines.map(({ name, scores, unanswered, difference, interval, p }) => [
    name === bestRival ? mark(name) : name,
    scores.ndcg.toFixed(4),
    scores.mrr.toFixed(4),
    scores.recall.toFixed(4),
    String(unanswered),
    difference === undefined ? '' : signed(difference),
    interval === undefined ? '' : formatInterval(interval),
    p === undefined ? '' : formatP(p),
  ])
}

/** @param {RelevanceResult} result */
function verdictOf({ engines, bestRival }) {
  const rival = engines.find(({ name }) => name === bestRival)
  if (rival?.difference === undefined || rival.p === undefined) return 'Trouvaille was not measured.'
  return `Trouvaille − best rival (${rival.name}): ${signed(rival.difference)} (p ${formatP(rival.p)}): ${standing(rival)}`
}

/** From this p on, a difference may be chance. */
const SIGNIFICANT = 0.05

/**
 * Where Trouvaille stands beside an engine.
 * @param {import('./compare.mjs').EngineResult} rival
 */
function standing({ difference = 0, p = 1 }) {
  if (p >= SIGNIFICANT) return 'level'
  return difference > 0 ? 'ahead' : 'behind'
}

/**
 * Lucene's best scheme on each collection, compared with Trouvaille. Nothing without Lucene.
 * @param {readonly RelevanceResult[]} results
 * @returns {string[]}
 */
function besideLucene(results) {
  const rows = results.flatMap(({ collection, engines }) => {
    const [best] = engines
      .filter(({ name }) => name.startsWith('lucene-'))
      .sort((a, b) => b.scores.ndcg - a.scores.ndcg)
    const { difference, interval, p } = best ?? {}
    if (difference === undefined || interval === undefined || p === undefined) return []
    return [[collection, best.name, signed(difference), formatInterval(interval), formatP(p), standing(best)]]
  })
  if (rows.length === 0) return []
  return [
    'Compared with the best of Lucene\'s schemes on each collection. "Level" means that the difference may be due to chance',
    `(p ≥ ${SIGNIFICANT}). It does not mean that both are equally good.`,
    '',
    markdownTable([['collection', "Lucene's best", 'Trouvaille −', '95% interval', 'p', ''], ...rows]),
    '',
  ]
}

/** @param {[least: number, most: number]} interval */
const formatInterval = ([least, most]) => `${signed(least)} to ${signed(most)}`

/** @param {number} p */
const formatP = p => (p < 0.0002 ? '< 0.0002' : p.toFixed(4))

/** @param {string} text */
const capitalised = text => text.charAt(0).toUpperCase() + text.slice(1)

/** @param {readonly RelevanceResult[]} results */
function summaryRows(results) {
  const names = [...new Set(results.flatMap(({ engines }) => engines.map(({ name }) => name)))]
  const cells = names.map(name =>
    results.map(({ engines }) => engines.find(engine => engine.name === name)?.scores.ndcg),
  )
  const differences = results.map(
    ({ engines, bestRival }) => engines.find(({ name }) => name === bestRival)?.difference,
  )
  const mean = (/** @type {(number | undefined)[]} */ values) =>
    values.every(value => value !== undefined)
      ? values.reduce((sum, value) => sum + value, 0) / values.length
      : undefined
  const show = (/** @type {number | undefined} */ value) => value?.toFixed(4) ?? '–'
  const rows = names.map((name, i) => [name, ...cells[i].map(show), show(mean(cells[i]))])
  if (names.some(name => name.startsWith(SUBJECT))) {
    rows.push(['Trouvaille − best rival', ...differences.map(d => (d === undefined ? '–' : signed(d))), ''])
  }
  return [['engine', ...results.map(({ collection }) => collection), 'mean'], ...rows]
}
