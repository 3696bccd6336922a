/** `trouvaille build` of a built site: the index and the search box beside its pages, and the two lines to paste. */
import { existsSync } from 'node:fs'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type BuiltProgram, buildProgram } from './built-program.ts'

let program: BuiltProgram
const LINES = [
  '<script type="module" src="/trouvaille/element.js"></script>',
  '<trouvaille-search src="/trouvaille/search.trv"></trouvaille-search>',
]
const linesOf = (text: string) =>
  text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line.startsWith('<'))

beforeAll(async () => {
  program = await buildProgram()
  const page = (title: string) =>
    `<!doctype html><html lang="fr"><title>${title}</title><main><h1>${title}</h1><p>Du texte.</p></main></html>`
  await program.write({
    'dist/index.html': page('Accueil'),
    'dist/guide/index.html': page('Le guide'),
    'autre/index.html': page('Accueil'),
    'textes/a.md': '# Une trêve\n\nLe calme revient.',
  })
})
afterAll(() => program.remove())

const inFolder = (name: string) => join(program.folder, name)

describe('of a built site', () => {
  test('writes the index into it and all that the element loads beside it', async () => {
    const { code, stdout } = await program.run(['build', 'dist'])
    expect(code).toBe(0)
    expect(linesOf(stdout)).toEqual(LINES)
    expect(stdout).toContain('To add the search box, put these lines into your pages:')
    expect(existsSync(inFolder('dist/trouvaille/search.trv'))).toBe(true)
    const again = await program.run(['build', 'dist'])
    expect(again.stdout, 'what the program wrote is no file of the site').not.toContain('skipped')
    const names = await readdir(inFolder('dist/trouvaille'))
    expect(names.sort()).toEqual([...(await readdir(join(program.library, 'dist/client'))), 'search.trv'].sort())
    expect(names).toEqual(expect.arrayContaining(['client.js', 'element.js', 'worker.js']))
  })

  test('again, finds the same documents, takes away what another version left, and nothing else', async () => {
    await writeFile(inFolder('dist/trouvaille/engine-OLDOLD12.js'), '')
    await writeFile(inFolder('dist/trouvaille/theme.css'), '')
    const { stdout } = await program.run(['build', 'dist', '--lang', 'fr'])
    expect(stdout).toMatch(/2 documents/)
    expect(linesOf(stdout)).toEqual(LINES)
    expect(existsSync(inFolder('dist/trouvaille/engine-OLDOLD12.js'))).toBe(false)
    expect(existsSync(inFolder('dist/trouvaille/theme.css'))).toBe(true)
  })

  test('under another name, the line names it', async () => {
    const { stdout } = await program.run(['build', 'dist', '--out', 'dist/recherche/index.trv'])
    expect(linesOf(stdout)).toEqual([LINES[0], '<trouvaille-search src="/recherche/index.trv"></trouvaille-search>'])
  })

  test('--no-element writes the index alone', async () => {
    const { stdout } = await program.run(['build', 'autre', '--no-element'])
    expect(linesOf(stdout)).toEqual([])
    expect((await readdir(inFolder('autre'))).sort()).toEqual(['index.html', 'search.trv'])
  })

  test('with --json, prints no lines', async () => {
    const { stdout } = await program.run(['build', 'dist', '--json'])
    expect(JSON.parse(stdout)).toMatchObject({ written: true, documents: 2 })
  })

  test('says why the folder cannot be written', async () => {
    await mkdir(inFolder('plein'))
    await writeFile(inFolder('plein/index.html'), '<title>Page</title><p>Du texte.</p>')
    await writeFile(inFolder('plein/trouvaille'), 'un fichier')
    const { code, stderr } = await program.run(['build', 'plein'])
    expect(code).toBe(1)
    expect(stderr).toContain('plein/trouvaille')
  })
})

test('an index outside of the site, or of other texts, gets no element', async () => {
  const outside = await program.run(['build', 'autre', '--out', 'dehors.trv'])
  expect([outside.code, linesOf(outside.stdout)]).toEqual([0, []])
  const texts = await program.run(['build', 'textes', '--out', 'textes/a.trv'])
  expect([texts.code, linesOf(texts.stdout)]).toEqual([0, []])
  const nowhere = await program.run(['build', 'textes'])
  expect([nowhere.code, nowhere.stderr]).toEqual([2, expect.stringContaining('--out')])
})
