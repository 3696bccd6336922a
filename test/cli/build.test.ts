import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openFile } from '../../src/node.ts'
import { type BuiltProgram, buildProgram } from './built-program.ts'

let program: BuiltProgram

beforeAll(async () => {
  program = await buildProgram()
})
afterAll(() => program.remove())

const article = (id: string, title: string, body: string) => `---\nid: ${id}\ntitle: ${title}\n---\n${body}\n`
const open = (file: string) => openFile<Record<string, unknown>>(join(program.folder, file))

describe('good input', () => {
  test('a folder of several formats becomes one index', async () => {
    await program.write({
      'site/monde/treve.md':
        '---\ntitle: Une trêve\ndate: 2020-01-12\nauthor: Inès\nlayout: page\n---\nLe **calme** revient.\n',
      'site/a.json': '{"id": 7, "title": "Sept", "url": "https://example.org/sept", "views": 12}',
      'site/b.jsonl': '{"id": "x", "title": "Ixe", "tags": ["neige", "col"]}\n',
      'site/logo.svg': '<svg/>',
    })
    const { code, stdout, stderr } = await program.run(['build', 'site', '--out', 'new/folder/site.trv'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: 'Reading 3 files\nIndexing 3 documents\n' })
    expect(stdout).toMatch(/^new\/folder\/site\.trv\n {2}3 documents · \d+ words · .+ (?:bytes|kB) · .+ s\n/)
    expect(stdout).toContain('  searched: title, body, author, tags\n')
    expect(stdout).toContain('  skipped: 1 file of unsupported types (.svg 1)\n')

    const index = await open('new/folder/site.trv')
    expect(index.get(7)).toEqual({ title: 'Sept', url: 'https://example.org/sept', views: 12 })
    const stored = { title: 'Une trêve', body: 'Le calme revient.', author: 'Inès', date: '2020-01-12', layout: 'page' }
    expect(index.get('monde/treve')).toEqual(stored)
    expect(index.search('neige').hits.map(({ id }) => id)).toEqual(['x'])
    expect(index.search('page').total).toBe(0)
  })

  test('globs, files and folders name ids the same way on every run, and each file counts once', async () => {
    await program.write({
      'notes/b/deux.md': 'Deux mots.',
      'notes/a/un.md': 'Un mot.',
      'notes/[slug].md': 'Un gabarit.',
      'notes/vide.txt': '',
    })
    const first = await program.run(['build', 'notes/**/*.md', 'notes/a/un.md', '-o', 'glob.trv'])
    const second = await program.run(['build', './notes', '-o', 'folder.trv'])
    const third = await program.run(['build', 'notes/[slug].md', '-o', 'file.trv'])
    expect([first.code, second.code, third.code]).toEqual([0, 0, 0])
    const index = await open('glob.trv')
    expect(['[slug]', 'a/un', 'b/deux'].map(id => index.has(id))).toEqual([true, true, true])
    expect(index.size).toBe(3)
    const bytes = await Promise.all(['glob.trv', 'folder.trv'].map(file => readFile(join(program.folder, file))))
    expect(bytes[0].equals(bytes[1])).toBe(true)
    expect((await open('file.trv')).has('[slug]')).toBe(true)
  })

  test('fields, what is kept, and the id are chosen by options', async () => {
    await program.write({ 'books.json': '[{"isbn":"9782", "title":"Germinal", "author":"Zola", "body":"La mine."}]' })
    const options = ['--id', 'isbn', '--fields', 'title,body', '--store', 'title,author', '-o', 'books.trv']
    expect((await program.run(['build', 'books.json', ...options])).code).toBe(0)
    const index = await open('books.trv')
    expect(index.get('9782')).toEqual({ title: 'Germinal', author: 'Zola' })
    expect(index.search('Zola').total).toBe(0)
    expect(index.search('mine').total).toBe(1)

    expect((await program.run(['build', 'books.json', '--id=isbn', '--no-store-body', '-o', 'light.trv'])).code).toBe(0)
    expect((await open('light.trv')).get('9782')).toEqual({ title: 'Germinal', author: 'Zola' })
  })

  test.each([
    ['section', 'not "section"'],
    ['section:texte', 'not "section:texte"'],
    ['genre:keyword', 'unknown field "genre"'],
    ['title:keyword', '"title" is in both --fields and --columns'],
    ['not:number', 'Option "fields.not"'],
  ])('--columns %s is wrong usage', async (columns, message) => {
    await program.write({ 'one.json': '[{"id":1, "title":"Germinal", "section":"roman", "not":3}]' })
    const built = await program.run(['build', 'one.json', '--fields', 'title', '--columns', columns, '-o', 'one.trv'])
    expect(built).toMatchObject({ code: 2, stderr: expect.stringContaining(message) })
  })

  test('a value that is not of its column’s type is told with its place', async () => {
    await program.write({
      'wrong.jsonl': '{"id":1, "title":"Un", "views":3}\n{"id":2, "title":"Deux", "views":"beaucoup"}\n',
    })
    const { code, stdout, stderr } = await program.run([
      'build',
      'wrong.jsonl',
      '--columns',
      'views:number',
      '-o',
      'wrong.trv',
    ])
    expect(code).toBe(0)
    expect(stdout).toContain('  1 problem: the files or records concerned were skipped\n')
    expect((await open('wrong.trv')).size).toBe(1)
    expect(stderr).toContain('wrong.jsonl:2: field "views" must be a finite number; it is "beaucoup"')
  })

  test('a built site becomes one index, a document for each section where that is asked for', async () => {
    await program.write({
      'dist/index.html': '<html lang="fr"><title>Site</title><main><h1>Accueil</h1><p>Bienvenue.</p></main></html>',
      'dist/guide/index.html':
        '<title>Guide</title><main><h1>Guide</h1><h2 id="neige">La <b>n</b>eige</h2><p>Le col.</p><pre>npm</pre></main>',
      'dist/brouillons/a.html': '<p>Non.</p>',
      'dist/robots.txt': 'User-agent: *',
    })
    const options = ['--exclude', 'brouillons', '--sections', '--no-code', '-o', 'dist/search.trv']
    expect((await program.run(['build', 'dist', ...options])).code).toBe(0)
    const index = await open('dist/search.trv')
    expect(index.size).toBe(3)
    const [hit] = index.search('neige col').hits
    expect(hit.document).toMatchObject({ title: 'Guide', heading: 'La neige', url: '/guide/#neige', body: 'Le col.' })
    expect(index.search('npm').total).toBe(0)
  })

  test('French file names give the same ids whether the system writes them in NFC or NFD', async () => {
    await program.write({ ['nfd/été.md'.normalize('NFD')]: 'Chaud.' })
    expect((await program.run(['build', 'nfd', '-o', 'nfd.trv'])).code).toBe(0)
    expect((await open('nfd.trv')).has('été'.normalize('NFC'))).toBe(true)
  })
})

