/** A file built from a stream of documents: the one that an index with them writes, or none and the old one kept; and the budget of an index. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  DuplicateIdError,
  InvalidDocumentError,
  InvalidOptionError,
  QueryAbortedError,
  SearchIndex,
  type SearchResults,
} from '../src/index.ts'
import { buildIndexFile, openFile } from '../src/node.ts'

interface Article {
  id: number
  rubrique: string[]
  paru: number
  title: string
  body: string
}

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trouvaille-build-'))
})
afterAll(() => rm(folder, { recursive: true }))

const schema = {
  fields: { title: {}, body: {}, rubrique: { type: 'keyword' as const }, paru: { type: 'number' as const } },
  storeFields: ['title' as const],
}

/** Words enough for several runs of a megabyte. */
function* articles(count = 4000): Generator<Article> {
  for (let id = 0; id < count; id++) {
    const words = Array.from({ length: 100 }, (_, i) => `mot${(id * 37 + i * i) % 300}`)
    const about = { rubrique: [`rubrique ${id % 7}`], paru: 1900 + (id % 120) }
    yield { id, ...about, title: `Numéro ${id} de l’été`, body: `Les ${words.join(' ')} d’aujourd’hui.` }
  }
}

const elsewhere = { rubrique: ['ailleurs'], paru: 2020 }

async function* stream(): AsyncGenerator<Article> {
  yield* articles()
}

test('is the file that an index writes, whatever the budget, and leaves nothing beside it', async () => {
  const path = join(folder, 'articles.trv')
  const index = new SearchIndex<Article>(schema)
  index.addAll(articles())
  const whole = index.toBytes()
  const told: number[] = []
  const built = await buildIndexFile<Article>(path, stream(), {
    ...schema,
    memoryBudget: 2 ** 20,
    onProgress: ({ added }) => told.push(added),
  })
  expect(built).toEqual({
    hash: expect.stringMatching(/^[\da-f]{16}$/),
    documents: 4000,
    words: index.inspect().words,
    bytes: whole.length,
  })
  expect(told.at(-1)).toBe(4000)
  expect(Buffer.compare(await readFile(path), whole)).toBe(0)
  await buildIndexFile<Article>(path, articles(), schema)
  expect(Buffer.compare(await readFile(path), whole)).toBe(0)
  expect((await openFile<Article>(path)).search('mot37').total).toBe(index.search('mot37').total)
  expect(await readdir(folder)).toEqual(['articles.trv'])
})

test('keeps the old file when anything goes wrong', async () => {
  const path = join(folder, 'kept.trv')
  await buildIndexFile<Article>(path, articles(3), schema)
  const before = await readFile(path)
  const twice = [...articles(2), ...articles(1)]
  await expect(buildIndexFile(path, twice, schema)).rejects.toThrow(DuplicateIdError)
  await expect(
    buildIndexFile<object>(path, [{ ...articles(1).next().value, title: {} }], schema as never),
  ).rejects.toThrow(InvalidDocumentError)
  await expect(buildIndexFile(path, [], schema)).rejects.toThrow(InvalidOptionError)
  await expect(buildIndexFile<Article>(path, 'articles' as never, schema)).rejects.toThrow(InvalidOptionError)
  const signal = AbortSignal.abort()
  await expect(buildIndexFile(path, articles(3), { ...schema, signal })).rejects.toThrow(QueryAbortedError)
  await expect(buildIndexFile(join(folder, 'absent', 'x.trv'), articles(3), schema)).rejects.toThrow('ENOENT')
  expect(Buffer.compare(await readFile(path), before)).toBe(0)
  expect((await readdir(folder)).filter(name => name.endsWith('.tmp'))).toEqual([])
})

test.each([0, 2 ** 20 - 1, Number.NaN, '64 MB'])('a budget of %s is refused', memoryBudget => {
  const wrong = { ...schema, memoryBudget: memoryBudget as number }
  expect(() => new SearchIndex<Article>(wrong)).toThrow(
    /Option "memoryBudget" is .*Expected a number of at least 1048576 bytes/,
  )
})

test('an index over its budget packs what was added, finds it all the same, and can lose it', async () => {
  const small = new SearchIndex<Article>({ ...schema, memoryBudget: 2 ** 20 })
  const large = new SearchIndex<Article>(schema)
  await small.addAllAsync(stream())
  large.addAll(articles())
  const plain = ({ hits, total }: SearchResults<Article>) => ({
    total,
    hits: hits.map(({ id, score, document }) => ({ id, score, document })),
  })
  for (const question of ['mot12 mot49', 'numéro 700', 'étés']) {
    expect(plain(small.search(question))).toEqual(plain(large.search(question)))
  }
  for (const index of [small, large]) {
    index.remove(3)
    index.replace({ ...elsewhere, id: 4, title: 'Un autre', body: 'mot12' })
    index.add({ ...elsewhere, id: 3, title: 'Le retour', body: 'mot12' })
  }
  expect(() => small.add({ ...elsewhere, id: 5, title: '', body: '' })).toThrow(DuplicateIdError)
  const filter = { rubrique: ['rubrique 2', 'ailleurs'], paru: { gt: 1950 } }
  expect(plain(small.search('mot12', { filter }))).toEqual(plain(large.search('mot12', { filter })))
  expect(Buffer.compare(small.toBytes(), large.toBytes())).toBe(0)
})
