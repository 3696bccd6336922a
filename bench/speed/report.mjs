/** The speed figures as text and Markdown, with the ratio of Trouvaille to each engine. */

import { markdownTable, plainTable } from '../tables.mjs'
import { wrapped } from '../wrapped.mjs'
import { summaryLines, summaryTable } from './summary.mjs'

/**
 * @typedef {import('./kinds.mjs').Kind} Kind
 * @typedef {import('./summarise.mjs').Speed & { name: string, version: string, note: string, rounds: number }} EngineSpeed
 * @typedef {{
 *   collection: string, documents: number, textBytes: number, questions: number,
 *   engines: EngineSpeed[], skipped: { name: string, reason: string }[]
 * }} SpeedResult
 * @typedef {{ heading: string, of: (speed: EngineSpeed) => number, show: (value: number, result: SpeedResult) => string }} Column
 */

const SUBJECT = 'trouvaille'

/** @type {readonly [Kind, string][]} */
const KINDS = [
  ['long', 'long'],
  ['short', 'short'],
  ['phrase', 'phrase'],
  ['prefix', 'prefix'],
  ['typo', 'typo'],
  ['typo-each', 'typo, each word'],
  ['filter', 'filter + facets'],
  ['suggest', 'suggest'],
]

/** @type {readonly Column[]} */
const PROCESS_COLUMNS = [
  { heading: 'build CPU s', of: ({ buildCpuSeconds }) => buildCpuSeconds, show: value => value.toFixed(2) },
  { heading: 'build wall s', of: ({ buildSeconds }) => buildSeconds, show: value => value.toFixed(2) },
  { heading: 'peak MB', of: ({ buildPeakBytes }) => buildPeakBytes, show: value => (value / 1e6).toFixed(0) },
  { heading: 'index MB', of: ({ bytes }) => bytes, show: megabytes },
  {
    heading: '% of text',
    of: ({ bytes }) => bytes,
    show: (value, { textBytes }) => `${((100 * value) / textBytes).toFixed(1)}%`,
  },
  { heading: 'gzip MB', of: ({ gzipBytes }) => gzipBytes, show: megabytes },
  { heading: 'open ms', of: ({ loadMs }) => loadMs, show: milliseconds },
  { heading: 'start CPU ms', of: ({ startCpuMs }) => startCpuMs, show: milliseconds },
  { heading: 'start wall ms', of: ({ startMs }) => startMs, show: milliseconds },
  { heading: 'memory MB', of: ({ heapBytes }) => heapBytes, show: megabytes },
]

/** What does the same work: all words indexed, all hits counted. @type {readonly [string, string][]} */
const RIVALS = [
  ['lucene-all-exact', 'Lucene'],
  ['tantivy-all-exact', 'tantivy'],
  ['minisearch-fr', 'MiniSearch with a French chain'],
]

/** @type {readonly import('./summary.mjs').Figure<EngineSpeed>[]} */
const SUMMARY = [
  { name: 'long queries', unit: 'ms', of: ({ kinds }) => kinds.long?.p50 },
  { name: 'short queries', unit: 'ms', of: ({ kinds }) => kinds.short?.p50 },
  { name: 'phrases', unit: 'ms', of: ({ kinds }) => kinds.phrase?.p50 },
  { name: 'phrases at the 99th percentile', unit: 'ms', of: ({ kinds }) => kinds.phrase?.p99 },
  { name: 'an unfinished last word', unit: 'ms', of: ({ kinds }) => kinds.prefix?.p50 },
  { name: 'a typo', unit: 'ms', of: ({ kinds }) => (kinds.typo ?? kinds['typo-each'])?.p50 },
  { name: 'a filter with facets', unit: 'ms', of: ({ kinds }) => kinds.filter?.p50 },
  { name: 'suggestions', unit: 'ms', of: ({ kinds }) => kinds.suggest?.p50 },
  { name: 'the start of a process to its first answer', unit: 'ms', of: ({ startCpuMs }) => startCpuMs },
  { name: 'building', unit: 's', of: ({ buildCpuSeconds }) => buildCpuSeconds },
  { name: 'the size of the index', unit: 'MB', of: ({ bytes }) => bytes / 1e6 },
]

