/** The figures of growth as text and Markdown. */

import { summaryLines, summaryTable } from '../speed/summary.mjs'
import { markdownTable, plainTable } from '../tables.mjs'
import { wrapped } from '../wrapped.mjs'

/**
 * @typedef {import('./steps.mjs').Step} Step
 * @typedef {import('./texts.mjs').Length} Length
 */

const SUBJECT = 'trouvaille'
/** What does the same work: all words indexed, hits counted. */
const RIVALS = /** @type {const} */ ([
  ['lucene-all-exact', 'Lucene'],
  ['tantivy-all-exact', 'tantivy'],
])
/** @type {readonly [Length, string][]} */
const LENGTHS = [
  ['short', 'Short documents: a title and a sentence or two'],
  ['long', 'Long documents: as long as the real ones'],
]

/** @type {readonly import('../speed/summary.mjs').Figure<Step>[]} */
const SUMMARY = [
  { name: 'long queries', unit: 'ms', of: ({ kinds }) => kinds.long?.p50 },
  { name: 'long queries at the 99th percentile', unit: 'ms', of: ({ kinds }) => kinds.long?.p99 },
  { name: 'short queries', unit: 'ms', of: ({ kinds }) => kinds.short?.p50 },
  { name: 'phrases', unit: 'ms', of: ({ kinds }) => kinds.phrase?.p50 },
  { name: 'building', unit: 's', of: ({ buildCpuSeconds }) => buildCpuSeconds },
  { name: 'the memory of a build', unit: 'MB', of: ({ buildPeakBytes }) => buildPeakBytes / 1e6 },
  { name: 'the size of the index', unit: 'MB', of: ({ bytes }) => bytes / 1e6 },
]

/** @type {readonly [string, (step: Step) => string][]} */
const COLUMNS = [
  ['documents', ({ size }) => grouped(size)],
  ['engine', ({ engine }) => engine],
  ['text MB', ({ textBytes }) => (textBytes / 1e6).toFixed(0)],
  ['build CPU s', ({ buildCpuSeconds }) => buildCpuSeconds.toFixed(1)],
  ['build wall s', ({ buildSeconds }) => buildSeconds.toFixed(1)],
  ['peak MB', ({ buildPeakBytes }) => (buildPeakBytes / 1e6).toFixed(0)],
  ['index MB', ({ bytes }) => (bytes / 1e6).toFixed(1)],
  ['% of text', ({ bytes, textBytes }) => `${((100 * bytes) / textBytes).toFixed(1)}%`],
  ['open ms', ({ openMs }) => openMs.toFixed(2)],
  ...['long', 'short', 'phrase'].map(kind => timesColumn(/** @type {'long'} */ (kind))),
]

/** @param {readonly Step[]} steps @returns {string} */
export function growthText(steps) {
  return LENGTHS.flatMap(([length, title]) => {
    const of = steps.filter(step => step.length === length)
    return of.length === 0 ? [] : [title, plainTable(table(of)), '', ...summary(of).lines, '']
  }).join('\n')
}

/**
 * @param {readonly Step[]} steps
 * @param {readonly string[]} collections
 * @param {string} measured the sentence that says when and by what
 * @returns {string}
 */
