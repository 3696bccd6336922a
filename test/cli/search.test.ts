import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type BuiltProgram, buildProgram } from './built-program.ts'

let program: BuiltProgram

beforeAll(async () => {
  program = await buildProgram()
  await program.write({
    'site/a.md':
      '---\nid: libye\ntitle: Un cessez-le-feu à Tripoli\ndate: 2020-01-12\nsection: monde\n---\nLe maréchal Haftar refuse la trêve.\n',
    'site/b.md':
      '---\nid: glace\ntitle: Les glaciers fondent\ndate: 2021-08-02\nsection: sciences\n---\nDans les Alpes, la glace recule.\n',
    'site/c.md': '---\nid: lac\ntitle: Un lac de Tripoli\n---\nDe l’eau.\n',
  })
  const { code, stderr } = await program.run(['build', 'site', '-o', 'site.trv'])
  if (code !== 0) throw new Error(stderr)
})
afterAll(() => program.remove())

describe('search', () => {
  test('prints hits with number, title, score, what is known, and the passage', async () => {
    const { code, stdout, stderr } = await program.run(['search', 'site.trv', 'Haftar Tripoli cessez-le-feu'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    const [head, blank, title, known, passage] = stdout.split('\n')
    expect(head).toMatch(/^2 results · 1 contains all the words · 1 contains some of them · [\d.]+ ms$/)
    expect(blank).toBe('')
    expect(title).toMatch(/^1\. Un cessez-le-feu à Tripoli {2,}\d+\.\d\d$/)
    expect(known).toBe('   Jan 12, 2020 · monde · libye')
    expect(passage).toBe('   Le maréchal Haftar refuse la trêve.')
  })

  test('operators choose, and what is none is said to be words', async () => {
    const phrase = await program.run(['search', 'site.trv', '"un lac" -glaciers'])
    expect(phrase.stderr).toBe('')
    expect(phrase.stdout).toMatch(/^1 result ·/)
    const odd = ['search', 'site.trv', 'lac titel:Tripoli "de']
    expect((await program.run(odd)).stderr).toBe(
      '“titel” is searched as words: unknown field\n“"” is searched as words: the quote is never closed\n',
    )
    expect((await program.run([...odd, '--lang', 'fr'])).stderr).toBe(
      '«\u00a0titel\u00a0» est lu comme des mots\u00a0: ce champ n’existe pas\n«\u00a0"\u00a0» est lu comme des mots\u00a0: le guillemet n’est jamais fermé\n',
    )
  })

  test('words need no quotes, and options choose', async () => {
    const page = await program.run(['search', 'site.trv', 'Haftar', 'Tripoli', '--limit', '1', '--offset', '1'])
    expect(page.stdout).toMatch(/^2–2 of 2 results/)
    expect(page.stdout).toContain('2. Un lac de Tripoli')
    const all = await program.run(['search', 'site.trv', 'Haftar Tripoli', '--match', 'all'])
    expect(all.stdout).toMatch(/^1 result ·/)
    const fields = await program.run(['search', 'site.trv', 'Haftar', '--fields', 'title'])
    expect(fields.stdout).toBe('No results for “Haftar”.\n')
    const beyond = await program.run(['search', 'site.trv', 'Tripoli', '--offset', '9'])
    expect(beyond.stdout).toBe('No more results: there are 2.\n')
  })

  test('says in French how many results hold all words', async () => {
    const { stdout } = await program.run(['search', 'site.trv', 'Haftar', 'Tripoli', '--lang', 'fr'])
    expect(stdout).toMatch(/^2 résultats · 1 contient tous les mots · 1 en contient une partie · /)
    const { fullMatches, total } = JSON.parse(
      (await program.run(['search', 'site.trv', 'Haftar', 'Tripoli', '--json'])).stdout,
    )
    expect({ fullMatches, total }).toEqual({ fullMatches: 1, total: 2 })
  })

  test('what build --sections makes is grouped by pages', async () => {
    await program.write({
      'guide/conges.md':
        '---\ntitle: Les congés\n---\nTout sur les congés.\n\n## La durée du congé\n\nSeize semaines de congé.\n\n## Le report du congé\n\nUn an.\n',
      'guide/solde.md': '# Congé sans solde\n\nÀ demander.\n',
    })
    expect((await program.run(['build', 'guide', '--sections', '-o', 'pages.trv'])).stderr).not.toMatch(/error/i)
    const { hits, total, totalGroups } = JSON.parse(
      (await program.run(['search', 'pages.trv', 'durée du congé', '--json'])).stdout,
    )
    expect(totalGroups).toBe(2)
    expect(total).toBeGreaterThan(2)
    expect(hits[0]).toMatchObject({ id: 'conges#la-durée-du-congé', document: { page: 'conges', title: 'Les congés' } })
    expect(hits[0].grouped.map(({ id }: { id: string }) => id)).toContain('conges#le-report-du-congé')
  })

  test('sections of a page are one hit, with the others below; --no-group takes them apart, --group groups by any keyword', async () => {
    await program.write({
      'guide.json': JSON.stringify([
        {
          id: 'conges#duree',
          page: 'conges',
          title: 'Les congés',
          heading: 'La durée du congé',
          body: 'Seize semaines.',
        },
        { id: 'conges#report', page: 'conges', title: 'Les congés', heading: 'Le report du congé', body: 'Un an.' },
        { id: 'solde', page: 'solde', title: 'Congé sans solde', section: 'droit', body: 'À demander.' },
      ]),
    })
    const built = ['build', 'guide.json', '-o', 'guide.trv', '--columns', 'page:keyword,section:keyword']
    expect((await program.run(built)).code).toBe(0)
    const { stdout } = await program.run(['search', 'guide.trv', 'durée du congé', '--lang', 'fr'])
    expect(stdout).toMatch(/1\. Les congés.*\n(?: {3}.*\n)* {3}Aussi\u00a0: Le report du congé\n/)
    expect(stdout).toContain('2. Congé sans solde')
    expect((await program.run(['search', 'guide.trv', 'congé', '--no-group'])).stdout).toContain('3. ')
    const json = JSON.parse(
      (await program.run(['search', 'guide.trv', 'congé', '--group', 'section', '--json'])).stdout,
    )
    expect(json.totalGroups).toBe(3)
    expect((await program.run(['search', 'guide.trv', 'congé', '--group', 'titre'])).code).toBe(2)
  })

  test('says which question is answered where words were corrected', async () => {
    const { stdout } = await program.run(['search', 'site.trv', 'Hafter Tripoli', '--lang', 'fr'])
    expect(stdout.split('\n')[1]).toBe('Résultats pour « Haftar Tripoli ».')
  })

  test('offers the question that may have been meant, with hits or without', async () => {
    const { stdout } = await program.run(['search', 'site.trv', 'HAFTR Tripoli', '--lang', 'fr'])
    expect(stdout.split('\n')[1]).toBe('Vouliez-vous dire «\u00a0HAFTAR Tripoli\u00a0»\u202f?')
    const none = await program.run(['search', 'site.trv', 'HAFTR'])
    expect(none.stdout).toBe('No results for “HAFTR”.\nDid you mean “HAFTAR”?\n')
    const json = await program.run(['search', 'site.trv', 'HAFTR', '--json'])
    expect(JSON.parse(json.stdout)).toMatchObject({ total: 0, didYouMean: 'HAFTAR' })
  })

  test('--no-split leaves words in one piece', async () => {
    const { stdout } = await program.run(['search', 'site.trv', 'lesglaciers'])
    expect(stdout.split('\n')[1]).toBe('Showing results for “les glaciers”.')
    const whole = await program.run(['search', 'site.trv', 'lesglaciers', '--no-split'])
    expect(whole.stdout).toBe('No results for “lesglaciers”.\n')
  })

  test('--synonyms reads a file', async () => {
    await program.write({ 'synonymes.txt': '# eaux\nétang, lac\n', 'faux.txt': 'étang, lac\nseul\n' })
    const { stdout } = await program.run(['search', 'site.trv', 'étang', '--synonyms', 'synonymes.txt'])
    expect(stdout).toContain('1. Un lac de Tripoli')
    const wrong = await program.run(['search', 'site.trv', 'étang', '--synonyms', 'faux.txt'])
    expect(wrong).toMatchObject({ code: 1, stdout: '' })
    expect(wrong.stderr).toContain('faux.txt:2: a line is a group (a, b) or a direction (a => b), not "seul"')
    const missing = await program.run(['search', 'site.trv', 'étang', '--synonyms', 'rien.txt'])
    expect(missing).toMatchObject({ code: 1, stdout: '' })
  })

  test('--json prints one object', async () => {
    const { code, stdout } = await program.run(['search', 'site.trv', 'glacier', '--json', '-n', '1'])
    expect(code).toBe(0)
    const { hits, ...answer } = JSON.parse(stdout)
    expect(answer).toEqual({ query: 'glacier', total: 1, fullMatches: 1, tookMs: expect.any(Number) })
    expect(hits).toHaveLength(1)
    expect(hits[0]).toMatchObject({
      id: 'glace',
      score: expect.any(Number),
      document: { title: 'Les glaciers fondent', date: '2021-08-02' },
      highlights: { title: { text: 'Les glaciers fondent', ranges: [[4, 12]] } },
      matches: { title: ['glaciers'] },
    })
  })

  test('colours only where they are wanted', async () => {
    const ask = (env: Record<string, string>, ...more: string[]) =>
      program.run(['search', 'site.trv', 'glacier', ...more], { env }).then(({ stdout }) => stdout)
    const colour = '\u001b['
    expect(await ask({})).not.toContain(colour)
    expect(await ask({ CI: 'true' })).not.toContain(colour)
    expect(await ask({ FORCE_COLOR: '1' })).toContain(`${colour}33m${colour}1mglaciers`)
    expect(await ask({ FORCE_COLOR: '1', NO_COLOR: '1' })).not.toContain(colour)
    expect(await ask({ FORCE_COLOR: '1' }, '--no-color')).not.toContain(colour)
  })

  test('speaks French', async () => {
    const { stdout } = await program.run(['search', 'site.trv', 'glacier'], { env: { LANG: 'fr_FR.UTF-8' } })
    expect(stdout).toMatch(
      /^1 résultat · [\d,]+ ms\n\n1\. Les glaciers fondent {2,}\d+,\d\d\n {3}2 août 2021 · sciences · glace\n/,
    )
  })
})

describe('columns', () => {
  const ask = (question: string, ...more: string[]) =>
    program.run(['search', 'colonnes.trv', question, '--json', ...more])
  const ids = async (question: string, ...more: string[]) => {
    const { stdout } = await ask(question, ...more)
    return JSON.parse(stdout).hits.map(({ id }: { id: string }) => id)
  }

  beforeAll(async () => {
    const columns = 'section:keyword,date:date'
    const { code, stdout } = await program.run(['build', 'site', '-o', 'colonnes.trv', '--columns', columns])
    expect({ code, stdout }).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('filtered and sorted by: section, date'),
    })
  })

  test('--filter, --facets and --sort', async () => {
    expect(await ids('', '--filter', 'section=monde')).toEqual(['libye'])
    expect(await ids('', '--filter', 'section=monde,sciences', '--sort', 'date:desc')).toEqual(['glace', 'libye'])
    expect(await ids('', '--filter', 'section!=monde', '--sort', 'section')).toEqual(['glace', 'lac'])
    expect(await ids('', '--filter', 'date>=2020', '--filter', 'date<2021-08-02')).toEqual(['libye'])
    expect(await ids('', '--filter', 'date=2021-08')).toEqual(['glace'])
    expect(await ids('Tripoli', '--filter', 'date<=2021')).toEqual(['libye'])
    const { stdout } = await ask('Tripoli Alpes', '--facets', 'section')
    expect(JSON.parse(stdout).facets).toEqual({
      section: [
        { value: 'monde', count: 1 },
        { value: 'sciences', count: 1 },
      ],
    })
    const shown = await program.run(['search', 'colonnes.trv', 'Tripoli Alpes', '--facets', 'section', '--lang', 'fr'])
    expect(shown.stdout.split('\n')[1]).toBe('section\u00a0: monde (1), sciences (1)')
  })

  test.each([
    [['--filter', 'section'], '--filter must be'],
    [['--filter', 'section>a'], 'not "section>a"'],
    [['--filter', 'date>=hier'], 'not "date>=hier"'],
    [['--filter', 'date='], 'not "date="'],
    [['--filter', 'rubrique=monde'], 'unknown column "rubrique". Columns: section, date'],
    [['--facets', 'date'], '--facets cannot use "date", which is a date column. Columns that it can use: section'],
    [['--group', 'date'], '--group cannot use "date"'],
    [
      ['--recency', 'section:30'],
      '--recency cannot use "section", which is a keyword column. Columns that it can use: date',
    ],
    [['--sort', 'title'], 'unknown column "title". Columns: section, date'],
    [['--sort', 'date:up'], 'unknown column "date:up"'],
  ])('%j is wrong usage', async (options, message) => {
    const { code, stderr } = await ask('Tripoli', ...options)
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(message) })
  })

  test.each([
    [[], 'The query is empty. With --filter, an empty query lists all documents that match.'],
    [['--filter', 'section=absente'], 'No document passes the filter.'],
    [['--lang', 'fr'], 'La requête est vide. Avec --filter, une requête vide énumère les documents'],
  ])('an empty query with %j says what is missing', async (options, message) => {
    expect((await program.run(['search', 'colonnes.trv', '', ...options])).stdout).toContain(message)
  })

  test('inspect lists them', async () => {
    const { stdout } = await program.run(['inspect', 'colonnes.trv'])
    expect(stdout).toMatch(
      /\nColumn +Documents +bytes +Role\nsection +2 +\d+ +keyword, stored\ndate +2 +\d+ +date, stored\n/,
    )
    expect(stdout).toMatch(/\ncolumns +\d+ +\d+\.\d%/)
  })
})

