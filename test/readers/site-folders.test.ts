/** Folders as projects have them: which files are pages, which are not, and why; and how headings get anchors there. */
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readDocuments } from '../../src/readers/read-documents.ts'
import type { ReadOptions } from '../../src/readers/read-options.ts'
import { findSiteProject } from '../../src/readers/site-generator.ts'
import { groupSkips } from '../../src/readers/skip.ts'

async function makeFolder(files: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'trouvaille-test-'))
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), text)
  }
  return folder
}

async function readFolder(files: Record<string, string>, path = '.', options: ReadOptions = {}) {
  const folder = await makeFolder(files)
  const reading = readDocuments(join(folder, path), options)
  const documents = []
  for await (const document of reading) documents.push(document)
  return {
    documents,
    read: [...new Set(documents.map(({ file }) => relative(folder, file)))],
    skipped: reading.skipped.map(({ file, reason }) => `${relative(folder, file)} ${reason}`),
    problems: reading.problems,
  }
}

const PAGE = '# Titre\n\n## L’été à Nîmes\n\nTexte.'

describe('projects of site generators', () => {
  test.each<[string, Record<string, string>, string[], string]>([
    [
      'Docusaurus',
      {
        'docusaurus.config.ts': 'export default {}',
        'docs/a.mdx': PAGE,
        'docs/_part.mdx': PAGE,
        'docs/b.json': '{}',
        'src/pages/c.md': PAGE,
        'scripts/d.md': PAGE,
      },
      ['docs/a.mdx', 'src/pages/c.md'],
      'lété-à-nîmes',
    ],
    [
      'VitePress',
      {
        '.vitepress/config.ts': "export default { srcDir: 'src' }",
        'src/a.md': PAGE,
        'src/b.html': '<p>x</p>',
        'src/data.json': '{}',
        'c.md': PAGE,
      },
      ['src/a.md'],
      'l-ete-a-nimes',
    ],
    [
      'VitePress in docs',
      { 'docs/.vitepress/config.mts': '', 'docs/a.md': PAGE, 'README.md': PAGE },
      ['docs/a.md'],
      'l-ete-a-nimes',
    ],
    [
      'Hugo',
      {
        'hugo.toml': 'baseURL = "/"',
        'content/_index.md': PAGE,
        'content/a.md': PAGE,
        'content/_header.md': PAGE,
        'layouts/b.html': '<p>x</p>',
        'themes/t/README.md': PAGE,
      },
      ['content/_index.md', 'content/a.md'],
      'lété-à-nîmes',
    ],
    [
      'Jekyll',
      {
        '_config.yml': 'title: x\nexclude: [notes, "brut.md"]',
        '_posts/2020-01-12-a.md': PAGE,
        'b.md': PAGE,
        '_layouts/c.html': '<p>x</p>',
        '_includes/d.md': PAGE,
        'README.md': PAGE,
        'notes/e.md': PAGE,
        'brut.md': PAGE,
        'package.json': '{}',
      },
      ['_posts/2020-01-12-a.md', 'b.md'],
      'lété-à-nîmes',
    ],
    [
      'Eleventy',
      {
        'eleventy.config.js': 'module.exports = { dir: { input: "src" } }',
        'src/a.md': PAGE,
        'src/_includes/b.html': '<p>x</p>',
        'src/_data/c.json': '{}',
        'd.md': PAGE,
      },
      ['src/a.md'],
      'l-ete-a-nimes',
    ],
    [
      'MkDocs',
      {
        'mkdocs.yml': 'docs_dir: documentation',
        'documentation/a.md': PAGE,
        'documentation/SUMMARY.md': '* [a](a.md)',
        'README.md': PAGE,
      },
      ['documentation/a.md'],
      'lete-a-nimes',
    ],
    [
      'Quarto',
      {
        '_quarto.yml': 'project:\n  render:\n    - "*.qmd"\n    - "!brut/"\n',
        'a.qmd': PAGE,
        'brut/b.qmd': PAGE,
        '_site/a.html': '<p>x</p>',
      },
      ['a.qmd'],
      'lété-à-nîmes',
    ],
    [
      'Astro',
      { 'astro.config.mjs': '', 'src/content/blog/a.mdx': PAGE, 'src/content/config.ts': '', 'src/i18n/fr.json': '{}' },
      ['src/content/blog/a.mdx'],
      'lété-à-nîmes',
    ],
    [
      'mdBook',
      { 'book.toml': '[book]\nsrc = "texte"', 'texte/a.md': PAGE, 'texte/SUMMARY.md': '- [a](a.md)' },
      ['texte/a.md'],
      'lété-à-nîmes',
    ],
    [
      'Sphinx',
      { 'docs/conf.py': "extensions = ['myst_parser']", 'docs/a.md': PAGE, 'docs/b.rst': 'Titre' },
      ['docs/a.md'],
      'l-ete-a-nimes',
    ],
    [
      'Zola',
      { 'config.toml': 'base_url = "/"', 'content/a.md': PAGE, 'templates/b.html': '<p>x</p>' },
      ['content/a.md'],
      'l-ete-a-nimes',
    ],
  ])('%s', async (_name, files, read, anchor) => {
    const found = await readFolder(files, '.', { sections: true })
    expect(found.problems).toEqual([])
    expect(found.read).toEqual(read)
    expect(found.documents.map(({ fields }) => fields.anchor)).toContain(anchor)
    // All files are accounted for, but those whose names start with a dot.
    const others = Object.keys(files).filter(name => !name.startsWith('.') && !name.includes('/.'))
    expect(found.skipped.map(text => text.split(' ')[0]).sort()).toEqual(
      others.filter(name => !read.includes(name)).sort(),
    )
  })

  test('a page with a French translation is read in French', async () => {
    const french = 'i18n/fr/docusaurus-plugin-content-docs/current'
    const { read, skipped } = await readFolder({
      'docusaurus.config.js': '',
      'docs/a.md': '# Guide',
      'docs/b.md': '# Other',
      [`${french}/a.md`]: PAGE,
    })
    expect(read).toEqual(['docs/b.md', `${french}/a.md`])
    expect(skipped).toContain('docs/a.md other-language')
  })

  test('a folder that is named is read although the generator does not know it', async () => {
    const { read } = await readFolder(
      { '.vitepress/config.ts': "srcDir: 'src'", 'src/a.md': PAGE, 'donnees/b.json': '[{"id":1}]' },
      'donnees',
    )
    expect(read).toEqual(['donnees/b.json'])
  })

  test('`anchors` overrules what the project says', async () => {
    const { documents } = await readFolder({ 'mkdocs.yml': '', 'docs/a.md': PAGE }, 'docs', {
      sections: true,
      anchors: 'github',
    })
    expect(documents.at(-1)?.fields.anchor).toBe('lété-à-nîmes')
  })

  test('a configuration of another program is none', async () => {
    const folder = await makeFolder({ 'config.toml': '[database]', 'config.yaml': 'port: 80', 'a.md': PAGE })
    expect(findSiteProject(folder)).toBeUndefined()
  })
})

