/** The library's own measures, `trouvaille/evaluate`, so that there is one implementation of them. */

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { distFolder } from './snapshot.mjs'

// The tests run without a build, and Vitest reads the source as it is.
const entry = process.env.VITEST
  ? fileURLToPath(new URL('../src/evaluation/index.ts', import.meta.url))
  : join(distFolder(), 'evaluate.js')
if (!existsSync(entry)) throw new Error('Trouvaille is not built: run npm run build in the folder above bench/.')

/** @type {typeof import('../src/evaluation/index.ts')} */
export const evaluation = await import(pathToFileURL(entry).href)
