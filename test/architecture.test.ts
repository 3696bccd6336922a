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
  'record.ts': [],
  'json.ts': [],
  'platform-types.ts': [],
  'recent-map.ts': [],
  'check-options.ts': ['errors.ts'],
  text: [],
  format: ['errors.ts', 'recent-map.ts', 'text'],
  language: ['check-options.ts', 'errors.ts', 'record.ts', 'json.ts', 'text'],
  columns: ['check-options.ts', 'errors.ts', 'record.ts', 'text', 'format'],
  schema: ['platform-types.ts', 'check-options.ts', 'errors.ts', 'record.ts', 'json.ts', 'format', 'columns'],
  languages: ['check-options.ts', 'errors.ts', 'recent-map.ts', 'text', 'format', 'language'],
  index: ['check-options.ts', 'errors.ts', 'record.ts', 'json.ts', 'text', 'format', 'columns', 'schema', 'language'],
  dictionary: ['recent-map.ts', 'text', 'format', 'language', 'columns', 'index'],
  query: ['check-options.ts', 'errors.ts', 'recent-map.ts', 'text', 'language', 'columns', 'schema', 'index'],
  search: [
    'check-options.ts',
    'errors.ts',
    'recent-map.ts',
    'text',
    'format',
    'language',
    'columns',
    'schema',
    'index',
    'dictionary',
    'query',
  ],
  highlight: ['check-options.ts', 'errors.ts', 'text', 'language', 'schema', 'index', 'query', 'search'],
  features: [
    'check-options.ts',
    'errors.ts',
    'recent-map.ts',
    'record.ts',
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
  'query-engine.ts': ['errors.ts', 'language', 'columns', 'schema', 'index', 'query', 'search', 'features'],
  'index-searcher.ts': [
    'check-options.ts',
    'errors.ts',
    'format',
    'language',
    'languages',
    'schema',
    'index',
    'query',
    'search',
    'features',
    'query-engine.ts',
  ],
  open: [
    'platform-types.ts',
    'check-options.ts',
    'errors.ts',
    'format',
    'language',
    'languages',
    'schema',
    'index',
    'query',
    'search',
    'features',
    'query-engine.ts',
  ],
  opensearch: [
    'platform-types.ts',
    'check-options.ts',
    'errors.ts',
    'record.ts',
    'text',
    'format',
    'language',
    'languages',
    'columns',
    'schema',
    'index',
    'dictionary',
    'query',
    'search',
    'features',
    'query-engine.ts',
    'open',
  ],
  'client.ts': ['errors.ts', 'open'],
  worker: ['open'],
  'search-box': ['schema', 'highlight', 'features', 'open'],
  element: ['highlight', 'search-box', 'client.ts'],
  'search-index.ts': [
    'platform-types.ts',
    'check-options.ts',
    'errors.ts',
    'format',
    'language',
    'languages',
    'schema',
    'index',
    'features',
    'index-searcher.ts',
    'open',
  ],
  'text-functions.ts': ['check-options.ts', 'errors.ts', 'language', 'languages', 'query', 'highlight'],
  'searcher.ts': [
    'errors.ts',
    'columns',
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
    'text-functions.ts',
  ],
  'index.ts': [
    'errors.ts',
    'columns',
    'text',
    'language',
    'languages',
    'schema',
    'query',
    'features',
    'client.ts',
    'search-index.ts',
    'searcher.ts',
    'client.ts',
  ],
  'file-spool.ts': ['index'],
  'replace-file.ts': ['file-spool.ts', 'format'],
  'thread-file.ts': [],
  'build-threads.ts': ['language', 'index', 'file-spool.ts', 'thread-file.ts'],
  'build-thread.ts': ['language', 'languages', 'index', 'file-spool.ts', 'build-threads.ts'],
  'french-words.ts': ['languages'],
  'english-words.ts': ['languages'],
  'node.ts': [
    'check-options.ts',
    'errors.ts',
    'language',
    'languages',
    'index',
    'index-searcher.ts',
    'search-index.ts',
    'index.ts',
    'open',
    'format',
    'file-spool.ts',
    'replace-file.ts',
    'build-threads.ts',
    'config',
  ],
  minisearch: ['check-options.ts', 'errors.ts', 'index.ts'],
  readers: ['check-options.ts', 'errors.ts', 'record.ts', 'index.ts', 'columns', 'schema', 'thread-file.ts'],
  evaluation: ['check-options.ts', 'errors.ts', 'index.ts'],
  config: ['check-options.ts', 'errors.ts', 'index.ts', 'schema', 'readers'],
  'internal.ts': [
    'check-options.ts',
    'columns',
    'language',
    'languages',
    'query',
    'schema',
    'open',
    'search-box',
    'readers',
    'evaluation',
  ],
  'internal-build.ts': ['file-spool.ts', 'replace-file.ts', 'readers', 'config'],
  // The page of `serve` names the type of the element, which the server gives as it is built.
  cli: [
    'index.ts',
    'searcher.ts',
    'node.ts',
    'opensearch',
    'readers',
    'evaluation',
    'internal.ts',
    'internal-build.ts',
    'element',
  ],
  frameworks: ['search-box'],
  plugin: ['index.ts', 'node.ts', 'readers', 'internal.ts', 'internal-build.ts'],
}

