/** What is loaded once for all, and what becomes of a failure. */
import { expect, test } from 'vitest'
import { SharedLoads } from '../../src/open/shared-loads.ts'

/** Loads that end when the test says so. */
function makeLoader() {
  const under: { resolve(value: string): void; reject(error: unknown): void }[] = []
  const load = () => new Promise<string>((resolve, reject) => under.push({ resolve, reject }))
  return { under, load }
}

test('one load for all who ask, and nothing more once it is here', async () => {
  const { under, load } = makeLoader()
  const loads = new SharedLoads<string>()
  const both = Promise.all([loads.get('corrections', load), loads.get('corrections', load)])
  loads.loadAhead('corrections', load)
  under[0].resolve('here')
  expect(await both).toEqual(['here', 'here'])
  expect(await loads.get('corrections', load)).toBe('here')
  expect(under.length).toBe(1)
})

test('whoever needs what was begun ahead does not fail with it, and tries once for all', async () => {
  const { under, load } = makeLoader()
  const loads = new SharedLoads<string>()
  loads.loadAhead('corrections', load)
  const both = Promise.all([loads.get('corrections', load), loads.get('corrections', load)])
  under[0].reject(new Error('gone'))
  await expect.poll(() => under.length).toBe(2)
  under[1].resolve('here')
  expect(await both).toEqual(['here', 'here'])
  expect(under.length).toBe(2)
})

test('a second failure is told, and not kept', async () => {
  const { under, load } = makeLoader()
  const loads = new SharedLoads<string>()
  loads.loadAhead('corrections', load)
  const needed = loads.get('corrections', load)
  under[0].reject(new Error('gone'))
  await expect.poll(() => under.length).toBe(2)
  under[1].reject(new Error('still gone'))
  await expect(needed).rejects.toThrow('still gone')
  const again = loads.get('corrections', load)
  under[2].resolve('here')
  expect(await again).toBe('here')
})

test('ahead, what is here or on its way is not asked for again', async () => {
  const { under, load } = makeLoader()
  const loads = new SharedLoads<string>()
  loads.loadAhead('corrections', load)
  loads.loadAhead('corrections', load)
  under[0].resolve('here')
  expect(await loads.get('corrections', load)).toBe('here')
  expect(under.length).toBe(1)
})