describe('inspect', () => {
  test('prints counts, fields, sections and words', async () => {
    const { code, stdout } = await program.run(['inspect', 'site.trv'])
    expect(code).toBe(0)
    expect(stdout).toMatch(/^documents +3\nwords +\d+\n/)
    expect(stdout).toMatch(/\nField +Documents +Boost +Role\ntitle +3 +2 +title, stored\nbody +3 +1 +stored\n/)
    expect(stdout).toMatch(/\ndocuments +\d+ +\d+\.\d%/)
    expect(stdout).toMatch(/\nMost frequent words \(without stop words\)\n {2}tripoli +2\n/)
  })

  test('--words lists what starts with a prefix, accents or not', async () => {
    const { stdout } = await program.run(['inspect', 'site.trv', '--words', 'GLÂC'])
    expect(
      stdout
        .split('\n')
        .slice(1)
        .map(line => line.trim().split(/\s+/)[0]),
    ).toEqual(['glace', 'glaciers', ''])
    const none = await program.run(['inspect', 'site.trv', '--words', 'zz'])
    expect(none).toMatchObject({ code: 0, stdout: 'No word starts with “zz”.\n' })
  })

  test('--json prints one object whose sections add up to the file', async () => {
    const { stdout } = await program.run(['inspect', 'site.trv', '--json'])
    const inspection = JSON.parse(stdout)
    const { length } = await readFile(join(program.folder, 'site.trv'))
    expect(inspection).toMatchObject({ documents: 3, bytes: length, idField: 'id', language: { name: 'french' } })
    expect(inspection.storeFields).toEqual(['title', 'body', 'date', 'section'])
    const sum = inspection.sections.reduce((total: number, section: { bytes: number }) => total + section.bytes, 0)
    expect(sum).toBe(length)
    expect(inspection.frequentWords[0]).toEqual({ word: 'tripoli', documents: 2, stopWord: false })
  })
})

