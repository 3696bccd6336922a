import { execFileSync, spawnSync } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type BuiltProgram, buildProgram } from './built-program.ts'

let program: BuiltProgram

beforeAll(async () => {
  program = await buildProgram()
})
afterAll(() => program.remove())

const script = async (shell: string, ...options: string[]) =>
  (await program.run(['completion', shell, ...options])).stdout

describe('bash', () => {
  /** What bash offers behind these words, the last of which is being typed. */
  async function offered(...words: string[]): Promise<string[]> {
    const source = await script('bash')
    const list = words.map(word => `'${word}'`).join(' ')
    const asked = `${source}\nCOMP_WORDS=(${list}); COMP_CWORD=${words.length - 1}; _trouvaille; printf '%s\\n' "\${COMPREPLY[@]}"`
    return execFileSync('bash', ['-c', asked], { encoding: 'utf8' }).split('\n').filter(Boolean)
  }

  test('finishes commands and options', async () => {
    expect(await offered('trouvaille', 's')).toEqual(['search', 'serve', 'suggest', 'similar'])
    expect(await offered('trouvaille', 'search', 'x.trv', '--fi')).toEqual(['--fields', '--filter'])
    expect(await offered('trouvaille', 'build', '--w')).toEqual(['--watch'])
    expect(await offered('trouvaille', 'verify', '--watch')).toEqual([])
  })

  test('leaves files to bash', async () => {
    expect(await offered('trouvaille', 'search', 'x')).toEqual([])
  })
})

/** Shells that are not installed are not asked; the continuous integration has both. */
const hasShell = (shell: string) => spawnSync(shell, ['-c', 'exit 0']).status === 0

test.skipIf(!hasShell('fish'))('fish offers commands and options', async () => {
  const source = await script('fish', '--lang', 'fr')
  const offered = (line: string) =>
    execFileSync('fish', ['--no-config', '-c', `${source}\ncomplete -C '${line}'`], { encoding: 'utf8' })
      .split('\n')
      .map(text => text.split('\t')[0])
      .filter(Boolean)
  expect(offered('trouvaille se')).toEqual(['search', 'serve'])
  expect(offered('trouvaille search --fi').sort()).toEqual(['--fields', '--filter'])
  expect(offered('trouvaille build --draf')).toEqual(['--drafts'])
})

test.skipIf(!hasShell('zsh'))('zsh loads the script, and offers commands and options', async () => {
  const source = await script('zsh', '--lang', 'fr')
  // Completion needs a terminal; instead of one, what it would show is printed.
  const offered = (...words: string[]) => {
    const list = words.map(word => `'${word}'`).join(' ')
    const shown = `compdef() { : }; _describe() { print -l -- \${(P)2%%:*} }; _arguments() { print -l -- \${@%%\\[*} }`
    const asked = `${shown}\n${source}\nwords=(${list}); CURRENT=${words.length}; _trouvaille`
    return execFileSync('zsh', ['-f', '-c', asked], { encoding: 'utf8' }).split('\n').filter(Boolean)
  }
  expect(offered('trouvaille', '')).toEqual(expect.arrayContaining(['build', 'search', 'completion']))
  expect(offered('trouvaille', 'search', '--')).toEqual(expect.arrayContaining(['--filter', '-n', '--lang']))
  expect(offered('trouvaille', 'verify', '--')).not.toContain('--filter')
})

test('zsh and fish are told what commands and options do, in the language of messages', async () => {
  const zsh = await script('zsh', '--lang', 'fr')
  expect(zsh).toMatch(/^#compdef trouvaille\n/)
  expect(zsh).toContain("'search:Interroge un index et affiche les meilleurs résultats d’abord.'")
  expect(zsh).toMatch(/'--limit\[le nombre de résultats à afficher[^\]:[]*\]:n:_files'/)
  const fish = await script('fish')
  expect(fish).toContain("-n __fish_use_subcommand -f -a build -d 'Builds an index file")
  expect(fish).toContain("-n '__fish_seen_subcommand_from build' -l watch -s w -d 'rebuild whenever a file changes")
  // What fish and zsh read as a quote is closed.
  for (const text of [zsh, fish])
    expect(text.replaceAll("'\\''", '').match(/'/g)?.length).toSatisfy((n: number) => n % 2 === 0)
})

test('--json has all commands with their options', async () => {
  const { commands } = JSON.parse((await program.run(['completion', '--json'])).stdout)
  expect(commands.map(({ name }: { name: string }) => name)).toContain('completion')
  expect(commands[1]).toMatchObject({
    name: 'build',
    options: expect.arrayContaining([{ name: 'watch', short: 'w', value: null, summary: expect.any(String) }]),
  })
})

test.each([
  [[], 'missing <bash|zsh|fish>'],
  [['tcsh'], 'unknown shell "tcsh". Supported: bash, zsh, fish'],
])('%j is wrong usage', async (args, message) => {
  expect(await program.run(['completion', ...args])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining(message),
  })
})

test('every command takes --json and says so', async () => {
  const { commands } = JSON.parse((await program.run(['completion', '--json'])).stdout)
  for (const { name, options } of commands) {
    // It speaks JSON anyway.
    if (name === 'mcp') continue
    expect(
      options.map(({ name }: { name: string }) => name),
      name,
    ).toContain('json')
  }
})
