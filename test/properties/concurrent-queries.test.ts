/**
 * Any interleaving of queries, answers of the source and aborts gives each query its own answer: one that is aborted is aborted, and no other one notices.
 *
 * The source answers when the schedule says so, in any order; a read that is aborted fails at once, as `fetch` does.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { QueryAbortedError } from '../../src/errors.ts'
import { IndexSearcher } from '../../src/index-searcher.ts'
import type { AbortOptions } from '../../src/open/abort.ts'
import type { ByteSource } from '../../src/open/byte-source.ts'
import type { SearchClient } from '../../src/open/search-client.ts'
import { SearchIndex } from '../../src/search-index.ts'
import { type Paragraph, readParagraphs } from '../support/articles.ts'
import { openRanges } from '../support/open-ranges.ts'

interface Article extends Paragraph {
  section: string
}

type Client = Pick<SearchClient<Article>, 'search' | 'similar' | 'suggest'>

/** What a visitor may ask: words, operators, highlights, columns, typos, suggestions, documents like one. */
const QUERIES: [query: string, ask: (index: Client, options: AbortOptions) => Promise<unknown>][] = [
  ...[
    'Haftar Tripoli cessez-le-feu',
    'Haftar',
    'prix du blé tendre',
    '"Conseil constitutionnel"',
    'glacier alpes neige',
    'libye*',
    'hafter',
    'introuvablement',
  ].map((query): (typeof QUERIES)[number] => [query, (index, options) => index.search(query, options)]),
  [
    'with highlights',
    (index, options) => index.search('trêve à Tripoli', { ...options, highlight: { fields: ['title', 'body'] } }),
  ],
  ['with a filter', (index, options) => index.search('accord', { ...options, filter: { section: 'b' } })],
  [
    'with facets, sorted, with a column in the query',
    (index, options) =>
      index.search('section:a paix', { ...options, facets: ['section'], sort: { field: 'section', order: 'desc' } }),
  ],
  ['similar', (index, options) => index.similar(ID, options)],
  ['suggest', (index, options) => index.suggest('cess', options)],
]

const index = new SearchIndex<Article>({
  fields: { title: {}, body: {}, section: { type: 'keyword' } },
  storeFields: ['title', 'body'],
})
index.addAll(readParagraphs().map((paragraph, i) => ({ ...paragraph, section: 'abc'[i % 3] })))
const file = index.toBytes()
const whole = IndexSearcher.fromBytes<Article>(file)
const [{ id: ID }] = whole.search('Haftar').hits
const SYNCHRONOUS: Client = {
  search: (async (query: string, { signal, ...options }: AbortOptions) => whole.search(query, options)) as never,
  similar: async (id, { signal, ...options } = {}) => whole.similar(id, options),
  suggest: async (typed, { signal, ...options } = {}) => whole.suggest(typed, options),
}
const EXPECTED = await Promise.all(QUERIES.map(([, ask]) => ask(SYNCHRONOUS, {}).then(answerOf)))

/** An answer without the time it took. */
function answerOf(answer: unknown) {
  return Array.isArray(answer) ? answer : { ...(answer as object), tookMs: 0 }
}

/** A source whose reads wait until they are let through. */
class HeldSource implements ByteSource {
  readonly byteLength = file.length
  readonly waiting: (() => void)[] = []
  isOpen = true

  read(start: number, end: number, signal?: AbortSignal): Promise<Uint8Array> {
    const bytes = () => file.slice(start, end)
    if (this.isOpen) return Promise.resolve(bytes())
    return new Promise((resolve, reject) => {
      const abort = () => reject(new DOMException('aborted', 'AbortError'))
      if (signal?.aborted) abort()
      signal?.addEventListener('abort', abort)
      this.waiting.push(() => resolve(bytes()))
    })
  }

  letThrough(choice: number): void {
    const [answer] = this.waiting.splice(choice % this.waiting.length, 1)
    answer()
  }
}

type Step = { kind: 'ask'; query: number } | { kind: 'answer'; choice: number } | { kind: 'abort'; choice: number }

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('ask' as const), query: fc.nat(QUERIES.length - 1) }) },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('answer' as const), choice: fc.nat(1000) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('abort' as const), choice: fc.nat(1000) }) },
)

const settle = () => new Promise(resolve => setImmediate(resolve))

async function run(steps: readonly Step[], cacheBytes: number | undefined): Promise<void> {
  const source = new HeldSource()
  const index = await openRanges<Article>(source, { cache: { bytes: cacheBytes } })
  source.isOpen = false
  const queries: { query: number; controller: AbortController; answer: Promise<unknown>; settled: boolean }[] = []
  for (const step of steps) {
    if (step.kind === 'ask') {
      const controller = new AbortController()
      const asked = {
        query: step.query,
        controller,
        settled: false,
        answer: QUERIES[step.query][1](index, { signal: controller.signal }).then(answerOf, error => error),
      }
      asked.answer.then(() => {
        asked.settled = true
      })
      queries.push(asked)
    } else if (step.kind === 'answer') {
      if (source.waiting.length > 0) source.letThrough(step.choice)
    } else if (queries.length > 0) {
      queries[step.choice % queries.length].controller.abort()
    }
    await settle()
  }
  while (queries.some(({ settled }) => !settled)) {
    if (source.waiting.length > 0) source.letThrough(0)
    await settle()
  }
  for (const { query, controller, answer } of queries) {
    const result = await answer
    // An abort may come after the answer, which is right then.
    if (controller.signal.aborted && result instanceof QueryAbortedError) continue
    expect(result, QUERIES[query][0]).toEqual(EXPECTED[query])
  }
}

/** All of them in `npm run test:all`. */
const SCHEDULES = process.env.TEST_ALL === undefined ? 200 : 10_000

test(`${SCHEDULES} schedules, none with a wrong answer`, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 4, maxLength: 40, size: 'max' }),
      fc.constantFrom(undefined, 8192),
      (steps, cacheBytes) => run(steps, cacheBytes),
    ),
    { numRuns: SCHEDULES, endOnFailure: true },
  )
}, 1_200_000)
