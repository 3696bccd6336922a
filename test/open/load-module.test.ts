/** Modules that cannot be loaded at first, as the client loads them: whoever needs one asks once for itself, and a failure is not kept. */
import { expect, test, vi } from 'vitest'
import { loadModule } from '../../src/open/load-module.ts'

/** By module, what is left of its failures. */
const failures = vi.hoisted(() => ({ similar: 2, passages: 1, suggest: 2 }))
const loadOrFail = vi.hoisted(() => (name: 'similar' | 'passages' | 'suggest') => {
  if (failures[name]-- > 0) throw new Error('gone')
  return { loaded: name }
})
vi.mock('../../src/features/similar.ts', () => loadOrFail('similar'))
vi.mock('../../src/features/passages.ts', () => loadOrFail('passages'))
vi.mock('../../src/features/suggest.ts', () => loadOrFail('suggest'))

test('a module that fails twice fails the call, and the next one tries again', async () => {
  await expect(loadModule('similar')).rejects.toMatchObject({ code: 'MODULE_NOT_LOADED', module: 'similar' })
  await expect(loadModule('similar')).resolves.toMatchObject({ loaded: 'similar' })
})

test('a module that fails once, as a request that was sent ahead may, is asked for once more', async () => {
  await expect(loadModule('passages')).resolves.toMatchObject({ loaded: 'passages' })
  expect(failures.passages).toBe(-1)
})

test('whoever joins a load that fails loads it again, once for all', async () => {
  const [first, ...joined] = await Promise.allSettled([0, 1, 2].map(() => loadModule('suggest')))
  expect(first).toMatchObject({ status: 'rejected', reason: { code: 'MODULE_NOT_LOADED' } })
  for (const result of joined) expect(result).toMatchObject({ status: 'fulfilled', value: { loaded: 'suggest' } })
  expect(failures.suggest).toBe(-1)
})
