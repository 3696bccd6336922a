/** Finds and loads the configuration file of a project, for the program and the plugin. */
import { access, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseJson } from '../readers/json-parse.ts'

/** In order of precedence. */
export const CONFIG_NAMES: readonly string[] = ['ts', 'mts', 'js', 'mjs', 'cjs', 'json'].map(
  extension => `trouvaille.config.${extension}`,
)

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

/** What a configuration file exports, unchecked. @throws SourceError for invalid JSON; errors of the system, of other parsers or of the file itself */
export async function loadConfig(file: string): Promise<unknown> {
  await access(file)
  if (file.endsWith('.json')) return parseJson((await readFile(file, 'utf8')).replace(/^\ufeff/, ''), file, 1)
  return defaultOf(/\.m?ts$/.test(file) ? await loadTypeScript(file) : await import(pathToFileURL(resolve(file)).href))
}

/** Node 20 cannot load TypeScript. jiti is large, so it is loaded only if needed. */
async function loadTypeScript(file: string): Promise<unknown> {
  const { createJiti } = await import('jiti')
  return createJiti(pathToFileURL(resolve(file)).href, { moduleCache: false, fsCache: false }).import(resolve(file))
}

function defaultOf(module: unknown): unknown {
  return typeof module === 'object' && module !== null && 'default' in module ? module.default : module
}