describe('what is no content', () => {
  test('is left out of a project’s folder, each file with its reason', async () => {
    const { read, skipped } = await readFolder({
      'package.json': '{"name": "x"}',
      'package-lock.json': '{}',
      'composer.json': '{}',
      'tsconfig.json': '{}',
      'README.md': PAGE,
      'LICENSE.txt': 'Licence',
      'CHANGELOG.md': PAGE,
      'a.md': PAGE,
      'guide/README.md': PAGE,
      'locales/fr.json': '{"bonjour": "Bonjour"}',
      'donnees.json': '[{"id": 1, "title": "Un"}]',
      'logo.png': '',
    })
    expect(read).toEqual(['a.md', 'donnees.json', 'guide/README.md'])
    expect(skipped.sort()).toEqual([
      'CHANGELOG.md project-file',
      'LICENSE.txt project-file',
      'README.md project-file',
      'composer.json project-file',
      'locales/fr.json translation',
      'logo.png other-kind',
      'package-lock.json project-file',
      'package.json project-file',
      'tsconfig.json project-file',
    ])
  })

  test('README is a page where no project is', async () => {
    expect((await readFolder({ 'README.md': PAGE, 'a.md': PAGE })).read).toEqual(['README.md', 'a.md'])
  })

  test('Markdown beside an index.html is read', async () => {
    const { read, skipped } = await readFolder({
      'index.html': '<p>Accueil</p>',
      'guide.md': PAGE,
      'data.json': '[]',
      '_sidebar.md': '* [a](a)',
    })
    expect(read).toEqual(['guide.md', 'index.html'])
    expect(skipped.sort()).toEqual(['_sidebar.md navigation', 'data.json not-a-page'])
  })

  test('what options leave out says so', async () => {
    const { skipped } = await readFolder({ 'a.md': PAGE, 'b.md': PAGE, 'c.txt': 'x' }, '.', {
      include: '*.md',
      exclude: 'b.md',
    })
    expect(skipped.sort()).toEqual(['b.md excluded', 'c.txt not-included'])
  })

  test('is grouped by reason', async () => {
    const folder = await makeFolder({ 'a.png': '', 'b.png': '', 'c.md': '---\ndraft: true\n---\nx' })
    const reading = readDocuments(folder)
    for await (const _document of reading);
    expect(
      groupSkips(reading.skipped).map(({ reason, count, files }) => [
        reason,
        count,
        files.map(file => relative(folder, file)),
      ]),
    ).toEqual([
      ['other-kind', 2, ['a.png', 'b.png']],
      ['draft', 1, ['c.md']],
    ])
  })
})

