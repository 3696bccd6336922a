/** Opens the index file of a command. */
import { readFile } from 'node:fs/promises'
import { setFlagsFromString } from 'node:v8'
import type { SearchIndex } from '../index.ts'
import { IndexSearcher, type OpenOptions } from '../searcher.ts'
import { Failure, failureOf, isSystemError } from './failure.ts'
import type { Messages } from './messages/english.ts'

/** Opens `file` for searching, with only the code that searching needs. Errors of the file become a `Failure`. */
export async function withSearcher<T>(
  file: string,
  messages: Messages,
  use: (index: IndexSearcher) => T,
  options: OpenOptions = {},
): Promise<T> {
  // The process ends before optimized code pays off; generating it would take a fifth of the time.
  setFlagsFromString('--no-opt')
  try {
    return use(IndexSearcher.fromBytes(await readFile(file), options))
  } catch (error) {
    throw indexFailureOf(error, file, messages)
  }
}

/** The same with the whole library. */
export async function withIndex<T>(
  file: string,
  messages: Messages,
  use: (index: SearchIndex) => T,
  options: OpenOptions = {},
): Promise<T> {
  try {
    const { openFile } = await import('../node.ts')
    return use(await openFile(file, options))
  } catch (error) {
    throw indexFailureOf(error, file, messages)
  }
}

function indexFailureOf(error: unknown, file: string, messages: Messages): unknown {
  if (isSystemError(error) && error.code === 'EISDIR') return new Failure(messages.failure.isFolder(file))
  return failureOf(error, file, messages)
}
