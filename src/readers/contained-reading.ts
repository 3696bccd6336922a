/** Reads a file in a thread of its own if limits on its text cannot promise that its parser ends, and within memory. */
import { existsSync } from 'node:fs'
import { threadFile } from '../thread-file.ts'
import type { FileTask } from './file-thread.ts'
import { FileThreads } from './file-threads.ts'
import { readerFor } from './registry.ts'
import { receivedReading } from './sent-reading.ts'
import type { Skip } from './skip.ts'
import type { Reader, SourceDocument } from './source.ts'
import { SourceError } from './source-error.ts'

const PATH = threadFile('file-thread')
/** A file of a megabyte takes a second or two, and a hundredth of this memory. */
const threads = new FileThreads(PATH, { seconds: 60, secondsForAMegabyte: 30, heap: 1024, growth: 2048 })

/** Whether a file is read in a thread of its own: if its format asks for it, and the library is built. */
export function isContained(reader: Reader, name: string, bytes: number): boolean {
  const { containedFrom = Number.POSITIVE_INFINITY } = reader
  return bytes >= containedFrom && readerFor(name) === reader && hasThread()
}

/** If the library runs from its sources, as in the project's tests, or was bundled again, there is no file of the thread next to it. */
function hasThread(): boolean {
  known ??= existsSync(PATH)
  return known
}
let known: boolean | undefined

/** All that the reader of a file of so many bytes gives. @throws what is no fault of the file */
export async function readContained(task: FileTask, bytes: number): Promise<(SourceDocument | SourceError | Skip)[]> {
  const answer = await threads.read(task, bytes)
  if ('problem' in answer) return [new SourceError(task.name, undefined, answer.problem)]
  if ('error' in answer) throw answer.error
  return answer.readings.map(sent => receivedReading(sent, task.name))
}
