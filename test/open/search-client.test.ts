/** The client of pages: what it loads and when, what it does about failures, and which index it answers from. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { ModuleLoadError } from '../../src/errors.ts'
import { IndexSearcher } from '../../src/index-searcher.ts'
import { memorySource } from '../../src/open/byte-source.ts'
import { loadModule, type ModuleName } from '../../src/open/load-module.ts'
import { openIndex } from '../../src/open/search-client.ts'
import { buildParagraphs, type Paragraph, QUESTIONS } from '../support/articles.ts'
import { type RangeServer, serve, whole } from '../support/range-server.ts'

/** Modules that cannot be loaded now. */
const gone = new Set<ModuleName>()

/** The engine imports this module too, so it must come from here as well: loaded by the original, it would see the original. */
vi.mock('../../src/open/load-module.ts', () => {
  const load = (name: ModuleName) => {
    if (gone.has(name)) return Promise.reject(new ModuleLoadError(name))
    if (name === 'engine' || name === 'rerank') return import(`../../src/open/${name}.ts`)
    if (name === 'skipping') return import('../../src/search/collect-best.ts')
    if (name === 'regrouping') return import('../../src/index/rekeyed-segment.ts')
    return import(`../../src/features/${name}.ts`)
  }
  const loadModule = vi.fn(load)
  return { loadModule, prefetchModule: (name: ModuleName) => void loadModule(name).catch(() => {}) }
})

const file = buildParagraphs()
const fewer = buildParagraphs(120)
const sync = IndexSearcher.fromBytes<Paragraph>(file)
const syncOfFewer = IndexSearcher.fromBytes<Paragraph>(fewer)
const [QUESTION] = QUESTIONS
const idsOf = ({ hits }: { hits: readonly { id: string | number }[] }) => hits.map(({ id }) => id)

let server: RangeServer
let folder: string

beforeAll(async () => {
  server = await serve({ bytes: file })
  folder = await mkdtemp(join(tmpdir(), 'trouvaille-client-'))
  await writeFile(join(folder, 'articles.trv'), file)
  await writeFile(join(folder, 'fewer.trv'), fewer)
})
beforeEach(() => {
  server.received.length = 0
  server.behaviour = { bytes: file }
  vi.mocked(loadModule).mockClear()
})
afterEach(() => gone.clear())
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})

const onDisk = (name = 'articles.trv') => pathToFileURL(join(folder, name))

