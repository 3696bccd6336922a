import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openFile } from '../../src/node.ts'
import { type BuiltProgram, buildProgram } from './built-program.ts'

let program: BuiltProgram

beforeAll(async () => {
  program = await buildProgram()
})
afterAll(() => program.remove())

const page = (title: string, section: string, date: string) =>
  `---\ntitle: ${title}\nsection: ${section}\ndate: ${date}\nviews: 3\nlayout: page\n---\nDu texte.\n`

describe('init', () => {
  test('finds texts, fields and columns, and writes a configuration that builds', async () => {
    await program.write({
      'blog/content/a.md': page('Une trêve', 'monde', '2020-01-12'),
      'blog/content/b.md': page('De la neige', 'météo', '2021-02'),
      'blog/static/logo.svg': '',
      'blog/package.json': '{}',
      'blog/README.md': '# Lisez-moi',
    })
    const { code, stdout } = await program.run(['init', 'blog', '--lang', 'fr'])
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout:
        'blog/trouvaille.config.mjs\n  2 documents dans content (un dossier de ce nom contient d’ordinaire des textes)\n  trouvaille build construit l’index.\n',
    })
    const text = await readFile(join(program.folder, 'blog/trouvaille.config.mjs'), 'utf8')
    expect(text).toContain("/** @type {import('trouvaille/node').TrouvailleConfig} */\nexport default {")
    expect(text).toContain("  input: 'content',")
    expect(text).toContain("  out: 'static/search.trv',")
    expect(text).toContain(
      "    title: {},\n    body: {},\n    section: { type: 'keyword' },\n    date: { type: 'date' },\n    views: { type: 'number' },",
    )
    const built = await program.run(['build', '-c', 'blog/trouvaille.config.mjs'])
    expect(built.code, built.stderr).toBe(0)
    const index = await openFile(join(program.folder, 'blog/static/search.trv'))
    expect(index.search('', { filter: { date: { gte: '2021' } } as never }).hits.map(({ id }) => id)).toEqual(['b'])
  })

  test('takes a built site for what it is, and its index file goes into it', async () => {
    await program.write({
      'site/dist/index.html': '<main><h1>Accueil</h1><p>Bienvenue.</p></main>',
      'site/dist/feed.xml': '<rss/>',
      'site/content/a.md': 'Texte.',
    })
    const { stdout } = await program.run(['init', 'site', '--json'])
    expect(JSON.parse(stdout)).toEqual({
      file: 'site/trouvaille.config.mjs',
      input: 'dist',
      languages: [],
      out: 'dist/search.trv',
      documents: 1,
      fields: ['title', 'body'],
      columns: {},
      reason: { kind: 'built' },
      others: [{ input: 'content', files: 1 }],
    })
  })

  test.each([
    ['contenu', { 'contenu/a.md': 'Texte.' }],
    ['billets', { 'billets/a.md': 'Texte.', 'translations/fr.json': '{}' }],
    ['actualites', { 'actualites/a.md': 'Texte.', 'actualites/b.md': 'Texte.', 'guide/c.md': 'Texte.' }],
    ['src/contenu', { 'src/contenu/a.md': 'Texte.', 'src/main.ts': '', 'README.md': '# Projet' }],
    [
      ['docs', 'blog'],
      { 'docusaurus.config.ts': '', 'docs/a.mdx': 'Texte.', 'blog/b.md': 'Texte.', 'tsconfig.json': '{}' },
    ],
    [
      'textes',
      { 'package.json': '{}', LICENSE: '', 'textes/a.md': 'Texte.', 'dist/index.html': '<div id="app"></div>' },
    ],
  ])('finds %j and says what else there is', async (input, files) => {
    const folder = `named-${String(input).replace(/\W/g, '')}`
    await program.write(
      Object.fromEntries(
        Object.entries({ 'package-lock.json': '{}', ...files }).map(([name, text]) => [`${folder}/${name}`, text]),
      ),
    )
    const { stdout } = await program.run(['init', folder, '--json'])
    expect(JSON.parse(stdout)).toMatchObject({ input })
    const built = await program.run(['build', '-c', `${folder}/trouvaille.config.mjs`, '--json'])
    expect(JSON.parse(built.stdout).documents).toBe(JSON.parse(stdout).documents)
  })

  test('takes dates as French writes them for dates, if all is French', async () => {
    const page = (date: string, text: string) => `---\ndate: ${date}\nprix: 12/2019\n---\n${text}`
    const french = 'Le maire de la ville et les enfants sont dans la rue.'
    await program.write({
      'jours/a.md': page('14/11/2019', french),
      'jours/b.md': page('1er mars 2020', french),
      'jours/c.md': page('2020-04-01', french),
      'days/a.md': page('14/11/2019', 'The mayor of the town and the children are in the street.'),
    })
    const columnsOf = async (folder: string) =>
      JSON.parse((await program.run(['init', folder, '--json'])).stdout).columns
    expect([await columnsOf('jours'), await columnsOf('days')]).toEqual([{ date: 'date' }, {}])
    const { stdout } = await program.run(['build', 'jours', '-o', 'jours.trv', '--json'])
    expect(JSON.parse(stdout).suggestedColumns).toMatchObject({ date: 'date' })
  })

  test('writes TypeScript where a project has it, with Trouvaille for the types', async () => {
    await program.write({
      'typed/posts/a.md': 'Texte.',
      'typed/tsconfig.json': '{}',
      'typed/package.json': '{"devDependencies": {"trouvaille": "*"}}',
    })
    expect((await program.run(['init', 'typed'])).code).toBe(0)
    const text = await readFile(join(program.folder, 'typed/trouvaille.config.ts'), 'utf8')
    expect(text).toMatch(/^import \{ defineConfig \} from 'trouvaille\/node'\n\nexport default defineConfig\(\{\n/)
  })

  test('overwrites nothing unless it is told to', async () => {
    await program.write({ 'there/a.md': 'Texte.', 'there/trouvaille.config.json': '{}' })
    const refused = await program.run(['init', 'there'])
    expect(refused).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('there/trouvaille.config.json already exists'),
    })
    expect((await program.run(['init', 'there', '--force'])).code).toBe(0)
    expect(JSON.parse(await readFile(join(program.folder, 'there/trouvaille.config.json'), 'utf8'))).toEqual({
      input: '.',
      out: 'search.trv',
      fields: { body: {} },
    })
  })

  test('says where there is nothing to index', async () => {
    await mkdir(join(program.folder, 'empty'))
    expect(await program.run(['init', 'empty'])).toMatchObject({ code: 1, stderr: expect.stringContaining('empty: ') })
    expect(await program.run(['init', 'absent'])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('absent: '),
    })
  })

  // util-linux's script gives a process a terminal; macOS and BSD have another program of this name.
  const hasTerminal = process.platform === 'linux' && spawnSync('script', ['--version']).status === 0
  test.skipIf(!hasTerminal)('asks on a terminal which folder it is, until an answer is one of them', async () => {
    await program.write({
      'unsure/pages/a.md': page('Une trêve', 'monde', '2020-01-12'),
      'unsure/pages/b.md': page('De la neige', 'météo', '2021-02-03'),
      'unsure/notes/c.md': page('Un jardin', 'maison', '2021-02-04'),
      'unsure/package.json': '{}',
    })
    const answer = async (typed: string) => {
      const command = `${process.execPath} ${program.script} init unsure --lang fr --force`
      const child = spawn('script', ['-qec', command, '/dev/null'], { cwd: program.folder })
      let shown = ''
      let left = typed.split('\n')
      child.stdout.setEncoding('utf8').on('data', text => {
        shown += text
        // One answer for each question: what is typed before would be lost.
        if (!text.includes('pour 1)') || left.length === 0) return
        child.stdin.write(left[0] === 'Ctrl+C' ? '\x03' : `${left[0]}\r`)
        left = left.slice(1)
      })
      const [code] = await once(child, 'close')
      return { code, shown, config: await readFile(join(program.folder, 'unsure/trouvaille.config.mjs'), 'utf8') }
    }
    const first = await answer('')
    expect(first.code, first.shown).toBe(0)
    expect(first.shown).toContain('Quel dossier contient les textes ?')
    const cancelled = await answer('Ctrl+C')
    expect(cancelled.code, cancelled.shown).toBe(1)
    expect(cancelled.shown).toContain('rien n’a été écrit')
    const second = await answer('9\n2')
    expect(second.code, second.shown).toBe(0)
    expect(second.shown.match(/Numéro/g)).toHaveLength(2)
    expect(second.config).not.toBe(first.config)
    expect(second.config).toContain("input: 'notes'")
    expect(first.config).toContain("input: 'pages'")
  })
})
