/** Editorial decisions from a file of the project: read by `build`, kept in the index, shown by `search`. */
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
  expect(french.stdout).toContain('choisi par la rédaction')
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
