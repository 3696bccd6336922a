/**
 * Attacks the reader with files that are changed as someone would change them who knows the format, and seals them again; before, with every file that did
 * harm once (`test/hostile/corpus/`). Each case runs in a worker that is ended if it takes too long. A case is found again by its number, as long as the files
 * that it changes stay the same; so the file of each failure is kept in the corpus.
 *
 *   npm run fuzz -- [--cases 1000000] [--seed 0 | --from 0] [--minutes 60] [--workers 2] [--keep FOLDER]
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
const corpus = join(root, 'test/hostile/corpus')
/** In milliseconds, by the clock: a case takes some, and a machine may be busy. */
const LONGEST = 20_000
const RETRY = 8 * LONGEST
const MEMORY = 64 * 2 ** 20
/** k of docs/format.md. */
const FOR_A_BYTE = 1024
/** The corpus has negative numbers, fewer than this. */
const MOST_OF_CORPUS = 10_000
/** Cases of one seed are numbered from so many times the seed on. */
const CASES_OF_SEED = 10_000_000

/**
 * Runs cases; gives how often each outcome came, and the failures.
 *
 * @typedef {import('./fuzz.mjs').FuzzReport} FuzzReport
 * @typedef {import('./fuzz.mjs').FuzzResult} FuzzResult
 * @param {{ cases: number, from?: number, minutes?: number, workers?: number, withCorpus?: boolean, onProgress?: (result: FuzzResult) => void }} options
 * @returns {Promise<FuzzResult>}
 */
export async function fuzz({
  cases,
  from = 0,
  minutes = Number.POSITIVE_INFINITY,
  workers = 2,
  withCorpus = false,
  onProgress,
}) {
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
      // Parsers that are CommonJS ask for modules of Node.
      banner: {
        js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url)",
      },
    })
    const until = Date.now() + minutes * 60_000
    const outcomes = new Map()
    /** @type {FuzzReport[]} */
    const failures = []
    let done = 0
    const take = report => {
      done++
      const outcome = `${report.number < 0 ? 'corpus, ' : ''}${report.use} ${report.outcome}`
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
      if (report.outcome === 'failure') failures.push(report)
      if (done % 1000 === 0) onProgress?.({ done, outcomes, failures })
    }
    /** Starts a worker with a task; `onReport` is given what it says. */
    const start = (task, onReport) => {
      const current = new SharedArrayBuffer(16)
      const running = new Float64Array(current)
      running[0] = task.first
      running[1] = Date.now() + 60_000
      const workerData = { memory: MEMORY, forAByte: FOR_A_BYTE, corpus, ...task, current }
      const worker = new Worker(script, { workerData, resourceLimits: { maxOldGenerationSizeMb: 512 } })
      worker.on('message', onReport)
      return { worker, running }
    }
    /** Runs cases until one takes longer than `longest`. Gives the case to go on with, if any, and the one that took too long. */
    const run = (first, end, step, longest) =>
      new Promise((resolve, reject) => {
        const onReport = message => (message === 'done' ? stop(undefined) : take(message))
        const { worker, running } = start({ first, end, step }, onReport)
        const stop = (next, slow, full) => {
          clearInterval(watch)
          worker.terminate().then(() => resolve({ next, slow, full }))
        }
        const watch = setInterval(() => {
          if (Date.now() > until) stop(undefined)
          else if (Date.now() - running[1] > longest) stop(running[0] + step, running[0])
        }, 200)
        worker.on('error', error => {
          if (error?.code !== 'ERR_WORKER_OUT_OF_MEMORY') return reject(error)
          stop(running[0] + step, undefined, running[0])
        })
      })
    /** The report of a case that ended its worker, with its file: another worker makes that, and does nothing with it. */
    const failed = (number, problem) =>
      new Promise(resolve => {
        const task = { first: number, end: number + 1, step: 1, isForFiles: true }
        const { worker } = start(task, report => {
          void worker.terminate()
          resolve(report === 'done' ? { number, use: '?', outcome: 'failure', problem } : { ...report, problem })
        })
      })
    const runAll = async (first, end, step) => {
      for (let next = first; next !== undefined && next < end; ) {
        const { next: then, slow, full } = await run(next, end, step, LONGEST)
        next = then
        if (full !== undefined) take(await failed(full, 'runs out of memory'))
        if (slow === undefined) continue
        // The clock runs on while others have the processor: only a case that is slow again, alone and with more time, hangs.
        const again = await run(slow, slow + 1, 1, RETRY)
        if (again.slow !== undefined) take(await failed(slow, 'hangs'))
      }
    }
    if (withCorpus) await runAll(-MOST_OF_CORPUS, 0, 1)
    await Promise.all(Array.from({ length: workers }, (_, i) => runAll(from + i, from + cases, workers)))
    return { done, outcomes, failures }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What became of the cases, in lines. */
function summary({ done, outcomes, failures }) {
  const lines = [...outcomes].sort().map(([outcome, count]) => `${String(count).padStart(9)}  ${outcome}`)
  return [`${done} runs, ${failures.length} failures`, ...lines].join('\n')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: {
      cases: { type: 'string', default: '1000000' },
      seed: { type: 'string', default: '0' },
      from: { type: 'string' },
      minutes: { type: 'string' },
      workers: { type: 'string', default: '2' },
      keep: { type: 'string', default: join(corpus, 'indexes') },
    },
  })
  const start = Date.now()
  const from = values.from === undefined ? Number(values.seed) * CASES_OF_SEED : Number(values.from)
  const seconds = () => Math.round((Date.now() - start) / 1000)
  console.log(`The corpus, then cases from ${from} on. The file of a failure is kept in ${relative('', values.keep)}.`)
  const result = await fuzz({
    cases: Number(values.cases),
    from,
    workers: Number(values.workers),
    withCorpus: true,
    ...(values.minutes !== undefined && { minutes: Number(values.minutes) }),
    onProgress: result => {
      // A log has what came so far, should the program be ended.
      if (process.stderr.isTTY) process.stderr.write(`\r${result.done}`)
      else if (result.done % 50_000 === 0) console.log(`\n${seconds()} s: ${summary(result)}`)
    },
  })
  console.log(`\n${seconds()} s: ${summary(result)}`)
  for (const { number, base, use, problem, name, file } of result.failures.slice(0, 40)) {
    console.log(`\ncase ${number} (${base}, ${use}): ${problem}`)
    if (file === undefined) continue
    mkdirSync(values.keep, { recursive: true })
    const path = join(values.keep, `${name}.trv`)
    writeFileSync(path, file)
    console.log(`kept in ${relative('', path)}: the tests run it again from now on`)
  }
  if (result.failures.length > 0) process.exitCode = 1
}
