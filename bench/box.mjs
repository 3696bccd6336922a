/**
 * What a site's search box costs its visitors, beside Pagefind's: `node box.mjs [--runs N] [--together N] [--pages N] [--write]`. Measures ../dist/client.
 * `--write` writes the table of docs/element.md.
 */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { stamp } from './machine.mjs'
import { numberFrom1, withModule } from './page/run.mjs'
import { writeMarkedSection } from './page-section.mjs'
import { wrapped } from './wrapped.mjs'

await withModule('./search-boxes.ts', async ({ searchBoxMarkdown }) => {
  const { values } = parseArgs({
    options: {
      runs: { type: 'string', default: '5' },
      together: { type: 'string', default: '2' },
      pages: { type: 'string', default: '300' },
      write: { type: 'boolean', default: false },
    },
  })
  const runs = numberFrom1('runs', values.runs)
  const table = await searchBoxMarkdown({
    pages: numberFrom1('pages', values.pages),
    runs,
    together: numberFrom1('together', values.together),
  })
  const { version } = JSON.parse(readFileSync(new URL('./node_modules/pagefind/package.json', import.meta.url), 'utf8'))
  const measured = stamp('npm run box -- --write', { timed: true })
  const explanation = `medians of ${runs} runs, each with another query; minimum and maximum in parentheses.`
  const markdown = `${wrapped(`${measured}, with Pagefind ${version}: ${explanation}`)}\n\n${table}`
  console.log(markdown)
  if (values.write) writeMarkedSection('docs/element.md', 'box', markdown)
})
