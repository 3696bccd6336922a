/** Finds, reads and checks the configuration file of a project. */
import { dirname } from 'node:path'
import { InvalidOptionError } from '../index.ts'
import { checkConfig, findConfig, loadConfig } from '../internal-build.ts'
import type { TrouvailleConfig } from '../node.ts'
import { SourceError } from '../readers/index.ts'
import { Failure, isSystemError, problemLine, systemReason } from './failure.ts'
import type { Messages } from './messages/english.ts'

export interface FoundConfig {
  file: string
  /** The folder that its paths are relative to. */
  folder: string
  config: TrouvailleConfig
}

/**
 * Reads the configuration: the named file, or the one in this folder.
 *
 * @returns undefined if none is named and none exists
 * @throws Failure for one that cannot be read or is invalid
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
    if (error instanceof SourceError) throw new Failure(problemLine(error, messages))
    throw new Failure(messages.config.wrong(file, error instanceof Error ? error.message : String(error)))
  }
}
