/** Each command as a process of its own: it prints what the function gives that the other tests call, and ends with its code. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { commandNames } from '../../src/cli/command-table.ts'
import { type BuiltProgram, buildProgram, type RunOptions } from './built-program.ts'

let program: BuiltProgram

beforeAll(async () => {
  program = await buildProgram()
  await program.write({
    'site/a.md': '---\nid: treve\ntitle: Une trêve à Tripoli\n---\nLe calme revient.\n',
    'site/b.md': '---\nid: port\ntitle: Le port de Tripoli\n---\nIl rouvre après la trêve.\n',
    'site/c.md': '---\ntitle: [\n---\nTexte\n',
    'blog/content/a.md': 'Du texte.',
    'q.jsonl': '{"id": "a", "text": "trêve"}\n',
    'j.tsv': 'a\ttreve\t1\n',
  })
  expect((await program.run(['build', 'site', '-o', 'site.trv'])).code).toBe(0)
})
afterAll(() => program.remove())

/** Two processes take different times. */
const timeless = (text: string) => text.replace(/\d[\d.,]* (ms|s)\b/g, 'a moment').replace(/"tookMs":[\d.]+/g, '')

const RUNS: readonly (readonly [code: number, args: string[], options?: RunOptions])[] = [
  [0, ['build', 'site', '-o', 'built.trv']],
  [0, ['init', 'blog', '--lang', 'fr']],
  [0, ['search', 'site.trv', 'treve Tripoli'], { env: { LANG: 'fr_FR.UTF-8', FORCE_COLOR: '1' } }],
  [0, ['explain', 'site.trv', 'trêve', 'port']],
  [0, ['suggest', 'site.trv', 'trip']],
  [0, ['similar', 'site.trv', 'treve']],
  [0, ['evaluate', 'site.trv', '--questions', 'q.jsonl', '--judgments', 'j.tsv']],
  [0, ['inspect', 'site.trv', '--json']],
  [0, ['verify', 'site.trv']],
  [0, ['analyze', '-'], { stdin: 'L’été des œuvres' }],
  [0, ['completion', 'bash']],
  [1, ['serve', 'absent.trv']],
  [1, ['mcp', 'absent.trv']],
  [2, ['serch', 'site.trv']],
]

test('every command is run', () => {
  const run = RUNS.map(([, [name]]) => name)
  expect(run).toEqual(expect.arrayContaining([...commandNames]))
})

test.each(RUNS.map(([code, args, options]) => [args.join(' '), code, args, options] as const))(
  '%s',
  async (_, code, args, options) => {
    const spawned = await program.spawn(args, options)
    await rm(join(program.folder, 'blog/trouvaille.config.mjs'), { force: true })
    const called = await program.run(args, options)
    expect(spawned).toMatchObject({ code })
    expect(`${spawned.stdout}${spawned.stderr}`).not.toBe('')
    const shown = ({ stdout, stderr }: typeof called) => ({ stdout: timeless(stdout), stderr: timeless(stderr) })
    expect({ code: called.code, ...shown(called) }).toEqual({ code, ...shown(spawned) })
  },
)

test('a reader that closes the pipe early ends it without a word', async () => {
  const args = ['-c', `"$0" "$1" completion --json | true; echo "\${PIPESTATUS[0]}"`, process.execPath, program.script]
  const child = spawn('bash', args, { cwd: program.folder })
  let said = ''
  child.stdout.setEncoding('utf8').on('data', text => (said += text))
  child.stderr.setEncoding('utf8').on('data', text => (said += text))
  await once(child, 'close')
  expect(said).toBe('0\n')
})
