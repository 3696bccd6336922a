/** The built client with indexes in several languages: it answers as the library does, and loads the languages that the file names and no others. */
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type * as client from '../../src/client.ts'
import { english, french, type Language, SearchIndex, unicodeLanguage } from '../../src/index.ts'
import { importBuiltClient } from '../support/built-client.ts'

let built: Awaited<ReturnType<typeof importBuiltClient>>
beforeAll(async () => {
  built = await importBuiltClient()
}, 240_000)
afterAll(() => rm(built.folder, { recursive: true }))

const PAGES = [
  { id: 'fr', lang: 'fr', title: 'Une table', body: 'Les enfants de la ville de Tripoli.' },
  { id: 'en', lang: 'en', title: 'A table', body: 'The children of the town of Tripoli.' },
]
const OPTIONS = { fields: ['title', 'body'], storeFields: ['body'] } as const
const bytesOf = (language: Language | Record<string, Language>) =>
  SearchIndex.from(PAGES, { ...OPTIONS, language }).toBytes()

test('an index in French and English', async () => {
  const bytes = bytesOf({ en: english(), fr: french() })
  const index = built.client.openIndex(bytes)
  expect(await index.languages()).toEqual(['en', 'fr'])
  const expected = SearchIndex.fromBytes<(typeof PAGES)[number]>(bytes)
  for (const query of ['child', 'enfant', 'Tripoli', 'les enfants de la ville', '"the town"', 'tripolli']) {
    for (const options of [{}, { language: 'fr' }, { highlight: { fields: ['body'] }, explain: true }]) {
      const { hits, total } = await index.search(query, options as never)
      const same = expected.search(query, options as never)
      expect({ total, hits: plain(hits) }, query).toEqual({ total: same.total, hits: plain(same.hits) })
    }
  }
})

const plain = (hits: unknown): unknown => JSON.parse(JSON.stringify(hits))

test('any other language', async () => {
  const index = built.client.openIndex(bytesOf(unicodeLanguage({ locale: 'it' })))
  expect((await index.search('TRIPOLI')).total).toBe(2)
  expect((await index.search('child')).total).toBe(0)
})

test('no language is in the chunk of another, nor in what every page loads', async () => {
  const names = (await readdir(built.folder)).filter(name => name.endsWith('.js'))
  const chunkOf = (chunk: string) => names.find(name => name.startsWith(`${chunk}-`)) ?? ''
  const importsOf = async (name: string) =>
    [...(await readFile(join(built.folder, name), 'utf8')).matchAll(/from"\.\/([a-z-]+?)(?:-[\w-]{8})?\.js"/g)].map(
      ([, chunk]) => chunk,
    )
  const LANGUAGES = ['english', 'french', 'unicode', 'multilingual']
  for (const chunk of [...LANGUAGES, 'engine']) {
    const name = chunkOf(chunk)
    expect(name, chunk).not.toBe('')
    expect(
      (await importsOf(name)).filter(other => LANGUAGES.includes(other)),
      chunk,
    ).toEqual([])
  }
})

/** The same modules with addresses that were not imported before, and without the chunks that are named: whoever needs one of them fails. */
async function withoutChunks(...chunks: string[]): Promise<typeof client> {
  const folder = built.folder
  const copy = `${folder}/without-${chunks.join('-')}`
  const { cp, mkdir } = await import('node:fs/promises')
  await mkdir(copy)
  for (const name of await readdir(folder)) {
    if (!name.endsWith('.js')) continue
    if (chunks.some(chunk => name.startsWith(`${chunk}-`)))
      await writeFile(join(copy, name), 'throw new Error("loaded")')
    else await cp(join(folder, name), join(copy, name))
  }
  return import(join(copy, 'client.js'))
}

test('an index loads the languages that it names', async () => {
  const inEnglish = await withoutChunks('multilingual', 'unicode', 'regrouping')
  expect((await inEnglish.openIndex(bytesOf(english())).search('child')).total).toBe(1)
  await expect(inEnglish.openIndex(bytesOf(unicodeLanguage())).search('child')).rejects.toThrow()
  const inItalian = await withoutChunks('multilingual', 'english', 'french')
  expect((await inItalian.openIndex(bytesOf(unicodeLanguage())).search('tripoli')).total).toBe(2)
})
