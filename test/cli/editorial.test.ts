/** Editorial decisions from a file of the project: read by `build`, kept in the index, shown by `search`. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type BuiltProgram, buildProgram } from './built-program.ts'

let program: BuiltProgram

beforeAll(async () => {
  program = await buildProgram()
  await program.write({
    'site/a.md': '---\nid: guide\ntitle: Aide au logement\n---\nLe guide.\n',
    'site/b.md': '---\nid: simulateur\ntitle: Calculer vos droits\n---\nUn outil.\n',
    'site/c.md': '---\nid: ancien\ntitle: Aide au logement de 2009\n---\nPérimé.\n',
    'trouvaille.config.json': '{ "input": "site", "out": "site.trv", "editorial": "decisions.yaml" }',
    'decisions.yaml': 'promote:\n  - query: aide au logement\n    ids: [simulateur]\nhide: [ancien]\n',
  })
}, 240_000)
afterAll(() => program.remove())

test('the file of the configuration decides', async () => {
  expect(await program.run(['build'])).toMatchObject({ code: 0 })
  const { stdout } = await program.run(['search', 'site.trv', 'aides au logement', '--json'])
  const { hits } = JSON.parse(stdout)
  expect(hits.map(({ id, promoted }: { id: string; promoted?: boolean }) => [id, promoted])).toEqual([
    ['simulateur', true],
    ['guide', undefined],
  ])
  expect((await program.run(['search', 'site.trv', 'aide au logement'])).stdout).toContain('chosen by the editors')
  const french = await program.run(['search', 'site.trv', 'aide au logement', '--lang', 'fr'])
  expect(french.stdout).toContain('mis en avant par la rédaction')
})

test('an incremental build follows the file', async () => {
  await program.run(['build', '--incremental'])
  await program.write({ 'decisions.yaml': 'hide: [simulateur]\n' })
  expect(await program.run(['build', '--incremental'])).toMatchObject({ code: 0 })
  const { hits } = JSON.parse((await program.run(['search', 'site.trv', 'aide au logement', '--json'])).stdout)
  expect(hits.map(({ id }: { id: string }) => id)).toEqual(['guide', 'ancien'])
})

test.each([
  ['promote: [{ query: x }]', 'editorial.promote[0].ids'],
  ['promote: [', 'decisions.yaml'],
  ['hides: [x]', 'hide'],
])('a file with %j is refused by its name, and the index is left', async (content, part) => {
  await program.write({ 'decisions.yaml': content })
  const { code, stderr } = await program.run(['build'])
  expect(code).toBe(1)
  expect(stderr).toContain('decisions.yaml')
  expect(stderr).toContain(part)
})

test('a file that is missing is reported', async () => {
  await program.write({
    'trouvaille.config.json': '{ "input": "site", "out": "site.trv", "editorial": "nowhere.json" }',
  })
  const { code, stderr } = await program.run(['build'])
  expect([code, stderr.includes('nowhere.json')]).toEqual([1, true])
})

test('ids that no document has are told, and in JSON', async () => {
  await program.write({
    'trouvaille.config.json': '{ "input": "site", "out": "site.trv", "editorial": "decisions.yaml" }',
    'decisions.yaml': 'promote:\n  - query: aide\n    ids: [guide, simulateurr]\nhide: [ancienne]\n',
  })
  const { code, stdout } = await program.run(['build', '--lang', 'fr'])
  expect([code, stdout]).toEqual([
    0,
    expect.stringContaining(
      'mis en avant ou masqués par la rédaction, mais absents de l’index\u00a0: simulateurr, ancienne',
    ),
  ])
  const { unknownIds } = JSON.parse((await program.run(['build', '--json', '--incremental'])).stdout)
  expect(unknownIds).toEqual(['simulateurr', 'ancienne'])
  // What an incremental build takes over is there as well.
  const again = JSON.parse((await program.run(['build', '--json', '--incremental'])).stdout)
  expect([again.unchanged, again.unknownIds]).toEqual([3, ['simulateurr', 'ancienne']])
})

test('--watch builds again when the decisions change', async () => {
  await program.write({ 'decisions.yaml': 'hide: [ancien]\n' })
  const child = spawn(process.execPath, [program.script, 'build', '--watch'], {
    cwd: program.folder,
    env: { ...process.env, LANG: 'en_GB.UTF-8' },
  })
  let said = ''
  child.stdout.setEncoding('utf8').on('data', text => (said += text))
  child.stderr.setEncoding('utf8').on('data', text => (said += text))
  const builds = (count: number) =>
    expect.poll(() => said.split('Watching ').length - 1, { timeout: 15_000 }).toBe(count)
  await builds(1)
  await program.write({ 'decisions.yaml': 'hide: [guide]\n' })
  await builds(2)
  const { hits } = JSON.parse((await program.run(['search', 'site.trv', 'aide au logement', '--json'])).stdout)
  expect(hits.map(({ id }: { id: string }) => id)).toEqual(['ancien'])
  child.kill('SIGINT')
  await once(child, 'exit')
})
