/** The threads of a build in Node: starts them, gives them jobs and ends them. Each runs `build-thread.ts`. */

import { Worker } from 'node:worker_threads'
import { tryUnlink } from './file-spool.ts'
import type { BuildJobs } from './index/build/build-jobs.ts'
import { type BuildThread, ThreadedIndexer } from './index/build/threaded-indexer.ts'
import type { InversionOptions } from './index/live/inversion.ts'
import type { LanguageDefinition } from './language/language.ts'
import { threadFile } from './thread-file.ts'

/** What a thread starts with. */
export interface BuildThreadData {
  /** The thread makes the language from its definition, as programs that open the file do. */
  definition: LanguageDefinition
  inversion: InversionOptions
  /** How many bytes the postings and words of a run may take in memory. */
  budget: number
  /** How the names of its temporary files begin. */
  spoolPath: string
}

/** A job sent to a thread. The thread answers jobs in order. */
export type JobMessage = { [Job in keyof BuildJobs]: { job: Job; input: Parameters<BuildJobs[Job]> } }[keyof BuildJobs]

interface Pending {
  resolve(answer: never): void
  reject(error: unknown): void
}

export class BuildThreads {
  private readonly workers: Worker[] = []
  private readonly spoolPaths: string[] = []

  /** Starts `count` threads, which share the budget, and returns the indexer whose texts they read. */
  start(count: number, { budget, spoolPath, ...data }: BuildThreadData): ThreadedIndexer {
    const threads = Array.from({ length: count }, (_, i) => {
      const workerData = { ...data, budget: Math.ceil(budget / count), spoolPath: `${spoolPath}.${i}` }
      this.spoolPaths.push(workerData.spoolPath)
      // Not by `new`: tools that trace which files a program needs would include every file of the folder.
      const worker: Worker = Reflect.construct(Worker, [
        threadFile('build-thread'),
        { workerData: workerData satisfies BuildThreadData },
      ])
      this.workers.push(worker)
      return threadOf(worker)
    })
    return new ThreadedIndexer(threads, data.inversion.fieldCount)
  }

  /** Ends all threads, even in the middle of a job, and removes their temporary files. */
  async close(): Promise<void> {
    await Promise.all(this.workers.map(worker => worker.terminate()))
    // On systems where an open file keeps its name (Windows), a thread that was ended leaves its file behind.
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
