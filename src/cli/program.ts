/** The program: finds the command, runs it, and turns what goes wrong into a message and an exit code. */
import { version } from '../../package.json'
import { type Command, ExitCode, readArguments, UsageError } from './command.ts'
import { analyze } from './commands/analyze.ts'
import { build } from './commands/build.ts'
import { completionCommand } from './commands/completion.ts'
import { evaluate } from './commands/evaluate.ts'
import { explain } from './commands/explain.ts'
import { init } from './commands/init.ts'
import { inspect } from './commands/inspect.ts'
import { mcp } from './commands/mcp.ts'
import { search } from './commands/search.ts'
import { serve } from './commands/serve.ts'
import { similar } from './commands/similar.ts'
import { suggest } from './commands/suggest.ts'
import { verify } from './commands/verify.ts'
import { Failure } from './failure.ts'
import { isLocale, localeOf } from './messages/locale.ts'
import { type Surroundings, Terminal } from './terminal.ts'
import { commandHelp, programHelp } from './usage.ts'

const commands: readonly Command[] = [
  init,
  build,
  search,
  serve,
  mcp,
  explain,
  suggest,
  similar,
  evaluate,
  inspect,
  verify,
  analyze,
  completionCommand(() => commands),
]

/** Runs the program with the arguments behind its name; gives the exit code. */
export async function run(args: readonly string[], surroundings: Surroundings): Promise<number> {
  const wanted = wantedLocale(args)
  const locale = wanted !== undefined && isLocale(wanted) ? wanted : localeOf(surroundings.env)
  const terminal = new Terminal(locale, surroundings, !beforeOperands(args).includes('--no-color'))
  const { wrongUsage } = terminal.messages
  try {
    if (wanted !== undefined && !isLocale(wanted)) throw new UsageError(wrongUsage.wrongLanguage(wanted))
    return await dispatch(args, terminal)
  } catch (error) {
    const { red } = terminal.errorColors
    if (error instanceof UsageError) {
      terminal.report(`${red(wrongUsage.error)} ${error.message}`)
      const command = commands.find(({ name }) => name === args[0])
      terminal.report(wrongUsage.seeHelp(command === undefined ? 'trouvaille' : `trouvaille ${command.name}`))
      return ExitCode.usage
    }
    if (error instanceof Failure) {
      terminal.report(`${red(wrongUsage.error)} ${error.message}`)
      return ExitCode.failure
    }
    throw error
  }
}

async function dispatch(args: readonly string[], terminal: Terminal): Promise<number> {
  const { messages, colors, errorColors } = terminal
  const [name, ...rest] = withoutLanguage(args)
  if (name === undefined) {
    terminal.report(programHelp(commands, messages, errorColors))
    return ExitCode.usage
  }
  if (name === '--help' || name === '-h') {
    terminal.print(programHelp(commands, messages, colors))
    return ExitCode.success
  }
  if (name === '--version' || name === '-v') {
    terminal.print(version)
    return ExitCode.success
  }
  const command = commands.find(command => command.name === name)
  if (command === undefined) {
    const { unknownOption, unknownCommand } = messages.wrongUsage
    throw new UsageError(name.startsWith('-') ? unknownOption(name) : unknownCommand(name))
  }
  const read = readArguments(command, rest, messages)
  if (!read.has('help')) return command.run(read, terminal)
  terminal.print(commandHelp(command, messages, colors))
  return ExitCode.success
}

/** The language must be known before anything can be said, errors of reading the arguments included. */
function wantedLocale(args: readonly string[]): string | undefined {
  const options = beforeOperands(args)
  const at = options.findLastIndex(arg => arg === '--lang' || arg.startsWith('--lang='))
  if (at === -1) return undefined
  return options[at] === '--lang' ? (options[at + 1] ?? '') : options[at].slice('--lang='.length)
}

/** `trouvaille --lang fr --help` has it before the command. */
function withoutLanguage(args: readonly string[]): readonly string[] {
  if (args[0] === '--lang') return args.slice(2)
  return args[0]?.startsWith('--lang=') ? args.slice(1) : args
}

/** Behind `--` nothing is an option. */
function beforeOperands(args: readonly string[]): readonly string[] {
  const end = args.indexOf('--')
  return end === -1 ? args : args.slice(0, end)
}
