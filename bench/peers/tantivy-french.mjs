/** tantivy with French stop words, Snowball and ASCII folding, title and text apart, the title's score doubled; in a Python process of its own. */

import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { findTantivy } from '../tantivy/python.mjs'
import { rankInProgram } from './batch.mjs'

// What the program imports is named, too: a run is kept as long as none of its sources changes (`adapterSource`).
const SOURCES = [new URL('../tantivy/rank.py', import.meta.url), new URL('../tantivy/french.py', import.meta.url)]

const { python, version } = findTantivy()

/** @type {import('./batch.mjs').BatchPeer} */
export default {
  name: 'tantivy-french',
  version,
  rank: (collection, tasks) =>
    rankInProgram(
      (documents, index, task) => {
        const program = [fileURLToPath(SOURCES[0]), documents, index, ...task]
        execFileSync(python, program, { stdio: ['ignore', 'inherit', 'inherit'] })
      },
      collection,
      tasks,
    ),
}
