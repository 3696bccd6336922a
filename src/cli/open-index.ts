/** Opens the index file of a command, with the synonyms of another file if the command names one. */
import { readFile } from 'node:fs/promises'
import { setFlagsFromString } from 'node:v8'
import type { SearchIndex } from '../index.ts'
import { readSynonyms } from '../internal.ts'
import { french, IndexSearcher, type Language, type OpenOptions } from '../searcher.ts'
import type { Arguments, CommandOption } from './command.ts'
import { failureOf } from './failure.ts'
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
    throw failureOf(error, file, messages)
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
    throw failureOf(error, file, messages)
  }
}

/** The option that names the file. */
export const synonymsOption: CommandOption = {
  value: m => m.help.values.file,
  describe: m => m.help.describe.synonyms,
}

/** The language to read with; undefined if no file is named. @throws Failure for a file that cannot be read */
export async function languageOf(args: Arguments, messages: Messages): Promise<Language | undefined> {
  const file = args.text('synonyms')
  if (file === undefined) return undefined
  try {
    return french({ synonyms: readSynonyms(await readFile(file, 'utf8')) })
  } catch (error) {
    throw failureOf(error, file, messages)
  }
}
