/** Whether a page should load an index whole or read it by ranges: `node threshold.mjs [--rounds N] [--only PROFILE] [--together N]`. Needs no build. */

import { parseArgs } from 'node:util'
import { numberFrom1, withModule } from './page/run.mjs'

await withModule('./threshold.ts', async ({ printThreshold, profileNames }) => {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: '3' },
      only: { type: 'string' },
      together: { type: 'string', default: '3' },
    },
  })
  const [rounds, together] = [numberFrom1('rounds', values.rounds), numberFrom1('together', values.together)]
  const profiles = profileNames()
  if (values.only !== undefined && !profiles.includes(values.only)) {
    throw new Error(`There is no profile "${values.only}"; there are: ${profiles.join(', ')}.`)
  }
  await printThreshold({ rounds, only: values.only, together })
})
