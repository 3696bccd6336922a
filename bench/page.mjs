/**
 * What a first query costs a page in Chromium, beside Pagefind: `node page.mjs [--runs N] [--together N] [--sizes a,b] [--only LINE] [--write]`.
 * With `--insecure` alone: what ranges cost without a secure context.
 *
 * Measures ../dist/client. `--sizes` are numbers of pages; `--only` measures one line; `--write` writes the tables of docs/remote.md.
 */

import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { numberFrom1, withModule } from './page/run.mjs'

/** The site that is measured as shipped. */
const PAGES = 300
/** Sites whose index files have about 0.3, 1, 4 and 16 MB. */
const SIZES = '70,300,1250,5000'
const DOCUMENT = new URL('../docs/remote.md', import.meta.url)
const [BEGIN, END] = ['<!-- npm run page -->', '<!-- /npm run page -->']

await withModule(
  './report.ts',
  async ({ firstQueryMarkdown, insecureMarkdown, LINES, measureFirstQueries, wrapped }) => {
    const { values } = parseArgs({
      options: {
        runs: { type: 'string', default: '5' },
        together: { type: 'string', default: '3' },
        sizes: { type: 'string', default: SIZES },
        only: { type: 'string' },
        insecure: { type: 'boolean', default: false },
        write: { type: 'boolean', default: false },
      },
    })
    const runs = numberFrom1('runs', values.runs)
    if (values.insecure) return void console.log(await insecureMarkdown({ pages: PAGES, runs }))
    // The search boxes are measured on that one: `npm run box`.
    const lines = Object.keys(LINES).filter(line => line !== 'Slow 4G')
    if (values.only !== undefined && !lines.includes(values.only)) {
      throw new Error(`There is no line "${values.only}"; there are: ${lines.join(', ')}.`)
    }
    const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()
    const measurements = await measureFirstQueries({
      shipped: PAGES,
      pages: values.sizes.split(',').map(size => numberFrom1('sizes', size)),
      runs,
      together: numberFrom1('together', values.together),
      lines: values.only === undefined ? lines : [values.only],
    })
    const [before, after] = measurements.load.map((/** @type {number} */ load) => load.toFixed(1))
    const measured = wrapped(
      `Measured on ${new Date().toISOString().slice(0, 10)} at commit ${commit} by \`npm run page -- --write\` in \`bench/\`: medians of ${measurements.runs} runs, each with another query, with Pagefind ${pagefindVersion()}, on a machine with a load of ${before} at the start and ${after} at the end.`,
      '',
    )
    const markdown = `${measured}\n\n${firstQueryMarkdown(measurements, PAGES)}`
    console.log(markdown)
    if (values.write) writeBetweenMarkers(markdown)
  },
)

function pagefindVersion() {
  return JSON.parse(readFileSync(new URL('./node_modules/pagefind/package.json', import.meta.url), 'utf8')).version
}

/** @param {string} markdown */
function writeBetweenMarkers(markdown) {
  const text = readFileSync(DOCUMENT, 'utf8')
  const [before, rest] = text.split(BEGIN)
  const after = rest?.split(END)[1]
  if (after === undefined) throw new Error(`docs/remote.md has no ${BEGIN} … ${END}.`)
  writeFileSync(DOCUMENT, `${before}${BEGIN}\n${markdown}\n${END}${after}`)
}
