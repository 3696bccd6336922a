/** A thread that reads files, one after the other. `file-threads.ts` starts it, and ends it if it must. */
import { parentPort } from 'node:worker_threads'
import { type DiskFileOptions, diskFile } from './disk-file.ts'
import { asSourceError } from './nesting.ts'
import { readerFor } from './registry.ts'
import { type SentReading, sentReading } from './sent-reading.ts'
import type { PageOptions } from './source.ts'
import { SourceError } from './source-error.ts'

/** A file to read. */
export interface FileTask {
  name: string
  place: Pick<DiskFileOptions, 'path' | 'url'>
  options: PageOptions
}

/** What became of it: what the reader gave, or an error that no file should cause. */
export type FileAnswer = { readings: SentReading[] } | { error: unknown }

async function answerTo({ name, place, options }: FileTask): Promise<FileAnswer> {
  const reader = readerFor(name)
  const readings: SentReading[] = []
  try {
    const { declaredEncoding } = reader ?? {}
    const file = diskFile(name, { ...place, ...(declaredEncoding !== undefined && { declaredEncoding }) })
    for await (const read of reader?.read(file, options) ?? []) readings.push(sentReading(read))
  } catch (cause) {
    const error = asSourceError(cause, name)
    if (!(error instanceof SourceError)) return { error }
    readings.push(sentReading(error))
  }
  return { readings }
}

parentPort?.on('message', async (task: FileTask) => parentPort?.postMessage(await answerTo(task)))
