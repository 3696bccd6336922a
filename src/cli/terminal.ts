/** The output of the program: results to standard output, everything else to standard error; colours and progress bars only on a terminal. */
import { type Colors, createColors, withColors } from './colors.ts'
import type { Messages } from './messages/english.ts'
import { type Locale, messages } from './messages/locale.ts'
import { plainJson, withPlainArguments } from './plain-text.ts'

/** The streams and the environment of a process. */
export interface Surroundings {
  env: NodeJS.ProcessEnv
  stdin: NodeJS.ReadStream
  stdout: NodeJS.WriteStream
  stderr: NodeJS.WriteStream
}

const DEFAULT_WIDTH = 80
const MAX_WIDTH = 120

export class Terminal {
  readonly messages: Messages
  /** The language of the messages. */
  readonly locale: Locale
  readonly surroundings: Surroundings
  /** For standard output. */
  readonly colors: Colors
  /** For standard error. */
  readonly errorColors: Colors

  constructor(locale: Locale, surroundings: Surroundings, wantsColors: boolean) {
    const { env, stdout, stderr } = surroundings
    this.locale = locale
    this.messages = withPlainArguments(messages[locale])
    this.surroundings = surroundings
    this.colors = createColors(wantsColors && hasColors(env, stdout))
    this.errorColors = createColors(wantsColors && hasColors(env, stderr))
  }

  /** The number of characters in a line; lines longer than about a hundred are hard to read. */
  get width(): number {
    const { env, stdout } = this.surroundings
    // Output piped to a pager has no terminal, but the shell may provide its width.
    const said = /^[1-9]\d*$/.test(env.COLUMNS ?? '') ? Number(env.COLUMNS) : undefined
    return Math.min(stdout.columns ?? said ?? DEFAULT_WIDTH, MAX_WIDTH)
  }

  /** Prints a result. */
  print(text = ''): void {
    this.surroundings.stdout.write(`${withColors(text)}\n`)
  }

  /** Prints anything but a result. */
  report(text: string): void {
    this.surroundings.stderr.write(`${withColors(text)}\n`)
  }

  printJson(value: unknown): void {
    // Escapes keep JSON complete, whereas `print` would remove characters.
    this.surroundings.stdout.write(`${plainJson(value)}\n`)
  }
}

/** https://no-color.org and https://force-color.org: any value counts. A terminal may be too simple for colours. */
function hasColors(env: NodeJS.ProcessEnv, stream: NodeJS.WriteStream): boolean {
  if (env.NO_COLOR) return false
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== '0'
  return stream.isTTY === true && env.TERM !== 'dumb'
}

/** Runs `work`, which reports how many of `total` it has done. Shows a bar on a terminal, one line elsewhere. */
export async function withProgress<T>(
  terminal: Terminal,
  label: string,
  total: number,
  work: (advance: (by: number) => void) => Promise<T>,
): Promise<T> {
  const { stderr } = terminal.surroundings
  if (!stderr.isTTY) {
    terminal.report(label)
    return work(() => {})
  }
  const { default: cliProgress } = await import('cli-progress')
  const bar = new cliProgress.SingleBar(
    { format: '{label}  {bar} {percentage} %', stream: stderr, clearOnComplete: true, hideCursor: true, barsize: 30 },
    cliProgress.Presets.shades_classic,
  )
  bar.start(total, 0, { label: withColors(label) })
  try {
    return await work(by => bar.increment(by))
  } finally {
    bar.stop()
  }
}