/** These are built by themselves and import the library as it is built: only its entries, of which `internal.ts` is one. */
const IMPORT_ENTRIES_ONLY = ['cli', 'plugin']

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
      if (target !== folder && IMPORT_ENTRIES_ONLY.includes(folder))
        expect(path).toMatch(/\/(?:index|searcher|node|internal|internal-build)\.ts$/)
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

test.each(files)('src/%s knows which languages there are only if it is an entry', file => {
  const isEntry = !file.includes('/') || file.startsWith('languages/')
  const text = readFileSync(join(src, file), 'utf8')
  for (const [, path] of text.matchAll(/from '[./]*\/languages\/([^']+)'/g)) {
    if (!isEntry) expect(['registry.ts', 'languages-of-file.ts', 'word-list-addresses.ts']).toContain(path)
  }
})

test('the library imports nothing of Node, and only minisearch and what is built in', () => {
  const programs = new Set([
    'node.ts',
    'file-spool.ts',
    'replace-file.ts',
    'build-threads.ts',
    'build-thread.ts',
    'thread-file.ts',
    'french-words.ts',
    'english-words.ts',
    'internal.ts',
    'internal-build.ts',
    'cli',
    'readers',
    'config',
    'plugin',
    'frameworks',
  ])
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

const inFolder = (folder: string) => readdirSync(join(root, folder)).map(name => `${folder}/${name}`)
const handbook = ['README.md', 'README.fr.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'SECURITY.md']
const pages = [...handbook, ...inFolder('docs'), ...inFolder('docs/fr')].filter(page => page.endsWith('.md'))

test.each(pages)('%s links to files that exist, and names files that exist', page => {
  const text = readFileSync(join(root, page), 'utf8')
  for (const [, link] of text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)) {
    expect(() => statSync(join(root, dirname(page), link)), link).not.toThrow()
  }
  for (const [, path] of text.matchAll(/`((?:src|test|bench|scripts|index-data|examples|docs)\/[\w./-]+)`/g)) {
    // `src/cli/commands/NAME.ts` is the file that someone is about to write.
    if (!/\bNAME\b/.test(path)) expect(() => statSync(join(root, path)), path).not.toThrow()
  }
})

test.each(handbook)('%s names commands that package.json has', page => {
  const text = readFileSync(join(root, page), 'utf8')
  const scriptsOf = (path: string) => Object.keys(JSON.parse(readFileSync(join(root, path), 'utf8')).scripts)
  const scripts = [...scriptsOf('package.json'), ...scriptsOf('bench/package.json')]
  for (const [, name] of text.matchAll(/npm run (?:--silent )?([\w:-]+)/g)) expect(scripts).toContain(name)
})
