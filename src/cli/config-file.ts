/** The configuration file of a project: found, read, and checked. */
import { access, readFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { InvalidOptionError } from '../index.ts'
import { checkConfig } from '../internal.ts'
import type { TrouvailleConfig } from '../node.ts'
import { Failure, isSystemError, systemReason } from './failure.ts'
import type { Messages } from './messages/english.ts'

/** In the order in which they are looked for. */
export const CONFIG_NAMES: readonly string[] = ['ts', 'mts', 'js', 'mjs', 'cjs', 'json'].map(
  extension => `trouvaille.config.${extension}`,
)

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
    throw new Failure(say.wrong(file, error.message))
  }
  return { file, folder: dirname(file), config: loaded }
}

/** The name of the configuration in a folder. */
export async function findConfig(folder = '.'): Promise<string | undefined> {
  for (const name of CONFIG_NAMES) {
    const file = join(folder, name)
    const isThere = await access(file).then(
      () => true,
      () => false,
    )
    if (isThere) return file
  }
  return undefined
}

async function load(file: string, messages: Messages): Promise<unknown> {
  try {
    await access(file)
    if (file.endsWith('.json')) return JSON.parse((await readFile(file, 'utf8')).replace(/^\ufeff/, ''))
    return defaultOf(
      /\.m?ts$/.test(file) ? await loadTypeScript(file) : await import(pathToFileURL(resolve(file)).href),
    )
  } catch (error) {
    if (isSystemError(error)) throw new Failure(messages.failure.cannotRead(file, systemReason(error, messages)))
    throw new Failure(messages.config.wrong(file, error instanceof Error ? error.message : String(error)))
  }
}

/** Node 20 can't read TypeScript. jiti is large, so it is loaded only if it is needed. */
async function loadTypeScript(file: string): Promise<unknown> {
  const { createJiti } = await import('jiti')
  return createJiti(import.meta.url, { moduleCache: false, fsCache: false }).import(resolve(file))
}

function defaultOf(module: unknown): unknown {
  return typeof module === 'object' && module !== null && 'default' in module ? module.default : module
}
