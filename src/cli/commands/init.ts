/** `trouvaille init`: looks at a folder and writes the configuration that it suggests. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Command, ExitCode } from '../command.ts'
import { CONFIG_NAMES, findConfig } from '../config-file.ts'
import { Failure, isSystemError, systemReason } from '../failure.ts'
import { suggestConfig } from '../suggest-config.ts'
import { writeSuggestion } from '../suggestion-text.ts'

export const init: Command = {
  name: 'init',
  summary: m => m.help.summaries.init,
  operands: [{ name: m => m.help.operands.folder, optional: true }],
  options: {
    force: { short: 'f', describe: m => m.help.describe.force },
    json: { describe: m => m.help.describe.json },
  },
  async run(args, terminal) {
    const { messages, colors } = terminal
    const [folder = '.'] = args.operands
    const there = await findConfig(folder)
    if (there !== undefined && !args.has('force')) throw new Failure(messages.init.exists(there))
    const suggestion = await suggestConfig(folder)
    if (suggestion === undefined) throw new Failure(messages.init.nothing(folder))
    const isTyped = await usesTypeScript(folder)
    const file = there ?? join(folder, isTyped ? CONFIG_NAMES[0] : 'trouvaille.config.mjs')
    try {
      await writeFile(file, writeSuggestion(suggestion, file, messages))
    } catch (error) {
      if (!isSystemError(error)) throw error
      throw new Failure(messages.failure.cannotWrite(file, systemReason(error, messages)))
    }
    if (args.has('json')) {
      terminal.printJson({ file, ...suggestion })
      return ExitCode.success
    }
    terminal.print(colors.bold(file))
    terminal.print(`  ${messages.init.found(suggestion.documents, suggestion.input)}`)
    terminal.print(colors.dim(`  ${messages.init.next}`))
    return ExitCode.success
  },
}

/** Whether a project has TypeScript, and Trouvaille for its types. */
async function usesTypeScript(folder: string): Promise<boolean> {
  const read = (name: string) => readFile(join(folder, name), 'utf8').catch(() => undefined)
  const [settings, manifest] = await Promise.all([read('tsconfig.json'), read('package.json')])
  return settings !== undefined && manifest !== undefined && /"trouvaille"\s*:/.test(manifest)
}