const EXPLANATION = `
- All engines index the same titles and texts and store id and title. They answer the same queries in the same run, in
  separate processes that take turns. A document matches if it contains any word of the query, and the score of the
  title counts twice. Times include parsing the query and reading the titles of the ten best hits. tantivy is called
  through its Python binding, and its times include the binding's.
- **CPU** is the CPU time of the thread that answers (of the process in Node before 23.9). The time of a query is the
  minimum of up to 10 passes, after 8 s of CPU time of warm-up with all kinds of queries in turn, so that the Java
  virtual machine and V8 can compile. **mean** is the CPU time of the whole process per query over all passes, including
  garbage collection and compilation. Figures are medians of the rounds.
- **-all**: stop words are indexed and count in phrases, as in Trouvaille; other queries ignore them. Without it, Lucene
  and tantivy omit them from the index, so in a phrase any stop word matches any other. **-exact**: all hits are
  counted. Without it, Lucene counts to 1,000 and tantivy does not count, and both skip documents that cannot be among
  the best. Trouvaille counts to 10,000, \`trouvaille-1000\` to 1,000.
- **long**: questions as people asked them. **short**: one to three of their longer words. **phrase**: two to four
  consecutive words of a document, in quotation marks. MiniSearch has no phrases; it looks for documents with all the
  words.
- **prefix**: half of the last word. Lucene uses \`PrefixQuery\` with its default rewriting, which gives all completions
  the same score.
- **typo**: one edit in one word. Lucene and tantivy look for words one edit away (\`FuzzyQuery\`) only for words that no
  document has, as Trouvaille does. **typo, each word**: for each word of at least four letters, as a search with
  \`fuzziness\` does. Trouvaille's ratio compares its time for **typo**.
- **filter + facets**: long queries in one code of law, with a minimum length that changes each time, and counts by
  series and part. tantivy's binding runs such a query twice.
- **build**: a process that reads the texts from a file and writes the index, including its own start. Lucene's index is
  merged into one segment. Trouvaille and the other JavaScript engines keep all texts in memory, which is most of their
  peak; [scaling.md](scaling.md) measures builds in bounded memory.
- **open**: the time until an index in memory (JavaScript) or on disk (the others) is ready. **start**: from the start
  of a process to its first answer. **memory**: what an open index adds to a JavaScript process. **gzip**: the index
  files, compressed separately.`.trim()

/** @param {SpeedResult} result @returns {string} */
export function speedText(result) {
  return [
    extent(result),
    '',
    ...tables(result).flatMap(({ title, rows }) => [title, plainTable(rows), '']),
    ...summary(result).lines,
    ...result.skipped.map(({ name, reason }) => `${name}: skipped. ${reason}`),
  ].join('\n')
}

/**
 * @param {SpeedResult} result
 * @param {string} measured the sentence that says when and by what
 * @returns {string}
 */
export function speedMarkdown(result, measured) {
  const versions = result.engines.map(({ name, version }) => `${name} ${version}`)
  return [
    '# Speed and size',
    '',
    wrapped(
      `${measured}. ${extent(result)}. Compare the ratios rather than the figures: all engines took turns on the same machine.`,
    ),
    '',
    '## Who is ahead',
    '',
    'CPU time: medians for queries, whole processes for the rest. Lucene and tantivy do the same work here: they index all',
    'words and count all hits.',
    '',
    ...summary(result).lines.map(line => wrapped(line, '  ')),
    '',
    markdownTable(summary(result).table),
    '',
    '![Build time, index size, start and query time of each engine](speed.svg)',
    '',
    ...tables(result).flatMap(({ title, rows }) => [`## ${title}`, '', markdownTable(rows), '']),
    '## What is measured',
    '',
    EXPLANATION,
    '',
    wrapped(`Versions: ${versions.join('; ')}.`),
    ...result.skipped.map(({ name, reason }) => `Skipped: ${name}. ${reason}`),
    '',
  ].join('\n')
}

/** @param {SpeedResult} result */
function extent({ collection, documents, textBytes, questions, engines }) {
  const number = new Intl.NumberFormat('en')
  const rounds = [...new Set(engines.map(({ rounds }) => rounds))].sort().join(' or ')
  return `${collection}: ${number.format(documents)} documents, ${megabytes(textBytes)} MB of text, ${questions} queries of each kind (top 10), ${rounds} round${rounds === '1' ? '' : 's'}`
}

