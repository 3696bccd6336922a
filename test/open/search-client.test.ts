/** An index that its first question opens: the answers of an open one, whole or by ranges, from a server or from disk. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { IndexSearcher } from '../../src/index-searcher.ts'
import { type LazyIndex, loadLazily, openLazily } from '../../src/lazy.ts'
import type { SearchOptions } from '../../src/search/search-options.ts'
import { buildParagraphs, type Paragraph, QUESTIONS } from '../support/articles.ts'
import { type RangeServer, serve } from '../support/range-server.ts'

const file = buildParagraphs()
const open = IndexSearcher.fromBytes<Paragraph>(file)
const [QUESTION] = QUESTIONS
const idsOf = ({ hits }: { hits: { id: string | number }[] }) => hits.map(({ id }) => id)

let server: RangeServer
let folder: string

beforeAll(async () => {
  server = await serve({ bytes: file })
  folder = await mkdtemp(join(tmpdir(), 'trouvaille-lazy-'))
  await writeFile(join(folder, 'articles.trv'), file)
})
beforeEach(() => {
  server.received.length = 0
  server.behaviour = { bytes: file }
})
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})

const onDisk = () => pathToFileURL(join(folder, 'articles.trv'))
const INDEXES: [string, () => LazyIndex<Paragraph>][] = [
  ['loaded whole', () => loadLazily(server.url)],
  ['read by ranges', () => openLazily(server.url)],
  ['loaded from disk', () => loadLazily(onDisk())],
  ['from disk, where ranges were asked for', () => openLazily(onDisk())],
]

describe.each(INDEXES)('%s', (_, make) => {
  test('gives the answers of an open index', async () => {
    const index = make()
    for (const question of QUESTIONS) {
      const options: SearchOptions<Paragraph> = { limit: 5, highlight: { fields: ['title', 'body'] } }
      const { tookMs: _, ...answer } = await index.search(question, options)
      const { tookMs: __, ...expected } = open.search(question, options)
      expect(answer).toEqual(expected)
    }
    const [id] = idsOf(open.search(QUESTION))
    expect(await index.suggest('cess')).toEqual(open.suggest('cess'))
    expect(idsOf(await index.similar(id))).toEqual(idsOf(open.similar(id)))
    expect(await index.get(id)).toEqual(open.get(id))
    expect(await index.has(id)).toBe(true)
    expect((await index.open()).size).toBe(open.size)
  })

  test('takes a signal, and refuses what is no option', async () => {
    const index = make()
    const { signal } = new AbortController()
    expect(idsOf(await index.search(QUESTION, { signal }))).toEqual(idsOf(open.search(QUESTION)))
    await expect(index.search(QUESTION, { signal: AbortSignal.abort() })).rejects.toThrow(
      expect.objectContaining({ code: 'QUERY_ABORTED' }),
    )
    for (const wrong of [{ limite: 3 }, { signal: 'stop' }, null]) {
      await expect(index.search(QUESTION, wrong as never)).rejects.toThrow(
        expect.objectContaining({ code: 'INVALID_OPTION' }),
      )
    }
  })
})

test('asks for nothing before the first question, and once for all', async () => {
  const index = loadLazily<Paragraph>(server.url)
  expect(server.received.length).toBe(0)
  await Promise.all([index.search(QUESTION), index.search('glaciers'), index.open()])
  expect(server.received.length).toBe(1)
})

test('a failure is told and not kept', async () => {
  const index = loadLazily<Paragraph>(server.url)
  server.behaviour.instead = response => {
    response.writeHead(503).end()
    return true
  }
  await expect(index.search(QUESTION)).rejects.toThrow(expect.objectContaining({ code: 'REQUEST_FAILED', status: 503 }))
  server.behaviour.instead = undefined
  expect(idsOf(await index.search(QUESTION))).toEqual(idsOf(open.search(QUESTION)))
})

test('a file that is not there, on a server that is not there', async () => {
  const missing = loadLazily<Paragraph>(pathToFileURL(join(folder, 'absent.trv')))
  await expect(missing.search(QUESTION)).rejects.toThrow(expect.objectContaining({ code: 'REQUEST_FAILED' }))
  const nowhere = loadLazily<Paragraph>('http://127.0.0.1:9/articles.trv')
  await expect(nowhere.search(QUESTION)).rejects.toThrow(expect.objectContaining({ code: 'REQUEST_FAILED' }))
})

test('without ranges, a file that is too long for the cache is loaded whole', async () => {
  server.behaviour.instead = response => {
    response.writeHead(200).end(file)
    return true
  }
  const index = openLazily<Paragraph>(server.url, { cache: { bytes: 1000 } })
  expect(idsOf(await index.search(QUESTION))).toEqual(idsOf(open.search(QUESTION)))
})

test('is another file from then on when it is opened anew elsewhere', async () => {
  const index = loadLazily<Paragraph>(server.url)
  expect((await index.open()).size).toBe(open.size)
  const fewer = buildParagraphs(20)
  await writeFile(join(folder, 'fewer.trv'), fewer)
  const asked = index.search(QUESTION)
  index.reopen(pathToFileURL(join(folder, 'fewer.trv')))
  expect((await index.open()).size).toBe(20)
  expect(idsOf(await asked)).toEqual(idsOf(open.search(QUESTION)))
})

test('an address that is none is refused by the first question', async () => {
  await expect(loadLazily('articles.trv').search(QUESTION)).rejects.toThrow(
    expect.objectContaining({ code: 'INVALID_OPTION', option: 'url' }),
  )
})
