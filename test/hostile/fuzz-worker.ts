/** Runs cases one after the other, and tells where it is before each: whoever started it ends it if a case takes too long. */
import { parentPort, workerData } from 'node:worker_threads'
import { baseFiles, longLists } from './base-files.ts'
import { caseOf, corpusCases, corpusName } from './fuzz-cases.ts'
import { outcomeOf } from './use-index.ts'

/** What a worker is started with: the cases from `first` to before `end`, of those `step` apart. */
export interface FuzzTask {
  first: number
  end: number
  step: number
  /** How many bytes of arrays a case may take, whatever it is, and for each byte of its file. */
  memory: number
  forAByte: number
  /** The case that is run, so that it is known which one hangs. */
  current: SharedArrayBuffer
  /** The folder of the corpus. */
  corpus: string
  /** Whether the files of the cases are only made, because running one ended the worker before. */
  isForFiles?: boolean
}

const { first, end, step, memory, forAByte, current, corpus, isForFiles } = workerData as FuzzTask
const running = new Float64Array(current)
const files = Object.entries({ ...baseFiles(), 'long-lists': longLists() })
const ofCorpus = first < 0 ? corpusCases(corpus) : []

interface Run {
  base: string
  use: string
  bytes: number
  run(): Promise<string>
  /** What is kept if it fails. */
  file?: Uint8Array
  name?: string
}

function runsOf(number: number): Run[] {
  if (number < 0) return (ofCorpus.at(number) ?? []).map(({ name, ...one }) => ({ base: `corpus/${name}`, ...one }))
  const { base, use, file, draw } = caseOf(number, files)
  const run = () => outcomeOf(use, file, draw)
  return [{ base, use, bytes: file.length, file, name: corpusName(number, use), run }]
}

for (let number = first; number < end; number += step) {
  running[0] = number
  running[1] = Date.now()
  for (const { run, file, name, ...about } of runsOf(number)) {
    const report = { number, ...about }
    const failed = (problem: unknown) =>
      parentPort?.postMessage({ ...report, outcome: 'failure', problem, ...(file && { file, name }) })
    if (isForFiles) {
      failed('')
      continue
    }
    const before = process.memoryUsage().arrayBuffers
    try {
      parentPort?.postMessage({ ...report, outcome: await run() })
    } catch (error) {
      failed(error instanceof Error ? error.stack : String(error))
    }
    const added = process.memoryUsage().arrayBuffers - before
    if (added > memory + forAByte * about.bytes) failed(`takes ${added} bytes`)
  }
}
parentPort?.postMessage('done')
