/** Sites in several languages: one index for all, an index for each, and what `init` suggests. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openFile } from '../../src/node.ts'
import { type BuiltProgram, buildProgram } from './built-program.ts'

let program: BuiltProgram

beforeAll(async () => {
  program = await buildProgram()
})
afterAll(() => program.remove())

const open = (file: string) => openFile<Record<string, unknown>>(join(program.folder, file))
const SITE = {
  'site/en/library.md': '# The library\n\nThe children are running to the library of Tripoli.\n',
  'site/fr/bibliotheque.md': '# La bibliothèque\n\nLes enfants courent vers la bibliothèque de Tripoli.\n',
  'site/town.md': '# The town\n\nShe was in the town with the children.\n',
  'site/ville.fr.md': '# La ville\n\nLe maire de la ville.\n',
}

test('--languages puts all in one index, each document read in its language', async () => {
  await program.write(SITE)
  const { code } = await program.run(['build', 'site', '--out', 'site.trv', '--languages', 'en,fr'])
  expect(code).toBe(0)
  const index = await open('site.trv')
  expect(index.languages()).toEqual(['en', 'fr'])
  expect(
    index
      .search('child')
      .hits.map(({ id }) => id)
      .sort(),
  ).toEqual(['en/library', 'town'])
  expect(index.search('enfant').hits.map(({ id }) => id)).toEqual(['fr/bibliotheque'])
  expect(index.get('ville.fr')).toMatchObject({ lang: 'fr' })
  expect(index.search('Tripoli', { language: 'fr' }).total).toBe(1)
})

test('--per-language writes an index for each', async () => {
  await program.write(SITE)
  const { code, stdout } = await program.run([
    'build',
    'site',
    '-o',
    'each.trv',
    '--languages',
    'en,fr',
    '--per-language',
  ])
  expect(code).toBe(0)
  expect(stdout).toContain('each.en.trv')
  const [english, french] = [await open('each.en.trv'), await open('each.fr.trv')]
  expect(english.inspect().language.name).toBe('english')
  expect(
    english
      .search('child')
      .hits.map(({ id }) => id)
      .sort(),
  ).toEqual(['en/library', 'town'])
  expect(french.inspect().language.name).toBe('french')
  expect(french.size).toBe(2)
})

test('--per-language needs more than one language, and tags must be some', async () => {
  await program.write(SITE)
  const one = await program.run(['build', 'site', '-o', 'x.trv', '--languages', 'fr', '--per-language', '--lang', 'en'])
  expect({ code: one.code, stderr: one.stderr }).toMatchObject({ code: 2 })
  expect(one.stderr).toContain('--per-language needs more than one language')
  const wrong = await program.run(['build', 'site', '-o', 'x.trv', '--languages', 'en,f_r', '--lang', 'en'])
  expect(wrong.code).toBe(2)
})

const page = (lang: string, text: string) =>
  `<!doctype html><html lang="${lang}"><head><title>${text.slice(0, 20)}</title></head><body><main><p>${text}</p></main></body></html>`
const ENGLISH = 'The children are running to the library of the town, and they are happy with it.'
const FRENCH = 'Les enfants courent vers la bibliothèque de la ville, et ils en sont contents.'

test.each([
  ['both', { 'index.html': page('fr-FR', FRENCH), 'en/index.html': page('en', ENGLISH) }, ['fr', 'en'], 'fr, en'],
  ['English', { 'index.html': page('en-US', ENGLISH) }, [], 'en'],
  ['French', { 'index.html': page('fr', FRENCH) }, [], 'fr'],
  ['none named', { 'index.html': page('', FRENCH), 'a.html': page('', ENGLISH) }, ['fr', 'en'], 'fr, en'],
  ['nothing known', { 'index.html': page('', 'enfant') }, [], 'fr'],
  ['a template’s language', { 'index.html': page('en', FRENCH), 'a.html': page('en', 'Contact') }, [], 'fr'],
])('--languages auto finds those of a site: %s', async (name, files, tags, said) => {
  const folder = name.replace(/\W/g, '-')
  await program.write(Object.fromEntries(Object.entries(files).map(([file, text]) => [`${folder}/${file}`, text])))
  const { code, stderr } = await program.run(['build', folder, '--languages', 'auto', '--lang', 'en'])
  expect({ code, stderr }).toMatchObject({
    code: 0,
    stderr: expect.stringContaining(`Languages of the documents: ${said}`),
  })
  const index = await open(`${folder}/trouvaille/search.trv`)
  expect(index.languages()).toEqual(tags)
  if (said !== 'fr') expect(index.search('child').total).toBe(1)
  if (said !== 'en') expect(index.search('enfant').total).toBe(1)
})

test('--languages auto does not go with a sitemap, whose pages are not here yet', async () => {
  const options = ['--sitemap', 'https://exemple.fr/sitemap.xml', '-o', 'x.trv', '--languages', 'auto', '--lang', 'en']
  const { code, stderr } = await program.run(['build', ...options])
  expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining('--languages auto') })
})

test('init finds the languages, and what it writes builds', async () => {
  await program.write(
    Object.fromEntries(Object.entries(SITE).map(([name, text]) => [name.replace('site/', 'both/content/'), text])),
  )
  expect((await program.run(['init', 'both'])).code).toBe(0)
  const config = join(program.folder, 'both/trouvaille.config.mjs')
  expect(await readFile(config, 'utf8')).toContain("languages: ['fr', 'en'],")
  expect((await program.run(['build', '--config', 'both/trouvaille.config.mjs'])).code).toBe(0)
})

test('filters are read in the language of the index', async () => {
  await program.write({
    'prices/a.md': '---\nprice: 900\n---\n# A chair\n',
    'prices/b.md': '---\nprice: 1300\n---\n# A table\n',
  })
  const build = ['build', 'prices', '-o', 'prices.trv', '--columns', 'price:number', '--languages', 'en']
  expect((await program.run(build)).code).toBe(0)
  const search = ['search', 'prices.trv', '', '--filter', 'price>=1,250', '--json']
  const { hits } = JSON.parse((await program.run(search)).stdout)
  expect(hits.map(({ id }: { id: string }) => id)).toEqual(['b'])
})