describe('bad input', () => {
  const cases: [name: string, files: Record<string, string | Uint8Array>, args: string[], message: string][] = [
    [
      'YAML that is wrong',
      { 'in/a.md': '---\nid: a\ntitle: Haftar : non\n---\nTexte' },
      ['in'],
      'in/a.md:3: column 8: invalid YAML: a value contains a colon',
    ],
    [
      'front matter left open',
      { 'in/a.md': '---\nid: a\nTexte' },
      ['in'],
      'in/a.md:1: the front matter is never closed',
    ],
    [
      'JSON that is wrong',
      { 'in/a.json': '{\n "id": 1,\n}' },
      ['in'],
      'in/a.json:3: column 1: invalid JSON: unexpected "}"',
    ],
    [
      'JSON that ends early',
      { 'in/a.json': '{"id": 1' },
      ['in'],
      'in/a.json:1: column 9: invalid JSON: unexpected end',
    ],
    [
      'JSON of another shape',
      { 'in/a.json': '3' },
      ['in'],
      'in/a.json:1: a document must be an object; this is a number',
    ],
    ['a line that is wrong', { 'in/a.jsonl': '{"id":1}\n{"id":2\n' }, ['in'], 'in/a.jsonl:2: column 8: invalid JSON'],
    [
      'no id',
      { 'in/a.jsonl': '{"id":1}\n{"title":"b"}\n' },
      ['in'],
      'in/a.jsonl:2: the document has no id (field "id")',
    ],
    [
      'an id of another type',
      { 'in/a.md': '---\ntitle: a\nid: [1]\n---\n' },
      ['in'],
      'in/a.md:3: the id (field "id") must be',
    ],
    [
      'an empty id',
      { 'in/a.json': '{"id":""}' },
      ['in'],
      'in/a.json:1: the id (field "id") must be a number or a non-empty string; it is empty',
    ],
    [
      'an id that two files have',
      { 'in/a.md': article('x', 'A', 'a'), 'in/b.json': '[{"id":"y","title":"Y"},\n{"title":"X",\n"id":"x"}]' },
      ['in'],
      'in/b.json:3: duplicate id "x": already used in in/a.md:1',
    ],
    [
      'text that is no text',
      { 'in/a.json': '[{"id":1,"title":"bien"},\n{"id":2,\n"title":{"fr":"mal"}}]' },
      ['in'],
      'in/a.json:3: field "title" must be a string (or a list of strings); it is an object',
    ],
    ['another encoding', { 'in/a.md': Buffer.from('Un\ncafé', 'latin1') }, ['in'], 'in/a.md:2: the text is not UTF-8'],
    ['a file that is not there', {}, ['absent.md'], 'absent.md: no such file or folder'],
    ['a glob that finds nothing', {}, ['absent/*.md'], 'absent/*.md: no file matches'],
    ['a file of another kind', { 'in/a.doc': '' }, ['in/a.doc'], 'in/a.doc: unsupported file type. Supported: .md'],
    ['an empty file', { 'in/a.jsonl': '\n' }, ['in'], 'in/a.jsonl:1: the file contains no text'],
    ['nothing to index', { 'in/a.json': '[]' }, ['in'], 'error: no documents to index. Supported types include .md,'],
    [
      'only a draft',
      { 'in/a.md': '---\ndraft: true\n---\nTexte.' },
      ['in'],
      'error: no documents to index. What was found:',
    ],
    [
      'HTML that says another encoding',
      { 'in/a.html': '<meta charset="utf-9">' },
      ['in'],
      'in/a.html:1: the file declares the unknown encoding "utf-9"',
    ],
    [
      'CSV with a quote left open',
      { 'in/a.csv': 'id,title\n1,"Un\n' },
      ['in'],
      'in/a.csv:2: a quoted cell is never closed',
    ],
    ['TOML that is wrong', { 'in/a.md': '+++\nid = a\n+++\n' }, ['in'], 'in/a.md:2: column 6: invalid TOML: '],
    ['XML that is cut', { 'in/a.rss': '<rss>\n<channel>' }, ['in'], 'in/a.rss:1: <rss> is never closed'],
    [
      'a value of another type',
      { 'in/a.jsonl': '{"id":1,"title":"Un","views":3}\n{"id":2,"views":"non"}' },
      ['in', '--columns', 'views:number'],
      'in/a.jsonl:2: field "views" must be a finite number',
    ],
  ]

  test.each(cases)('%s', async (name, files, args, message) => {
    const folder = name.replaceAll(' ', '-')
    const inFolder = Object.fromEntries(Object.entries(files).map(([file, content]) => [`${folder}/${file}`, content]))
    await program.write({ ...inFolder, [`${folder}/out.trv`]: 'what was there before' })
    const out = `${folder}/out.trv`
    const paths = args.map((arg, i) => (i === 0 ? `${folder}/${arg}` : arg))
    const { code, stdout, stderr } = await program.run(['build', ...paths, '--out', out, '--strict'])
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr.replaceAll(`${folder}/`, '')).toContain(message)
    expect(await readFile(join(program.folder, out), 'utf8')).toBe('what was there before')
    expect((await readdir(join(program.folder, folder))).filter(file => file.includes('tmp'))).toEqual([])
  })

  test('all problems are told at once, the first twenty in full', async () => {
    const lines = Array.from({ length: 23 }, () => '{"title":"sans identifiant"}').join('\n')
    await program.write({ 'many/a.jsonl': lines, 'many/b.md': '---\n- x\n---\n', 'many/c.md': 'Bien.' })
    const { code, stderr } = await program.run(['build', 'many', '-o', 'many.trv', '--strict'])
    expect(code).toBe(1)
    expect(stderr.match(/has no id/g)).toHaveLength(20)
    expect(stderr).toContain('… and 4 more problems.\n24 problems; many.trv was not written.\n')
  })

  test('however many problems there are, their number is told', async () => {
    await program.write({ 'lines.csv': `title\n${'Un titre\n'.repeat(3000)}` })
    const { code, stderr } = await program.run(['build', 'lines.csv', '-o', 'lines.trv'])
    expect(code).toBe(1)
    expect(stderr).toContain('lines.csv:2: the document has no id')
    expect(stderr).toContain('… and 2,980 more problems.\n3,000 problems; lines.trv was not written.\n')
  })

  test('what is wrong is left out and told of, and the others are indexed', async () => {
    await program.write({
      'some/a.md': article('a', 'Haftar : non', 'Un'),
      'some/b.json': '[{"id":1,"title":"bien"},\n{"id":2,"title":{"fr":"mal"}},\n{"id":1}]',
      'some/c.md': Buffer.from('café', 'latin1'),
      'some/d.md': 'Bien.',
    })
    const { code, stdout, stderr } = await program.run(['build', 'some', '-o', 'some.trv', '--lang', 'fr'])
    expect(code).toBe(0)
    expect(stderr.split('\n').filter(line => line.startsWith('some/'))).toEqual([
      expect.stringContaining('some/a.md:3: colonne 8'),
      expect.stringMatching(/^some\/b\.json:2: le champ «\u00a0title\u00a0» doit être un texte .* un objet$/),
      expect.stringContaining('some/b.json:3: l’identifiant 1 est déjà celui de some/b.json:1'),
      expect.stringContaining('some/c.md:1: le texte n’est pas en UTF-8'),
    ])
    expect(stdout).toContain('2 documents')
    expect(stdout).toContain('4 problèmes\u00a0: les contenus fautifs sont laissés de côté')
    const index = await open('some.trv')
    expect([index.has(1), index.has('d'), index.size]).toEqual([true, true, 2])
  })

  test('what was asked for by name and is not there stops it', async () => {
    await program.write({ 'there.md': 'Bien.' })
    const built = await program.run(['build', 'there.md', 'absent.md', '-o', 'absent.trv'])
    expect(built).toMatchObject({ code: 1, stderr: expect.stringContaining('absent.md: no such file') })
    expect((await readdir(program.folder)).includes('absent.trv')).toBe(false)
  })

  test('a place that cannot be written to', async () => {
    await program.write({ 'fine/a.md': 'Texte.', 'taken/x': '' })
    const { code, stderr } = await program.run(['build', 'fine', '-o', 'taken'])
    expect(code).toBe(1)
    expect(stderr).toContain('error: cannot write taken: it is a folder')
  })
})
