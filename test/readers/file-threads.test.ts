/** A thread that reads files is ended when a file does harm, whatever that is, and the next file is read as if nothing had been. */
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { FileThreads } from '../../src/readers/file-threads.ts'
import { receivedReading, sentReading } from '../../src/readers/sent-reading.ts'
import { Skip } from '../../src/readers/skip.ts'
import { SourceError } from '../../src/readers/source-error.ts'

const path = join(import.meta.dirname, 'threads/hostile.mjs')
const limits = { seconds: 60, secondsForAMegabyte: 0, heap: 40, growth: 300 }
const threads = new FileThreads(path, limits)
const hasty = new FileThreads(path, { ...limits, seconds: 1, secondsForAMegabyte: 1 })
const read = (name: string, { bytes = 0, by = threads } = {}) => by.read({ name, place: {}, options: {} }, bytes)

test.each([
  ['fills.docx', { kind: 'too-much-memory', megabytes: 40 }],
  ['allocates.pdf', { kind: 'too-much-memory', megabytes: 300 }],
  ['recurses.odt', { kind: 'broken', format: 'ODT' }],
  ['exits.pdf', { kind: 'broken', format: 'PDF' }],
])('%s', async (name, problem) => {
  expect(await read('ends.pdf')).toEqual({ readings: [] })
  expect(await read(name)).toEqual({ problem })
  expect(await read('ends.pdf')).toEqual({ readings: [] })
})

test('what hangs is ended; a large file has more time', async () => {
  expect(await read('hangs.pdf', { by: hasty })).toEqual({ problem: { kind: 'too-slow', seconds: 1 } })
  expect(await read('hangs.pdf', { by: hasty, bytes: 2 ** 19 })).toEqual({ problem: { kind: 'too-slow', seconds: 2 } })
})

test('several files at once have a thread each', async () => {
  const answers = await Promise.all(['ends.pdf', 'exits.pdf', 'ends.pdf', 'ends.pdf'].map(name => read(name)))
  expect(answers.map(answer => 'readings' in answer)).toEqual([true, false, true, true])
})

test('what a parser prints is not printed', async () => {
  const write = vi.spyOn(process.stdout, 'write')
  expect(await read('prints.pdf')).toMatchObject({ readings: [{ reason: 'no-text-layer' }] })
  expect(write.mock.calls.filter(([text]) => String(text).includes('cannot draw'))).toEqual([])
})

test('what is sent is what is received', () => {
  const sent = <T>(value: T): T => structuredClone(value)
  const own = Object.fromEntries([
    ['__proto__', 'p'],
    ['constructor', 'maçon'],
    ['title', 'Un roi'],
  ])
  const document = { fields: own, isWholeFile: true, line: 3, lineOf: (field: string) => (field === 'title' ? 4 : 5) }
  const received = receivedReading(sent(sentReading(document)), 'a.pdf')
  expect(received).toMatchObject({ fields: own, isWholeFile: true, line: 3 })
  if (received instanceof SourceError || received instanceof Skip) throw new Error('no document')
  expect(Object.keys(received.fields)).toEqual(Object.keys(own))
  expect(['title', '__proto__', 'toString'].map(received.lineOf)).toEqual([4, 5, 3])
  const problem = new SourceError('a.pdf', 7, { kind: 'empty' })
  expect(receivedReading(sent(sentReading(problem)), 'a.pdf')).toEqual(problem)
  const skip = new Skip('a.pdf', 'needs-package', 'pdfjs-dist')
  expect(receivedReading(sent(sentReading(skip)), 'a.pdf')).toEqual(skip)
})
