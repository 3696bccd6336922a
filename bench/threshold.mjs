/** Whether a page should load an index whole or read it by ranges: `node threshold.mjs [--rounds N] [--only PROFILE] [--together N]`. Needs no build. */

import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { createServer } from 'vite'

// The measurement shares its server, its browser and its documents with the tests, which are TypeScript.
const runner = await createServer({
  configFile: false,
  logLevel: 'error',
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true },
})
try {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: '3' },
      only: { type: 'string' },
      together: { type: 'string', default: '3' },
    },
  })
  for (const name of /** @type {const} */ (['rounds', 'together'])) {
    if (!/^[1-9]\d*$/.test(values[name])) throw new Error(`--${name} takes a number from 1.`)
  }
  const module = await runner.ssrLoadModule(fileURLToPath(new URL('./page/threshold.ts', import.meta.url)))
  const profiles = module.profileNames()
  if (values.only !== undefined && !profiles.includes(values.only)) {
    throw new Error(`There is no profile "${values.only}"; there are: ${profiles.join(', ')}.`)
  }
  await module.printThreshold({ rounds: Number(values.rounds), only: values.only, together: Number(values.together) })
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
} finally {
  await runner.close()
}
