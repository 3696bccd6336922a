/** `trouvaille completion`: scripts that complete the names of commands and options in shells. */
import { type Command, type CommandOption, commonOptions, ExitCode, UsageError } from '../command.ts'
import type { Messages } from '../messages/english.ts'

const SHELLS = ['bash', 'zsh', 'fish'] as const
type Shell = (typeof SHELLS)[number]

/** @param allCommands returns all commands, including this one */
export function completionCommand(allCommands: () => Promise<readonly Command[]>): Command {
  return {
    name: 'completion',
    summary: m => m.help.summaries.completion,
    operands: [{ name: m => m.help.operands.shell, optional: true }],
    options: { json: { describe: m => m.help.describe.json } },
    async run(args, terminal) {
      const { messages } = terminal
      const [shell] = args.operands
      const commands = await allCommands()
      if (args.has('json')) {
        terminal.printJson({ commands: commands.map(command => asData(command, messages)) })
        return ExitCode.success
      }
      if (shell === undefined) throw new UsageError(messages.wrongUsage.missingOperand(messages.help.operands.shell))
      if (!isShell(shell)) throw new UsageError(messages.wrongUsage.unknownShell(shell, SHELLS))
      terminal.print(WRITERS[shell](commands, messages))
      return ExitCode.success
    },
  }
}

function isShell(name: string): name is Shell {
  return (SHELLS as readonly string[]).includes(name)
}

const WRITERS: Record<Shell, (commands: readonly Command[], messages: Messages) => string> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
}

function optionsOf(command: Command): [name: string, option: CommandOption][] {
  return Object.entries({ ...command.options, ...commonOptions })
}

function asData(command: Command, messages: Messages) {
  const options = optionsOf(command).map(([name, { short = null, value, describe }]) => ({
    name,
    short,
    value: value?.(messages) ?? null,
    summary: describe(messages),
  }))
  return { name: command.name, summary: command.summary(messages), options }
}

function flagsOf(command: Command): string {
  return optionsOf(command)
    .flatMap(([name, { short }]) => [`--${name}`, ...(short === undefined ? [] : [`-${short}`])])
    .join(' ')
}

/** If nothing matches, bash completes file names. */
function bashScript(commands: readonly Command[]): string {
  const cases = commands.map(command => `    ${command.name}) words="${flagsOf(command)}" ;;`)
  return `# eval "$(trouvaille completion bash)"
_trouvaille() {
  local words current="\${COMP_WORDS[COMP_CWORD]}"
  case "\${COMP_WORDS[1]}" in
${cases.join('\n')}
    *) words="" ;;
  esac
  if [ "$COMP_CWORD" -eq 1 ]; then
    words="${commands.map(({ name }) => name).join(' ')} --help --version --lang"
  elif [[ "$current" != -* ]]; then
    words=""
  fi
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -o bashdefault -F _trouvaille trouvaille`
}

function zshScript(commands: readonly Command[], messages: Messages): string {
  const names = commands.map(command => `    ${quoted(`${command.name}:${command.summary(messages)}`)}`)
  const cases = commands.map(command => {
    const specs = optionsOf(command).flatMap(([name, option]) => {
      const value = option.value === undefined ? '' : `:${option.value(messages).replaceAll(':', ' ')}:_files`
      const told = `[${option.describe(messages).replaceAll(/[[\]:]/g, ' ')}]${value}`
      return [`--${name}${told}`, ...(option.short === undefined ? [] : [`-${option.short}${told}`])]
    })
    return `    ${command.name}) _arguments ${[...specs, '*:file:_files'].map(quoted).join(' ')} ;;`
  })
  return `#compdef trouvaille
# eval "$(trouvaille completion zsh)"
_trouvaille() {
  local -a commands=(
${names.join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  local command="\${words[2]}"
  shift words
  (( CURRENT-- ))
  case "$command" in
${cases.join('\n')}
  esac
}
compdef _trouvaille trouvaille`
}

function fishScript(commands: readonly Command[], messages: Messages): string {
  const lines = commands.flatMap(command => [
    `complete -c trouvaille -n __fish_use_subcommand -f -a ${command.name} -d ${quoted(command.summary(messages))}`,
    ...optionsOf(command).map(([name, { short, value, describe }]) =>
      [
        `complete -c trouvaille -n ${quoted(`__fish_seen_subcommand_from ${command.name}`)} -l ${name}`,
        ...(short === undefined ? [] : [`-s ${short}`]),
        ...(value === undefined ? [] : ['-r']),
        `-d ${quoted(describe(messages))}`,
      ].join(' '),
    ),
  ])
  return ['# trouvaille completion fish | source', ...lines].join('\n')
}

/** In single quotes, in which zsh and fish both read `'\\''` as a quote. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}
