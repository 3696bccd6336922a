/**
 * Attacks the reader with files that are changed as someone would change them who knows the format, and seals them again. Each case runs in a worker that is
 * ended if it takes too long. A case is found again by its number; the file of each failure is kept.
 *
 *   npm run fuzz -- [--cases 1000000] [--from 0] [--minutes 60] [--workers 2] [--keep FOLDER]
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
/** In milliseconds, by the clock: a case takes some, and a machine may be busy. */
const LONGEST = 20_000
const RETRY = 8 * LONGEST
const MEMORY = 64 * 2 ** 20

/**
 * Runs cases; gives how often each outcome came, and the failures.
 *
 * @param {{ cases: number, from?: number, minutes?: number, workers?: number, onProgress?: (done: number) => void }} options
 */
export async function fuzz({ cases, from = 0, minutes = Number.POSITIVE_INFINITY, workers = 2, onProgress }) {
  const folder = mkdtempSync(join(root, '.fuzz-'))
  const script = join(folder, 'worker.mjs')
  try {
    await build({
      entryPoints: [join(root, 'test/hostile/fuzz-worker.ts')],
      bundle: true,
      platform: 'node',
      format: 'esm',
      outfile: script,
      logLevel: 'error',
      define: { 'import.meta.dirname': JSON.stringify(root) },
    })
    const end = from + cases
    const until = Date.now() + minutes * 60_000
    const outcomes = new Map()
    const failures = []
    let done = 0
    const count = (use, outcome) => outcomes.set(`${use} ${outcome}`, (outcomes.get(`${use} ${outcome}`) ?? 0) + 1)
    const take = report => {
      done++
      count(report.use, report.outcome)
      if (report.outcome === 'failure') failures.push(report)
      if (done % 1000 === 0) onProgress?.(done)
    }
    /** Runs cases until one takes longer than `longest`. Gives the case to go on with, if any, and the one that took too long. */
    const run = (first, end, longest) =>
      new Promise((resolve, reject) => {
        const current = new SharedArrayBuffer(16)
        const running = new Float64Array(current)
        running[0] = first
        running[1] = Date.now() + 60_000
        const task = { first, end, step: workers, memory: MEMORY, current }
        const worker = new Worker(script, { workerData: task, resourceLimits: { maxOldGenerationSizeMb: 512 } })
        const stop = (next, slow) => {
          clearInterval(watch)
          worker.terminate().then(() => resolve({ next, slow }))
        }
        const watch = setInterval(() => {
          if (Date.now() > until) stop(undefined)
          else if (Date.now() - running[1] > longest) stop(running[0] + workers, running[0])
        }, 200)
        worker.on('message', message => (message === 'done' ? stop(undefined) : take(message)))
        worker.on('error', error => {
          if (error?.code !== 'ERR_WORKER_OUT_OF_MEMORY') return reject(error)
          take({ number: running[0], use: '?', outcome: 'failure', problem: 'runs out of memory' })
          stop(running[0] + workers)
        })
      })
    await Promise.all(
      Array.from({ length: workers }, async (_, i) => {
        for (let next = from + i; next !== undefined && next < end; ) {
          const ended = await run(next, end, LONGEST)
          next = ended.next
          if (ended.slow === undefined) continue
          // The clock runs on while others have the processor: only a case that is slow again, alone and with more time, hangs.
          const again = await run(ended.slow, ended.slow + 1, RETRY)
          if (again.slow !== undefined) take({ number: ended.slow, use: '?', outcome: 'failure', problem: 'hangs' })
        }
      }),
    )
    return { done, outcomes, failures }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: {
      cases: { type: 'string', default: '1000000' },
      from: { type: 'string', default: '0' },
      minutes: { type: 'string' },
      workers: { type: 'string', default: '2' },
      keep: { type: 'string' },
    },
  })
  const start = Date.now()
  const { done, outcomes, failures } = await fuzz({
    cases: Number(values.cases),
    from: Number(values.from),
    workers: Number(values.workers),
    ...(values.minutes !== undefined && { minutes: Number(values.minutes) }),
    onProgress: done => process.stderr.write(`\r${done}`),
  })
  console.log(`\n${done} cases from ${values.from} on, ${Math.round((Date.now() - start) / 1000)} s`)
  for (const [outcome, count] of [...outcomes].sort()) console.log(`${String(count).padStart(9)}  ${outcome}`)
  for (const { number, base, use, problem, file } of failures.slice(0, 40)) {
    console.log(`\ncase ${number} (${base}, ${use}): ${problem}`)
    if (values.keep === undefined || file === undefined) continue
    mkdirSync(values.keep, { recursive: true })
    writeFileSync(join(values.keep, `case-${number}.trv`), file)
  }
  if (failures.length > 0) process.exitCode = 1
}
