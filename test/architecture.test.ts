/** The arrows between folders go one way, files stay short, and pages name files that exist. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const src = join(root, 'src')

/** What each folder, and each file of the root, may import from. */
const MAY_IMPORT: Record<string, string[]> = {
  'errors.ts': [],
  'weights.ts': [],
  text: [],
  format: ['errors.ts'],
  language: ['text'],
  columns: ['errors.ts', 'format', 'index', 'schema'],
  schema: ['errors.ts', 'columns'],
  languages: ['errors.ts', 'text', 'language'],
  index: ['errors.ts', 'text', 'format', 'columns', 'schema', 'language', 'index-searcher.ts', 'search-index.ts'],
  dictionary: ['text', 'language', 'columns', 'index'],
  query: ['errors.ts', 'text', 'language', 'columns', 'schema', 'index'],
  search: ['errors.ts', 'text', 'format', 'language', 'columns', 'schema', 'index', 'dictionary', 'query'],
  highlight: ['errors.ts', 'text', 'language', 'languages', 'schema', 'index', 'query', 'search'],
  features: [
    'errors.ts',
    'text',
    'format',
    'language',
    'columns',
    'schema',
    'index',
    'dictionary',
    'query',
    'search',
    'highlight',
  ],
  'index-searcher.ts': [
    'errors.ts',
    'language',
    'languages',
    'columns',
    'schema',
    'index',
    'query',
    'search',
    'highlight',
    'features',
  ],
  open: ['errors.ts', 'format', 'schema', 'index', 'query', 'search', 'features', 'index-searcher.ts'],
  'search-index.ts': ['errors.ts', 'language', 'schema', 'index', 'features', 'index-searcher.ts', 'open'],
  'searcher.ts': [
    'errors.ts',
    'language',
    'languages',
    'schema',
    'index',
    'query',
    'search',
    'highlight',
    'features',
    'index-searcher.ts',
    'open',
  ],
  'lazy.ts': ['languages', 'open', 'index-searcher.ts', 'searcher.ts'],
  'browser.ts': ['lazy.ts', 'searcher.ts'],
  'index.ts': [
    'errors.ts',
    'text',
    'language',
    'languages',
    'schema',
    'query',
    'features',
    'search-index.ts',
    'searcher.ts',
  ],
  'file-spool.ts': ['index'],
  'node.ts': [
    'errors.ts',
    'index',
    'index-searcher.ts',
    'search-index.ts',
    'index.ts',
    'open',
    'file-spool.ts',
    'config',
  ],
  minisearch: ['errors.ts', 'index.ts'],
  readers: ['errors.ts', 'index.ts'],
  evaluation: ['errors.ts', 'index.ts'],
  config: ['errors.ts', 'index.ts', 'readers'],
  cli: ['errors.ts', 'index.ts', 'node.ts', 'readers', 'config', 'evaluation'],
  plugin: ['index.ts', 'node.ts', 'readers'],
}

const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.ts'))
const folderOf = (file: string) => file.split('/')[0]

describe('arrows between folders go one way', () => {
  test.each(files)('src/%s', file => {
    const text = readFileSync(join(src, file), 'utf8')
    const folder = folderOf(file)
    expect(Object.keys(MAY_IMPORT)).toContain(folder)
    for (const [, path] of text.matchAll(/from '(\.{1,2}\/[^']+)'/g)) {
      const target = folderOf(normalize(join(dirname(file), path)))
      // The program says its version.
      if (folder === 'cli' && path.endsWith('/package.json')) continue
      // Everything that ranks reads its weights from one table.
      if (target === 'weights.ts') continue
      if (target !== folder) expect(MAY_IMPORT[folder], `${file} imports ${path}`).toContain(target)
    }
  })
})

/** Circles that stand until their files are rewritten: values or types of two files that need each other. */
const KNOWN_CIRCLES = [
  'plugin/factory.ts ↔ plugin/vite-hooks.ts',
  'plugin/options.ts ↔ plugin/read-texts.ts',
  'schema/schema-types.ts ↔ schema/schema.ts',
]

test('files inside a folder import one another one way, types too', () => {
  const imports = new Map(
    files.map(file => {
      const text = readFileSync(join(src, file), 'utf8')
      const paths = [...text.matchAll(/from '(\.{1,2}\/[^']+)'/g)].map(([, path]) =>
        normalize(join(dirname(file), path)),
      )
      return [file, paths.filter(path => folderOf(path) === folderOf(file))]
    }),
  )
  const circles = new Set<string>()
  const done = new Set<string>()
  const visit = (file: string, way: readonly string[]): void => {
    const at = way.indexOf(file)
    if (at >= 0) circles.add(way.slice(at).sort().join(' ↔ '))
    if (at >= 0 || done.has(file)) return
    for (const next of imports.get(file) ?? []) visit(next, [...way, file])
    done.add(file)
  }
  for (const file of files) visit(file, [])
  expect([...circles].filter(circle => !KNOWN_CIRCLES.includes(circle))).toEqual([])
})

test('the library imports nothing of Node, and only two packages and what is built in', () => {
  const programs = new Set(['node.ts', 'file-spool.ts', 'cli', 'readers', 'config', 'plugin'])
  for (const file of files.filter(file => !programs.has(folderOf(file)))) {
    const text = readFileSync(join(src, file), 'utf8')
    for (const [, name] of text.matchAll(/^(?:import|export|\}).* from '([^.'][^']*)'/gm)) {
      expect(name, file).toMatch(/^(minisearch|stopwords-fr|fflate)(\/|$)/)
    }
  }
})

test.each(files)('src/%s says its one idea first, and is no longer than it should be', file => {
  const lines = readFileSync(join(src, file), 'utf8').split('\n')
  expect(lines[0]).toMatch(/^\/\*\*/)
  // Tables of words are as long as the language.
  if (!file.endsWith('-tables.ts')) expect(lines.length).toBeLessThanOrEqual(400)
})

const pages = ['README.md', 'ARCHITECTURE.md', ...readdirSync(join(root, 'docs')).map(name => `docs/${name}`)].filter(
  page => page.endsWith('.md'),
)

test.each(pages)('%s links to files that exist, and names files that exist', page => {
  const text = readFileSync(join(root, page), 'utf8')
  for (const [, link] of text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)) {
    expect(() => statSync(join(root, dirname(page), link)), link).not.toThrow()
  }
  for (const [, path] of text.matchAll(/`((?:src|test|bench|index-data|examples|docs)\/[\w./-]+)`/g)) {
    expect(() => statSync(join(root, path)), path).not.toThrow()
  }
})
