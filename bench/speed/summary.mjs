/** Who is ahead where, in sentences: a reader should not have to compare columns. */

/**
 * @typedef {import('./kinds.mjs').Kind} Kind
 * @typedef {import('./report.mjs').EngineSpeed} EngineSpeed
 * @typedef {{ subject: string, of: (speed: EngineSpeed) => number, unit: string }} Figure
 */

const SUBJECT = 'trouvaille'
/** What does the same work: all words indexed, hits counted. */
const RIVALS = ['lucene-all-exact', 'tantivy-all-exact', 'minisearch-fr']
const NAMES = new Map([
  ['lucene-all-exact', 'Lucene'],
  ['tantivy-all-exact', 'tantivy'],
  ['minisearch-fr', 'MiniSearch with a French chain'],
])
/** Less is within what two runs differ by. */
const LEVEL = 1.1

/** @type {readonly Figure[]} */
const FIGURES = [
  kind('Long queries', 'long'),
  kind('Short queries (one to three words)', 'short'),
  kind('Phrases', 'phrase'),
  kind('An unfinished last word', 'prefix'),
  kind('A typo', 'typo'),
  kind('A filter and two facets', 'filter'),
  { subject: 'From the start of a process to its first answer', of: ({ startCpuMs }) => startCpuMs, unit: 'ms of CPU' },
  { subject: 'Building', of: ({ buildCpuSeconds }) => buildCpuSeconds, unit: 's of CPU' },
  { subject: 'The index', of: ({ bytes }) => bytes / 1e6, unit: 'MB' },
]

/**
 * @param {readonly EngineSpeed[]} engines
 * @returns {string[]} lines of a Markdown list
 */
export function summaryLines(engines) {
  const subject = engines.find(({ name }) => name === SUBJECT)
  if (subject === undefined) return []
  const rivals = engines.filter(({ name }) => RIVALS.includes(name))
  return FIGURES.flatMap(({ subject: what, of, unit }) => {
    const own = of(subject)
    const against = rivals.flatMap(rival => {
      const value = of(rival)
      return Number.isFinite(value) ? [comparison(own / value, `${NAMES.get(rival.name)} (${shown(value)})`)] : []
    })
    return Number.isFinite(own) && against.length > 0
      ? [`- **${what}**: Trouvaille takes ${shown(own)} ${unit}; ${against.join('; ')}.`]
      : []
  })
}

/**
 * @param {number} ratio of Trouvaille's figure to the other's; less is better
 * @param {string} rival
 * @returns {string}
 */
export function comparison(ratio, rival) {
  if (ratio > LEVEL) return `${rival} is ahead by ${times(ratio)}`
  if (ratio < 1 / LEVEL) return `it is ahead of ${rival} by ${times(1 / ratio)}`
  return `it is level with ${rival}`
}

/** @param {number} ratio */
const times = ratio => `${ratio < 10 ? ratio.toFixed(1) : Math.round(ratio)} times`

/** @param {number} value */
const shown = value => (value < 10 ? value.toFixed(2) : value < 100 ? value.toFixed(1) : Math.round(value).toString())

/**
 * @param {string} subject
 * @param {Kind} name
 * @returns {Figure}
 */
function kind(subject, name) {
  return { subject, of: ({ kinds }) => kinds[name]?.p50 ?? Number.NaN, unit: 'ms' }
}
