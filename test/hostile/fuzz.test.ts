/** The first cases of the fuzzer (`npm run fuzz`), under its watchdog; the whole of them with `npm run test:all`. */
import { expect, test } from 'vitest'
import { fuzz } from '../../scripts/fuzz.mjs'
import { baseFiles, longLists } from './base-files.ts'
import { changedFile } from './change-file.ts'

const CASES = process.env.TEST_ALL ? 20_000 : 1000
const MINUTES = process.env.TEST_ALL ? 30 : 6

test(`${CASES} changed files hang, kill and fill nothing, and give typed errors`, {
  timeout: (MINUTES + 1) * 60_000,
}, async () => {
  const { done, outcomes, failures } = await fuzz({ cases: CASES, minutes: MINUTES, workers: 1 })
  expect(failures.map(({ number, use, problem }) => ({ number, use, problem }))).toEqual([])
  // A machine that has no time for it has not tested it.
  expect(done).toBeGreaterThan(CASES / 4)
  // Neither are all files refused at the door, nor do all pass.
  const uses = ['search', 'suggest', 'similar', 'passages', 'look', 'verify', 'merge', 'update', 'ranges']
  for (const use of uses) {
    expect(outcomes.get(`${use} answered`), use).toBeGreaterThan(0)
    expect(outcomes.get(`${use} CORRUPT_INDEX`), use).toBeGreaterThan(0)
  }
})

test('a case is the same whenever it is made', () => {
  for (const file of [...Object.values(baseFiles()), longLists()]) {
    for (let number = 0; number < 40; number++) {
      expect(Buffer.compare(changedFile(file, number), changedFile(file, number))).toBe(0)
    }
  }
})
