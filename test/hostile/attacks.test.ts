/** No file hangs, kills or fills the process: the attacks that were found, and the first cases of the fuzzer. */
import { describe, expect, test } from 'vitest'
import { CorruptIndexError } from '../../src/errors.ts'
import { SearchIndex } from '../../src/search-index.ts'
import { ATTACKS } from './attacks.ts'
import { drawFrom } from './draw.ts'
import { outcomeOf, USES } from './use-index.ts'

/** A use that takes longer for a file of some hundred kilobytes goes through more than the file has; the processor may be shared. */
const LONGEST = 4000
/** Bytes of arrays that a use may take for each byte of the file, and for a small one. */
const FOR_A_BYTE = 1024
const FOR_ANY = 64 * 2 ** 20
/** How often each thing is done with each file, with other queries and options. */
const SEEDS = process.env.TEST_ALL ? 4 : 2

describe.each(Object.keys(ATTACKS))('%s', name => {
  const { file, isRefused } = ATTACKS[name]()

  // Not `test.runIf`: what need not be refused would be reported as skipped.
  if (isRefused) {
    test('is refused', () => {
      expect(() => SearchIndex.fromBytes(file)).toThrow(CorruptIndexError)
    })
  }

  test.each(Object.keys(USES))('%s', async use => {
    for (let seed = 0; seed < SEEDS; seed++) {
      const before = process.memoryUsage().arrayBuffers
      const started = process.cpuUsage()
      await outcomeOf(use, file, drawFrom(seed))
      const { user } = process.cpuUsage(started)
      expect(user / 1000).toBeLessThan(LONGEST)
      expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(FOR_A_BYTE * file.length + FOR_ANY)
    }
  })
})
