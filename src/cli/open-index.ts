/** Opens the index file of a command. */
import type { OpenOptions, SearchIndex } from '../index.ts'
import { openFile } from '../node.ts'
import { failureOf } from './failure.ts'
import type { Messages } from './messages/english.ts'

/** Opens `file` and does something with it; what the file is to blame for becomes a `Failure`. */
export async function withIndex<T>(
  file: string,
  messages: Messages,
  use: (index: SearchIndex) => T,
  options: OpenOptions = {},
): Promise<T> {
  try {
    return use(await openFile(file, options))
  } catch (error) {
    throw failureOf(error, file, messages)
  }
}
