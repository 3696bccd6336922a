/** Builds the program as it is published, and runs it as people do: as a process of its own, in a folder of its own. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
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
  run(args: readonly string[], options?: RunOptions): Promise<RunResult>
}

export async function buildProgram(): Promise<BuiltProgram> {
  const project = await makeProject()
  const script = join(project.library, 'dist/cli.js')
  return { ...project, script, run: (args, options = {}) => runProcess([script, ...args], project.folder, options) }
}

function runProcess(args: readonly string[], cwd: string, { env = {}, stdin = '' }: RunOptions): Promise<RunResult> {
  const { LC_ALL, LC_MESSAGES, NO_COLOR, FORCE_COLOR, ...inherited } = process.env
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd, env: { ...inherited, LANG: 'en_GB.UTF-8', ...env } })
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', text => (stdout += text))
    child.stderr.setEncoding('utf8').on('data', text => (stderr += text))
    child.on('error', reject).on('close', code => resolve({ code, stdout, stderr }))
    child.stdin.end(stdin)
  })
}
