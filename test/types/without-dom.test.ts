/** The declarations compile in a project that has no types but ES2022's: no DOM, no Node, and `skipLibCheck` off. */
import { join } from 'node:path'
import ts from 'typescript'
import { beforeAll, expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')

const messagesOf = (diagnostics: readonly ts.Diagnostic[]) =>
  diagnostics.map(({ file, messageText }) => `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`)

/** The declarations of the library, by the path of the source file that they are of. */
function declarations(): Map<string, string> {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.library.json'), ts.sys.readFile)
  const { options, fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, root)
  const program = ts.createProgram(fileNames, {
    ...options,
    noEmit: false,
    declaration: true,
    emitDeclarationOnly: true,
  })
  const emitted = new Map<string, string>()
  program.emit(undefined, (path, text) => emitted.set(path, text))
  return emitted
}

const CONSUMER = `
import { openIndex, SearchIndex, toHTML, type AbortOptions, type ByteSource } from '../../src/index.ts'
import { evaluate } from '../../src/evaluation/index.ts'
import { frenchMiniSearch } from '../../src/minisearch/index.ts'
interface Article { id: number; title: string }
const index = new SearchIndex<Article>({ fields: ['title'], storeFields: ['title'] })
export const hits = SearchIndex.fromBytes<Article>(index.toBytes().slice().buffer).search('trêve').hits
export const html: string = toHTML(hits[0].highlights?.title)
export const client = openIndex<Article>('https://exemple.fr/a.trv', { headers: { Authorization: 'x' }, fetch: async () => { throw new Error() } })
declare const signal: { aborted: boolean; addEventListener(type: 'abort', l: () => void): void; removeEventListener(type: 'abort', l: () => void): void }
export const results = client.search('trêve', { signal })
export const source: ByteSource = { byteLength: 3, read: async (start, end, signal) => new Uint8Array(signal?.aborted ? 0 : end - start) }
export const warm = openIndex<Article>({ href: 'https://exemple.fr/a.trv' }, { load: 'ranges' }).warmUp({ signal })
export const options: AbortOptions = { signal }
// @ts-expect-error ES2022 has none
export const url = new URL('https://exemple.fr')
export { evaluate, frenchMiniSearch }
`

let emitted = new Map<string, string>()
beforeAll(() => {
  emitted = declarations()
})

function compile(options: ts.CompilerOptions, consumer: string): string[] {
  const main = join(root, 'test/types/consumer.ts')
  const files = new Map([...emitted, [main, consumer]])
  const all: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    strict: true,
    noEmit: true,
    allowImportingTsExtensions: true,
    skipLibCheck: false,
    ...options,
  }
  const host = ts.createCompilerHost(all)
  const { fileExists, readFile, getSourceFile } = host
  // The sources are hidden: only their declarations are seen.
  const isHidden = (path: string) => path.startsWith(join(root, 'src')) && !path.endsWith('.d.ts')
  host.fileExists = path => !isHidden(path) && (files.has(path) || fileExists(path))
  host.readFile = path => files.get(path) ?? readFile(path)
  host.getSourceFile = (path, version, ...others) => {
    const text = files.get(path)
    return text === undefined ? getSourceFile(path, version, ...others) : ts.createSourceFile(path, text, version)
  }
  const program = ts.createProgram([main], all, host)
  expect(program.getSourceFiles().some(({ fileName }) => fileName.endsWith('src/index.d.ts'))).toBe(true)
  return messagesOf(ts.getPreEmitDiagnostics(program))
}

test('with ES2022 alone', () => {
  expect(compile({ lib: ['lib.es2022.d.ts'], types: [] }, CONSUMER)).toEqual([])
})

test('with the DOM, its own types are taken', () => {
  const consumer = `
import { openIndex } from '../../src/index.ts'
export const client = openIndex(new URL('https://exemple.fr/a.trv'), {
  fetch: (url, init) => fetch(url, { ...init, mode: 'cors' }),
  headers: new Headers({ Authorization: 'x' }),
  credentials: 'include',
})
export const warm = client.warmUp({ signal: AbortSignal.timeout(1000) })
// @ts-expect-error no signal
openIndex('a.trv').warmUp({ signal: 3 })
`
  expect(compile({ lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'], types: [] }, consumer)).toEqual([])
})
