import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { describedRows, widthOf, wrapped } from '../../src/cli/text-layout.ts'
import { type BuiltProgram, buildProgram } from './built-program.ts'

let program: BuiltProgram

beforeAll(async () => {
  program = await buildProgram()
  await program.write({
    'texts/a.md': '---\nsection: monde\ndate: 2020-01-12\n---\n# Une trêve\n\nLe calme revient à Tripoli.',
    'texts/b.md': '---\nsection: sport\ndate: hier\n---\n# Un but\n\nLa foule chante.',
    'brouillon.md': '---\ndraft: true\n---\nTexte.',
    'page.html': '<p>pas un index</p>',
    'trouvaille.config.json': '{"input": "absent", "out": "x.trv", "fields": {"titre": {}}}',
  })
  await program.run(['build', 'texts', '-o', 'texts.trv', '--columns', 'section:keyword'])
})
afterAll(() => program.remove())

describe('help', () => {
  test.each([['fr'], ['en']])('fits 80 columns in %s', async lang => {
    const { stdout } = await program.run(['--help', '--lang', lang])
    const commands = [...stdout.matchAll(/^ {2}(\w+)/gm)].map(([, name]) => name)
    expect(commands).toContain('search')
    const texts = [
      stdout,
      ...(await Promise.all(commands.map(async name => (await program.run([name, '--help', '--lang', lang])).stdout))),
    ]
    for (const line of texts.join('\n').split('\n')) expect(widthOf(line), line).toBeLessThanOrEqual(80)
  })

  test('is a command, too', async () => {
    expect((await program.run(['help'])).stdout).toBe((await program.run(['--help'])).stdout)
    expect((await program.run(['help', 'search'])).stdout).toBe((await program.run(['search', '--help'])).stdout)
    expect((await program.run(['version'])).stdout).toBe((await program.run(['--version'])).stdout)
  })

  test('puts descriptions below names where there is no room beside them', () => {
    expect(describedRows([['  --a', 'une description un peu longue']], 20)).toEqual([
      '  --a',
      '      une',
      '      description un',
      '      peu longue',
    ])
    expect(wrapped('un deux trois', 7)).toEqual(['un deux', 'trois'])
  })
})

describe('wrong usage says what was probably meant', () => {
  test.each([
    [['serch', 'x'], 'la commande « serch » n’existe pas. Vouliez-vous dire search ?'],
    [['versoin'], 'Vouliez-vous dire version ?'],
    [
      ['search', 'texts.trv', 'x', '--limt', '3'],
      'l’option --limt n’existe pas pour cette commande. Vouliez-vous dire --limit ?',
    ],
    [['search', 'texts.trv', 'x', '--zzz'], 'Un texte qui commence par un tiret se place après --.'],
    [['--hepl'], 'Vouliez-vous dire --help ?'],
  ])('%j', async (args, message) => {
    const { code, stderr } = await program.run([...args, '--lang', 'fr'])
    expect({ code, stderr: stderr.replace(/[\u00a0\u202f]/g, ' ') }).toEqual({
      code: 2,
      stderr: expect.stringContaining(message),
    })
  })

  test('a file that is no index is called so', async () => {
    const { code, stderr } = await program.run(['search', 'page.html', 'x', '--lang', 'fr'])
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: expect.stringContaining(
        'page.html\u00a0: ce n’est pas un fichier d’index\u202f; trouvaille build en construit un',
      ),
    })
  })

  test.each([
    ['build --config json.json', 'json.json:2: colonne 21', 'json.json:2: column 21: invalid JSON'],
    ['build --config yaml.json', 'faux.yaml:2: colonne 1', 'faux.yaml:2: column 1: invalid YAML'],
    ['build texts --cluster nope --name x', 'nope\u00a0: ce n’est pas l’adresse', 'nope: not the URL of a cluster'],
    ['search texts x', 'texts\u00a0: c’est un dossier', 'texts: a folder, not an index file'],
  ])('trouvaille %s says where it is wrong', async (command, french, english) => {
    await program.write({
      'json.json': '{\n  "input": "texts", // note\n  "out": "x.trv"\n}',
      'yaml.json': '{"input": "texts", "out": "x.trv", "editorial": "faux.yaml"}',
      'faux.yaml': 'promote: [\n',
    })
    const args = command.split(' ')
    expect(await program.run([...args, '--lang', 'fr'])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining(french),
    })
    expect(await program.run(args)).toMatchObject({ code: 1, stderr: expect.stringContaining(english) })
  })

  test('a field that is no column names --columns', async () => {
    const { code, stderr } = await program.run(['search', 'texts.trv', 'x', '--filter', 'date>=2020'])
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringContaining(
        'unknown column "date". Columns: section. To make it a column, build with --columns date:<type>',
      ),
    })
  })

  test('values of fields are told in French', async () => {
    const { stderr } = await program.run(['build', 'texts', '-o', 'y.trv', '--columns', 'date:date', '--lang', 'fr'])
    expect(stderr).toContain('texts/b.md:3: le champ «\u00a0date\u00a0» doit contenir une date')
  })

  test('a setting names the configuration file that it comes from', async () => {
    expect((await program.run(['build'])).stderr).toContain('(this input is set in trouvaille.config.json)')
    const { stderr } = await program.run(['build', 'texts'])
    expect(stderr).toContain('trouvaille.config.json: unknown field "titre"')
  })
})