describe('verify', () => {
  test('says that a whole file is whole', async () => {
    const { length } = await readFile(join(program.folder, 'site.trv'))
    const { code, stdout } = await program.run(['verify', 'site.trv'])
    const told = await program.run(['verify', 'site.trv', '--json'])
    expect(JSON.parse(told.stdout)).toEqual({ file: 'site.trv', whole: true, bytes: length })
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: `site.trv is intact: ${length.toLocaleString('en')} bytes checked.\n`,
    })
  })

  test('says where a damaged one is damaged', async () => {
    const bytes = await readFile(join(program.folder, 'site.trv'))
    bytes[bytes.length - 200] ^= 1
    await writeFile(join(program.folder, 'damaged.trv'), bytes)
    await writeFile(join(program.folder, 'cut.trv'), bytes.subarray(0, 1000))
    await writeFile(join(program.folder, 'other.trv'), 'Bonjour')
    for (const [file, place] of [
      ['damaged.trv', /section "\w+", byte [\d,]+/],
      ['cut.trv', /section "header", byte 16/],
      ['other.trv', /other\.trv: not an index file/],
    ] as const) {
      const { code, stdout, stderr } = await program.run(['verify', file])
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
      expect(stderr).toMatch(place)
      const told = await program.run(['verify', file, '--json'])
      const damage = { file, whole: false, section: expect.any(String), offset: expect.any(Number) }
      expect({ code: told.code, said: JSON.parse(told.stdout) }).toEqual({ code: 1, said: damage })
    }
    expect((await program.run(['search', 'cut.trv', 'a'])).code).toBe(1)
    expect((await program.run(['inspect', 'other.trv'], { env: { LANG: 'fr_FR' } })).stderr).toContain(
      'other.trv\u00a0: ce n’est pas un fichier d’index',
    )
  })
})