describe('drafts', () => {
  test.each([
    ['draft: true', 'draft'],
    ['draft: "true"', 'draft'],
    ['brouillon: true', 'draft'],
    ['published: false', 'draft'],
    ['publié: non', 'draft'],
    ['status: draft', 'draft'],
    ['statut: brouillon', 'draft'],
    ['status: Private', 'draft'],
    ['search: false', 'no-index'],
    ['search:\n  exclude: true', 'no-index'],
    ['robots: noindex, nofollow', 'no-index'],
    ['unlisted: true', 'no-index'],
    ['redirect_to: /ailleurs/', 'redirect'],
  ])('%s', async (key, reason) => {
    const { read, skipped } = await readFolder({ 'a.md': `---\n${key}\n---\n${PAGE}`, 'b.md': PAGE }, '.', {
      sections: true,
    })
    expect(read).toEqual(['b.md'])
    expect(skipped).toEqual([`a.md ${reason}`])
  })

  test.each([['draft: false'], ['published: true'], ['status: publié'], ['statut: en vigueur'], ['search: true']])(
    '%s is none',
    async key => {
      expect((await readFolder({ 'a.md': `---\n${key}\n---\n${PAGE}` })).read).toEqual(['a.md'])
    },
  )

  test('in TOML, in HTML, and in the folder of Jekyll', async () => {
    const files = {
      'a.md': `+++\ndraft = true\n+++\n${PAGE}`,
      'b.html': '---\npublished: false\n---\n<p>x</p>',
      '_drafts/c.md': PAGE,
    }
    expect((await readFolder(files)).skipped).toEqual(['_drafts/c.md draft', 'a.md draft', 'b.html draft'])
    expect((await readFolder(files, '.', { drafts: true })).read).toEqual(['_drafts/c.md', 'a.md', 'b.html'])
  })

  test('the status of a record of data says nothing of the kind', async () => {
    expect((await readFolder({ 'a.csv': 'id,status\n1,draft\n' })).documents).toHaveLength(1)
    expect((await readFolder({ 'a.json': '[{"id":1,"draft":true},{"id":2}]' })).documents).toHaveLength(1)
  })
})

