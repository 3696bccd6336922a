/** A reader that goes away early (`trouvaille search … | head -1`) ends a command quietly, and never a build. */
import { spawn } from 'node:child_process'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type BuiltProgram, buildProgram } from './built-program.ts'

let program: BuiltProgram

beforeAll(async () => {
  program = await buildProgram()
  await mkdir(join(program.folder, 'content'))
  await writeFile(join(program.folder, 'content/a.md'), '# Un chat\n\nIl dort.\n')
  // More problems than a pipe holds (64 KiB).
  await writeFile(join(program.folder, 'content/b.jsonl'), '{"title": "sans identifiant"}\n'.repeat(900))
})
afterAll(() => program?.remove())

/** Runs the program with one of its streams closed by the other side; returns the exit code and what the other stream has. */
function runClosed(
  args: readonly string[],
  closed: 'stdout' | 'stderr',
): Promise<{ code: number | null; rest: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program.script, ...args], { cwd: program.folder })
    let rest = ''
    child[closed].destroy()
    child[closed === 'stdout' ? 'stderr' : 'stdout'].setEncoding('utf8').on('data', text => (rest += text))
    child.on('error', reject).on('close', code => resolve({ code, rest }))
  })
}

describe('a closed pipe', () => {
  test('of results ends the command without a message', async () => {
    expect(await runClosed(['--help'], 'stdout')).toEqual({ code: 0, rest: '' })
  })

  test('of messages does not stop a build', async () => {
    const { code, rest } = await runClosed(['build', 'content', '--out', 'chats.trv'], 'stderr')
    expect({ code, rest }).toMatchObject({ code: 0, rest: expect.stringContaining('chats.trv') })
    expect((await readFile(join(program.folder, 'chats.trv'))).length).toBeGreaterThan(0)
  })
})
