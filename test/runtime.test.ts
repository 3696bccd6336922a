/** The library asks its runtime for ES2022 and for what docs/runtimes.md names, and nothing else; `tsconfig.library.json` checks the same with types. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { InvalidOptionError, SearchIndex, toHTML } from '../src/index.ts'
import { IndexSearcher } from '../src/searcher.ts'
import { openRanges } from './support/open-ranges.ts'

const root = join(import.meta.dirname, '..')
/** They run in Node, or in a bundler. */
const PROGRAMS = /^(?:cli|readers|plugin|config)\/|^(?:node|file-spool)\.ts$/
const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter(file => file.endsWith('.ts') && !PROGRAMS.test(file))
  .map((file): [string, string] => [file, withoutComments(readFileSync(join(root, 'src', file), 'utf8'))])

/** The code as the compiler prints it: a comment may name what the code must not use. */
function withoutComments(text: string): string {
  const file = ts.createSourceFile('source.ts', text, ts.ScriptTarget.ESNext)
  return ts.createPrinter({ removeComments: true }).printFile(file)
}

const filesWith = (pattern: RegExp) => sources.filter(([, code]) => pattern.test(code)).map(([file]) => file)

describe('what is newer than ES2022, or than Safari 16', () => {
  test.each([
    ['methods of ES2023', /\.(?:findLast|findLastIndex|toSorted|toSpliced|toReversed|with)\(/],
    [
      'functions of ES2024',
      /\b(?:Object|Map)\.groupBy\b|\bPromise\.withResolvers\b|\bArray\.fromAsync\b|\.isWellFormed\(/,
    ],
    ['look-behind', /\(\?<[=!]/],
    ['set methods', /\.(?:isSubsetOf|isSupersetOf|symmetricDifference)\(/],
  ])('no %s', (_, pattern) => {
    expect(filesWith(pattern)).toEqual([])
  })
})

test('one function knows of `performance`, and one file of `TextEncoder` and `TextDecoder`', () => {
  expect(filesWith(/\bperformance(?:\.|\?| =)/)).toEqual(['query-engine.ts'])
  expect(filesWith(/\bText(?:De|En)coder\b/)).toEqual(['text/utf8.ts'])
})

test('what time a search takes is measured without `performance` as well', () => {
  const index = new SearchIndex({ fields: ['title'] })
  const { performance } = globalThis
  try {
    Reflect.deleteProperty(globalThis, 'performance')
    expect(index.search('trêve').tookMs).toBeGreaterThanOrEqual(0)
  } finally {
    globalThis.performance = performance
  }
})

describe('bytes of any kind, of this realm or another', () => {
  const index = new SearchIndex({ fields: ['title'], storeFields: ['title'] })
  index.add({ id: 1, title: 'Une trêve à Tripoli' })
  const bytes = index.toBytes()
  const buffer = bytes.slice().buffer
  const shifted = new Uint8Array(bytes.length + 7)
  shifted.set(bytes, 7)
  const foreign = (code: string): ArrayBuffer =>
    runInNewContext(`const a = Uint8Array.from(list); ${code}`, { list: bytes })

  test.each<[string, ArrayBuffer | ArrayBufferView]>([
    ['Uint8Array', bytes],
    ['part of an array', shifted.subarray(7)],
    ['ArrayBuffer', buffer],
    ['DataView', new DataView(shifted.buffer, 7)],
    ['Buffer', Buffer.from(bytes)],
    ['Uint8Array of another realm', foreign('a')],
    ['ArrayBuffer of another realm', foreign('a.buffer')],
    ['DataView of another realm', foreign('new DataView(a.buffer)')],
  ])('%s', async (_, given) => {
    for (const opened of [SearchIndex.fromBytes(given), IndexSearcher.fromBytes(given)]) {
      expect(opened.search('treve').hits.map(hit => hit.document)).toEqual([{ title: 'Une trêve à Tripoli' }])
      opened.verify()
    }
    const reopened = SearchIndex.fromBytes(given)
    reopened.add({ id: 2, title: 'Une autre trêve' })
    expect(reopened.search('trêve').total).toBe(2)
  })

  test('a ByteSource may give them too', async () => {
    const read = async (start: number, end: number) =>
      runInNewContext('Uint8Array.from(list)', { list: bytes.subarray(start, end) })
    const remote = await openRanges({ byteLength: bytes.length, read })
    expect((await remote.search('trêve')).total).toBe(1)
  })

  test.each([undefined, null, 'bytes', 3, [1, 2], {}, { length: 3 }, new Map()])('%j is refused', given => {
    expect(() => SearchIndex.fromBytes(given as never)).toThrow(InvalidOptionError)
    expect(() => SearchIndex.fromBytes(given as never)).toThrow(/"bytes" is .*a Uint8Array, an ArrayBuffer/)
  })
})

test('a field without a highlight is empty HTML', () => {
  const index = new SearchIndex({ fields: ['title', 'body'], storeFields: ['title', 'body'] })
  index.add({ id: 1, title: 'Une trêve' })
  const [hit] = index.search('trêve', { highlight: { fields: ['title', 'body'] } }).hits
  expect(toHTML(hit.highlights?.title)).toBe('Une <mark>trêve</mark>')
  expect(toHTML(hit.highlights?.body)).toBe('')
  expect(toHTML(null)).toBe('')
})
