/** Law 1 for files that are elsewhere: whatever is asked, in whatever order, and however little is kept, the answers are those of the whole file. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { UnknownDocumentError } from '../../src/errors.ts'
import { IndexSearcher } from '../../src/index-searcher.ts'
import { type ByteSource, memorySource } from '../../src/open/byte-source.ts'
import { WHOLE_LIMIT } from '../../src/open/open-options.ts'
import { openIndex } from '../../src/open/search-client.ts'
import type { Facets } from '../../src/schema/facets.ts'
import type { FieldName } from '../../src/schema/schema-types.ts'
import type { SortField } from '../../src/schema/sort.ts'
import type { Match, SearchOptions } from '../../src/search/search-options.ts'
import { question } from '../support/arbitrary.ts'
import { buildParagraphs, type Paragraph, QUESTIONS } from '../support/articles.ts'
import { type ColumnDocument, columnCollection, columnSchema, filterCase } from '../support/columns.ts'
import { buildSegments } from '../support/index-cuts.ts'
import { openRanges } from '../support/open-ranges.ts'
import { plainLanguage } from '../support/plain-language.ts'
import { recombinedIndex, SESSION } from '../support/recombined.ts'
import { runs } from '../support/runs.ts'

const plain = plainLanguage()
const otherClasses = { ...plainLanguage('other'), key: (word: string) => word.slice(0, 2) }

const options: fc.Arbitrary<SearchOptions<ColumnDocument>> = fc.record(
  {
    limit: fc.nat(40),
    offset: fc.nat(40),
    countUpTo: fc.constantFrom(1, 20, Number.POSITIVE_INFINITY),
    match: fc.constantFrom<Match[]>('any', 'all', 2),
    fields: fc.constantFrom<('title' | 'body')[][]>(['title'], ['body'], ['title', 'body']),
    prefix: fc.boolean(),
    fuzzy: fc.constantFrom<('auto' | false)[]>('auto', false),
    filter: filterCase.map(({ filter }) => filter),
    facets: fc.constant<Facets<FieldName<ColumnDocument>>>({
      section: {},
      views: { ranges: [{ value: 'peu', lt: 3 }] },
    }),
    sort: fc.constantFrom<SortField<'published' | 'section'>[][]>(
      [{ field: 'published', order: 'desc' }],
      [{ field: 'section' }, { field: 'score' }],
    ),
    highlight: fc.constant({ fields: ['title' as const] }),
    explain: fc.boolean(),
  },
  { requiredKeys: [] },
)

/** Enough of the same for a file of many pages. */
const copies = (documents: readonly ColumnDocument[]) =>
  Array.from({ length: 60 }, (_, n) => documents.map(document => ({ ...document, id: `${document.id}/${n}` }))).flat()

test('random collections, questions and options, as classed or under other classes, with much kept or nothing', async () => {
  const operators = fc.constantFrom(
    '"roi reine"',
    '-roi',
    'ville -ro*',
    'roi -vlile~',
    'title:roi OU "le feu"~2',
    'roi -"le roi" section:monde',
  )
  const questions = fc.array(fc.tuple(fc.oneof(question, operators), options), { minLength: 1, maxLength: 6 })
  const budget = fc.constantFrom(0, 20_000, undefined)
  await fc.assert(
    fc.asyncProperty(columnCollection(), questions, fc.boolean(), budget, async (some, asked, same, bytes) => {
      const documents = copies(some)
      const file = buildSegments([{ documents, packed: false }], plain, 128, columnSchema).toBytes()
      const language = same ? plain : otherClasses
      const local = IndexSearcher.fromBytes<ColumnDocument>(file, { language })
      const remote = await openRanges<ColumnDocument>(memorySource(file), { language, cache: { bytes } })
      expect(await remote.size()).toBe(documents.length)
      for (const [text, options] of asked) {
        const expected = { ...local.search(text, options), tookMs: expect.any(Number) }
        expect(await remote.search(text, options)).toEqual(expected)
      }
      for (const id of [documents.at(-1)?.id ?? 'd0', 'absent', 7]) {
        expect(await remote.has(id)).toBe(local.has(id))
        expect(await remote.get(id)).toEqual(local.get(id))
        if (!local.has(id)) await expect(remote.similar(id)).rejects.toThrow(UnknownDocumentError)
        else expect(await remote.similar(id)).toEqual({ ...local.similar(id), tookMs: expect.any(Number) })
      }
    }),
    { numRuns: runs(60) },
  )
})

test("a file above the limit of load: 'auto' is read by ranges, and answers as the whole file does", async () => {
  const file = recombinedIndex(400)
  expect(file.length).toBeGreaterThan(WHOLE_LIMIT)
  const local = IndexSearcher.fromBytes<Paragraph>(file)
  const asked = fc.array(fc.oneof(fc.constantFrom(...SESSION, ...QUESTIONS), question), { minLength: 1, maxLength: 4 })
  await fc.assert(
    fc.asyncProperty(asked, fc.constantFrom(0, 50_000, undefined), async (asked, bytes) => {
      const source = memorySource(file)
      let received = 0
      const read: ByteSource['read'] = async (start, end, signal) => {
        received += end - start
        return source.read(start, end, signal)
      }
      const remote = openIndex<Paragraph>({ byteLength: file.length, read }, { cache: { bytes } })
      await remote.warmUp()
      expect(received).toBeLessThan(WHOLE_LIMIT)
      for (const text of asked) {
        const expected = { ...local.search(text), tookMs: expect.any(Number) }
        expect(await remote.search(text), text).toEqual(expected)
      }
    }),
    { numRuns: runs(90) },
  )
})

test('French articles: every way to ask, one question after the other and all at once', async () => {
  const file = buildParagraphs()
  const local = IndexSearcher.fromBytes<Paragraph>(file)
  const ways: SearchOptions<Paragraph>[] = [
    {},
    { prefix: true, highlight: { fields: ['title', 'body'] } },
    { match: 'all', explain: true, fuzzy: false },
    { limit: 50, offset: 5, fields: ['body'] },
    { boostDocument: ({ id, document }) => (String(id).startsWith('libye') ? 3 : (document.title?.length ?? 0) / 40) },
  ]
  const asked = ways.flatMap(options => QUESTIONS.map(text => ({ text, options })))
  const expected = asked.map(({ text, options }) => ({ ...local.search(text, options), tookMs: expect.any(Number) }))
  for (const bytes of [0, 100_000, undefined]) {
    const remote = await openRanges<Paragraph>(memorySource(file), { cache: { bytes } })
    for (const [i, { text, options }] of asked.entries())
      expect(await remote.search(text, options)).toEqual(expected[i])
    const again = await openRanges<Paragraph>(memorySource(file), { cache: { bytes } })
    for (const typed of ['glac', 'élections mu', 'cessez', 'tripoli ca', 'le m'])
      expect(await again.suggest(typed)).toEqual(local.suggest(typed))
    expect(await Promise.all(asked.map(({ text, options }) => again.search(text, options)))).toEqual(expected)
  }
})
