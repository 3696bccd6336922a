/** What an editor shows of a public name: each has a docstring, functions and classes have an example, and the examples compile. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { ENTRIES, PublicFace, type PublicName } from '../support/public-names.ts'

/** Names that examples use without saying what they are: in those of an entry or of a class; `''` for all. */
const KNOWN: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '': {
    Article: `interface Article {
  id: string | number
  title: string
  body: string
  section: 'monde' | 'culture'
  published: Date
  tags?: string[]
  views?: number
}`,
    articles: 'declare const articles: Article[]',
    article: 'declare const article: Article',
    index: `declare const index: import('trouvaille').SearchIndex<Article, 'title' | 'body'>`,
    bytes: 'declare const bytes: Uint8Array',
    blob: 'declare const blob: Blob',
    query: 'declare const query: string',
    text: 'declare const text: string',
    show: 'declare function show(message: string): void',
    field: 'declare const field: HTMLInputElement',
    list: 'declare const list: HTMLElement',
    client: `declare const client: import('trouvaille').SearchClient<Article, 'title'>`,
    questions: `declare const questions: import('trouvaille/evaluate').EvaluationQuestion[]`,
    judgments: `declare const judgments: import('trouvaille/evaluate').Judgments`,
    miniSearch: `declare const miniSearch: import('minisearch').default`,
    element: `declare const element: import('trouvaille/element').TrouvailleSearch`,
    reading: `declare const reading: import('trouvaille/readers').Reading`,
  },
  SearchClient: {
    index: `declare const index: import('trouvaille').SearchClient<Article, 'title' | 'body'>`,
  },
  'trouvaille/readers': {
    index: `declare const index: import('trouvaille').SearchIndex`,
  },
  'trouvaille/minisearch': {
    index: `declare const index: import('trouvaille').SearchIndex`,
  },
  'trouvaille/opensearch': {
    index: `declare const index: import('trouvaille/opensearch').ClusterIndex<Article, 'title'>`,
  },
}

/** Configurations that are JavaScript. */
const JAVASCRIPT = ['trouvaille/eleventy', 'trouvaille/docusaurus']

/** Packages of frameworks that are not installed here. */
const FRAMEWORKS: Readonly<Record<string, string>> = {
  vitepress: 'export function defineConfig<T extends object>(config: T): T & { base?: string; outDir?: string }',
  'astro/config': 'export function defineConfig<T>(config: T): T',
  '@astrojs/starlight': 'export default function starlight(options: object): object',
}

/** Options that people write by hand. They have an example as functions have. */
const MAIN_OPTIONS = [
  'SearchOptions',
  'SearchIndexOptions',
  'SimilarOptions',
  'PassagesOptions',
  'ClientOptions',
  'RerankOptions',
  'FrenchOptions',
  'EnglishOptions',
  'Filter',
  'Sort',
  'Editorial',
  'Synonyms',
  'Recency',
]
/** An error is thrown by the library: what throws it has the example. */
const isError = (name: string) => name.endsWith('Error')
/** Made by other functions, whose examples show them. */
const MADE_BY_OTHERS = [
  'SearchBox',
  'RecentSearches',
  'Reading',
  'Ledger',
  'Note',
  'Skip',
  'Unchanged',
  'French',
  'English',
]

let names: PublicName[] = []
let face: PublicFace
beforeAll(() => {
  face = new PublicFace()
  names = face.names()
})

test('every entry of the package is looked at', () => {
  const { exports } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'))
  const entries = Object.keys(exports).filter(name => exports[name].import?.default !== undefined)
  expect(Object.keys(ENTRIES).sort()).toEqual(entries.map(name => name.replace('.', 'trouvaille')).sort())
})

describe('docstrings', () => {
  test('every public name and member has one', () => {
    expect(names.length).toBeGreaterThan(800)
    const isNamed = ({ name }: PublicName) => /\.(?:name|__constructor|type)$/.test(name)
    expect(names.filter(name => name.documentation === '' && !isNamed(name)).map(({ name }) => name)).toEqual([])
  })

  test('every function, class and main options type has an example', () => {
    const needsOne = ({ name, kind }: PublicName) =>
      MAIN_OPTIONS.includes(name) ||
      ((kind === 'function' || kind === 'class') && !isError(name) && !MADE_BY_OTHERS.includes(name))
    const missing = names.filter(name => needsOne(name) && name.examples.length === 0)
    expect(missing.map(({ name, entry }) => `${entry}: ${name}`)).toEqual([])
  })

  test('they are plain', () => {
    const odd =
      /\bunless told\b|\bpassed over\b|\btold of\b|\bwhere (?:it|they|nothing|no) (?:is|are)\b|[^\d]\.\d+ ?(?:ms|kB|MB)/
    expect(names.filter(({ documentation }) => odd.test(documentation)).map(({ name }) => name)).toEqual([])
  })
})

test('the examples compile', () => {
  const modules = new Map(
    names.flatMap(name =>
      name.examples
        .filter(code => isScript(name, code))
        .map((code, i) => [fileOf(name, i), moduleOf(name, code)] as const),
    ),
  )
  expect(modules.size).toBeGreaterThan(80)
  const frameworks = Object.entries(FRAMEWORKS).map(([name, text]) => `declare module '${name}' { ${text} }`)
  modules.set('frameworks.d.ts', frameworks.join('\n'))
  expect(Object.fromEntries(face.compile(modules))).toEqual({})
}, 60_000)

/** Vue's and Svelte's components are no TypeScript. */
function isScript({ entry }: PublicName, code: string): boolean {
  return !code.startsWith('<script') && !JAVASCRIPT.includes(entry)
}

function fileOf({ name, entry }: PublicName, number: number): string {
  return `${entry.replace('trouvaille/', '')}-${name}-${number}.tsx`
}

/** An example as a module: with what it uses and does not say. */
function moduleOf({ name, entry }: PublicName, code: string): string {
  const program = code.replace(/\/\/.*$/gm, '').replace(/'(?:[^'\\\n]|\\.)*'/g, "''")
  const imported = [...program.matchAll(/import\s+(?:type\s+)?([^;]*?)\s+from\s/g)].flatMap(
    ([, names]) => names.match(/\w+/g) ?? [],
  )
  const declared = [...program.matchAll(/\b(?:const|let|function|class|interface|type)\s+(\{[^=]*?\}|\[[^=]*?\]|\w+)/g)]
  const own = new Set([...imported, ...declared.flatMap(([, names]) => names.match(/\w+/g) ?? [])])
  const used = new Set(program.replaceAll('...', ' ').match(/(?<![.\w])[A-Za-z_]\w*/g) ?? [])
  used.delete('default')
  const known = { ...KNOWN[''], ...KNOWN[entry], ...KNOWN[name.split('.')[0]] }
  const lines: string[] = []
  for (const name of used) {
    if (own.has(name) || name in known) continue
    const from = [entry, ...Object.keys(ENTRIES)].find(entry => exportsOf(entry).has(name))
    if (from !== undefined) lines.push(`import { ${name} } from '${from}'`)
  }
  const needed = Object.keys(known).filter(name => !own.has(name) && (used.has(name) || name === 'Article'))
  return [...lines, ...needed.map(name => known[name]), code, 'export {}'].join('\n')
}

const exported = new Map<string, ReadonlySet<string>>()

function exportsOf(entry: string): ReadonlySet<string> {
  let known = exported.get(entry)
  if (known === undefined) exported.set(entry, (known = new Set(face.exportsOf(entry).map(([name]) => name))))
  return known
}