describe('build says', () => {
  test('what it saw if there is nothing to index', async () => {
    const { code, stderr } = await program.run(['build', 'brouillon.md', '-o', 'z.trv', '--lang', 'fr'])
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: expect.stringContaining('laissé de côté\u00a0: 1 brouillon (brouillon.md)'),
    })
    expect((await program.run(['build', 'brouillon.md', '-o', 'z.trv', '--drafts'])).code).toBe(0)
  })

  test('which columns it suggests, as init does', async () => {
    expect((await program.run(['build', 'texts', '-o', 'c.trv'])).stdout).toContain(
      'suggested columns: --columns section:keyword',
    )
    expect((await program.run(['build', 'texts', '-o', 'c.trv', '--columns', 'section:keyword'])).stdout).not.toContain(
      'suggested columns',
    )
  })

  test('that an index takes 64 fields', async () => {
    const fields = Object.fromEntries(Array.from({ length: 70 }, (_, i) => [`champ${i}`, 'des mots']))
    await program.write({ 'wide.json': JSON.stringify({ id: 1, ...fields }) })
    const { code, stdout } = await program.run(['build', 'wide.json', '-o', 'w.trv'])
    expect(code).toBe(0)
    expect(stdout).toContain('an index can search at most 64 fields; not searched: champ')
  })

  test('the same in JSON', async () => {
    const { stdout } = await program.run(['build', 'texts', 'brouillon.md', '-o', 'c.trv', '--json'])
    expect(JSON.parse(stdout)).toMatchObject({
      skipped: [{ reason: 'draft', count: 1, files: ['brouillon.md'] }],
      suggestedColumns: { section: 'keyword' },
      notes: [],
      surplusFields: [],
    })
  })
})

test('output fits 40 columns', async () => {
  const long = await program.run(['search', 'texts.trv', 'calme'], { env: { COLUMNS: '40' } })
  expect(long.code).toBe(0)
  for (const line of long.stdout.split('\n')) expect(widthOf(line), line).toBeLessThanOrEqual(40)
})

test('a site is read by its sitemap', async () => {
  const server = createServer((request, response) => {
    const { host } = request.headers
    const bodies: Record<string, string> = {
      '/sitemap.xml': `<urlset><url><loc>http://${host}/a</loc></url><url><loc>http://${host}/b</loc></url></urlset>`,
      '/a': '<main><h1>Une trêve</h1><p>Le calme.</p></main>',
      '/b': '<meta name="robots" content="noindex"><p>Rien.</p>',
    }
    response.writeHead(bodies[request.url ?? ''] === undefined ? 404 : 200, { 'content-type': 'text/html' })
    response.end(bodies[request.url ?? ''])
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const build = () =>
    program.run(['build', '--sitemap', `${address}/sitemap.xml`, '--delay', '0', '-o', 'site.trv', '-i', '--json'])
  const first = JSON.parse((await build()).stdout)
  expect(first).toMatchObject({
    documents: 1,
    unchanged: 0,
    skipped: [{ reason: 'no-index', files: [`${address}/b`] }],
  })
  expect(JSON.parse((await build()).stdout)).toMatchObject({
    documents: 1,
    unchanged: 1,
    skipped: [{ reason: 'no-index' }],
  })
  expect((await program.run(['search', 'site.trv', 'trêve', '--json'])).stdout).toContain(`${address}/a`)
  const sitemap = { url: `${address}/sitemap.xml`, delay: 0, limit: 1 }
  await program.write({ 'site.config.json': JSON.stringify({ sitemap, out: 'configured.trv' }) })
  const configured = await program.run(['build', '-c', 'site.config.json', '--json'])
  expect(JSON.parse(configured.stdout)).toMatchObject({
    documents: 1,
    skipped: [{ reason: 'beyond-limit', files: [`${address}/b`] }],
  })
  await new Promise(resolve => server.close(resolve))
  const { code, stderr } = await build()
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr: expect.stringContaining('the server does not respond (ECONNREFUSED)'),
  })
})
