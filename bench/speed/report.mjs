/** The speed figures as text and Markdown, with the ratio of Trouvaille to each engine beside the figures. */

import { markdownTable, plainTable } from '../tables.mjs'

/**
 * @typedef {import('./summarise.mjs').Speed & { name: string, version: string }} EngineSpeed
 * @typedef {{
 *   collection: string, documents: number, textBytes: number, questions: number, rounds: number,
 *   engines: EngineSpeed[], skipped: { name: string, reason: string }[]
 * }} SpeedResult
 */

const SUBJECT = 'trouvaille'

/** @type {readonly { heading: string, of: keyof import('./summarise.mjs').Speed, show: (value: number, result: SpeedResult) => string }[]} */
const COLUMNS = [
  { heading: 'build + save s', of: 'buildSeconds', show: value => value.toFixed(2) },
  { heading: 'index MB', of: 'bytes', show: megabytes },
  { heading: '% of text', of: 'bytes', show: (value, { textBytes }) => `${((100 * value) / textBytes).toFixed(1)} %` },
  { heading: 'gzip MB', of: 'gzipBytes', show: megabytes },
  { heading: 'open ms', of: 'loadMs', show: milliseconds },
  { heading: 'first ms', of: 'firstMs', show: milliseconds },
  { heading: 'p50 ms', of: 'p50Ms', show: milliseconds },
  {
    heading: 'spread',
    of: 'spread',
    show: (value, { rounds }) => (rounds < 2 ? '–' : `± ${(100 * value).toFixed(0)} %`),
  },
  { heading: 'p99 ms', of: 'p99Ms', show: milliseconds },
  { heading: 'prefix p50 ms', of: 'prefixMs', show: milliseconds },
  { heading: 'typo p50 ms', of: 'typoMs', show: milliseconds },
  { heading: 'phrase p50 ms', of: 'phraseMs', show: milliseconds },
  { heading: 'suggest p50 ms', of: 'suggestMs', show: milliseconds },
  { heading: 'memory MB', of: 'heapBytes', show: megabytes },
]

/** @param {SpeedResult} result @returns {string} */
export function speedText(result) {
  return [
    extent(result),
    plainTable(figures(result)),
    ...(hasRatios(result) ? ['', 'Trouvaille : engine (under 1 is better)', plainTable(ratios(result))] : []),
    ...result.skipped.map(({ name, reason }) => `${name}: skipped. ${reason}`),
  ].join('\n')
}

/**
 * @param {readonly SpeedResult[]} results
 * @param {string} machine
 * @returns {string}
 */
export function speedMarkdown(results, machine) {
  const versions = new Map(results.flatMap(({ engines }) => engines.map(({ name, version }) => [name, version])))
  const sections = results.flatMap(result => {
    const ratioTable = hasRatios(result)
      ? ['Trouvaille : engine (under 1 is better):', '', markdownTable(ratios(result)), '']
      : []
    return [`## ${result.collection}`, '', `${extent(result)}.`, '', markdownTable(figures(result)), '', ...ratioTable]
  })
  return [
    '# Speed and size',
    '',
    `Measured on ${new Date().toISOString().slice(0, 10)} (${machine}) by \`npm run speed -- --write\` in \`bench/\`, which says how.`,
    'The ratios say more than the figures: all engines ran in turn on the same machine.',
    '',
    '![Build time, size, opening and time of a question of each engine](speed.svg)',
    '',
    ...sections,
    `Versions: ${[...versions].map(([name, version]) => `${name} ${version}`).join('; ')}.`,
    '',
  ].join('\n')
}

/** @param {SpeedResult} result */
function extent({ collection, documents, textBytes, questions, rounds }) {
  const number = new Intl.NumberFormat('en')
  return `${collection}: ${number.format(documents)} documents, ${megabytes(textBytes)} MB of text, ${questions} questions (top 10), ${rounds} round${rounds === 1 ? '' : 's'}`
}

/** @param {SpeedResult} result */
function figures(result) {
  return [
    ['engine', ...COLUMNS.map(({ heading }) => heading)],
    ...result.engines.map(engine => [
      engine.name,
      ...COLUMNS.map(({ of, show }) => shown(engine[of], value => show(value, result))),
    ]),
  ]
}

/** @param {SpeedResult} result */
const hasRatios = ({ engines }) => engines.length > 1 && engines.some(({ name }) => name === SUBJECT)

/** @param {SpeedResult} result */
function ratios({ engines }) {
  const columns = COLUMNS.filter(({ heading }) => !['% of text', 'spread'].includes(heading))
  const subject = engines.find(({ name }) => name === SUBJECT)
  return [
    ['engine', ...columns.map(({ heading }) => heading.replace(/ (?:s|ms|MB)$/, ''))],
    ...engines
      .filter(engine => engine !== subject)
      .map(engine => [
        engine.name,
        ...columns.map(({ of }) =>
          shown(subject ? subject[of] / engine[of] : Number.NaN, ratio => ratio.toPrecision(2)),
        ),
      ]),
  ]
}

/**
 * @param {number} value NaN where an engine has no such figure
 * @param {(value: number) => string} show
 */
const shown = (value, show) => (Number.isFinite(value) ? show(value) : '–')

/** @param {number} bytes */
function megabytes(bytes) {
  return (bytes / 1e6).toFixed(2)
}

/** @param {number} ms */
function milliseconds(ms) {
  return ms < 10 ? ms.toFixed(3) : ms.toFixed(1)
}
