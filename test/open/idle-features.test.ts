/** The features that a page may use later are loaded after the first answer to a query, not after what prepares one. */
import { afterEach, expect, test, vi } from 'vitest'
import { openIndex, SearchIndex } from '../../src/index.ts'

afterEach(() => vi.unstubAllGlobals())

test('what a search box asks before the first query loads nothing ahead', async () => {
  const whenIdle = vi.fn()
  vi.stubGlobal('requestIdleCallback', whenIdle)
  const index = new SearchIndex({ fields: ['title'], storeFields: ['title'] })
  index.add({ id: 1, title: 'Une trêve à Tripoli' })
  const client = openIndex(index.toBytes())
  await client.warmUp()
  for (const prepare of ['fields', 'languages', 'size', 'inspect'] as const) await client[prepare]()
  expect(whenIdle).not.toHaveBeenCalled()
  await client.search('trêve')
  expect(whenIdle).toHaveBeenCalledOnce()
})
