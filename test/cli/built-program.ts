/** Builds the program as it is published, and runs it as people do: as a process of its own, in a folder of its own. */
import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { build } from 'tsup'
import { program } from '../../tsup.config.ts'

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

/** The built program and an empty folder to run it in. */
export interface BuiltProgram {
  folder: string
  /** What Node runs. */
  script: string
  /** Writes files into the folder: their contents by name. */
  write(files: Record<string, string | Uint8Array>): Promise<void>
  run(args: readonly string[], options?: RunOptions): Promise<RunResult>
  /** Takes all of it away. */
  remove(): Promise<void>
}

export async function buildProgram(): Promise<BuiltProgram> {
  const place = await mkdtemp(join(tmpdir(), 'trouvaille-'))
  const folder = join(place, 'folder')
  await mkdir(folder)
  await build({ ...program, config: false, outDir: join(place, 'program'), silent: true })
  // An ES module outside any package.
  await writeFile(join(place, 'program', 'package.json'), '{ "type": "module" }')
  const script = join(place, 'program', 'cli.js')
  return {
    folder,
    script,
    async write(files) {
      for (const [name, content] of Object.entries(files)) {
        await mkdir(dirname(join(folder, name)), { recursive: true })
        await writeFile(join(folder, name), content)
      }
    },
    run: (args, options = {}) => runProcess([script, ...args], folder, options),
    remove: () => rm(place, { recursive: true }),
  }
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
