/** Sources that throw or give anything end in typed errors, and one signal for many queries carries one listener. */
import { getEventListeners } from 'node:events'
import { describe, expect, test } from 'vitest'
import { TrouvailleError } from '../../src/errors.ts'
import { type ByteSource, memorySource } from '../../src/open/byte-source.ts'
import { openIndex } from '../../src/open/search-client.ts'
import { SearchIndex } from '../../src/search-index.ts'

const index = new SearchIndex({ fields: ['title', 'body'], storeFields: ['title'] })
const words = Array.from({ length: 4000 }, (_, i) => `mot${i.toString(36)}`)
index.addAll(
  Array.from({ length: 200 }, (_, i) => ({
    id: i,
    title: `Le roi ${i}`,
    body: words.slice(i * 20, i * 20 + 20).join(' '),
  })),
)
const file = index.toBytes()

/** A source that is right for `calls` readings, then does something else. */
function sourceOf(calls: number, read: ByteSource['read']): ByteSource {
  const right = memorySource(file)
  let left = calls
  return {
    byteLength: file.length,
    read: (...range) => (left-- > 0 ? right.read(...range) : read(...range)),
  }
}

const THROWN: [string, unknown][] = [
  ['an error', new Error('disk on fire')],
  ['a string', 'disk on fire'],
  ['null', null],
  ['undefined', undefined],
  ['a number', 42],
  ['an object', { code: 'STALE_INDEX' }],
  ['a symbol', Symbol('fire')],
  ['an object without a prototype', Object.create(null)],
]

describe.each([0, 1, 2])('after %i readings', calls => {
  test.each(THROWN)('a source that throws %s', async (_, thrown) => {
    for (const read of [
      () => Promise.reject(thrown),
      () => {
        throw thrown
      },
    ]) {
      const client = openIndex(sourceOf(calls, read), { load: 'ranges' })
      const error = await client.search('mota motb motzz', {}).catch((error: unknown) => error)
      expect(error).toBeInstanceOf(TrouvailleError)
      expect(error).toMatchObject({ code: 'REQUEST_FAILED', cause: thrown })
    }
  })

  test.each([
    ['nothing', undefined],
    ['a text', 'abc'],
    ['too few bytes', new Uint8Array(3)],
    ['too many bytes', new Uint8Array(10_000_000)],
    ['numbers', [1, 2, 3]],
  ])('a source that gives %s', async (_, given) => {
    for (const load of ['ranges', 'whole', 'auto'] as const) {
      const client = openIndex(sourceOf(calls, (() => given) as never), { load })
      const error = await client.search('mota motb motzz').catch((error: unknown) => error)
      // The whole file may have come before.
      if (Array.isArray((error as { hits?: unknown }).hits)) continue
      expect(error).toMatchObject({ code: 'INVALID_OPTION', option: 'source' })
    }
  })
})

test.each([-1, 0, 1.5, Number.NaN, 2 ** 53, 2 ** 52, '7', undefined])('a source of %s bytes', async byteLength => {
  const source = { ...memorySource(file), byteLength } as ByteSource
  for (const load of ['ranges', 'whole', 'auto'] as const) {
    await expect(openIndex(source, { load }).search('roi')).rejects.toBeInstanceOf(TrouvailleError)
  }
})

test('a source that failed once is asked again', async () => {
  let fails = true
  const source = {
    ...memorySource(file),
    read: (...range: Parameters<ByteSource['read']>) =>
      fails ? Promise.reject('fire') : memorySource(file).read(...range),
  }
  const client = openIndex(source, { load: 'ranges' })
  await expect(client.search('roi')).rejects.toMatchObject({ code: 'REQUEST_FAILED' })
  fails = false
  expect((await client.search('roi')).total).toBe(200)
})

test('a signal that many queries share gathers no listeners', async () => {
  const { signal } = new AbortController()
  const slow: ByteSource = {
    byteLength: file.length,
    read: async (...range) => {
      await new Promise(resolve => setTimeout(resolve, 1))
      return memorySource(file).read(...range)
    },
  }
  const client = openIndex(slow, { load: 'ranges' })
  const queries = Array.from({ length: 60 }, (_, i) => client.search(words[i * 50], { signal }))
  for (let i = 0; i < 20; i++) {
    expect(getEventListeners(signal as never, 'abort').length).toBeLessThanOrEqual(1)
    await new Promise(resolve => setTimeout(resolve, 1))
  }
  await Promise.all(queries)
  await new Promise(resolve => setTimeout(resolve, 5))
  expect(getEventListeners(signal as never, 'abort')).toEqual([])
})

test('a signal that many queries share stops them all', async () => {
  const controller = new AbortController()
  const never: ByteSource = { byteLength: file.length, read: () => new Promise(() => {}) }
  const client = openIndex(never, { load: 'ranges' })
  const queries = Array.from({ length: 30 }, () => client.search('roi', { signal: controller.signal }))
  const ends = Promise.allSettled(queries)
  controller.abort('enough')
  for (const end of await ends) expect(end).toMatchObject({ status: 'rejected', reason: { code: 'QUERY_ABORTED' } })
})
