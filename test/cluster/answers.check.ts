/** Over random documents, removals, replacements, queries and options, a cluster answers as an index in memory, on one shard and on three. */
import fc from 'fast-check'
import { expect, inject, test } from 'vitest'
import { SearchIndex } from '../../src/index.ts'
import { type ClusterIndex, openCluster } from '../../src/opensearch/index.ts'
import { WORDS } from '../support/arbitrary.ts'

const { url } = inject('cluster')
const RUNS = Number(process.env.TROUVAILLE_CLUSTER_RUNS ?? 1)

interface Item {
  id: string | number
  title?: string | undefined
  body: string | string[]
  section?: string | string[] | undefined
  views?: number | undefined
  published?: string | undefined
}

const SECTIONS = ['monde', 'Écoles', 'ecoles', 'l’Élysée', 'cuisine']
const text = (most: number) =>
  fc.array(fc.constantFrom(...WORDS), { maxLength: most, size: 'max' }).map(words => words.join(' '))
const day = fc
  .integer({ min: 1, max: 28 })
  .map(day => `2019-${String((day % 12) + 1).padStart(2, '0')}-${String(day).padStart(2, '0')}`)
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined, freq: 4 })
const item = fc.record({
  title: maybe(text(5)),
  body: fc.oneof(text(30), fc.array(text(8), { maxLength: 3 })),
  section: maybe(
    fc.oneof(fc.constantFrom(...SECTIONS), fc.uniqueArray(fc.constantFrom(...SECTIONS), { maxLength: 2 })),
  ),
  views: maybe(fc.oneof(fc.integer({ min: -5, max: 5 }), fc.double({ noNaN: true, noDefaultInfinity: true }))),
  published: maybe(day),
})
const items = fc
  .array(item, { minLength: 1, maxLength: 50, size: 'max' })
  .map(all => all.map((one, i): Item => ({ id: i % 5 === 4 ? i : `d${i}`, ...one })))
const fields = fc.constantFrom({ title: {}, body: {} }, { title: { title: false }, body: { boost: 3 } }, { body: {} })
const schema = fields.map(text => ({
  fields: {
    ...text,
    section: { type: 'keyword' as const },
    views: { type: 'number' as const },
    published: { type: 'date' as const },
  },
  storeFields: Object.keys(text),
}))

const word = fc.constantFrom(...WORDS, 'absent', 'viles', 'reinne')
const words = (most: number) => fc.array(word, { minLength: 1, maxLength: most }).map(all => all.join(' '))
const query = fc.oneof(
  { arbitrary: words(5), weight: 4 },
  fc.tuple(words(3), words(2)).map(([quoted, others]) => `"${quoted}" ${others}`),
  words(3).map(quoted => `"${quoted}"`),
  fc.tuple(words(3), fc.integer({ min: 0, max: 6 })).map(([quoted, near]) => `"${quoted}"~${near}`),
  fc.tuple(words(2), word).map(([wanted, not]) => `${wanted} -${not}`),
  word.map(not => `-${not}`),
  fc.tuple(word, word, word).map(([a, b, c]) => `(${a} OU ${b}) ET ${c}`),
  fc.tuple(fc.constantFrom('r', 'pe', 'pê', 'vill', 'week'), word).map(([begun, other]) => `${begun}* ${other}`),
  fc.tuple(fc.constantFrom('rio', 'viles', 'reime'), word).map(([near, other]) => `${near}~ ${other}`),
  fc.tuple(word, fc.constantFrom(...SECTIONS)).map(([wanted, section]) => `${wanted} section:"${section}"`),
  fc.tuple(word, fc.integer({ min: -3, max: 3 })).map(([wanted, views]) => `${wanted} views:>=${views}`),
  fc.tuple(word, words(2)).map(([inBody, others]) => `body:${inBody} ${others}`),
  fc.constant(''),
)
const section = fc.constantFrom(...SECTIONS, 'MONDE', 'elysee')
const filter = fc.oneof(
  section.map(section => ({ section })),
  fc.uniqueArray(section, { maxLength: 3 }).map(section => ({ section })),
  section.map(not => ({ section: { not } })),
  fc.tuple(fc.integer({ min: -5, max: 5 }), section).map(([gt, section]) => ({ or: [{ views: { gt } }, { section }] })),
  day.map(published => ({ not: { published } })),
  fc.tuple(day, fc.integer({ min: -3, max: 3 })).map(([gte, lte]) => ({ published: { gte }, views: { lte } })),
)
const options = fc.record(
  {
    match: fc.constantFrom('any' as const, 'all' as const, 2, '60%' as const),
    fields: fc.constant(['body']),
    boost: fc.constant({ body: 2.5 }),
    prefix: fc.boolean(),
    fuzzy: fc.constantFrom('auto' as const, false as const),
    split: fc.boolean(),
    filter,
    facets: fc.constantFrom(['section'], {
      section: { ignoreOwnFilter: true, limit: 2 },
      views: {
        ranges: [
          { value: 'less', lt: 0 },
          { value: 'more', gte: 0 },
        ],
      },
    }),
    sort: fc.constantFrom({ field: 'views', order: 'desc' as const }, [{ field: 'section' }, { field: 'score' }], {
      field: 'published',
    }),
    group: fc.constantFrom({ field: 'section' }, { field: 'section', limit: 1 }),
    recency: fc.constant({ field: 'published', halfLife: 60, now: '2020-01-01' }),
    limit: fc.integer({ min: 0, max: 20 }),
    offset: fc.constantFrom(0, 0, 3, 31),
    explain: fc.boolean(),
    countUpTo: fc.constantFrom(3, Number.POSITIVE_INFINITY),
    synonyms: fc.constantFrom([['roi', 'ville']], [['week end', 'feu']]),
  },
  { requiredKeys: [] },
)

