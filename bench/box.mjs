/**
 * What a site's search box costs its visitors, beside Pagefind's: `node box.mjs [--runs N] [--together N] [--pages N] [--write]`. Measures ../dist/client.
 * `--write` writes the table of docs/element.md.
 */
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { numberFrom1, withModule } from './page/run.mjs'

const DOCUMENT = new URL('../docs/element.md', import.meta.url)
const [BEGIN, END] = ['<!-- npm run box -->', '<!-- /npm run box -->']

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
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()
  const { version } = JSON.parse(readFileSync(new URL('./node_modules/pagefind/package.json', import.meta.url), 'utf8'))
  const markdown = `Measured on ${new Date().toISOString().slice(0, 10)} at commit ${commit} by \`npm run box -- --write\` in \`bench/\`,
with Pagefind ${version}: medians of ${runs} runs, each with another query; minimum and maximum in parentheses.

${table}`
  console.log(markdown)
  if (!values.write) return
  const text = readFileSync(DOCUMENT, 'utf8')
  const [before, rest] = text.split(BEGIN)
  const after = rest?.split(END)[1]
  if (after === undefined) throw new Error(`docs/element.md has no ${BEGIN} … ${END}.`)
  writeFileSync(DOCUMENT, `${before}${BEGIN}\n${markdown}\n${END}${after}`)
})
