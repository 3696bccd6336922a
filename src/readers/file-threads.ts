/** Threads that read files, each of which is ended if a file takes too long or too much memory: whatever a parser does, it costs the file and not the build. */
import { Worker } from 'node:worker_threads'
import type { FileAnswer, FileTask } from './file-thread.ts'
import type { Problem } from './problem.ts'

export interface ThreadLimits {
  /** By the clock, in seconds: for any file, and for each megabyte of it. */
  seconds: number
  secondsForAMegabyte: number
  /** What the objects of a thread may take, in megabytes. */
  heap: number
  /** By how much the process may grow while a file is read, in megabytes: arrays of bytes are no objects of a thread. */
  growth: number
}

/** How often time and memory are looked at, in milliseconds. */
const WATCH = 100
/** A thread that nobody needs for so many milliseconds is ended. Starting one takes a tenth of a second. */
const IDLE = 2000

type Listeners = ['message' | 'error' | 'exit', (value: unknown) => void][]

export class FileThreads {
  private readonly path: string
  private readonly limits: ThreadLimits
  /** Threads that wait for a file, each with what ends it and when. */
  private readonly waiting = new Map<Worker, { timer: NodeJS.Timeout; now(): void }>()

  /** `path`: what a thread runs. */
  constructor(path: string, limits: ThreadLimits) {
    this.path = path
    this.limits = limits
  }

  /** Has a thread read a file of so many bytes. Gives what is wrong with it if the thread did not come to an end. */
  async read(task: FileTask, bytes: number): Promise<FileAnswer | { problem: Problem }> {
    const worker = this.take()
    const answer = await this.watch(worker, task, bytes)
    if (!('problem' in answer)) this.keep(worker)
    return answer
  }

  private watch(worker: Worker, task: FileTask, bytes: number): Promise<FileAnswer | { problem: Problem }> {
    const { seconds: least, secondsForAMegabyte, heap, growth } = this.limits
    const seconds = Math.round(least + (bytes / 2 ** 20) * secondsForAMegabyte)
    const end = Date.now() + seconds * 1000
    const most = process.memoryUsage.rss() + growth * 2 ** 20
    const broken: Problem = { kind: 'broken', format: task.name.replace(/^.*\./s, '').toUpperCase() }
    return new Promise(resolve => {
      // One by one: a worker has listeners of its own.
      const listeners: Listeners = [
        ['message', answer => settle(answer as FileAnswer)],
        [
          'error',
          error => settle({ problem: isOutOfMemory(error) ? { kind: 'too-much-memory', megabytes: heap } : broken }),
        ],
        ['exit', () => settle({ problem: broken })],
      ]
      const settle = (answer: FileAnswer | { problem: Problem }) => {
        clearInterval(timer)
        for (const [event, listener] of listeners) worker.off(event, listener)
        if (!('problem' in answer)) return resolve(answer)
        // What it still has to say concerns nobody.
        worker.on('error', () => {})
        void worker.terminate().then(() => resolve(answer))
      }
      const timer = setInterval(() => {
        if (Date.now() > end) settle({ problem: { kind: 'too-slow', seconds } })
        else if (process.memoryUsage.rss() > most) settle({ problem: { kind: 'too-much-memory', megabytes: growth } })
      }, WATCH)
      for (const [event, listener] of listeners) worker.on(event, listener)
      worker.ref()
      worker.postMessage(task)
    })
  }

  private take(): Worker {
    for (const [worker, { timer, now }] of this.waiting) {
      this.waiting.delete(worker)
      clearTimeout(timer)
      worker.off('error', now)
      worker.off('exit', now)
      return worker
    }
    return this.start()
  }

  private keep(worker: Worker): void {
    const now = () => {
      this.waiting.delete(worker)
      void worker.terminate()
    }
    const timer = setTimeout(now, IDLE)
    // A program that has nothing else to do ends.
    timer.unref()
    worker.unref()
    worker.on('error', now)
    worker.on('exit', now)
    this.waiting.set(worker, { timer, now })
  }

  private start(): Worker {
    const options = { resourceLimits: { maxOldGenerationSizeMb: this.limits.heap }, stdout: true, stderr: true }
    // Not by `new`: tools that trace what a program needs would take all files of the folder for what a thread may run.
    const worker: Worker = Reflect.construct(Worker, [this.path, options])
    // Parsers print warnings where programs expect an answer.
    worker.stdout.resume()
    worker.stderr.resume()
    return worker
  }
}

function isOutOfMemory(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY'
}
