/** The program as it is published, in a folder of its own: run in the process of the test, which costs milliseconds, or as people run it, which costs half a second. */
import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { pathToFileURL } from 'node:url'
import type { run } from '../../src/cli/program.ts'
import type { Surroundings } from '../../src/cli/terminal.ts'
import { makeProject, type Project } from '../support/installed-package.ts'

export interface RunResult {
  code: number | null
  stdout: string
  stderr: string
}

export interface RunOptions {
  /** Added to an environment that speaks English. */
  env?: Record<string, string>
  stdin?: string
}

/** The built program, and an empty project that it is installed in, to run it in. */
export interface BuiltProgram extends Project {
  /** What Node runs. */
  script: string
  /**
   * Calls the function that the process of the program calls. `test/cli/process.test.ts` holds the two together for every command. What a process has to
   * itself (threads that end it, signals, its input and output, modules that were loaded before) needs `spawn`.
   */
  run(args: readonly string[], options?: RunOptions): Promise<RunResult>
  /** Runs the program as a process of its own. */
  spawn(args: readonly string[], options?: RunOptions): Promise<RunResult>
}

export async function buildProgram(): Promise<BuiltProgram> {
  const project = await makeProject()
  const script = join(project.library, 'dist/cli.js')
  // The entry names the module that has the function.
  const [, name] = /import\(['"](.+?)['"]\)/.exec(await readFile(script, 'utf8')) ?? []
  const { run } = await import(pathToFileURL(join(project.library, 'dist', name)).href)
  return {
    ...project,
    script,
    run: (args, options = {}) => runHere(run, args, project.folder, options),
    spawn: (args, options = {}) => runProcess([script, ...args], project.folder, options),
  }
}

/** Without what would change the messages. */
function environment(more: Record<string, string>): NodeJS.ProcessEnv {
  const { LC_ALL, LC_MESSAGES, NO_COLOR, FORCE_COLOR, ...inherited } = process.env
  return { ...inherited, LANG: 'en_GB.UTF-8', ...more }
}

const home = process.cwd()
/** How many runs there are: the folder of the process is theirs. */
let running = 0

async function runHere(
  call: typeof run,
  args: readonly string[],
  folder: string,
  { env = {}, stdin = '' }: RunOptions,
): Promise<RunResult> {
  const written = { stdout: '', stderr: '' }
  const stream = (name: keyof typeof written) =>
    new Writable({
      decodeStrings: false,
      write(text, _, done) {
        written[name] += text
        done()
      },
    })
  const streams = { stdin: Readable.from([Buffer.from(stdin)]), stdout: stream('stdout'), stderr: stream('stderr') }
  const surroundings = { env: environment(env), ...streams } as unknown as Surroundings
  process.chdir(folder)
  running++
  try {
    return { code: await call(args, surroundings), ...written }
  } catch (error) {
    // As Node ends a process.
    return { code: 1, ...written, stderr: `${written.stderr}${(error as Error).stack}\n` }
  } finally {
    running--
    if (running === 0) process.chdir(home)
  }
}

function runProcess(args: readonly string[], cwd: string, { env = {}, stdin = '' }: RunOptions): Promise<RunResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd, env: environment(env) })
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', text => (stdout += text))
    child.stderr.setEncoding('utf8').on('data', text => (stderr += text))
    child.on('error', reject).on('close', code => resolve({ code, stdout, stderr }))
    child.stdin.end(stdin)
  })
}
