/** Runs a server that an example is. */
import { spawn } from 'node:child_process'
import type { Served } from '../support/serve-folder.ts'

/** Runs a program of Node that prints its address when it listens. */
export function serveProgram(folder: string, args: readonly string[]): Promise<Served> {
  const env = { ...process.env, PORT: '0', NEXT_TELEMETRY_DISABLED: '1', NO_COLOR: '1' }
  const child = spawn(process.execPath, args, { cwd: folder, env })
  const closed = new Promise<void>(resolve => child.on('close', () => resolve()))
  const close = () => {
    child.kill()
    return closed
  }
  return new Promise((resolve, reject) => {
    let printed = ''
    const read = (text: Buffer) => {
      printed += text
      const [address] = /http:\/\/(?:127\.0\.0\.1|localhost):\d+/.exec(printed) ?? []
      if (address !== undefined) resolve({ address: `${address}/`, close })
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.on('close', () => reject(new Error(printed)))
  })
}
