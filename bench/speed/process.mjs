/** Runs one task of an engine in a process of its own. */

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'

/** @typedef {import('./engines.mjs').Engine} Engine */

/**
 * Runs `build` or `ask`, which print their figures as JSON.
 * @param {Engine} engine
 * @param {'build' | 'ask'} task
 * @param {readonly (string | number)[]} rest further arguments
 * @returns {Promise<any>}
 */
export async function figuresOf(engine, task, rest, environment = {}) {
  const child = run(engine, task, rest.map(String), environment)
  child.stdin.end()
  let printed = ''
  let errors = ''
  child.stdout.on('data', part => (printed += part))
  child.stderr.on('data', part => (errors += part))
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`${engine.name} ended its ${task} with code ${code}.\n${errors}`)
  return JSON.parse(printed.replaceAll('Infinity', 'null'))
}

/**
 * From the start of a process until it has answered one query: wall time, and the CPU time of all its threads, as Linux counts it.
 * @param {Engine} engine
 * @param {string} index
 * @param {string} question
 * @returns {Promise<{ startMs: number, startCpuMs: number }>}
 */
export async function startOf(engine, index, question) {
  const start = performance.now()
  const child = run(engine, 'start', [index], {})
  child.stdin.write(`${question}\n`)
  for await (const line of createInterface({ input: child.stdout })) if (line === 'answered') break
  const startMs = performance.now() - start
  const startCpuMs = cpuMilliseconds(child.pid)
  child.stdin.end('\n')
  if (child.exitCode === null) await once(child, 'exit')
  return { startMs, startCpuMs }
}

/**
 * @param {Engine} engine
 * @param {import('./engines.mjs').Task} task
 * @param {readonly string[]} rest
 * @param {Record<string, string>} environment
 */
function run({ command, argumentsFor }, task, rest, environment) {
  return spawn(command, [...argumentsFor(task), ...rest], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, ...environment },
  })
}

/** NaN if there is no `/proc`. @param {number | undefined} pid */
function cpuMilliseconds(pid) {
  const folder = `/proc/${pid}/task`
  try {
    return readdirSync(folder).reduce((sum, thread) => sum + threadNanoseconds(`${folder}/${thread}`), 0) / 1e6
  } catch {
    return Number.NaN
  }
}

/** @param {string} folder of a thread, which may have ended */
function threadNanoseconds(folder) {
  try {
    return Number(readFileSync(`${folder}/schedstat`, 'utf8').split(' ')[0])
  } catch {
    return 0
  }
}
