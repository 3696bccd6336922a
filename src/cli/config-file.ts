/** The configuration file of a project: found, read, and checked. */
import { dirname } from 'node:path'
import { InvalidOptionError } from '../index.ts'
import { checkConfig, findConfig, loadConfig } from '../internal-build.ts'
import type { TrouvailleConfig } from '../node.ts'
import { Failure, isSystemError, systemReason } from './failure.ts'
import type { Messages } from './messages/english.ts'

export interface FoundConfig {
  file: string
  /** The folder that its paths are meant from. */
  folder: string
  config: TrouvailleConfig
}

/**
 * Reads the configuration: the file that is named, or the one in this folder.
 *
 * @returns undefined where none is named and none is there
 * @throws Failure for one that can't be read or is wrong
 */
export async function readConfig(named: string | undefined, messages: Messages): Promise<FoundConfig | undefined> {
  const file = named ?? (await findConfig())
  if (file === undefined) return undefined
  const { config: say } = messages
  const loaded = await load(file, messages)
  try {
    checkConfig(loaded)
  } catch (error) {
    if (!(error instanceof InvalidOptionError)) throw error
    throw new Failure(say.wrong(file, messages.optionProblem(error)))
  }
  return { file, folder: dirname(file), config: loaded }
}

async function load(file: string, messages: Messages): Promise<unknown> {
  try {
    return await loadConfig(file)
  } catch (error) {
    if (isSystemError(error)) throw new Failure(messages.failure.cannotRead(file, systemReason(error, messages)))
    throw new Failure(messages.config.wrong(file, error instanceof Error ? error.message : String(error)))
  }
}