describe('opening', () => {
  test('loads and asks for nothing before the first query, and the head once for all', async () => {
    const index = openIndex<Paragraph>(server.url, { load: 'whole' })
    await new Promise(resolve => setTimeout(resolve, 20))
    expect(server.received.length).toBe(0)
    expect(loadModule).not.toHaveBeenCalled()
    await Promise.all([index.search(QUESTION), index.search('glaciers'), index.size(), index.warmUp()])
    expect(server.received.length).toBe(1)
  })

  test('loads the features that a query needs, and no others', async () => {
    const index = openIndex<Paragraph>(file)
    await index.search(QUESTION)
    const loaded = () => vi.mocked(loadModule).mock.calls.map(([name]) => name)
    const features = ['highlights', 'explain', 'columns', 'operators', 'similar', 'suggest', 'inspect']
    expect(loaded().filter(name => features.includes(name))).toEqual([])
    await index.search('"cessez-le-feu"', { highlight: { fields: ['title'] } })
    expect(new Set(loaded().filter(name => features.includes(name)))).toEqual(
      // What is typed of columns is read by operators too.
      new Set(['highlights', 'operators', 'columns']),
    )
  })

  test.each<[load: 'whole' | 'ranges' | 'auto', most: number | undefined, first: string | undefined, requests: string]>(
    [
      ['whole', undefined, undefined, 'one'],
      ['auto', undefined, 'bytes=0-12287', 'two'],
      ['ranges', undefined, 'bytes=0-12287', 'many'],
    ],
  )('load: %s', async (load, _, first, requests) => {
    const index = openIndex<Paragraph>(server.url, { load })
    expect(idsOf(await index.search(QUESTION))).toEqual(idsOf(sync.search(QUESTION)))
    expect(server.received[0].range).toBe(first)
    const { length } = server.received
    expect(length === 1 ? 'one' : length === 2 ? 'two' : 'many').toBe(requests)
  })

  test('load: auto reads a file by ranges if it is longer than 256 KiB', async () => {
    const reads: number[] = []
    const source = (byteLength: number) => ({
      byteLength,
      read: async (start: number, end: number) => {
        reads.push(end - start)
        return file.slice(start, end)
      },
    })
    await openIndex(source(file.length)).search(QUESTION)
    expect(reads).toEqual([12_288, file.length - 12_288])
    const long = memorySource(file)
    const large = { byteLength: file.length, read: vi.fn(long.read) }
    await openIndex(large, { load: 'ranges' }).search(QUESTION)
    expect(large.read.mock.calls.length).toBeGreaterThan(2)
  })

  test('load: whole sends no Range header, and needs no server with ranges', async () => {
    server.behaviour.instead = whole(file)
    const index = openIndex<Paragraph>(server.url, { load: 'whole' })
    expect(idsOf(await index.search(QUESTION))).toEqual(idsOf(sync.search(QUESTION)))
  })

  test('without ranges, a file that is too long for the cache is loaded whole by default, and refused by ranges', async () => {
    server.behaviour.instead = whole(file)
    const index = openIndex<Paragraph>(server.url, { cache: { bytes: 1000 } })
    expect(idsOf(await index.search(QUESTION))).toEqual(idsOf(sync.search(QUESTION)))
    const ranges = openIndex<Paragraph>(server.url, { load: 'ranges', cache: { bytes: 1000 } })
    await expect(ranges.search(QUESTION)).rejects.toMatchObject({ code: 'RANGE_NOT_SUPPORTED' })
  })

  test.each([
    ['a file: URL', () => onDisk()],
    ['the text of one', () => onDisk().href],
    ['a Uint8Array', () => file],
    ['an ArrayBuffer', () => file.slice().buffer],
    ['a DataView', () => new DataView(file.buffer, file.byteOffset, file.byteLength)],
    ['a ByteSource', () => memorySource(file)],
    ['a URL', () => new URL(server.url)],
  ])('takes %s', async (_, source) => {
    const index = openIndex<Paragraph>(source())
    expect(idsOf(await index.search(QUESTION))).toEqual(idsOf(sync.search(QUESTION)))
  })

  test.each<[source: unknown, code: string]>([
    ['articles.trv', 'INVALID_OPTION'],
    [42, 'INVALID_OPTION'],
    [null, 'INVALID_OPTION'],
    [new Uint8Array(3), 'CORRUPT_INDEX'],
    ['http://127.0.0.1:9/articles.trv', 'REQUEST_FAILED'],
    ['file:///aucun/articles.trv', 'REQUEST_FAILED'],
  ])('%o is refused by the first query, not before: %s', async (source, code) => {
    const index = openIndex(source as never)
    await expect(index.search(QUESTION)).rejects.toMatchObject({ code })
    await expect(index.warmUp()).rejects.toMatchObject({ code })
  })

  test('a failure is not kept', async () => {
    const index = openIndex<Paragraph>(server.url)
    server.behaviour.instead = response => {
      response.writeHead(500).end()
      return true
    }
    await expect(index.search(QUESTION)).rejects.toMatchObject({ code: 'REQUEST_FAILED', status: 500 })
    server.behaviour.instead = undefined
    expect(idsOf(await index.search(QUESTION))).toEqual(idsOf(sync.search(QUESTION)))
  })

  test('a query that is aborted while the index opens leaves it opening for the others', async () => {
    const index = openIndex<Paragraph>(server.url, { load: 'ranges' })
    const controller = new AbortController()
    const aborted = index.search(QUESTION, { signal: controller.signal })
    const other = index.search(QUESTION)
    controller.abort('plus besoin')
    await expect(aborted).rejects.toMatchObject({ code: 'QUERY_ABORTED', cause: 'plus besoin' })
    expect(idsOf(await other)).toEqual(idsOf(sync.search(QUESTION)))
  })
})

describe('reopen()', () => {
  test('opens the file again, whatever it was', async () => {
    const index = openIndex<Paragraph>(server.url, { load: 'whole' })
    expect(await index.size()).toBe(sync.size)
    server.behaviour.bytes = fewer
    expect(await index.size(), 'a file that was loaded whole is not asked for again').toBe(sync.size)
    index.reopen()
    expect(await index.size()).toBe(120)
    index.reopen()
    await index.warmUp()
    expect(server.received.length).toBe(3)
  })

  test('opens another file, while queries under way are answered by the first', async () => {
    const index = openIndex<Paragraph>(onDisk())
    const before = index.search(QUESTION)
    index.reopen(onDisk('fewer.trv'))
    expect(await index.size()).toBe(120)
    expect(idsOf(await before)).toEqual(idsOf(sync.search(QUESTION)))
    expect(idsOf(await index.search(QUESTION))).toEqual(idsOf(syncOfFewer.search(QUESTION)))
  })
})

