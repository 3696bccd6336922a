/**
 * Recognises the site generator of a folder by its configuration file: where its pages are, of which kinds, and how headings get anchors. Configurations are
 * examined as text, never executed.
 */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'
import type { AnchorStyle } from './heading-anchors.ts'

interface GeneratorRule {
  name: string
  /** Paths of configuration files in the project's folder. */
  configs: readonly string[]
  /** Whether a configuration that other programs use too belongs to this generator. */
  isIts?(text: string, folder: string): boolean
  /** The folders of pages in the project's folder, including optional ones. */
  contents(text: string, folder: string): readonly string[]
  /** If only some files are pages: globs for them, relative to the project's folder. */
  includes?(text: string): readonly string[]
  /** Globs for files and folders that are not pages, relative to the project's folder. */
  excludes?(text: string): readonly string[]
  /** For a folder of pages, the folder with the same paths in French; a French page replaces the other one. */
  translations?: readonly (readonly [content: string, french: string])[]
  pages: readonly string[]
  anchors: AnchorStyle | ((text: string) => AnchorStyle)
}

const scripts = (name: string) => ['js', 'ts', 'mjs', 'cjs', 'mts'].map(extension => `${name}.${extension}`)
const setting = (text: string, name: string) =>
  new RegExp(`(?:^|[,{])[ \\t]*["']?${name}["']?[ \\t]*[:=][ \\t]*["']?([^"'\\s,#}]+)`, 'm').exec(text)?.[1]
const has = (folder: string, ...names: string[]) => names.some(name => existsSync(join(folder, name)))
const MARKDOWN = ['.md', '.markdown', '.mdx']

const DOCUSAURUS_FRENCH = [
  ['docs', 'i18n/fr/docusaurus-plugin-content-docs/current'],
  ['blog', 'i18n/fr/docusaurus-plugin-content-blog'],
  ['src/pages', 'i18n/fr/docusaurus-plugin-content-pages'],
] as const

