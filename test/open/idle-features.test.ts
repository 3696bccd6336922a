/** The features that a page may use later are loaded some seconds after the last answer to a query, not after what prepares one. */
import { afterEach, expect, test, vi } from 'vitest'
import { openIndex, SearchIndex } from '../../src/index.ts'

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('features are loaded ahead when nothing was asked for five seconds, and not for what a search box asks before the first query', async () => {
  vi.useFakeTimers()
  const whenIdle = vi.fn()
  vi.stubGlobal('requestIdleCallback', whenIdle)
  const index = new SearchIndex({ fields: ['title'], storeFields: ['title'] })
  index.add({ id: 1, title: 'Une trêve à Tripoli' })
  const client = openIndex(index.toBytes())
  await client.warmUp()
  for (const prepare of ['fields', 'languages', 'size', 'inspect'] as const) await client[prepare]()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(whenIdle).not.toHaveBeenCalled()
  await client.search('trê')
  await vi.advanceTimersByTimeAsync(4999)
  await client.search('trêve')
  await vi.advanceTimersByTimeAsync(4999)
  expect(whenIdle).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(1)
  expect(whenIdle).toHaveBeenCalledOnce()
})
