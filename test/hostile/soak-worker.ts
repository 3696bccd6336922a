/** Answers the calls of the soak's page in a thread of its own, and says how much memory it holds. */
import { parentPort, workerData } from 'node:worker_threads'
import { answerCalls } from '../../src/worker/answer-calls.ts'

answerCalls((workerData as { port: Parameters<typeof answerCalls>[0] }).port)

parentPort?.on('message', () => {
  ;(globalThis as { gc?: () => void }).gc?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  parentPort?.postMessage(heapUsed + arrayBuffers)
})
