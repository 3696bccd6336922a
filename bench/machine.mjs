/** What a page of figures says about when, where and by what they were measured. */

import { execFileSync } from 'node:child_process'
import { cpus, loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'

/** The source as it is when a run starts: others may commit meanwhile. */
const AT_START = source()

/** @returns {string} the state of the source, the runtime and the processor */
export function machine() {
  const load = loadavg()[0].toFixed(1)
  return `${AT_START}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, load ${load} at the end`
}

/**
 * The sentence that every measured page has, and `npm run measure` tests.
 * @param {string} command as it is typed in `bench/`
 * @param {{ timed?: boolean }} [options] `timed`: the figures depend on the machine, so the sentence names it
 * @returns {string} ends without a full stop, so that more can follow
 */
export function stamp(command, { timed = false } = {}) {
  const day = new Date().toISOString().slice(0, 10)
  return `Measured on ${day} (${timed ? machine() : AT_START}) by \`${command}\` in \`bench/\``
}

/** The last commit that changed the source, whether it was changed since, and the runtime. */
function source() {
  const git = (/** @type {string[]} */ ...args) =>
    execFileSync('git', args, { cwd: fileURLToPath(new URL('..', import.meta.url)), encoding: 'utf8' }).trim()
  const changed = git('status', '--porcelain', '--', 'src') === '' ? '' : ' with changes'
  return `source of commit ${git('log', '-1', '--format=%h', '--', 'src')}${changed}, Node ${process.versions.node}`
}
