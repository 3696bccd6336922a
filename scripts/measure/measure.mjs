/**
 * Refreshes every measured page: `npm run measure [-- --only name,name] [--list] [--no-build]`.
 *
 * Each measurement is a script of `bench/`, which runs with `--write`, one after the other. What needs something that is not here is skipped; after a failure the
 * others go on. The table at the end says what was refreshed, skipped and failed. Exit code 1 if one failed.
 */

import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { plainTable } from '../../bench/tables.mjs'
import { MEASUREMENTS, stampOf } from './measurements.mjs'
import { build, NEEDS } from './needs.mjs'

/** @typedef {{ result: 'refreshed' | 'skipped' | 'FAILED', why: string, seconds: number }} Outcome */

const ROOT = join(import.meta.dirname, '../..')

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    list: { type: 'boolean', default: false },
    'no-build': { type: 'boolean', default: false },
  },
})
const chosen = choose(values.only)
if (values.list) {
  const rows = []
  for (const { name, pages, minutes, needs } of chosen)
    rows.push([name, pages.join(', '), `${minutes} min`, (await lacking(needs)).join('; ') || 'can run'])
  console.log(plainTable([['measurement', 'page', 'takes', 'here'], ...rows]))
} else {
  if (!values['no-build']) build()
  const rows = []
  for (const measurement of chosen) {
    console.log(`\n── ${measurement.name} (about ${measurement.minutes} min) ──\n`)
    const { result, why, seconds } = await refresh(measurement)
    console.log(`${measurement.name}: ${result}${why && `, ${why}`}`)
    rows.push([measurement.name, result, measurement.pages.join(', '), duration(seconds), why])
    if (result === 'FAILED') process.exitCode = 1
  }
  console.log(`\n${plainTable([['measurement', 'result', 'page', 'took', 'why'], ...rows])}`)
}

/** @param {string | undefined} only names, separated by commas */
function choose(only) {
  if (only === undefined) return MEASUREMENTS
  const names = only.split(',').map(name => name.trim())
  const unknown = names.filter(name => !MEASUREMENTS.some(measurement => measurement.name === name))
  if (unknown.length > 0) {
    console.error(
      `There is no measurement "${unknown.join('", "')}"; there are: ${MEASUREMENTS.map(({ name }) => name).join(', ')}.`,
    )
    process.exit(2)
  }
  return MEASUREMENTS.filter(({ name }) => names.includes(name))
}

/**
 * @param {import('./measurements.mjs').Measurement} measurement
 * @returns {Promise<Outcome>}
 */
async function refresh({ name, pages, needs, unmarked }) {
  const why = await lacking(needs)
  if (why.length > 0) return { result: 'skipped', why: why.join('; '), seconds: 0 }
  const start = performance.now()
  const code = await run('npm', ['run', '--silent', name, '--', '--write'])
  const seconds = (performance.now() - start) / 1000
  if (code !== 0) return { result: 'FAILED', why: `exit code ${code}`, seconds }
  // A script that ends well and writes nothing would leave old figures that look new.
  const today = new Date(Date.now() - seconds * 1000).toISOString().slice(0, 10)
  const [sentence = ''] = stampOf(name).exec(readFileSync(join(ROOT, pages[0]), 'utf8').replace(/\s+/g, ' ')) ?? []
  const [day = ''] = /\d{4}-\d\d-\d\d/.exec(sentence) ?? []
  if (!unmarked && day < today)
    return { result: 'FAILED', why: `${pages[0]} does not say that it was measured`, seconds }
  return { result: 'refreshed', why: '', seconds }
}

/** Why a measurement cannot run here. @param {readonly import('./measurements.mjs').Need[]} needs */
async function lacking(needs) {
  const reasons = []
  for (const need of /** @type {const} */ (['bench', ...needs])) reasons.push(await NEEDS[need]())
  return reasons.filter(reason => reason !== undefined)
}

/** @param {string} command @param {string[]} args @returns {Promise<number | string>} exit code, or the signal that ended it */
function run(command, args) {
  return new Promise(resolve => {
    const child = spawn(command, args, { cwd: join(ROOT, 'bench'), stdio: ['ignore', 'inherit', 'inherit'] })
    child.on('error', error => resolve(error.message))
    child.on('exit', (code, signal) => resolve(code ?? signal ?? 'unknown'))
  })
}

/** @param {number} seconds */
function duration(seconds) {
  if (seconds === 0) return ''
  return seconds < 60 ? `${seconds.toFixed(0)} s` : `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`
}
