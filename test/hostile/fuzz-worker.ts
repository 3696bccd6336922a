/** Runs cases one after the other, and tells where it is before each: whoever started it ends it if a case takes too long. */
import { parentPort, workerData } from 'node:worker_threads'
import { baseFiles, longLists } from './base-files.ts'
import { changedFile } from './change-file.ts'
import { drawFrom } from './draw.ts'
import { outcomeOf, USES } from './use-index.ts'

/** What a worker is started with: the cases from `first` to before `end`, of those `step` apart. */
export interface FuzzTask {
  first: number
  end: number
  step: number
  /** How many bytes of arrays a case may take. */
  memory: number
  /** The case that is run, so that it is known which one hangs. */
  current: SharedArrayBuffer
}

const { first, end, step, memory, current } = workerData as FuzzTask
const running = new Float64Array(current)
const files = Object.entries({ ...baseFiles(), 'long-lists': longLists() })
const uses = Object.keys(USES)

/** The file of a case, and what is done with it. */
function caseOf(number: number) {
  const draw = drawFrom(number ^ 0x5bd1e995)
  const [base, file] = draw.pick(files)
  const changed = changedFile(file, number)
  return { base, use: draw.pick(uses), changed, draw }
}

for (let number = first; number < end; number += step) {
  running[0] = number
  running[1] = Date.now()
  const { base, use, changed, draw } = caseOf(number)
  const report = { number, base, use, bytes: changed.length }
  const before = process.memoryUsage().arrayBuffers
  const started = process.cpuUsage()
  try {
    const outcome = await outcomeOf(use, changed, draw)
    const { user } = process.cpuUsage(started)
    parentPort?.postMessage({ ...report, outcome, ms: user / 1000 })
  } catch (error) {
    const { stack } = error instanceof Error ? error : { stack: String(error) }
    parentPort?.postMessage({ ...report, outcome: 'failure', problem: stack, file: changed })
  }
  const added = process.memoryUsage().arrayBuffers - before
  if (added > memory) {
    parentPort?.postMessage({ ...report, outcome: 'failure', problem: `takes ${added} bytes`, file: changed })
  }
}
parentPort?.postMessage('done')
