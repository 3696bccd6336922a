/** What an editor shows of a public name: each has a docstring, functions and classes have an example, and the examples compile. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { scriptOfSvelte, scriptOfVue } from '../support/component-script.ts'
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

/** Examples that are no TypeScript, as TypeScript: components, and configurations to which their generator gives types. */
const TRANSLATIONS: Readonly<Record<string, (code: string) => string>> = {
  'trouvaille/vue': scriptOfVue,
  'trouvaille/svelte': scriptOfSvelte,
  'trouvaille/eleventy': code => `${code.replace('(eleventyConfig)', '(eleventyConfig: UserConfig)')}
type Config = import('trouvaille/eleventy').EleventyConfig
interface UserConfig extends Config {
  addPlugin<Options>(plugin: (config: Config, options?: Options) => void, options?: Options): void
}`,
  'trouvaille/docusaurus': code => `${code.replace('export default {', 'export const config: Config = {')}
interface Config {
  plugins: (string | [name: 'trouvaille/docusaurus', options: import('trouvaille/docusaurus').SiteOptions])[]
}`,
}

/** Packages of frameworks that are not installed here. */
const FRAMEWORKS: Readonly<Record<string, string>> = {
  vitepress: 'export function defineConfig<T extends object>(config: T): T & { base?: string; outDir?: string }',
  'astro/config': 'export function defineConfig<T>(config: T): T',
  '@astrojs/starlight': 'export default function starlight(options: object): object',
}

/** What people write by hand has an example, as functions have: options, and these. */
const isWritten = (name: string) =>
  /(?<!^Named\w*)Options$|Node$|Condition$/.test(name) ||
  ['Bounds', 'Cursor', 'Editorial', 'Facets', 'Filter', 'Group', 'Match', 'Promotion', 'Recency', 'Sort'].includes(
    name,
  ) ||
  ['OneWaySynonym', 'SynonymGroup', 'Synonyms', 'TrouvailleConfig'].includes(name)
/** Options that are parts of others with an example, or that no one writes by hand. */
const PARTS = [
  'SchemaOptions',
  'DiagnoseOptions',
  'CompareOptions',
  'NoOptions',
  'BuildOptions',
  'UpdateFileOptions',
  'TranslatedOptions',
  'RankingOptions',
  'FieldOptions',
  'WriteOptions',
  'SearchBoxOptions',
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

  test('every function, class and type that people write has an example', () => {
    const needsOne = ({ name, kind }: PublicName) =>
      (!name.includes('.') && isWritten(name) && !PARTS.includes(name)) ||
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

/** Mistakes in examples that are translated: the compiler must find them. */
const MISTAKES: [entry: string, right: string, wrong: string][] = [
  ['trouvaille/vue', 'hit.title.text', 'hit.titel.text'],
  ['trouvaille/svelte', 'hit.title.text', 'hit.titel.text'],
  ['trouvaille/eleventy', 'addPlugin(trouvaille)', 'addPlugin(trouvaille, { section: false })'],
  ['trouvaille/docusaurus', 'build:', 'builds:'],
]

test('the examples compile, and would not with a mistake', () => {
  const modules = new Map(
    names.flatMap(name =>
      name.examples.map((code, i) => [fileOf(name, i), moduleOf(name, scriptOf(name, code))] as const),
    ),
  )
  expect(modules.size).toBeGreaterThan(80)
  const frameworks = Object.entries(FRAMEWORKS).map(([name, text]) => `declare module '${name}' { ${text} }`)
  modules.set('frameworks.d.ts', frameworks.join('\n'))
  for (const [entry, right, wrong] of MISTAKES) {
    const name = names.find(name => name.entry === entry && name.examples.length > 0) as PublicName
    expect(name.examples[0]).toContain(right)
    modules.set(`wrong-${fileOf(name, 0)}`, moduleOf(name, scriptOf(name, name.examples[0].replace(right, wrong))))
  }
  const messages = Object.entries(Object.fromEntries(face.compile(modules)))
  expect(messages.filter(([file]) => !file.startsWith('wrong-'))).toEqual([])
  expect(messages.filter(([file]) => file.startsWith('wrong-')).length).toBe(MISTAKES.length)
}, 60_000)

function scriptOf({ entry }: PublicName, code: string): string {
  return Object.hasOwn(TRANSLATIONS, entry) ? TRANSLATIONS[entry](code) : code
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
