/** Updating a file: what can be taken over from it, what is refused, and that the old one is left then. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import {
  DuplicateIdError,
  french,
  InvalidDocumentError,
  InvalidOptionError,
  UnknownDocumentError,
} from '../../../src/index.ts'
import { buildIndexFile, canUpdate, openFile, unchanged, updateIndexFile } from '../../../src/node.ts'

interface Article {
  id: number
  title: string
  body: string
}

const options = { fields: ['title', 'body'], storeFields: ['title'] } as const
const articles: Article[] = Array.from({ length: 3000 }, (_, id) => ({
  id,
  title: `Numéro ${id}`,
  body: `Le ${id % 7 === 0 ? 'cessez-le-feu' : 'marché'} de la semaine ${id % 52}`,
}))
const kept = articles.map(({ id }) => unchanged(id))

let folder: string
let path: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trouvaille-update-'))
  path = join(folder, 'articles.trv')
})
beforeEach(() => buildIndexFile<Article>(path, articles, options))
afterAll(() => rm(folder, { recursive: true }))

test('a document that changed is found by what it says now', async () => {
  const changed = { id: 7, title: 'Numéro 7', body: 'Un pont s’ouvre' }
  const documents = kept.with(7, changed as never)
  const { documents: count, unchanged: taken } = await updateIndexFile<Article>(path, documents, options)
  expect([count, taken]).toEqual([3000, 2999])
  const index = await openFile<Article>(path)
  expect(index.search('pont').hits.map(({ id }) => id)).toEqual([7])
  expect(index.search('cessez-le-feu', { limit: 500 }).hits.map(({ id }) => id)).not.toContain(7)
  index.verify()
})

test('more than the budget may be new', async () => {
  const more = Array.from({ length: 3000 }, (_, i) => ({
    id: 10_000 + i,
    title: 'Nouveau',
    body: Array.from({ length: 60 }, (_, k) => `mot${(i * k) % 3000}`).join(' '),
  }))
  const mixed = articles.flatMap((_, i) => [more[i], kept[i]])
  await updateIndexFile<Article>(path, mixed, { ...options, memoryBudget: 2 ** 20 })
  const whole = join(folder, 'whole.trv')
  await buildIndexFile<Article>(
    whole,
    articles.flatMap((article, i) => [more[i], article]),
    options,
  )
  expect(Buffer.compare(await readFile(path), await readFile(whole))).toBe(0)
})

test('what can’t be taken over is said, and nothing is written', async () => {
  const before = await readFile(path)
  const update = (documents: readonly unknown[], more = {}) =>
    updateIndexFile<Article>(path, documents as never, { ...options, ...more })
  await expect(update([unchanged(1), unchanged(1)])).rejects.toThrow(DuplicateIdError)
  await expect(update([unchanged(1), articles[1]])).rejects.toThrow(DuplicateIdError)
  await expect(update([articles[1], unchanged(1)])).rejects.toThrow(DuplicateIdError)
  await expect(update([unchanged(5000)])).rejects.toThrow(UnknownDocumentError)
  await expect(update([])).rejects.toThrow(InvalidOptionError)
  await expect(update([{ id: 1, title: {}, body: '' }])).rejects.toThrow(InvalidDocumentError)
  await expect(update(kept, { storeFields: ['title', 'body'] })).rejects.toThrow('that the file was built with')
  expect(Buffer.compare(await readFile(path), before)).toBe(0)
  expect((await readdir(folder)).filter(name => name.endsWith('.tmp'))).toEqual([])
})

test('only a file of the same making can be updated', async () => {
  expect(await canUpdate<Article>(path, options)).toBe(true)
  expect(await canUpdate<Article>(path, { ...options, storeFields: [] })).toBe(false)
  expect(await canUpdate<Article>(path, { ...options, fields: { title: {}, body: { boost: 3 } } })).toBe(false)
  expect(await canUpdate<Article>(path, { ...options, language: french({ exceptions: { marché: 'bazar' } }) })).toBe(
    false,
  )
  expect(await canUpdate<Article>(join(folder, 'absent.trv'), options)).toBe(false)
  const damaged = join(folder, 'damaged.trv')
  await writeFile(damaged, (await readFile(path)).subarray(0, 900))
  expect(await canUpdate<Article>(damaged, options)).toBe(false)
  await expect(canUpdate<Article>(path, { fields: [] })).rejects.toThrow(InvalidOptionError)
})