/** The items of a YAML list after its key. */
function listOf(text: string, key: string): string[] {
  const [, inline, lines] =
    new RegExp(`^[ \\t]*${key}:[ \\t]*(?:\\[([^\\]]*)\\]|\\r?\\n((?:[ \\t]*-[ \\t]+.*(?:\\r?\\n|$))+))`, 'm').exec(
      text,
    ) ?? []
  return (inline?.split(',') ?? lines?.split('\n').map(line => line.replace(/^[ \t]*-/, '')) ?? [])
    .map(item => item.trim().replace(/^["']|["']$/g, ''))
    .filter(item => item !== '')
}

/** In the order in which they are tried. */
const GENERATORS: readonly GeneratorRule[] = [
  {
    name: 'docusaurus',
    configs: scripts('docusaurus.config'),
    contents(text) {
      const paths = Array.from(text.matchAll(/\bpath:\s*["']([^"']+)["']/g), ([, path]) => path)
      return [...new Set(['docs', 'blog', 'src/pages', ...paths, ...DOCUSAURUS_FRENCH.map(([, french]) => french)])]
    },
    translations: DOCUSAURUS_FRENCH,
    pages: MARKDOWN,
    anchors: 'github',
  },
  ...['', 'docs/'].map(
    (folder): GeneratorRule => ({
      name: 'vitepress',
      configs: scripts(`${folder}.vitepress/config`),
      contents: text => [join(folder, setting(text, 'srcDir') ?? '.')],
      pages: ['.md'],
      anchors: 'vitepress',
    }),
  ),
  ...['', 'docs/'].map(
    (folder): GeneratorRule => ({
      name: 'vuepress',
      configs: scripts(`${folder}.vuepress/config`),
      contents: () => [folder || '.'],
      pages: ['.md'],
      anchors: 'vitepress',
    }),
  ),
  {
    name: 'mkdocs',
    configs: ['mkdocs.yml', 'mkdocs.yaml'],
    contents: text => [setting(text, 'docs_dir') ?? 'docs'],
    pages: ['.md', '.markdown'],
    anchors: text => (/pymdownx\.slugs/.test(text) ? 'github' : 'mkdocs'),
  },
  {
    name: 'hugo',
    configs: [
      ...['toml', 'yaml', 'yml', 'json'].flatMap(type => [`hugo.${type}`, `config.${type}`]),
      'config/_default/hugo.toml',
      'config/_default/config.toml',
      'config/_default/hugo.yaml',
      'config/_default/config.yaml',
    ],
    isIts: (text, folder) =>
      /baseURL|languageCode|\[markup|^theme\s*[:=]/im.test(text) &&
      !/^base_url/m.test(text) &&
      has(folder, setting(text, 'contentDir') ?? 'content'),
    contents: text => [setting(text, 'contentDir') ?? 'content'],
    pages: ['.md', '.markdown', '.html'],
    anchors: text => (/autoHeadingIDType["']?\s*[:=]\s*["']?github-ascii/.test(text) ? 'zola' : 'hugo'),
  },
  {
    name: 'zola',
    configs: ['config.toml'],
    isIts: (text, folder) => /^base_url/m.test(text) && has(folder, 'content'),
    contents: () => ['content'],
    pages: ['.md'],
    anchors: 'zola',
  },
  {
    name: 'eleventy',
    configs: ['.eleventy.js', ...scripts('eleventy.config')],
    contents: (text, folder) => [
      /\binput:\s*["']([^"']+)["']/.exec(text)?.[1] ?? (has(folder, 'content') ? 'content' : '.'),
    ],
    pages: ['.md', '.markdown', '.html'],
    anchors: 'eleventy',
  },
  {
    name: 'quarto',
    configs: ['_quarto.yml', '_quarto.yaml', '_bookdown.yml'],
    contents: () => ['.'],
    includes: text => listOf(text, 'render').filter(item => !item.startsWith('!') && item !== '*.qmd'),
    excludes: text => [
      ...listOf(text, 'render')
        .filter(item => item.startsWith('!'))
        .map(item => item.slice(1)),
      setting(text, 'output-dir') ?? '_site',
    ],
    pages: ['.qmd', '.md', '.rmd'],
    anchors: 'pandoc',
  },
  {
    name: 'astro',
    configs: scripts('astro.config'),
    contents: () => ['src/content', 'src/pages', 'content'],
    pages: MARKDOWN,
    anchors: 'github',
  },
  {
    name: 'nuxt',
    configs: scripts('nuxt.config'),
    contents: () => ['content'],
    pages: ['.md'],
    anchors: 'github',
  },
  {
    name: 'gatsby',
    configs: scripts('gatsby-config'),
    contents: () => ['content', 'src/content', 'src/pages', 'blog', 'posts', 'docs'],
    pages: MARKDOWN,
    anchors: 'github',
  },
  {
    name: 'next',
    configs: scripts('next.config'),
    contents: (_text, folder) => {
      const [first] = ['content', 'src/content', '_posts', 'posts', 'docs'].filter(name => has(folder, name))
      return first === undefined ? ['pages', 'src/pages', 'app', 'src/app'] : [first]
    },
    pages: MARKDOWN,
    anchors: 'github',
  },
  {
    name: 'mdbook',
    configs: ['book.toml'],
    contents: text => [setting(text, 'src') ?? 'src'],
    pages: ['.md'],
    anchors: 'github',
  },
  ...['', 'docs/', 'doc/', 'source/', 'docs/source/'].map(
    (folder): GeneratorRule => ({
      name: 'sphinx',
      configs: [`${folder}conf.py`, `${folder}myst.yml`],
      isIts: text => /extensions|html_theme|myst/.test(text),
      contents: () => [folder || '.'],
      pages: ['.md'],
      anchors: 'sphinx',
    }),
  ),
  {
    name: 'hexo',
    configs: ['_config.yml'],
    isIts: (_text, folder) => has(folder, 'source/_posts'),
    contents: text => [setting(text, 'source_dir') ?? 'source'],
    pages: ['.md', '.markdown', '.html'],
    anchors: 'github',
  },
  {
    name: 'jekyll',
    configs: ['_config.yml', '_config.yaml', '_config.toml'],
    contents: text => [setting(text, 'source') ?? '.'],
    excludes: text => [...listOf(text, 'exclude'), '_site', setting(text, 'destination') ?? '_site'],
    pages: ['.md', '.markdown', '.html'],
    anchors: 'github',
  },
  {
    name: 'pelican',
    configs: ['pelicanconf.py'],
    contents: text => [setting(text, 'PATH') ?? 'content'],
    pages: ['.md', '.html'],
    anchors: 'mkdocs',
  },
]

/** The project of a site generator. */
export interface SiteProject {
  /** The name of the site generator. */
  generator: string
  /** The path of its configuration file. */
  config: string
  /** The absolute path of the project. */
  folder: string
  /** The absolute paths of the folders that have its pages. */
  contents: readonly string[]
  /** Globs of the pages, below the folder of the project. Empty if all files of their kinds are pages. */
  includes: readonly string[]
  /** Globs of files that are not pages, below the folder of the project. */
  excludes: readonly string[]
  /** The absolute paths of folders of pages, each with that of its French translations. */
  translations: readonly (readonly [content: string, french: string])[]
  /** The ends of the names of its pages. */
  pages: readonly string[]
  /** How the anchors of headings are written. */
  anchors: AnchorStyle
}

/** In bytes. Configurations name folders in their first lines. */
const MOST_OF_CONFIG = 2 ** 18

/**
 * Finds the project of a site generator that a folder belongs to, in the folder or above it, up to the root of its repository; `undefined` if there is none.
 *
 * @example
 * findSiteProject('content')?.generator // 'hugo'
 */
export function findSiteProject(path: string): SiteProject | undefined {
  let folder = resolve(path)
  for (;;) {
    const project = projectIn(folder)
    // A project next to the texts does not contain them.
    if (
      project !== undefined &&
      (folder === resolve(path) || project.contents.some(content => overlaps(content, resolve(path))))
    )
      return project
    const parent = dirname(folder)
    if (parent === folder || has(folder, '.git')) return undefined
    folder = parent
  }
}

function projectIn(folder: string): SiteProject | undefined {
  for (const rule of GENERATORS) {
    for (const config of rule.configs) {
      const file = join(folder, config)
      if (!existsSync(file)) continue
      const text = textOf(file)
      if (text === undefined || rule.isIts?.(text, folder) === false) continue
      const contents = rule
        .contents(text, folder)
        .map(content => resolve(folder, content))
        .filter(isFolder)
      if (contents.length === 0) continue
      const anchors = typeof rule.anchors === 'string' ? rule.anchors : rule.anchors(text)
      return {
        generator: rule.name,
        config: basename(file),
        folder,
        contents: outermost(contents),
        includes: rule.includes?.(text) ?? [],
        excludes: rule.excludes?.(text) ?? [],
        translations: (rule.translations ?? []).map(
          ([content, french]) => [resolve(folder, content), resolve(folder, french)] as const,
        ),
        pages: rule.pages,
        anchors,
      }
    }
  }
  return undefined
}

function textOf(file: string): string | undefined {
  try {
    return statSync(file).size > MOST_OF_CONFIG ? undefined : readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
}

/** Whether one of two folders is inside the other, or the same. */
export function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path)
  return way === '' || !(way === '..' || way.startsWith('../') || way.startsWith('..\\') || /^[A-Za-z]:/.test(way))
}

function overlaps(a: string, b: string): boolean {
  return isInside(a, b) || isInside(b, a)
}

function outermost(folders: readonly string[]): string[] {
  const all = [...new Set(folders)]
  return all.filter(folder => !all.some(other => other !== folder && isInside(folder, other)))
}
