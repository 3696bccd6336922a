/** The program: finds the command, runs it, and turns errors into a message and an exit code. */
import { version } from '../../package.json'
import { nearestName } from '../internal.ts'
import { type Command, ExitCode, readArguments, UsageError } from './command.ts'
import { allCommands, commandNames, loadCommand } from './command-table.ts'
import { Failure } from './failure.ts'
import { isLocale, localeOf } from './messages/locale.ts'
import { type Surroundings, Terminal } from './terminal.ts'
import { commandHelp, programHelp } from './usage.ts'

/** Runs the program with the arguments after its name. Returns the exit code. */
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
      const isCommand = args.length > 0 && commandNames.includes(args[0])
      terminal.report(wrongUsage.seeHelp(isCommand ? `trouvaille ${args[0]}` : 'trouvaille'))
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
  const { messages, colors, errorColors, width } = terminal
  const [name, ...rest] = withoutLanguage(args)
  if (name === undefined) {
    terminal.report(programHelp(await allCommands(), messages, errorColors, width))
    return ExitCode.usage
  }
  if (name === '--version' || name === '-v' || name === 'version') {
    terminal.print(version)
    return ExitCode.success
  }
  const topic = name === 'help' ? rest.find(arg => !arg.startsWith('-')) : undefined
  if (name === '--help' || name === '-h' || (name === 'help' && topic === undefined)) {
    terminal.print(programHelp(await allCommands(), messages, colors, width))
    return ExitCode.success
  }
  const command = await findCommand(topic ?? name, messages)
  const read = readArguments(command, topic === undefined ? rest : ['--help'], messages)
  if (!read.has('help')) return command.run(read, terminal)
  terminal.print(commandHelp(command, messages, colors, width))
  return ExitCode.success
}

/** @throws UsageError that suggests the likely command */
async function findCommand(name: string, { wrongUsage }: Terminal['messages']): Promise<Command> {
  const command = await loadCommand(name)
  if (command !== undefined) return command
  const isOption = name.startsWith('-')
  const known = isOption ? ['--help', '--version', '--lang'] : [...commandNames, 'help', 'version']
  const nearest = nearestName(name, known)
  const problem = isOption ? wrongUsage.unknownOption(name) : wrongUsage.unknownCommand(name)
  throw new UsageError(nearest === undefined ? problem : `${problem}. ${wrongUsage.didYouMean(nearest)}`)
}

/** The language must be known before any message, including errors in the arguments. */
function wantedLocale(args: readonly string[]): string | undefined {
  const options = beforeOperands(args)
  const at = options.findLastIndex(arg => arg === '--lang' || arg.startsWith('--lang='))
  if (at === -1) return undefined
  return options[at] === '--lang' ? (options[at + 1] ?? '') : options[at].slice('--lang='.length)
}

/** `--lang` may precede the command: `trouvaille --lang fr --help`. */
function withoutLanguage(args: readonly string[]): readonly string[] {
  if (args[0] === '--lang') return args.slice(2)
  return args[0]?.startsWith('--lang=') ? args.slice(1) : args
}

/** After `--` nothing is an option. */
function beforeOperands(args: readonly string[]): readonly string[] {
  const end = args.indexOf('--')
  return end === -1 ? args : args.slice(0, end)
}
