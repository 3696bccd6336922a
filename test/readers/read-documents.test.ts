import { execFile } from 'node:child_process'
import { chmod, link, symlink, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { describe, expect, test } from 'vitest'
import { type ColumnOptions, InvalidOptionError } from '../../src/index.ts'
import {
  acceptedDocuments,
  findFiles,
  type ReadOptions,
  readDocuments,
  type SourceError,
  Survey,
} from '../../src/readers/index.ts'
import { makeFolder } from '../support/folder.ts'

/** Reads a folder of files: ids, files by their names below it, problems as `file:line kind`. */
async function readFolder(files: Record<string, string | Uint8Array>, options: ReadOptions = {}, path = '.') {
  const folder = await makeFolder(files)
  return readAt(folder, path, options)
}

async function readAt(folder: string, path = '.', options: ReadOptions = {}) {
  const reading = readDocuments(join(folder, path), options)
  const documents = []
  for await (const document of reading) documents.push(document)
  const place = ({ file, line, problem }: SourceError) => `${relative(folder, file)}:${line} ${problem.kind}`
  return {
    documents,
    ids: documents.map(({ id }) => id),
    files: reading.files.map(file => relative(folder, file.path)),
    problems: reading.problems.map(place),
    skipped: reading.skipped.map(({ file, reason }) => `${relative(folder, file)} ${reason}`),
  }
}

describe('files', () => {
  test('of all kinds are read in the order of their names', async () => {
    const { ids, files, problems, skipped } = await readFolder({
      'b.html': '<p>texte</p>',
      'a/z.txt': 'texte',
      'a-b.md': 'texte',
      'c.jsonl': '{"id":"c1"}\n{"id":"c2"}',
      'd.csv': 'id,title\nd1,Un\n',
      'e.xml': '<rss><item><guid>e1</guid></item></rss>',
      'f.json': '{"id":"f1"}',
      'g.tsv': 'id\ttitle\ng1\tUn\n',
      'sitemap.xml': '<urlset/>',
      'logo.svg': '',
      'node_modules/x.md': 'texte',
      '.cache/x.md': 'texte',
    })
    expect(ids).toEqual(['a-b', 'a/z', 'b', 'c1', 'c2', 'd1', 'e1', 'f1', 'g1'])
    expect(files).toEqual(['a-b.md', 'a/z.txt', 'b.html', 'c.jsonl', 'd.csv', 'e.xml', 'f.json', 'g.tsv'])
    expect({ problems, skipped }).toEqual({
      problems: [],
      skipped: ['logo.svg other-kind', 'sitemap.xml project-file'],
    })
  })

  test('of a built site are its pages, with the addresses that servers give them', async () => {
    const { documents, skipped } = await readFolder({
      'index.html': '<p>un</p>',
      'guide/index.html': '<p>deux</p>',
      'guide/fin.html': '<link rel=canonical href="https://exemple.fr/fin"><p>trois</p>',
      '404.html': '<p>introuvable</p>',
      'feed.xml': '<rss/>',
      'robots.txt': 'User-agent: *',
      'manifest.json': '[]',
    })
    expect(documents.map(({ id, fields }) => [id, fields.url])).toEqual([
      ['guide/fin', 'https://exemple.fr/fin'],
      ['guide/index', '/guide/'],
      ['index', '/'],
    ])
    expect(skipped).toEqual([
      '404.html not-a-page',
      'feed.xml not-a-page',
      'manifest.json not-a-page',
      'robots.txt not-a-page',
    ])
  })

  test.each([
    [{ include: '**/*.md' }, ['a/b', 'a/c', 'd']],
    [{ include: ['a/**', '*.txt'] }, ['a/b', 'a/c', 'e']],
    [{ exclude: 'a' }, ['d', 'e']],
    [{ exclude: './a/' }, ['d', 'e']],
    [{ exclude: ['a/c.md', '*.txt'] }, ['a/b', 'd']],
    [{ include: '**/*.md', exclude: 'a/b*' }, ['a/c', 'd']],
    [{ include: '[d].md' }, ['d']],
  ])('%j', async (options, ids) => {
    const files = { 'a/b.md': 'b', 'a/c.md': 'c', 'd.md': 'd', 'e.txt': 'e' }
    expect((await readFolder(files, options)).ids).toEqual(ids)
  })

  test.each([
    ['*.md', ['d']],
    ['**/*.md', ['a/b', 'a/deep/x', 'd']],
    ['a/*.{md,txt}', ['b', 'c']],
    ['a/**', ['b', 'c', 'deep/x']],
    ['a/b.md', ['b']],
  ])('the glob %s', async (glob, ids) => {
    const files = { 'a/b.md': 'b', 'a/c.txt': 'c', 'a/deep/x.md': 'x', 'd.md': 'd' }
    expect((await readFolder(files, {}, glob)).ids).toEqual(ids)
  })

  test('are read in the encoding that they say they have', async () => {
    const { documents, problems } = await readFolder({
      'a.html': Buffer.from('<meta charset="iso-8859-1"><p>L\xe9gende d\x92\xe9t\xe9</p>', 'latin1'),
      'b.xml': Buffer.from(
        '<?xml version="1.0" encoding="latin1"?><rss><item><guid>b</guid><title>\xc9t\xe9</title></item></rss>',
        'latin1',
      ),
      'c.csv': Buffer.from('\ufeffid;title\r\nc;Été\r\n', 'utf16le'),
    })
    expect(problems).toEqual([])
    expect(documents.map(({ fields }) => fields.title ?? fields.body)).toEqual(['Légende d’été', 'Été', 'Été'])
  })

  test('files that were found can be read without looking again', async () => {
    const folder = await makeFolder({ 'a.md': 'texte' })
    const found = await findFiles(folder)
    await writeFile(join(folder, 'b.md'), 'texte')
    const ids = []
    for await (const { id } of readDocuments(found)) ids.push(id)
    expect(ids).toEqual(['a'])
  })
})

describe('problems', () => {
  test('are told of with their places, and everything else is read', async () => {
    const { ids, problems } = await readFolder({
      'a.md': '---\nid: a\ntitle: b: c\n---\n',
      'b.md': 'bien',
      'c.jsonl': '{"id":"c1"}\n{"id":\n{"id":"c2"}\n{"title":"sans"}\n{"id":"b"}',
      'd.txt': '',
      'e.md': Buffer.from('Un\ncafé', 'latin1'),
      'f.csv': 'id,title\nf1,Un\nf2,De"ux\n',
      'g.json': '[{"id":"g1"},\n3,\n{"id":"g2"}]',
    })
    expect(ids).toEqual(['b', 'c1', 'c2', 'f1', 'g1', 'g2'])
    expect(problems).toEqual([
      'a.md:3 yaml',
      'c.jsonl:2 json',
      'c.jsonl:4 missing-id',
      'c.jsonl:5 duplicate-id',
      'd.txt:1 empty',
      'e.md:2 wrong-encoding',
      'f.csv:3 csv',
      'g.json:2 no-document',
    ])
  })

  test('a page of 50 MB is told of and not kept in memory', async () => {
    const { ids, problems } = await readFolder({ 'a.html': `<p>${'mot '.repeat(12_500_000)}`, 'b.md': 'bien' })
    expect({ ids, problems }).toEqual({ ids: ['b'], problems: ['a.html:undefined too-large'] })
  })

  test('the first thousand of a file are kept, the others counted', async () => {
    const lines = Array.from({ length: 2500 }, (_, i) => `${i === 2000 ? '{"id":1}' : '{'}\n`).join('')
    const { ids, problems } = await readFolder({ 'a.jsonl': lines, 'b.jsonl': '{' })
    expect(ids).toEqual([1])
    expect(problems).toHaveLength(1002)
    expect(problems.slice(999)).toEqual(['a.jsonl:1000 json', 'a.jsonl:undefined more-problems', 'b.jsonl:1 json'])
  })

  test('links are followed, but not in circles, and out of the folder only if that is wanted', async () => {
    const folder = await makeFolder({ 'site/a/b.md': 'bien', 'other/c.md': 'bien', 'site-2/e.md': 'secret' })
    await symlink('..', join(folder, 'site/a/up'))
    await symlink('a', join(folder, 'site/d'))
    await symlink('../other', join(folder, 'site/other'))
    await symlink('../site-2/e.md', join(folder, 'site/e.md'))
    await symlink('absent', join(folder, 'site/broken.md'))
    await symlink('self', join(folder, 'site/self'))
    const problems = [
      'site/a/up:undefined loop',
      'site/broken.md:undefined unreadable',
      'site/d/up:undefined loop',
      'site/self:undefined unreadable',
    ]
    const within = readDocuments(join(folder, 'site'))
    const ids = []
    for await (const { id } of within) ids.push(id)
    expect(ids).toEqual(['a/b', 'd/b'])
    expect(within.skipped.map(({ file, reason }) => `${relative(folder, file)} ${reason}`)).toEqual([
      'site/e.md link-outside',
      'site/other link-outside',
    ])
    expect(await readAt(folder, 'site')).toMatchObject({ ids: ['a/b', 'd/b'], problems })
    expect(await readAt(folder, 'site', { follow: true })).toMatchObject({
      ids: ['a/b', 'd/b', 'e', 'other/c'],
      problems,
    })
    // A folder that is named may be a link.
    await symlink('site-2', join(folder, 'named'))
    expect(await readAt(folder, 'named')).toMatchObject({ ids: ['e'], problems: [] })
  })

  // Those who may read everything can't be kept from it.
  test.skipIf(process.getuid?.() === 0)('files and folders that may not be read', async () => {
    const folder = await makeFolder({ 'a.md': 'secret', 'b/c.md': 'secret', 'd.md': 'bien' })
    await chmod(join(folder, 'a.md'), 0)
    await chmod(join(folder, 'b'), 0)
    expect(await readAt(folder)).toMatchObject({
      ids: ['d'],
      problems: ['b:undefined unreadable', 'a.md:undefined unreadable'],
    })
    await chmod(join(folder, 'b'), 0o755)
  })

  test('a file that goes away between finding and reading', async () => {
    const folder = await makeFolder({ 'a.md': 'un', 'b.md': 'deux' })
    const found = await findFiles(folder)
    const gone = { ...found.files[0], path: join(folder, 'gone.md') }
    const reading = readDocuments({ ...found, files: [gone, found.files[1]] })
    const ids = []
    for await (const { id } of reading) ids.push(id)
    expect(ids).toEqual(['b'])
    expect(reading.problems.map(({ problem }) => problem)).toEqual([{ kind: 'unreadable', code: 'ENOENT' }])
  })

  test('strict: the first is thrown', async () => {
    const folder = await makeFolder({ 'a.md': 'un', 'b.json': '{', 'c.md': 'trois' })
    const ids: unknown[] = []
    const read = async () => {
      for await (const { id } of readDocuments(folder, { strict: true })) ids.push(id)
    }
    await expect(read).rejects.toMatchObject({ name: 'SourceError', line: 1, problem: { kind: 'json' } })
    expect(ids).toEqual(['a'])
  })

  test.each([
    ['absent.md', 'not-found'],
    ['absent/*.md', 'nothing-matches'],
    ['a.doc', 'unknown-format'],
    ['sitemap.xml', 'no-feed'],
  ])('%s is asked for by name', async (path, kind) => {
    const { problems } = await readFolder({ 'a.doc': '', 'sitemap.xml': '<urlset/>' }, {}, path)
    expect(problems).toEqual([expect.stringContaining(kind)])
  })
})

describe('options', () => {
  test('mapping gives fields other names, and keeps their lines', async () => {
    const text = '---\ntitre: Une trêve\npublication: 2020-01-12\nversion: b\nb: version\n---\nTexte.'
    const { documents } = await readFolder(
      { 'a.md': text },
      { mapping: { title: ['headline', 'titre'], date: 'publication', version: 'b', b: 'version', absent: 'rien' } },
    )
    expect(documents[0].fields).toEqual({
      id: 'a',
      title: 'Une trêve',
      date: '2020-01-12',
      version: 'version',
      b: 'b',
      body: 'Texte.',
    })
    expect(documents[0].lineOf('title')).toBe(2)
  })

  test('transform has the last word', async () => {
    const { documents, ids } = await readFolder(
      { 'a.md': '---\ndraft: true\n---\nNon.', 'b.md': 'Oui.' },
      { transform: (fields, { line }) => (fields.draft ? undefined : { ...fields, id: `/${fields.body}`, line }) },
    )
    expect(ids).toEqual(['/Oui.'])
    expect(documents[0].fields).toEqual({ id: '/Oui.', body: 'Oui.', line: 1 })
  })

  test('sections have the id of their page and their anchor', async () => {
    const page = 'Avant.\n\n## L’été\n\nChaud.\n'
    expect((await readFolder({ 'a/b.md': page }, { sections: true })).ids).toEqual(['a/b', 'a/b#lété'])
    expect((await readFolder({ 'b.md': `---\nid: 7\n---\n${page}` }, { sections: true })).ids).toEqual([7, '7#lété'])
  })

  test('the id may be another field', async () => {
    expect((await readFolder({ 'a.csv': 'isbn,title\n9782,Germinal\n' }, { idField: 'isbn' })).ids).toEqual(['9782'])
  })

  test.each([
    [{ include: 3 }, 'include'],
    [{ exclude: [''] }, 'exclude'],
    [{ sections: 'oui' }, 'sections'],
    [{ code: 1 }, 'code'],
    [{ strict: 'false' }, 'strict'],
    [{ transform: {} }, 'transform'],
    [{ onProblem: true }, 'onProblem'],
    [{ idField: '' }, 'idField'],
    [{ mapping: 'titre' }, 'mapping'],
    [{ mapping: { title: 3 } }, 'mapping.title'],
  ])('%j is refused at once', (options, option) => {
    expect(() => readDocuments('.', options as unknown as ReadOptions)).toThrow(
      expect.objectContaining({ name: 'InvalidOptionError', option }),
    )
  })

  test.each([[''], [[]], [['a', 3]], [undefined], [3]])('paths: %j is refused at once', paths => {
    expect(() => readDocuments(paths as unknown as string)).toThrow(InvalidOptionError)
  })
})

describe('documents as a schema takes them', () => {
  const read = async (text: string, columns: [string, 'keyword' | 'number' | 'date'][], fields: string[] = []) => {
    const folder = await makeFolder({ 'a.jsonl': text })
    const problems: SourceError[] = []
    const texts = fields.map((name): [string, object] => [name, {}])
    const types = columns.map(([name, type]): [string, ColumnOptions] => [name, { type }])
    const wanted = { idField: 'id', fields: Object.fromEntries([...texts, ...types]) }
    const accepted: unknown[] = []
    for await (const document of acceptedDocuments(readDocuments(folder), wanted, problem => problems.push(problem))) {
      accepted.push(document.fields)
    }
    return { accepted, problems: problems.map(({ line, problem }) => [line, problem.kind]) }
  }

  test('those with values of other types are left out', async () => {
    const lines = [
      '{"id":1,"views":3}',
      '{"id":2,"views":"beaucoup"}',
      '{"id":3}',
      '{"id":4,"title":{"fr":"non"}}',
      '{"id":5,"date":"hier"}',
    ]
    const { accepted, problems } = await read(
      lines.join('\n'),
      [
        ['views', 'number'],
        ['date', 'date'],
      ],
      ['title'],
    )
    expect(accepted).toEqual([{ id: 1, views: 3 }, { id: 3 }])
    expect(problems).toEqual([
      [2, 'wrong-value'],
      [4, 'no-text'],
      [5, 'wrong-value'],
    ])
  })

  test('numbers that are texts are numbers where their column is one', async () => {
    const { accepted } = await read('{"id":1,"price":"1,20","zip":"01000"}\n{"id":2,"price":" -3e2 "}', [
      ['price', 'number'],
    ])
    expect(accepted).toEqual([
      { id: 1, price: 1.2, zip: '01000' },
      { id: 2, price: -300 },
    ])
  })

  test('problems of a thousand documents are told of, the others counted', async () => {
    const lines = Array.from({ length: 1500 }, (_, id) => JSON.stringify({ id, views: 'non' }))
    const { problems } = await read(lines.join('\n'), [['views', 'number']])
    expect(problems).toHaveLength(1001)
    expect(problems.at(-1)).toEqual([undefined, 'more-problems'])
  })

  test('however many there are', async () => {
    const lines = Array.from({ length: 2500 }, (_, id) => JSON.stringify({ id, views: id === 2400 ? 'non' : id }))
    const { accepted, problems } = await read(lines.join('\n'), [['views', 'number']])
    expect(accepted).toHaveLength(2499)
    expect(problems).toEqual([[2401, 'wrong-value']])
  })
})

test('a survey tells fields, those that hold words, and what is wrong with them', async () => {
  const folder = await makeFolder({
    'a.json':
      '{"id":1,"title":"Un","url":"https://a.fr","date":"2020-01-12","slug":"un-deux","views":3,"tags":["neige"]}',
    'b.json': '{"id":2,"author":"Inès","title":{"fr":"non"}}',
  })
  const survey = new Survey()
  for await (const document of readDocuments(folder)) survey.add(document)
  expect(survey.documents).toBe(2)
  expect(survey.fieldNames).toEqual(['title', 'author', 'date', 'slug', 'tags', 'url', 'views'])
  expect(survey.textFields).toEqual(['title', 'author', 'tags'])
  expect(survey.problemsOf(['author']).map(({ line, problem }) => [line, problem])).toEqual([
    [1, { kind: 'no-text', field: 'title', found: 'object' }],
  ])
})

test('memory does not grow with the number of files', async () => {
  const folder = await makeFolder({ 'site/0.txt': 'mot '.repeat(250_000) })
  for (let i = 1; i < 100; i++) await link(join(folder, 'site/0.txt'), join(folder, `site/${i}.txt`))
  const script = join(folder, 'read.mjs')
  await build({
    stdin: {
      contents: `import { readDocuments } from './src/readers/index.ts'
        let length = 0
        for await (const { fields } of readDocuments(process.argv[2])) length += fields.body.length
        console.log(length)`,
      resolveDir: join(import.meta.dirname, '../..'),
    },
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile: script,
    banner: {
      js: 'import { createRequire as makeRequire } from "node:module"; const require = makeRequire(import.meta.url)',
    },
  })
  // 100 MB of text in a heap of 32 MB.
  const args = ['--max-old-space-size=32', script, join(folder, 'site')]
  const { stdout } = await promisify(execFile)(process.execPath, args)
  expect(stdout.trim()).toBe(String(100 * 999_999))
})
