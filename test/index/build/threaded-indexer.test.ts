/** However many threads read the texts, and however the documents are dealt out: the file of an index with the same documents (law 3). */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ByteWriter } from '../../../src/format/byte-writer.ts'
import { BuildWorker, type SharedSpool } from '../../../src/index/build/build-jobs.ts'
import { SegmentBuilder } from '../../../src/index/build/segment-builder.ts'
import { type BuildThread, ThreadedIndexer } from '../../../src/index/build/threaded-indexer.ts'
import { readDocument } from '../../../src/schema/document.ts'
import { collection } from '../../support/arbitrary.ts'
import { buildSegments, schema } from '../../support/index-cuts.ts'
import { plainLanguage } from '../../support/plain-language.ts'
import { runs } from '../../support/runs.ts'

const language = plainLanguage()
const fieldCount = schema.fields.length

/** Threads of this one: what they are given and what they answer is copied, and they take as many turns as `delays` says. */
function makeThreads(count: number, budget: number, delays: readonly number[]): BuildThread[] {
  const spools: SharedSpool[] = []
  const makeSpool = () => {
    const bytes = new ByteWriter()
    const spool = {
      handle: { number: spools.length },
      write: (written: Uint8Array) => bytes.bytes(written),
      chunks: (start = 0) => [bytes.view().slice(start)],
    }
    spools.push(spool)
    return spool
  }
  let jobs = 0
  return Array.from({ length: count }, () => {
    const worker = new BuildWorker(
      language,
      { fieldCount, stopWordPositions: true },
      budget,
      makeSpool,
      ({ number }) => spools[number],
    )
    let last: Promise<unknown> = Promise.resolve()
    /** Jobs are done in the order in which they were given. */
    const later = <T>(work: () => T): Promise<T> => {
      const turns = delays[jobs++ % delays.length]
      const done = last.then(async () => {
        for (let turn = 0; turn < turns; turn++) await Promise.resolve()
        return structuredClone(work())
      })
      last = done.catch(() => {})
      return done
    }
    return {
      read: batch => later(() => worker.read(structuredClone(batch))),
      endRuns: () => later(() => worker.endRuns()),
      plan: plan => later(() => worker.plan(structuredClone(plan))),
      merge: range => later(() => worker.merge(structuredClone(range))),
    }
  })
}

async function build(documents: Parameters<typeof readDocument>[0][], indexer: ThreadedIndexer): Promise<Uint8Array> {
  const makeSpool = () => {
    const bytes = new ByteWriter()
    return { write: (written: Uint8Array) => bytes.bytes(written), chunks: () => [bytes.view()] }
  }
  const builder = new SegmentBuilder(schema, language, indexer, makeSpool)
  for (const document of documents) await builder.add(readDocument(document, schema))
  let file = new Uint8Array(0)
  await builder.finish(length => {
    file = new Uint8Array(length)
    return (bytes, offset) => file.set(bytes, offset)
  })
  return file
}

test('any number of threads gives the bytes of one index', async () => {
  await fc.assert(
    fc.asyncProperty(
      collection(40).filter(documents => documents.length > 0),
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 1, max: 5_000 }),
      fc.integer({ min: 1, max: 200 }),
      fc.array(fc.nat({ max: 9 }), { minLength: 1, maxLength: 5 }),
      async (documents, threads, budget, batchLength, delays) => {
        const indexer = new ThreadedIndexer(makeThreads(threads, budget, delays), fieldCount, batchLength)
        const whole = buildSegments([{ documents, packed: false }], language).toBytes()
        expect(Buffer.compare(await build([...documents], indexer), whole)).toBe(0)
      },
    ),
    { numRuns: runs(200) },
  )
})

test('documents without words are documents all the same', async () => {
  const documents = [{ id: 1, title: '', body: '' }, { id: 2 }]
  const file = await build(documents, new ThreadedIndexer(makeThreads(2, 1000, [0]), fieldCount))
  const whole = buildSegments([{ documents: documents as never, packed: false }], language).toBytes()
  expect(Buffer.compare(file, whole)).toBe(0)
})

const documents = Array.from({ length: 50 }, (_, id) => ({ id, title: `titre ${id}`, body: 'Le corps.' }))

test.each(['read', 'endRuns', 'plan', 'merge'] as const)('a thread that fails at %s fails the build', async job => {
  const [first, second] = makeThreads(2, 1000, [0, 3])
  const failing = { ...second, [job]: () => Promise.reject(new Error('no space left')) }
  await expect(build(documents, new ThreadedIndexer([first, failing], fieldCount, 10))).rejects.toThrow('no space left')
})

test('no thread is given more than it can hold', async () => {
  const [thread] = makeThreads(1, 10_000, [0])
  let open = 0
  let most = 0
  const counting: BuildThread = {
    ...thread,
    async read(batch) {
      most = Math.max(most, ++open)
      await new Promise(resolve => setTimeout(resolve, 1))
      await thread.read(batch)
      open--
    },
  }
  await build(documents, new ThreadedIndexer([counting], fieldCount, 10))
  expect(most).toBe(2)
})
