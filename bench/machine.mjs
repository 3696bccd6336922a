/** What a page of figures says about where they were measured. */

import { execFileSync } from 'node:child_process'
import { cpus, loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'

/** @returns {string} the runtime, the processor, and the state of the source */
export function machine() {
  const commit = execFileSync('git', ['log', '-1', '--format=%h', '--', 'src'], {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    encoding: 'utf8',
  })
  const load = loadavg()[0].toFixed(1)
  return `source of commit ${commit.trim()}, Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, load ${load} at the end`
}
