/** The arrows between folders go one way, files stay short, and pages name files that exist. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const src = join(root, 'src')

/** What each folder may import from. */
const MAY_IMPORT: Record<string, string[]> = {
  errors: [],
  text: ['errors'],
  french: ['errors', 'text', 'format'],
  format: ['errors'],
  storage: ['errors', 'format'],
  schema: ['errors', 'text'],
  ranking: ['errors'],
  segment: ['errors', 'text', 'format', 'schema', 'ranking'],
  query: ['errors', 'text', 'schema', 'ranking', 'segment'],
  search: ['errors', 'text', 'schema', 'ranking', 'segment', 'query'],
  results: ['errors', 'text', 'format', 'schema', 'ranking', 'segment', 'query', 'search'],
  'index-searcher': ['errors', 'text', 'french', 'schema', 'segment', 'query', 'search', 'results'],
  remote: ['errors', 'format', 'storage', 'query', 'schema', 'segment', 'results', 'index-searcher'],
  lazy: ['errors', 'french', 'storage', 'schema', 'query', 'results', 'index-searcher', 'remote', 'searcher'],
  'search-index': ['errors', 'text', 'storage', 'schema', 'segment', 'results', 'index-searcher', 'remote'],
  highlight: ['errors', 'text', 'french', 'query', 'results'],
  searcher: [
    'highlight',
    'errors',
    'text',
    'query',
    'french',
    'storage',
    'schema',
    'results',
    'index-searcher',
    'remote',
  ],
  index: [
    'searcher',
    'highlight',
    'errors',
    'text',
    'french',
    'schema',
    'query',
    'results',
    'index-searcher',
    'search-index',
    'storage',
    'remote',
  ],
  browser: ['lazy', 'searcher'],
  'index-builder': ['errors', 'schema', 'segment', 'index-searcher', 'search-index'],
  'index-updater': ['errors', 'text', 'format', 'schema', 'segment', 'index-searcher', 'index-builder'],
  'file-spool': ['index-builder'],
  config: ['errors', 'index', 'readers'],
  node: [
    'config',
    'errors',
    'storage',
    'index-searcher',
    'search-index',
    'index',
    'index-builder',
    'index-updater',
    'file-spool',
  ],
  minisearch: ['errors', 'index'],
  readers: ['errors', 'index'],
  evaluation: ['errors', 'index'],
  cli: ['config', 'errors', 'index', 'node', 'readers', 'evaluation'],
  plugin: ['index', 'node', 'readers'],
}

const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.ts'))
const folderOf = (file: string) => file.split('/')[0].replace(/\.ts$/, '')

describe('arrows between folders go one way', () => {
  test.each(files)('src/%s', file => {
    const text = readFileSync(join(src, file), 'utf8')
    const folder = folderOf(file)
    expect(Object.keys(MAY_IMPORT)).toContain(folder)
    for (const [, path] of text.matchAll(/from '(\.{1,2}\/[^']+)'/g)) {
      const target = folderOf(normalize(join(dirname(file), path)))
      // The program says its version.
      if (folder === 'cli' && path.endsWith('/package.json')) continue
      if (target !== folder) expect(MAY_IMPORT[folder], `${file} imports ${path}`).toContain(target)
    }
  })
})

test('the library imports nothing of Node, and only two packages and what is built in', () => {
  const programs = new Set(['node', 'file-spool', 'cli', 'readers', 'config', 'plugin'])
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
