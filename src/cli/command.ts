/** The interface of a command, and the strict parsing of its arguments: unknown, missing or extra ones are usage errors. */
import { parseArgs } from 'node:util'
import { nearestName } from '../internal.ts'
import type { Messages } from './messages/english.ts'
import type { Terminal } from './terminal.ts'

/** Success; a problem with a file; wrong usage. */
export const ExitCode = { success: 0, failure: 1, usage: 2 } as const

export interface CommandOption {
  short?: string
  /** The placeholder of the value in the help; an option without one is a switch. */
  value?: (messages: Messages) => string
  required?: boolean
  describe: (messages: Messages) => string
}

export interface Operand {
  name: (messages: Messages) => string
  /** Takes all remaining operands. */
  rest?: boolean
  optional?: boolean
}

export interface Command {
  name: string
  summary: (messages: Messages) => string
  operands: readonly Operand[]
  options: Readonly<Record<string, CommandOption>>
  /** Returns the exit code. */
  run(args: Arguments, terminal: Terminal): Promise<number>
}

/** The program was called incorrectly. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** Options that every command has. */
export const commonOptions: Readonly<Record<string, CommandOption>> = {
  lang: { value: m => m.help.values.language, describe: m => m.help.describe.lang },
  'no-color': { describe: m => m.help.describe.noColor },
  help: { short: 'h', describe: m => m.help.describe.help },
}

/** The arguments of a command, read and checked. */
export class Arguments {
  readonly operands: readonly string[]
  private readonly values: ReadonlyMap<string, readonly string[]>
  private readonly messages: Messages

  constructor(operands: readonly string[], values: ReadonlyMap<string, readonly string[]>, messages: Messages) {
    this.operands = operands
    this.values = values
    this.messages = messages
  }

  /** Whether an option is present. */
  has(option: string): boolean {
    return this.values.has(option)
  }

  /** The value of an option; the last one if it is repeated. */
  text(option: string): string | undefined {
    return this.values.get(option)?.at(-1)
  }

  /** The values of an option that may be repeated. */
  all(option: string): readonly string[] {
    return this.values.get(option) ?? []
  }

  /** Names separated by commas, in one option or several. */
  names(option: string): string[] | undefined {
    const names = this.values.get(option)?.flatMap(value => value.split(',').map(name => name.trim()))
    return names === undefined ? undefined : [...new Set(names)].filter(name => name !== '')
  }

  /** A whole number from `least` to `most`. */
  count(option: string, byDefault: number, most: number, least = 0): number {
    const value = this.text(option)
    if (value === undefined) return byDefault
    const count = /^\d+$/.test(value) ? Number(value) : Number.NaN
    if (!(count >= least && count <= most)) {
      throw new UsageError(this.messages.wrongUsage.wrongCount(`--${option}`, value, least, most))
    }
    return count
  }
}

/** Parses the arguments after a command's name. @throws UsageError */
export function readArguments(command: Command, args: readonly string[], messages: Messages): Arguments {
  const options = { ...commonOptions, ...command.options }
  const { tokens } = parseArgs({ args: [...args], options: parserOptions(options), strict: false, tokens: true })
  const operands: string[] = []
  const values = new Map<string, string[]>()
  const { wrongUsage } = messages
  for (const token of tokens) {
    if (token.kind === 'positional') operands.push(token.value)
    if (token.kind !== 'option') continue
    const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined
    if (option === undefined) {
      const nearest = nearestName(token.name, Object.keys(options))
      const advice = nearest === undefined ? wrongUsage.afterDashes : wrongUsage.didYouMean(`--${nearest}`)
      throw new UsageError(`${wrongUsage.unknownOption(token.rawName)}. ${advice}`)
    }
    if (option.value === undefined && token.value !== undefined) {
      throw new UsageError(wrongUsage.unexpectedValue(token.rawName))
    }
    // `--out --json`: the value is missing. A value that starts with a dash is written `--out=-x`, unless it is a number (`--limit -1`).
    if (option.value !== undefined && (token.value === undefined || (!token.inlineValue && /^-\D/.test(token.value)))) {
      throw new UsageError(wrongUsage.missingValue(token.rawName))
    }
    values.set(token.name, [...(values.get(token.name) ?? []), token.value ?? ''])
  }
  if (!values.has('help')) checkPresence(command, operands, values, messages)
  return new Arguments(operands, values, messages)
}

function parserOptions(options: Readonly<Record<string, CommandOption>>) {
  return Object.fromEntries(
    Object.entries(options).map(([name, { short, value }]) => [
      name,
      { type: value === undefined ? ('boolean' as const) : ('string' as const), ...(short && { short }) },
    ]),
  )
}

function checkPresence(
  command: Command,
  operands: readonly string[],
  values: ReadonlyMap<string, unknown>,
  messages: Messages,
): void {
  const { wrongUsage } = messages
  command.operands.forEach((operand, i) => {
    if (operands[i] === undefined && !operand.optional) {
      throw new UsageError(wrongUsage.missingOperand(operand.name(messages)))
    }
  })
  const takesAll = command.operands.some(({ rest }) => rest)
  if (!takesAll && operands.length > command.operands.length) {
    throw new UsageError(wrongUsage.unexpectedOperand(operands[command.operands.length]))
  }
  for (const [name, option] of Object.entries(command.options)) {
    if (option.required && !values.has(name)) throw new UsageError(wrongUsage.missingOption(`--${name}`))
  }
}