/** What both must give: without the time, the cursor, and suggestions that need the whole dictionary. */
function comparable({
  tookMs: _,
  next,
  didYouMean: __,
  ...results
}: {
  tookMs: number
  next?: unknown
  didYouMean?: unknown
  hits: readonly object[]
}) {
  return { ...results, hasNext: next !== undefined, hits: results.hits.map(readAll) }
}

function readAll(hit: object): object {
  const { grouped } = hit as { grouped?: object[] }
  return { ...hit, ...(grouped && { grouped: grouped.map(readAll) }) }
}

let made = 0
let asked = 0
let sameTen = 0

test.each([1, 3])('on %i shards', async shards => {
  await fc.assert(
    fc.asyncProperty(
      schema,
      items,
      fc.array(fc.nat(60), { maxLength: 8 }),
      fc.array(fc.tuple(fc.nat(60), item), { maxLength: 4 }),
      fc.array(fc.tuple(query, options), { minLength: 25, maxLength: 25 }),
      async (options, documents, removed, replaced, questions) => {
        const memory = new SearchIndex<Item>(options as never)
        memory.addAll(documents)
        const name = `answers-${shards}-${made++}`
        const index: ClusterIndex<Item> = await openCluster<Item>({
          nodes: url,
          name,
          ...(options as object),
          shards,
          replicas: 0,
        } as never)
        try {
          const { added, rejected } = await index.addAll(documents, { maxBytes: 4000 })
          expect([added, rejected]).toEqual([documents.length, []])
          for (const i of removed) {
            const { id } = documents[i % documents.length]
            if (memory.has(id)) memory.remove(id)
            await index.remove(id)
          }
          for (const [i, others] of replaced) {
            const { id } = documents[i % documents.length]
            if (!memory.has(id)) continue
            memory.replace({ id, ...others })
            await index.replace({ id, ...others })
          }
          await index.refresh()
          expect(await index.size()).toBe(memory.size)
          for (const [text, way] of questions) {
            const expected = comparable(memory.search(text, way as never))
            expect(
              comparable(await index.search(text, { ...way, ranking: 'exact' } as never)),
              `${text} ${JSON.stringify(way)}`,
            ).toEqual(expected)
            const fast = await index.search(text, way as never)
            asked++
            const ids = (hits: readonly object[]) => JSON.stringify(hits.map(hit => (hit as Item).id))
            if (ids(fast.hits) === ids(expected.hits)) sameTen++
          }
        } finally {
          await fetch(`${url}/${name}-1,${name}-1-words`, { method: 'DELETE' })
        }
      },
    ),
    { numRuns: 6 * RUNS, endOnFailure: true },
  )
  expect(asked).toBeGreaterThan(100)
  expect(sameTen / asked).toBeGreaterThanOrEqual(0.99)
})
