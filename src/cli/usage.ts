/** Generates the help texts from the definitions of the commands. */

import type { Colors } from './colors.ts'
import { type Command, type CommandOption, commonOptions } from './command.ts'
import type { Messages } from './messages/english.ts'
import { describedRows, wrapped } from './text-layout.ts'

const programOptions: Readonly<Record<string, CommandOption>> = {
  version: { short: 'v', describe: m => m.help.describe.version },
  ...commonOptions,
}

/** The output of `trouvaille --help`. */
export function programHelp(commands: readonly Command[], messages: Messages, colors: Colors, width: number): string {
  const { help } = messages
  const rows = commands.map((command): [string, string] => [
    `  ${colors.bold(command.name)}`,
    command.summary(messages),
  ])
  return [
    ...wrapped(help.purpose, width),
    '',
    `${help.usage} ${synopsis(messages)}`,
    '',
    help.commands,
    ...describedRows(rows, width),
    '',
    help.options,
    ...describedRows(optionRows(programOptions, messages), width),
    '',
    ...wrapped(help.more, width),
    ...wrapped(help.exitCodes, width),
  ].join('\n')
}

function synopsis({ help }: Messages): string {
  return `trouvaille <${help.operands.command}> …`
}

/** The output of `trouvaille <command> --help`. */
export function commandHelp(command: Command, messages: Messages, colors: Colors, width: number): string {
  const rows = optionRows({ ...command.options, ...commonOptions }, messages)
  const { help } = messages
  return [
    ...wrapped(command.summary(messages), width),
    '',
    ...wrapped(`${help.usage} ${colors.bold(`trouvaille ${command.name}`)} ${argumentsText(command, messages)}`, width),
    '',
    help.options,
    ...describedRows(rows, width),
  ].join('\n')
}

function argumentsText(command: Command, messages: Messages): string {
  const required = Object.entries(command.options).filter(([, { required }]) => required)
  return [
    ...command.operands.map(({ name, optional }) => (optional ? `[${name(messages)}]` : `<${name(messages)}>`)),
    ...required.map(([name, { value }]) => (value === undefined ? `--${name}` : `--${name} <${value(messages)}>`)),
    `[${messages.help.options.replace(/[\s:]+$/, '').toLowerCase()}]`,
  ].join(' ')
}

function optionRows(
  options: Readonly<Record<string, CommandOption>>,
  messages: Messages,
): [name: string, description: string][] {
  return Object.entries(options).map(([name, option]) => [
    `  ${optionText(name, option, messages)}`,
    option.describe(messages),
  ])
}

function optionText(name: string, { short, value }: CommandOption, messages: Messages): string {
  const names = short === undefined ? `    --${name}` : `-${short}, --${name}`
  return value === undefined ? names : `${names} <${value(messages)}>`
}