describe('analyze', () => {
  test('prints aligned columns', async () => {
    const { code, stdout } = await program.run(['analyze', 'L’Arabie et le cessez-le-feu'])
    expect(code).toBe(0)
    const [head, ...rows] = stdout.trimEnd().split('\n')
    expect(head.split(/ {2,}/)).toEqual(['Word', 'In the text', 'Offsets', 'Position', 'Kind', 'Class'])
    const cells = rows.map(row => row.split(/ {2,}/))
    expect(cells[1].slice(0, 5)).toEqual(['arabie', 'Arabie', '2–8', '1', 'word'])
    expect(cells[4].slice(0, 5)).toEqual(['cessez-le-feu', 'cessez-le-feu', '15–28', '4–6', 'compound'])
    const column = head.indexOf('Kind')
    for (const row of rows) expect(row.slice(column - 2, column)).toBe('  ')
  })

  test('reads the standard input, and prints JSON', async () => {
    const { stdout } = await program.run(['analyze', '-', '--json'], { stdin: 'Une trêve' })
    expect(JSON.parse(stdout)).toMatchObject({
      text: 'Une trêve',
      tokens: [
        { text: 'une', stopWord: true },
        { text: 'trêve', start: 4, end: 9, kind: 'word', stopWord: false },
      ],
    })
  })
})