/** @param {SpeedResult} result @returns {{ lines: string[], table: string[][] }} */
function summary({ engines }) {
  const engineOf = (/** @type {string} */ name) => engines.find(engine => engine.name === name)
  const own = engineOf(SUBJECT)
  if (own === undefined) return { lines: [], table: [] }
  const rivals = RIVALS.flatMap(([engine, name]) => {
    const figures = engineOf(engine)
    return figures ? [{ name, figures }] : []
  })
  return { lines: summaryLines(own, rivals, SUMMARY), table: summaryTable(own, rivals, SUMMARY) }
}

/** @param {SpeedResult} result */
function tables(result) {
  const kinds = KINDS.filter(([kind]) => result.engines.some(engine => engine.kinds[kind]))
  const over = (/** @type {keyof import('./summarise.mjs').KindSpeed} */ figure) =>
    kinds.map(([kind, heading]) => ({
      heading,
      of: (/** @type {EngineSpeed} */ engine) => engine.kinds[kind]?.[figure] ?? Number.NaN,
      show: figure === 'hits' ? (/** @type {number} */ hits) => hits.toFixed(1) : milliseconds,
    }))
  const subject = result.engines.find(({ name }) => name === SUBJECT)
  const all = [
    { title: 'A query: median, CPU ms', rows: figures(result, over('p50')) },
    { title: 'A query: 90th percentile, CPU ms', rows: figures(result, over('p90')) },
    { title: 'A query: 99th percentile, CPU ms', rows: figures(result, over('p99')) },
    { title: 'A query: median, wall ms', rows: figures(result, over('wallP50')) },
    { title: 'A query: mean, CPU ms of the process', rows: figures(result, over('mean')) },
    ...(result.engines.some(({ rounds }) => rounds > 1)
      ? [{ title: 'Spread of the median over the rounds', rows: figures(result, over('spread').map(withSpread)) }]
      : []),
    { title: 'Hits returned of ten, on average', rows: figures(result, over('hits')) },
    { title: 'Building, size, opening, start', rows: figures(result, PROCESS_COLUMNS) },
  ]
  if (subject === undefined || result.engines.length < 2) return all
  return [
    {
      title: 'Trouvaille / engine, medians (below 1: Trouvaille is ahead)',
      rows: ratios(result, subject, over('p50')),
    },
    { title: 'Trouvaille / engine, 99th percentiles', rows: ratios(result, subject, over('p99')) },
    { title: 'Trouvaille / engine, building, size, opening, start', rows: ratios(result, subject, PROCESS_COLUMNS) },
    ...all,
  ]
}

/** @param {Column} column @returns {Column} */
const withSpread = column => ({ ...column, show: value => `± ${(100 * value).toFixed(0)}%` })

/** @param {SpeedResult} result @param {readonly Column[]} columns */
function figures(result, columns) {
  return [
    ['engine', ...columns.map(({ heading }) => heading)],
    ...result.engines.map(engine => [
      engine.name,
      ...columns.map(({ of, show }) => shown(of(engine), value => show(value, result))),
    ]),
  ]
}

/** @param {SpeedResult} result @param {EngineSpeed} subject @param {readonly Column[]} columns */
function ratios({ engines }, subject, columns) {
  const compared = columns.filter(({ heading }) => heading !== '% of text' && heading !== 'suggest')
  return [
    ['engine', ...compared.map(({ heading }) => heading.replace(/ (?:s|ms|MB)$/, ''))],
    ...engines
      .filter(engine => engine !== subject)
      .map(engine => [
        engine.name,
        ...compared.map(({ of, heading }) =>
          shown(ownFigure(subject, of, heading) / of(engine), ratio => ratio.toPrecision(2)),
        ),
      ]),
  ]
}

/** Trouvaille decides for each word whether it is a typo; it has no other way. @param {EngineSpeed} subject @param {Column['of']} of @param {string} heading */
function ownFigure(subject, of, heading) {
  return heading === 'typo, each word' ? (subject.kinds.typo?.p50 ?? Number.NaN) : of(subject)
}

/**
 * @param {number} value NaN if an engine has no such figure
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
