/** `--synonyms FILE`: synonyms that an index stores, or that a command adds to those of the index it opens. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type BuiltProgram, buildProgram } from './built-program.ts'

let program: BuiltProgram
const write = (path: string, text: string) => writeFile(join(program.folder, path), text)
const json = async (...args: string[]) => JSON.parse((await program.run([...args, '--json'])).stdout)
const ids = async (...args: string[]): Promise<string[]> =>
  (await json('search', ...args)).hits.map(({ id }: { id: string }) => id)

beforeAll(async () => {
  program = await buildProgram()
  for (const folder of ['fr', 'en']) await mkdir(join(program.folder, folder))
  await write('fr/fraude.md', '# Fraude bancaire\n\nLa voix des faux conseillers.\n')
  await write('fr/climat.md', '# Le climat change\n\nLes glaciers fondent.\n')
  await write('en/couch.md', '# A child on the couch\n\nThe dog sleeps.\n')
  // With the line ends of Windows.
  await write('synonymes.txt', '# ce que l’on tape\r\narnaque, fraude\r\nsofa, couch\r\n')
  await write('autres.txt', 'réchauffement => climat\n')
  await program.run(['build', 'fr', '--out', 'plain.trv'])
  await program.run(['build', 'fr', '--out', 'fr.trv', '--synonyms', 'synonymes.txt'])
  await program.run(['build', 'en', '--out', 'en.trv', '--languages', 'en'])
})
afterAll(() => program?.remove())

describe('build', () => {
  test('stores them: an index answers with them wherever it is opened', async () => {
    expect([await ids('plain.trv', 'arnaque'), await ids('fr.trv', 'arnaque')]).toEqual([[], ['fraude']])
  })

  test('adds them to those of the configuration', async () => {
    const config = { input: 'fr', out: 'configured.trv', french: { synonyms: [['réchauffement', 'climat']] } }
    await write('trouvaille.config.json', JSON.stringify(config))
    await program.run(['build', '--config', 'trouvaille.config.json', '--synonyms', 'synonymes.txt'])
    expect(await ids('configured.trv', 'arnaque réchauffement')).toEqual(expect.arrayContaining(['fraude', 'climat']))
  })

  test('stores them for each language that has synonyms', async () => {
    await program.run(['build', 'fr', 'en', '--out', 'both.trv', '--languages', 'fr,en', '--synonyms', 'synonymes.txt'])
    expect([await ids('both.trv', 'sofa'), await ids('both.trv', 'arnaque')]).toEqual([['couch'], ['fraude']])
  })

  test.each([
    ['en', '--synonyms needs French or English among the languages; others have no synonyms'],
    [
      'fr',
      '--synonyms demande que le français ou l’anglais soit parmi les langues ; les autres n’ont pas de synonymes',
    ],
  ])('needs a language that has synonyms (%s)', async (lang, message) => {
    const args = ['build', 'fr', '--out', 'it.trv', '--languages', 'it', '--synonyms', 'synonymes.txt', '--lang', lang]
    const { code, stderr } = await program.run(args)
    expect({ code, stderr: stderr.split('\n')[0] }).toEqual({ code: 2, stderr: expect.stringContaining(message) })
  })
})

describe('a command that opens an index', () => {
  test('adds them to those of the index', async () => {
    expect(await ids('fr.trv', 'arnaque réchauffement', '--synonyms', 'autres.txt')).toEqual(
      expect.arrayContaining(['fraude', 'climat']),
    )
  })

  test('reads an English index in English', async () => {
    expect(await ids('en.trv', 'children', '--synonyms', 'synonymes.txt')).toEqual(['couch'])
    expect(await ids('en.trv', 'sofas', '--synonyms', 'synonymes.txt')).toEqual(['couch'])
    const { explanation } = await json('explain', 'en.trv', 'sofas', 'couch', '--synonyms', 'synonymes.txt')
    expect(explanation.words[0].forms[0]).toMatchObject({ form: 'couch', relation: 'synonym' })
  })

  test('says which line of the file is wrong', async () => {
    await write('faux.txt', 'arnaque, fraude\narnaque\n')
    const { code, stderr } = await program.run(['search', 'fr.trv', 'arnaque', '--synonyms', 'faux.txt'])
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringMatching(/^error: faux\.txt:2: a line is/) })
  })
})
