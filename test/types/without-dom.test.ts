/** The declarations compile in a project that has no types but ES2022's: no DOM, no Node, and `skipLibCheck` off. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { compileConsumer, emitDeclarations } from '../support/consumer.ts'

const CONSUMER = `
import { openIndex, SearchIndex, toHTML, type AbortOptions, type ByteSource } from '../../src/index.ts'
import { evaluate } from '../../src/evaluation/index.ts'
import { frenchMiniSearch } from '../../src/minisearch/index.ts'
interface Article { id: number; title: string }
const index = new SearchIndex<Article>({ fields: ['title'], storeFields: ['title'] })
export const made: string = SearchIndex.from([{ id: 1, title: 'La trêve' }], { fields: ['title'], storeFields: ['title'] }).search('trêve').hits[0].document.title
export const hits = SearchIndex.fromBytes<Article>(index.toBytes().slice().buffer).search('trêve', { highlight: { fields: ['title'] } }).hits
export const html: string = toHTML(hits[0].highlights?.title)
export const lazy = openIndex<Article>('https://exemple.fr/a.trv', { headers: { Authorization: 'x' }, fetch: async () => { throw new Error() } })
declare const signal: { aborted: boolean; addEventListener(type: 'abort', l: () => void): void; removeEventListener(type: 'abort', l: () => void): void }
export const results = lazy.search('trêve', { signal })
export const source: ByteSource = { byteLength: 3, read: async (start, end, signal) => new Uint8Array(signal?.aborted ? 0 : end - start) }
export const remote = openIndex<Article>({ href: 'https://exemple.fr/a.trv' }).search('a', { signal })
export const options: AbortOptions = { signal }
// @ts-expect-error ES2022 has none
export const url = new URL('https://exemple.fr')
export { evaluate, frenchMiniSearch }
`

let declarations = new Map<string, string>()
beforeAll(async () => {
  declarations = await emitDeclarations()
})

test.each([true, false])('with ES2022 alone, exactOptionalPropertyTypes %s', exactOptionalPropertyTypes => {
  expect(compileConsumer(declarations, CONSUMER, { exactOptionalPropertyTypes })).toEqual([])
})

test('with the DOM, its own types are taken', () => {
  const consumer = `
import { openIndex } from '../../src/index.ts'
export const remote = openIndex(new URL('https://exemple.fr/a.trv'), {
  fetch: (url, init) => fetch(url, { ...init, mode: 'cors' }),
  headers: new Headers({ Authorization: 'x' }),
  credentials: 'include',
})
export const hits = remote.search('a', { signal: AbortSignal.timeout(1000) })
// @ts-expect-error no signal
remote.search('a', { signal: 3 })
`
  expect(compileConsumer(declarations, consumer, { lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'] })).toEqual([])
})

test('what is internal is not in the declarations of the two classes', () => {
  for (const name of ['index-searcher', 'search-index']) {
    const [text] = [...declarations].filter(([path]) => path.endsWith(`src/${name}.d.ts`)).map(([, text]) => text)
    expect(text).toContain('constructor(')
    expect(text).not.toMatch(/SegmentList|SegmentView|SegmentPart|PackedSegment|@internal/)
  }
})

/** Every type of options: its name, what it is given, and the entry that has it. */
const OPTIONS = [
  ['SearchOptions<Article>', 'index'],
  ['SimilarOptions<Article>', 'index'],
  ['SuggestOptions', 'index'],
  ['HighlightFields<string>', 'index'],
  ['FacetOptions', 'index'],
  ['FacetRange', 'index'],
  ['Bounds<number>', 'index'],
  ['Exclude<KeywordCondition, string | readonly string[]>', 'index'],
  ['Filter<Article>', 'index'],
  ['SortField', 'index'],
  ['Recency', 'index'],
  ['SearchIndexOptions<Article>', 'index'],
  ['TextFieldOptions', 'index'],
  ['AddAllAsyncOptions', 'index'],
  ['OpenOptions', 'index'],
  ['ClientOptions', 'index'],
  ['CacheOptions', 'index'],
  ['HttpOptions', 'index'],
  ['AbortOptions', 'index'],
  ['InspectWordsOptions', 'index'],
  ['ToHTMLOptions', 'index'],
  ['HighlightOptions', 'index'],
  ['ParseQueryOptions', 'index'],
  ['PrintQueryOptions', 'index'],
  ['FrenchOptions', 'index'],
  ['DiagnoseOptions<Article>', 'evaluation/index'],
  ['EvaluateOptions<Article>', 'evaluation/index'],
  ['RandomisationOptions', 'evaluation/index'],
  ['FrenchQueryOptions', 'minisearch/index'],
  ['FromMiniSearchOptions', 'minisearch/index'],
] as const

test('every option takes undefined under exactOptionalPropertyTypes', () => {
  const nameOf = (type: string) => (/^Exclude<(\w+)/.exec(type) ?? /^(\w+)/.exec(type))?.[1]
  const imports = OPTIONS.map(([type, entry]) => `import type { ${nameOf(type)} } from '../../src/${entry}.ts'`)
  const checks = OPTIONS.map(
    ([type], i) => `
declare const undefined${i}: Undefined<${type}>
export const options${i}: Partial<${type}> = undefined${i}`,
  )
  const consumer = `
${imports.join('\n')}
interface Article { id: number; title: string; section: 'monde' | 'culture'; published: Date }
type Undefined<Options> = { [Name in keyof Options as {} extends Pick<Options, Name> ? Name : never]: undefined }
${checks.join('\n')}`
  expect(compileConsumer(declarations, consumer, { exactOptionalPropertyTypes: true })).toEqual([])
})

test('the TypeScript of docs/searching.md compiles', () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/searching.md'), 'utf8')
  const code = [...page.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, block]) => block).join('')
  expect(code).toContain('SearchIndex.from(')
  expect(
    compileConsumer(declarations, code.replace(/'trouvaille(?:\/(?:client|searcher))?'/g, "'../../src/index.ts'")),
  ).toEqual([])
})
