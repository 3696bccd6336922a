/** What an index on a cluster promises: every method gives what an index in memory gives of the same documents. */
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { parseQuery } from '../../src/index.ts'
import { type ClusterIndex, openCluster } from '../../src/opensearch/index.ts'
import {
  type Article,
  articleSchema,
  articles,
  articlesIndex,
  QUERIES,
  timeless,
  WAYS,
} from '../support/index-contract.ts'

const { url } = inject('cluster')

/** Cursors say something else; matches are read so that they are compared. */
function comparable<R extends { tookMs: number; next?: string | undefined; hits: readonly object[] }>(results: R) {
  const { next, ...rest } = timeless(results)
  return { ...rest, hasNext: next !== undefined, hits: rest.hits.map(readAll) }
}

function readAll(hit: object): object {
  const { grouped } = hit as { grouped?: object[] }
  return { ...hit, ...(grouped && { grouped: grouped.map(readAll) }) }
}

describe.each([1, 3])('on %i shards', shards => {
  let index: ClusterIndex<Article>
  const name = `contract-${shards}`

  beforeAll(async () => {
    index = await openCluster<Article>({ nodes: url, name, ...articleSchema(), shards, replicas: 0 })
    // In two calls, so that the order of insertion is not that of one request.
    const first = await index.addAll(articles.slice(0, 20))
    const rest = await index.addAll(articles.slice(20), { maxBytes: 20_000, concurrency: 4 })
    expect([first, rest].map(({ added, rejected }) => [added, rejected])).toEqual([
      [20, []],
      [articles.length - 20, []],
    ])
    await index.refresh()
  })
  afterAll(async () => {
    await fetch(`${url}/${name}-1,${name}-1-words`, { method: 'DELETE' })
  })

  test.each(WAYS)('exact search %s', async (_, way) => {
    for (const query of QUERIES) {
      const found = await index.search(query, { ...way, ranking: 'exact' } as never)
      expect(comparable(found), query).toEqual(comparable(articlesIndex.search(query, way)))
    }
  })

  // One shard has nothing that three have not.
  test.skipIf(shards === 1).each(WAYS)('fast search %s', async (_, way) => {
    for (const query of QUERIES) {
      expect(comparable(await index.search(query, way as never)), query).toEqual(
        comparable(articlesIndex.search(query, way)),
      )
    }
  })

  test('grouped', async () => {
    for (const group of [{ field: 'section' as const }, { field: 'section' as const, limit: 1 }]) {
      for (const others of [{}, { sort: { field: 'words' as const } }, { limit: 2 }, { countUpTo: 2 }]) {
        const way = { group, ...others }
        for (const query of QUERIES) {
          expect(comparable(await index.search(query, way as never)), query).toEqual(
            comparable(articlesIndex.search(query, way)),
          )
        }
      }
    }
  })

  test('an empty query with a filter, and one without', async () => {
    const way = { filter: { section: 'MONDE' }, limit: 30 } as const
    expect(comparable(await index.search('', way as never))).toEqual(comparable(articlesIndex.search('', way)))
    expect(comparable(await index.search(''))).toEqual(comparable(articlesIndex.search('')))
  })

  test('search by a tree', async () => {
    const { tree } = parseQuery('title:Tripoli -"cessez-le-feu" trêve*', { fields: ['title'] })
    expect(comparable(await index.search(tree))).toEqual(comparable(articlesIndex.search(tree)))
  })

  test('page after page, in either way', async () => {
    const all = articlesIndex.search('ville pays paix année ministre travail', { limit: 70 }).hits.map(({ id }) => id)
    expect(all.length).toBeGreaterThan(35)
    for (const options of [{}, { ranking: 'exact' as const }, { pointInTime: '1m' }]) {
      const pages: unknown[] = []
      let after: string | undefined
      do {
        const page = await index.search('ville pays paix année ministre travail', { limit: 7, after, ...options })
        pages.push(...page.hits.map(({ id }) => id))
        after = page.next
      } while (after !== undefined)
      expect(pages, JSON.stringify(options)).toEqual(all)
    }
  })

  test('suggestions begin with what was typed, and words are those of memory', async () => {
    for (const typed of ['cess', 'trip', 'élections mu', 'saint-', 'haftar à', 'haftar trip', '', 'zzz']) {
      const here = await index.suggest(typed, { limit: 5 })
      const there = articlesIndex.suggest(typed, { limit: 5 })
      expect(here.length).toBe(there.length)
      // Phrases are of another sample of the documents: what few documents hold is the same.
      const first = (list: typeof here) => list[0]?.text
      expect(first(here), typed).toBe(first(there))
    }
  })

  test('similar', async () => {
    for (const { id } of articles.slice(0, 8)) {
      const found = await index.similar(id, { limit: 4 })
      expect(comparable(found as never), String(id)).toEqual(
        comparable(articlesIndex.similar(id, { limit: 4 }) as never),
      )
    }
    await expect(index.similar('absent')).rejects.toMatchObject({ code: 'UNKNOWN_DOCUMENT', id: 'absent' })
  })

  test('passages', async () => {
    for (const query of QUERIES) {
      const { tookMs: _, ...here } = await index.passages(query, { fields: ['body'] } as never)
      const { tookMs: __, ...there } = articlesIndex.passages(query, { fields: ['body'] } as never)
      expect(here, query).toEqual(there)
    }
  })

  test('reranked', async () => {
    const rerank = (hits: readonly { score: number }[]) => hits.map(({ score }) => -score)
    const { hits } = await index.search('libye tripoli paix', { rerank, rerankDepth: 5, limit: 3 } as never)
    const plain = articlesIndex.search('libye tripoli paix', { limit: 5 }).hits
    expect(hits.map(({ id }) => id)).toEqual(
      plain
        .reverse()
        .slice(0, 3)
        .map(({ id }) => id),
    )
  })

  test('get, has, size and fields', async () => {
    const [{ id }] = articles
    for (const wanted of [id, 'absent', 7]) {
      expect(await index.get(wanted)).toEqual(articlesIndex.get(wanted))
      expect(await index.has(wanted)).toBe(articlesIndex.has(wanted))
    }
    expect(await index.size()).toBe(articlesIndex.size)
    expect(index.fields()).toEqual(articlesIndex.fields())
  })

  test('a warm query takes one request', async () => {
    await index.search('Haftar Tripoli')
    const before = index.requestCount
    await index.search('Haftar Tripoli', { facets: ['section'], highlight: { fields: ['title'] } } as never)
    expect(index.requestCount - before).toBe(1)
  })

  test('options are refused as in memory', async () => {
    for (const way of [{ limit: -1 }, { filter: { nowhere: 'x' } }, { sort: { field: 'body' } }, { unknown: 1 }]) {
      await expect(index.search('paix', way as never)).rejects.toMatchObject({ code: 'INVALID_OPTION' })
    }
    await expect(index.search('paix', { ranking: 'slow' } as never)).rejects.toMatchObject({ code: 'INVALID_OPTION' })
  })

  test('a signal stops a search', async () => {
    const controller = new AbortController()
    const search = index.search('paix', { signal: controller.signal, limit: 9 })
    controller.abort()
    await expect(search).rejects.toMatchObject({ code: 'QUERY_ABORTED' })
  })
})
