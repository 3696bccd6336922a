/** `trouvaille init`: examines a folder and writes a suggested configuration. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { CONFIG_NAMES, findConfig } from '../../internal-build.ts'
import { type Command, ExitCode } from '../command.ts'
import { Failure, isSystemError, systemReason } from '../failure.ts'
import { type Candidate, findCandidates, suggestConfig } from '../suggest-config.ts'
import { writeSuggestion } from '../suggestion-text.ts'
import type { Terminal } from '../terminal.ts'

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
    const candidates = await findCandidates(folder)
    const chosen = candidates.length === 0 ? undefined : await choose(candidates, terminal)
    const suggestion = chosen && (await suggestConfig(folder, candidates, chosen))
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
      terminal.printJson({
        file,
        ...suggestion,
        others: suggestion.others.map(({ input, files }) => ({ input, files })),
      })
      return ExitCode.success
    }
    terminal.print(colors.bold(file))
    const { reasons } = messages.init
    const { reason, others } = suggestion
    const why = reason.kind === 'generator' ? reasons.generator(reason.config) : reasons[reason.kind]
    terminal.print(`  ${messages.init.found(suggestion.documents, inputText(suggestion))} (${why})`)
    if (others.length > 0 && reason.kind !== 'chosen') {
      const texts = others.map(other => messages.init.choice(inputText(other), other.files))
      terminal.print(`  ${messages.init.others(texts)}`)
    }
    terminal.print(colors.dim(`  ${messages.init.next}`))
    return ExitCode.success
  },
}

function inputText({ input }: Pick<Candidate, 'input'>): string {
  return [input].flat().join(', ')
}

/** On a terminal, the user chooses if several folders are likely. A site generator that names its pages leaves no doubt. */
async function choose(candidates: readonly Candidate[], terminal: Terminal): Promise<Candidate> {
  const { surroundings, messages } = terminal
  const { stdin, stderr, stdout } = surroundings
  const [first] = candidates
  if (candidates.length === 1 || first.reason.kind === 'generator' || !stdin.isTTY || !stdout.isTTY) return first
  const { ask, choice, number, noAnswer } = messages.init
  terminal.report(ask)
  for (const [i, candidate] of candidates.entries()) {
    terminal.report(`  ${i + 1}. ${choice(inputText(candidate), candidate.files)}`)
  }
  const prompt = createInterface({ input: stdin, output: stderr })
  try {
    // Ctrl+C and Ctrl+D close the prompt without an answer.
    const closing = new Promise<undefined>(resolve => prompt.once('close', () => resolve(undefined)))
    for (;;) {
      const answer = (await Promise.race([prompt.question(number(candidates.length)), closing]))?.trim()
      if (answer === undefined) throw new Failure(noAnswer)
      const chosen = candidates[(answer === '' ? 1 : Number(answer)) - 1]
      if (chosen !== undefined) return { ...chosen, reason: { kind: 'chosen' } }
    }
  } finally {
    prompt.close()
  }
}

/** Whether a project has TypeScript, and Trouvaille for its types. */
async function usesTypeScript(folder: string): Promise<boolean> {
  const read = (name: string) => readFile(join(folder, name), 'utf8').catch(() => undefined)
  const [settings, manifest] = await Promise.all([read('tsconfig.json'), read('package.json')])
  return settings !== undefined && manifest !== undefined && /"trouvaille"\s*:/.test(manifest)
}