describe('what a generator made, inside its project', () => {
  const page =
    '<!DOCTYPE html>\n<html lang="fr"><head><title>Accueil</title></head><body><main><h1>Accueil</h1><p>Texte.</p></main></body></html>'
  test.each([
    ['Jekyll', { '_config.yml': 'title: Journal', 'index.md': PAGE }, '_site'],
    ['VitePress', { '.vitepress/config.ts': 'export default {}', 'index.md': PAGE }, '.vitepress/dist'],
    ['VuePress', { '.vuepress/config.js': 'export default {}', 'index.md': PAGE }, '.vuepress/dist'],
    ['Eleventy', { 'eleventy.config.js': 'export default {}', 'index.md': PAGE }, '_site'],
    ['Sphinx', { 'conf.py': "extensions = ['myst_parser']", 'index.md': PAGE }, '_build/html'],
    ['Quarto', { '_quarto.yml': 'project: {}', 'index.qmd': PAGE }, '_site'],
    ['Docusaurus', { 'docusaurus.config.js': 'export default {}', 'docs/index.md': PAGE }, 'build'],
  ])('%s: its pages are read', async (_, project, output) => {
    const built = { [`${output}/index.html`]: page, [`${output}/guide/a.html`]: page, [`${output}/assets/a.js`]: '' }
    const { read } = await readFolder({ ...project, ...built }, output)
    expect(read.sort()).toEqual([`${output}/guide/a.html`, `${output}/index.html`])
  })

  test('a folder of sources with an index is no output', async () => {
    const files = {
      'eleventy.config.js': 'export default {}',
      'guide/index.html': '---\ntitle: Guide\n---\n<p>Texte.</p>',
      'guide/_brouillon.md': PAGE,
    }
    expect((await readFolder(files, 'guide')).read).toEqual(['guide/index.html'])
  })
})

describe('the language of a document', () => {
  const languageOf = async (files: Record<string, string>, languages?: string[]) => {
    const { documents } = await readFolder(files, '.', { languages })
    return Object.fromEntries(documents.map(({ id, fields }) => [id, fields.lang]))
  }

  test('is what front matter or HTML says, else the name of the file, else the innermost folder of a language', async () => {
    const files = {
      'a/said.md': '---\nlang: fr-CA\n---\nTexte',
      'en/other-key.md': '---\nlanguage: fr\n---\nTexte',
      'en/page.html': '<html lang="fr"><title>T</title><body><p>Texte</p></body></html>',
      'en/named.fr.md': 'Texte',
      'en/named.fr-BE.md': 'Texte',
      'fr/en/inner.md': 'Text',
      'docs/EN_US/region.md': 'Text',
      'it/department.md': 'Text',
      'docs/v1.2.md': 'Text',
    }
    expect(await languageOf(files, ['en', 'fr'])).toEqual({
      'a/said': 'fr-CA',
      'en/other-key': 'fr',
      'en/page': 'fr',
      'en/named.fr': 'fr',
      'en/named.fr-BE': 'fr-BE',
      'fr/en/inner': 'en',
      'docs/EN_US/region': 'EN_US',
      'it/department': undefined,
      'docs/v1.2': undefined,
    })
  })

  test('is not looked for in names if the documents are in one language', async () => {
    expect(await languageOf({ 'en/a.md': 'Text' })).toEqual({ 'en/a': undefined })
  })

  test('translations are read beside their originals', async () => {
    const files = {
      'docusaurus.config.js': 'export default {}',
      'docs/a.md': PAGE,
      'i18n/fr/docusaurus-plugin-content-docs/current/a.md': PAGE,
    }
    const read = async (languages?: string[]) => (await readFolder(files, '.', { languages })).read
    expect(await read()).toEqual(['i18n/fr/docusaurus-plugin-content-docs/current/a.md'])
    expect(await read(['en', 'fr'])).toEqual(['docs/a.md', 'i18n/fr/docusaurus-plugin-content-docs/current/a.md'])
  })
})
