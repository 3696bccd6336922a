/** What did harm once does none: each file of the corpus again, in all uses. `npm run fuzz` begins with the same. */
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { corpusCases } from './fuzz-cases.ts'

/** In milliseconds of the processor, which may be shared. */
const LONGEST = 4000
const FOR_A_BYTE = 1024
const FOR_ANY = 64 * 2 ** 20

const cases = corpusCases(join(import.meta.dirname, 'corpus'), 1)

describe.each(cases)('$name', (...uses) => {
  test.each(uses)('$use', async ({ run, bytes }) => {
    const before = process.memoryUsage().arrayBuffers
    const started = process.cpuUsage()
    await run()
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(LONGEST)
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(FOR_A_BYTE * bytes + FOR_ANY)
  })
})
