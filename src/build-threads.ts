/** The threads of a build, in Node: starts them, gives them jobs, and ends them. What they run is `build-thread.ts`. */

import { Worker } from 'node:worker_threads'
import { tryUnlink } from './file-spool.ts'
import type { BuildJobs } from './index/build/build-jobs.ts'
import { type BuildThread, ThreadedIndexer } from './index/build/threaded-indexer.ts'
import type { InversionOptions } from './index/live/inversion.ts'
import type { LanguageDefinition } from './language/language.ts'
import { threadFile } from './thread-file.ts'

/** What a thread starts with. */
export interface BuildThreadData {
  /** The language is made again from its definition, as whoever opens the file makes it. */
  definition: LanguageDefinition
  inversion: InversionOptions
  /** How many bytes the postings and words of a run may take in memory. */
  budget: number
  /** What the names of its temporary files begin with. */
  spoolPath: string
}

/** A job on its way to a thread. The thread answers jobs in their order. */
export type JobMessage = { [Job in keyof BuildJobs]: { job: Job; input: Parameters<BuildJobs[Job]> } }[keyof BuildJobs]

interface Pending {
  resolve(answer: never): void
  reject(error: unknown): void
}

export class BuildThreads {
  private readonly workers: Worker[] = []
  private readonly spoolPaths: string[] = []

  /** Starts `count` threads, which share the budget, and gives the indexer that has its texts read by them. */
  start(count: number, { budget, spoolPath, ...data }: BuildThreadData): ThreadedIndexer {
    const threads = Array.from({ length: count }, (_, i) => {
      const workerData = { ...data, budget: Math.ceil(budget / count), spoolPath: `${spoolPath}.${i}` }
      this.spoolPaths.push(workerData.spoolPath)
      // Not by `new`: tools that trace what a program needs would take all files of the folder for what a thread may run.
      const worker: Worker = Reflect.construct(Worker, [
        threadFile('build-thread'),
        { workerData: workerData satisfies BuildThreadData },
      ])
      this.workers.push(worker)
      return threadOf(worker)
    })
    return new ThreadedIndexer(threads, data.inversion.fieldCount)
  }

  /** Ends all threads, whatever they are at; their temporary files go with them. */
  async close(): Promise<void> {
    await Promise.all(this.workers.map(worker => worker.terminate()))
    // Where an open file keeps its name (Windows), it is left behind by a thread that was ended.
    for (const path of this.spoolPaths) for (let n = 0; tryUnlink(`${path}.${n}`); n++);
  }
}

function threadOf(worker: Worker): BuildThread {
  const pending: Pending[] = []
  let failure: { error: unknown } | undefined
  const fail = (error: unknown) => {
    failure ??= { error }
    for (const { reject } of pending.splice(0)) reject(failure.error)
  }
  worker.on('message', answer => pending.shift()?.resolve(answer as never))
  worker.on('error', fail)
  worker.on('messageerror', fail)
  worker.on('exit', code => fail(new Error(`A thread of the build ended with code ${code}.`)))
  const ask = <Job extends keyof BuildJobs>(job: Job, input: Parameters<BuildJobs[Job]>) =>
    new Promise<ReturnType<BuildJobs[Job]>>((resolve, reject) => {
      if (failure !== undefined) return reject(failure.error)
      pending.push({ resolve, reject })
      worker.postMessage({ job, input })
    })
  return {
    read: batch => ask('read', [batch]),
    endRuns: () => ask('endRuns', []),
    plan: plan => ask('plan', [plan]),
    merge: range => ask('merge', [range]),
  }
}
