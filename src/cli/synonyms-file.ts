/** The French of a command: with the synonyms of a file where it names one. */
import { readFile } from 'node:fs/promises'
import { french, type Language, readSynonyms } from '../index.ts'
import type { Arguments, CommandOption } from './command.ts'
import { failureOf } from './failure.ts'
import type { Messages } from './messages/english.ts'

/** The option that names the file. */
export const synonymsOption: CommandOption = {
  value: m => m.help.values.file,
  describe: m => m.help.describe.synonyms,
}

/** The language to read with; undefined where no file is named. @throws Failure for a file that can't be read */
export async function languageOf(args: Arguments, messages: Messages): Promise<Language | undefined> {
  const file = args.text('synonyms')
  if (file === undefined) return undefined
  try {
    return french({ synonyms: readSynonyms(await readFile(file, 'utf8')) })
  } catch (error) {
    throw failureOf(error, file, messages)
  }
}