describe('a file that is replaced', () => {
  const replace = () => {
    server.behaviour = { bytes: fewer, headers: { ETag: '"2"' } }
  }

  test('between two queries: the next one is answered by the new file', async () => {
    server.behaviour.headers = { ETag: '"1"' }
    const index = openIndex<Paragraph>(server.url, { load: 'ranges' })
    await index.search('Haftar')
    replace()
    expect(idsOf(await index.search('glaciers des Alpes'))).toEqual(idsOf(syncOfFewer.search('glaciers des Alpes')))
    expect(idsOf(await index.search('Haftar'))).toEqual(idsOf(syncOfFewer.search('Haftar')))
  })

  test('under two queries: both are answered by the new file, which is opened once', async () => {
    server.behaviour.headers = { ETag: '"1"' }
    const index = openIndex<Paragraph>(server.url, { load: 'ranges' })
    await index.warmUp()
    server.received.length = 0
    const queries = ['glaciers des Alpes', QUESTION]
    const answers = Promise.all(queries.map(query => index.search(query)))
    replace()
    expect((await answers).map(idsOf)).toEqual(queries.map(query => idsOf(syncOfFewer.search(query))))
    expect(server.received.filter(({ range }) => range === 'bytes=0-12287').length).toBe(1)
  })

  test('under an inspection: the frequent words are those of the new file', async () => {
    server.behaviour.headers = { ETag: '"1"' }
    const index = openIndex<Paragraph>(server.url, { load: 'ranges' })
    const { frequentWords } = await index.inspect()
    replace()
    expect(await frequentWords({ prefix: 'gla' })).toEqual(syncOfFewer.inspect().frequentWords({ prefix: 'gla' }))
  })

  test('with every answer: an error for each query, and none once it is calm', async () => {
    server.behaviour.headers = { ETag: '"1"' }
    const index = openIndex<Paragraph>(server.url, { load: 'ranges' })
    await index.warmUp()
    server.behaviour.instead = (response, _, n) => {
      response.setHeader('ETag', `"n${n}"`)
      return false
    }
    for (const query of ['glaciers', 'Haftar'])
      await expect(index.search(query)).rejects.toMatchObject({ code: 'STALE_INDEX' })
    replace()
    expect(await index.size()).toBe(120)
  })
})

describe('a part of the library that cannot be loaded', () => {
  const options = { highlight: { fields: ['title' as const] }, explain: true as const }

  test.each<[ModuleName, (index: ReturnType<typeof openIndex<Paragraph>>) => Promise<unknown>]>([
    ['engine', index => index.size()],
    ['operators', index => index.search('"cessez-le-feu"')],
    ['columns', index => index.search('trêve', { sort: { field: 'score' } })],
    ['similar', index => index.similar(sync.search(QUESTION).hits[0].id)],
    ['suggest', index => index.suggest('cess')],
    ['inspect', index => index.inspect()],
  ])('%s: the call fails, and the next one tries again', async (module, call) => {
    const index = openIndex<Paragraph>(file)
    gone.add(module)
    await expect(call(index)).rejects.toMatchObject({ name: 'ModuleLoadError', code: 'MODULE_NOT_LOADED', module })
    if (module !== 'engine') expect(idsOf(await index.search(QUESTION))).toEqual(idsOf(sync.search(QUESTION)))
    gone.clear()
    await expect(call(index)).resolves.toBeDefined()
  })

  test('highlights and explanations: hits come without them, the results say so, and the next query tries again', async () => {
    const index = openIndex<Paragraph>(file)
    gone.add('highlights').add('explain')
    const { hits, unavailable } = await index.search(QUESTION, options)
    expect(idsOf({ hits })).toEqual(idsOf(sync.search(QUESTION)))
    expect(hits.every(({ highlights }) => Object.keys(highlights).length === 0)).toBe(true)
    expect(hits.every(hit => !('explanation' in hit))).toBe(true)
    expect([...(unavailable ?? [])].sort()).toEqual(['explain', 'highlights'])
    gone.delete('explain')
    const explained = await index.search(QUESTION, options)
    expect(explained.unavailable).toEqual(['highlights'])
    expect(explained.hits[0].explanation).toEqual(sync.search(QUESTION, options).hits[0].explanation)
    gone.clear()
    const { tookMs: _, ...all } = await index.search(QUESTION, options)
    const { tookMs: __, ...expected } = sync.search(QUESTION, options)
    expect(all).toEqual(expected)
  })
})

test('a query does not fail with the warm-up that it meets on its way', async () => {
  const index = openIndex<Paragraph>(file)
  gone.add('engine')
  const warmUp = index.warmUp()
  gone.clear()
  const [prepared, answer] = await Promise.allSettled([warmUp, index.search(QUESTION)])
  expect(prepared).toMatchObject({ status: 'rejected', reason: { code: 'MODULE_NOT_LOADED' } })
  expect(answer).toMatchObject({ status: 'fulfilled' })
})

test('warmUp loads the features that are named together with the engine', async () => {
  vi.mocked(loadModule).mockClear()
  await openIndex(memorySource(file)).warmUp({ features: ['highlights', 'columns'] })
  const loaded = vi.mocked(loadModule).mock.calls.map(([name]) => name)
  expect(loaded.slice(0, 3).sort()).toEqual(['columns', 'engine', 'highlights'])
  await expect(openIndex(memorySource(file)).warmUp({ features: ['highlight' as never] })).rejects.toMatchObject({
    name: 'InvalidOptionError',
    option: 'features',
  })
})
