/**
 * Whether a page should load an index whole or read it by ranges: `node threshold.mjs [--rounds N] [--only PROFILE] [--together N] [--write]`. Needs no build.
 *
 * `--write` writes the tables of docs/remote.md, which leave out what is read on this machine without latency.
 */

import { parseArgs } from 'node:util'
import { stamp } from './machine.mjs'
import { numberFrom1, withModule } from './page/run.mjs'
import { writeMarkedSection } from './page-section.mjs'
import { wrapped } from './wrapped.mjs'

const UNPUBLISHED = 'local'

await withModule('./threshold.ts', async ({ thresholdMarkdown, profileNames }) => {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: '3' },
      only: { type: 'string' },
      together: { type: 'string', default: '3' },
      write: { type: 'boolean', default: false },
    },
  })
  const [rounds, together] = [numberFrom1('rounds', values.rounds), numberFrom1('together', values.together)]
  /** @type {string[]} */
  const all = profileNames()
  if (values.only !== undefined && !all.includes(values.only)) {
    throw new Error(`There is no profile "${values.only}"; there are: ${all.join(', ')}.`)
  }
  if (values.write && values.only !== undefined) throw new Error('--write needs all profiles: leave --only out.')
  const profiles = all.filter(name => (values.write ? name !== UNPUBLISHED : (values.only ?? name) === name))
  const tables = await thresholdMarkdown({ rounds, profiles, together })
  if (!values.write) return
  const measured = stamp('npm run threshold -- --write', { timed: true })
  const rest = `medians of ${rounds} rounds. Differences below half a second mean little if the machine has other work.`
  writeMarkedSection('docs/remote.md', 'threshold', `${wrapped(`${measured}: ${rest}`)}\n\n${tables}`)
})
