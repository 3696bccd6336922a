/** A thread of a build in Node: does the jobs that `build-threads.ts` sends, one after the other. An error ends the thread and fails the build. */
import { parentPort, type TransferListItem, workerData } from 'node:worker_threads'
import type { BuildThreadData, JobMessage } from './build-threads.ts'
import { FileSpool, openSpool } from './file-spool.ts'
import { BuildWorker } from './index/build/build-jobs.ts'
import { languageOf } from './language/definition.ts'
import { withLanguageOf } from './languages/languages-of-file.ts'

async function start({ definition, inversion, budget, spoolPath }: BuildThreadData): Promise<void> {
  const language = languageOf(definition, await withLanguageOf(definition, {}))
  let spools = 0
  const makeSpool = () => new FileSpool(`${spoolPath}.${spools++}`)
  const worker = new BuildWorker(language, inversion, budget, makeSpool, openSpool)
  parentPort?.on('message', (message: JobMessage) => {
    const answer = answerTo(message, worker)
    parentPort?.postMessage(answer.value, answer.transfer)
  })
}

function answerTo(message: JobMessage, worker: BuildWorker): { value: unknown; transfer: TransferListItem[] } {
  switch (message.job) {
    case 'read':
      return { value: worker.read(...message.input), transfer: [] }
    case 'endRuns':
      return { value: worker.endRuns(), transfer: [] }
    case 'plan':
      return { value: worker.plan(...message.input), transfer: [] }
    case 'merge': {
      const shard = worker.merge(...message.input)
      return { value: shard, transfer: [shard.classes.buffer, shard.postings.buffer] }
    }
  }
}

void start(workerData as BuildThreadData)
