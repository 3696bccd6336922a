/** The figures of growth as text and Markdown. */

import { markdownTable, plainTable } from '../tables.mjs'

/** @typedef {import('./step.mjs').Step} Step */

/** @type {readonly [string, (step: Step) => string][]} */
const COLUMNS = [
  ['documents', ({ size }) => grouped(size)],
  ['text MB', ({ textBytes }) => (textBytes / 1e6).toFixed(1)],
  ['build s', ({ buildSeconds }) => buildSeconds.toFixed(1)],
  ['MB of text / s', ({ textBytes, buildSeconds }) => (textBytes / 1e6 / buildSeconds).toFixed(1)],
  ['peak MB', ({ buildPeakBytes }) => (buildPeakBytes / 2 ** 20).toFixed(0)],
  ['file MB', ({ bytes }) => (bytes / 1e6).toFixed(1)],
  ['% of text', ({ bytes, textBytes }) => `${((100 * bytes) / textBytes).toFixed(1)} %`],
  ['words', ({ words }) => grouped(words)],
  ['open ms', ({ openMs }) => openMs.toFixed(2)],
  ['heap kB', ({ heapBytes }) => (heapBytes / 1e3).toFixed(0)],
  ['p50 ms', ({ p50Ms }) => p50Ms.toFixed(2)],
  ['p99 ms', ({ p99Ms }) => p99Ms.toFixed(2)],
]

const grouped = (/** @type {number} */ value) => new Intl.NumberFormat('en').format(value)

/** @param {readonly Step[]} steps */
const table = steps => [
  COLUMNS.map(([heading]) => heading),
  ...steps.map(step => COLUMNS.map(([, show]) => show(step))),
]

/** @param {readonly Step[]} steps @returns {string} */
export function growthText(steps) {
  return plainTable(table(steps))
}

/**
 * @param {readonly Step[]} steps
 * @param {readonly string[]} collections
 * @param {string} machine
 * @returns {string}
 */
export function growthMarkdown(steps, collections, machine) {
  return [
    '# Growth',
    '',
    `Measured on ${new Date().toISOString().slice(0, 10)} (${machine}) by \`npm run scaling -- --write\` in \`bench/\`.`,
    '',
    `The documents are recombined from the sentences of ${collections.join(', ')}: each has the title of a real document, the length of another, and sentences`,
    'from anywhere. So words are as frequent as people write them, but no new ones come after a while, and no document is about one thing.',
    '',
    markdownTable(table(steps)),
    '',
    '![Build time, peak of memory, file and time of a question against the number of documents](scaling.svg)',
    '',
    '- **build**, **peak**: `buildIndexFile` from a file of JSON lines, in a process of its own, with the default budget of 64 MB; the peak is what the system counts for the whole process.',
    '- **file**: two fields, positions and stop words included, nothing stored but ids.',
    '- **open**, **heap**: `SearchIndex.fromBytes`, and the objects that it makes beside the bytes.',
    '- **p50**, **p99**: questions of all collections as typed, the best ten, the median of three passes each. Any of the words will do. Totals are',
    '  exact up to 10,000 documents (`countUpTo`); beyond, documents that come nowhere near the best are passed over.',
    '',
  ].join('\n')
}