export function growthMarkdown(steps, collections, measured) {
  const sections = LENGTHS.flatMap(([length, title]) => {
    const of = steps.filter(step => step.length === length)
    if (!of.some(({ engine }) => engine === SUBJECT)) return []
    const { lines, table: short } = summary(of)
    const largest = `At ${grouped(Math.max(...of.filter(({ engine }) => engine === SUBJECT).map(({ size }) => size)))} documents, CPU time:`
    return [
      `## ${title}`,
      '',
      largest,
      '',
      ...lines.map(line => wrapped(line, '  ')),
      '',
      markdownTable(short),
      '',
      'All sizes:',
      '',
      markdownTable(table(of)),
      '',
    ]
  })
  const segments = Math.max(...steps.map(({ segments }) => segments ?? 1))
  return [
    '# Scaling',
    '',
    wrapped(`${measured}.`),
    '',
    wrapped(
      `The documents are recombined from sentences of ${collections.join(', ')}. Each has the title of a real document and sentences from any document; a long one has as many sentences as a real document. So word frequencies are realistic, but new words become rare and no document is about one subject.`,
    ),
    '',
    '![CPU time of a build, index size and CPU time of queries by number of documents](scaling.svg)',
    '',
    ...sections,
    '## What is measured',
    '',
    ...[
      '- The engines and their names are those of [speed.md](speed.md). `-all` indexes all words, as Trouvaille does. `-exact` counts all hits; Trouvaille counts to 10,000 and `trouvaille-1000` to 1,000.',
      `- **build**: a process that reads a file of texts and writes an index with positions, storing id and title. CPU is that of the whole process, and peak its maximum memory. Trouvaille builds with \`buildIndexFile\` and its default budget of 64 MB. Lucene has a heap of at most 4 GB, and merges into one segment. tantivy has one thread and the 128 MB of its Python binding. It leaves at most ${segments} segment${segments === 1 ? '' : 's'}, because the binding does not merge further.`,
      '- **long**, **short**, **phrase**: CPU milliseconds, median and 99th percentile over the queries of all collections. Each is the minimum of up to 10 passes, after warm-up. Long queries are four words or more as people typed them; short ones are one to three of their longer words; phrases are two to four consecutive words of a document, in quotation marks.',
      '- **open**: from the bytes in memory (Trouvaille) or the files on disk to a ready index.',
    ].map(line => wrapped(line, '  ')),
    '',
  ].join('\n')
}

/** @param {readonly Step[]} steps */
const table = steps => [
  COLUMNS.map(([heading]) => heading),
  ...steps.map(step => COLUMNS.map(([, show]) => show(step))),
]

/**
 * Who is ahead at the largest size, and how the cost of a query grows.
 * @param {readonly Step[]} steps of one length
 * @returns {{ lines: string[], table: string[][] }}
 */
function summary(steps) {
  const sizes = steps.filter(({ engine }) => engine === SUBJECT).map(({ size }) => size)
  const [smallest, largest] = [Math.min(...sizes), Math.max(...sizes)]
  const stepOf = (/** @type {string} */ engine, /** @type {number} */ size) =>
    steps.find(step => step.engine === engine && step.size === size)
  const own = stepOf(SUBJECT, largest)
  if (own === undefined) return { lines: [], table: [] }
  const rivals = RIVALS.flatMap(([engine, name]) => {
    const figures = stepOf(engine, largest)
    return figures ? [{ name, figures }] : []
  })
  const growth = [[SUBJECT, 'Trouvaille'], ...RIVALS].flatMap(([engine, name]) => {
    const [from, to] = [smallest, largest].map(size => stepOf(engine, size)?.kinds.long?.p50)
    return from && to ? [`${name} ${(to / from).toFixed(1)} times`] : []
  })
  const lines = summaryLines(own, rivals, SUMMARY)
  if (smallest < largest) {
    lines.push(
      `- From ${grouped(smallest)} to ${grouped(largest)} documents, the median of long queries grows: ${growth.join(', ')}.`,
    )
  }
  return { lines, table: summaryTable(own, rivals, SUMMARY) }
}

/** @param {'long' | 'short' | 'phrase'} kind @returns {[string, (step: Step) => string]} */
function timesColumn(kind) {
  const show = (/** @type {Step} */ { kinds }) => {
    const times = kinds[kind]
    return times ? `${times.p50.toFixed(2)} / ${times.p99.toFixed(2)}` : '–'
  }
  return [`${kind} p50 / p99 ms`, show]
}

/** @param {number} value */
const grouped = value => new Intl.NumberFormat('en').format(value)
