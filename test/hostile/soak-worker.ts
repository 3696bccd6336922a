/** Answers the calls of the soak's page in a thread of its own. */
import { workerData } from 'node:worker_threads'
import { answerCalls } from '../../src/worker/answer-calls.ts'

answerCalls((workerData as { port: Parameters<typeof answerCalls>[0] }).port)
