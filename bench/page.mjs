/**
 * What a first query costs a page in Chromium, beside Pagefind: `node page.mjs [--runs N] [--together N] [--sizes a,b] [--only LINE] [--write]`.
 * With `--insecure` (`npm run insecure`): what ranges cost without a secure context, and nothing else.
 *
 * Measures ../dist/client. `--sizes` are numbers of pages; `--only` measures one line; `--write` writes the tables of docs/remote.md.
 */

import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { stamp } from './machine.mjs'
import { numberFrom1, withModule } from './page/run.mjs'
import { writeMarkedSection } from './page-section.mjs'
import { wrapped } from './wrapped.mjs'

/** The site that is measured as shipped. */
const PAGES = 300
/** Sites whose index files have about 0.3, 1, 4 and 16 MB. */
const SIZES = '70,300,1250,5000'
const PAGE = 'docs/remote.md'

await withModule('./report.ts', async ({ firstQueryMarkdown, insecureMarkdown, LINES, measureFirstQueries }) => {
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
  if (values.insecure) return insecure(insecureMarkdown, runs, values.write)
  // The search boxes are measured on that one: `npm run box`.
  const lines = Object.keys(LINES).filter(line => line !== 'Slow 4G')
  if (values.only !== undefined && !lines.includes(values.only)) {
    throw new Error(`There is no line "${values.only}"; there are: ${lines.join(', ')}.`)
  }
  const measurements = await measureFirstQueries({
    shipped: PAGES,
    pages: values.sizes.split(',').map(size => numberFrom1('sizes', size)),
    runs,
    together: numberFrom1('together', values.together),
    lines: values.only === undefined ? lines : [values.only],
  })
  const measured = stamp('npm run page -- --write', { timed: true })
  const how = `medians of ${measurements.runs} runs, each with another query, with Pagefind ${pagefindVersion()}; the load was ${measurements.load[0].toFixed(1)} at the start.`
  const markdown = `${wrapped(`${measured}: ${how}`)}\n\n${firstQueryMarkdown(measurements, PAGES)}`
  console.log(markdown)
  if (values.write) writeMarkedSection(PAGE, 'page', markdown)
})

function pagefindVersion() {
  return JSON.parse(readFileSync(new URL('./node_modules/pagefind/package.json', import.meta.url), 'utf8')).version
}

/**
 * @param {(options: { pages: number, runs: number }) => Promise<string>} insecureMarkdown
 * @param {number} runs
 * @param {boolean} write
 */
async function insecure(insecureMarkdown, runs, write) {
  const table = await insecureMarkdown({ pages: PAGES, runs })
  const measured = stamp('npm run insecure -- --write', { timed: true })
  const markdown = `${wrapped(`${measured}: medians of ${runs} queries on ${PAGES} pages, ten hits with their texts.`)}\n\n${table}`
  console.log(markdown)
  if (write) writeMarkedSection(PAGE, 'insecure', markdown)
}