describe('usage', () => {
  test.each([
    [[], 'Usage: trouvaille <command>'],
    [['recherche'], 'error: unknown command "recherche"\nSee trouvaille --help.'],
    [
      ['build', 'site'],
      'error: --out is required. Name the index file to write, as in --out search.trv\nSee trouvaille build --help.',
    ],
    [
      ['build', '--out', 'x.trv'],
      'error: missing <paths…>. Name a folder to index, or run trouvaille init in the project',
    ],
    [['build', 'site', '--out', 'x.trv', '--languages', 'x-'], 'error: Option "languages" is "x-"'],
    [['build', 'site', '--out'], 'error: --out needs a value'],
    [['build', 'site', '--out', '--fields', 'a'], 'error: --out needs a value'],
    [['build', 'site', '--out', 'x.trv', '--fields', 'boby'], 'error: unknown field "boby". Fields: title, body'],
    [['search', 'site.trv'], 'error: missing <query>'],
    [['search', 'site.trv', 'a', '--json=1'], 'error: --json takes no value'],
    [['search', 'site.trv', 'a', '--limit', '-1'], 'error: --limit must be a whole number from 0 to 10,000, not "-1"'],
    [['search', 'site.trv', 'a', '--limit=x'], 'error: --limit must be a whole number from 0 to 10,000, not "x"'],
    [['search', 'site.trv', 'a', '--match', '120%'], 'error: --match must be'],
    [['search', 'site.trv', 'a', '--fields', 'corps'], 'error: unknown field "corps". Fields: title, body, section'],
    [['search', 'site.trv', '-Haftar'], 'error: unknown option -H'],
    [['inspect', 'site.trv', 'other.trv'], 'error: unexpected argument "other.trv"'],
    [['verify', 'site.trv', '--lang', 'de'], 'error: --lang must be fr or en, not "de"'],
  ])('%j is wrong usage', async (args, message) => {
    const { code, stdout, stderr } = await program.run(args)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain(message)
  })

  test('a file that is not there is no wrong usage', async () => {
    const { code, stderr } = await program.run(['search', 'absent.trv', 'a'])
    expect(code).toBe(1)
    expect(stderr).toBe('error: cannot read absent.trv: no such file or folder\n')
  })

  test('behind -- nothing is an option', async () => {
    expect((await program.run(['search', 'site.trv', '--', '-Haftar'])).code).toBe(0)
    expect((await program.run(['search', 'site.trv', '--', '--lang', 'de'])).code).toBe(0)
  })

  test('help and version', async () => {
    const { version } = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8'))
    expect(await program.run(['--version'])).toMatchObject({ code: 0, stdout: `${version}\n` })
    const help = await program.run(['--help'])
    expect(help.code).toBe(0)
    for (const command of [
      'init',
      'build',
      'search',
      'serve',
      'evaluate',
      'inspect',
      'verify',
      'analyze',
      'completion',
    ]) {
      expect(help.stdout).toContain(`\n  ${command} `)
      const { code, stdout } = await program.run([command, '--help'])
      expect(code).toBe(0)
      expect(stdout).toMatch(new RegExp(`^Usage: trouvaille ${command} [<[]`, 'm'))
    }
  })

  test.each([
    [{ LANG: 'fr_FR.UTF-8' }, 'Usage :'],
    [{ LANG: 'fr' }, 'Usage :'],
    [{ LANG: 'en_US.UTF-8', LC_ALL: 'fr_CA.UTF-8' }, 'Usage :'],
    [{ LANG: 'fr_FR.UTF-8', LC_MESSAGES: 'C' }, 'Usage:'],
    [{ LANG: 'fro' }, 'Usage:'],
    [{ LANG: 'de_DE.UTF-8' }, 'Usage:'],
  ])('%j chooses the language', async (env, usage) => {
    const { stdout } = await program.run(['--help'], { env: env as Record<string, string> })
    expect(stdout.replaceAll('\u00a0', ' ')).toContain(usage)
  })

  test('--lang wins over the environment, for errors too', async () => {
    const { stderr } = await program.run(['search', '--lang', 'fr', 'site.trv'])
    expect(stderr.replaceAll('\u00a0', ' ')).toBe('erreur : il manque <requête>\nVoir trouvaille search --help.\n')
  })
})
