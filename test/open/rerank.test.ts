/** Hits ranked anew by an application: a toy model that likes what the engine does not. */
import { describe, expect, test } from 'vitest'
import { openIndex } from '../../src/client.ts'
import { IndexSearcher } from '../../src/index-searcher.ts'
import { buildParagraphs, type Paragraph } from '../support/articles.ts'

const file = buildParagraphs()
const sync = IndexSearcher.fromBytes<Paragraph>(file)
const index = openIndex<Paragraph>(file)
const QUERY = 'Haftar Tripoli cessez-le-feu'

interface Ranked {
  id: string | number
  score: number
  document: Partial<Paragraph>
}
/** Knows that a truce and a ceasefire are one thing, and counts nothing else. */
const model = async (hits: readonly Ranked[]) =>
  hits.map(({ document }) => (document.body?.match(/trêve|cessez-le-feu|accord/g) ?? []).length)
const idsOf = ({ hits }: { hits: readonly { id: string | number }[] }) => hits.map(({ id }) => id)

async function expected(depth: number): Promise<(string | number)[]> {
  const { hits } = sync.search(QUERY, { limit: 1000 })
  const scores = await model(hits.slice(0, depth))
  const best = hits.slice(0, depth).map((hit, i) => ({ hit, i, score: scores[i] }))
  best.sort((a, b) => b.score - a.score || a.i - b.i)
  return [...best.map(({ hit }) => hit.id), ...hits.slice(depth).map(({ id }) => id)]
}

test.each([
  [50, 10, 0],
  [5, 10, 0],
  [5, 3, 1],
  [5, 4, 3],
  [5, 3, 8],
  [1000, 10, 40],
])('depth %i, limit %i, offset %i', async (rerankDepth, limit, offset) => {
  const results = await index.search(QUERY, { rerank: model, rerankDepth, limit, offset })
  expect(idsOf(results)).toEqual((await expected(rerankDepth)).slice(offset, offset + limit))
  expect(results.total).toBe(sync.search(QUERY).total)
  expect(results.next).toBeUndefined()
})

test('scores may come in a typed array', async () => {
  const rerank = async (hits: readonly Ranked[]) => Float32Array.from(await model(hits))
  expect(idsOf(await index.search(QUERY, { rerank }))).toEqual((await expected(50)).slice(0, 10))
})

test('the model sees as many hits as it should, and the query; without hits it is not called', async () => {
  const calls: unknown[] = []
  const rerank = (hits: readonly Ranked[], query: unknown) => {
    calls.push([hits.length, query])
    return hits.map(() => 1)
  }
  expect(idsOf(await index.search(QUERY, { rerank, rerankDepth: 7 }))).toEqual(idsOf(sync.search(QUERY)))
  await index.search('introuvablissime', { rerank })
  expect(calls).toEqual([[7, QUERY]])
})

describe('what is wrong', () => {
  test.each<[unknown, number | undefined, object, string]>([
    ['modèle', undefined, {}, 'rerank'],
    [undefined, 5, {}, 'rerank'],
    [model, 0, {}, 'rerankDepth'],
    [model, 1001, {}, 'rerankDepth'],
    [model, 5, { after: 'x' }, 'after'],
    [model, 5, { sort: { field: 'score' } }, 'sort'],
    [model, 5, { limit: -1 }, 'limit'],
    [model, 5, { limit: '3' }, 'limit'],
    [model, 5, { offset: 1.5 }, 'offset'],
    [() => [1, 2], 5, {}, 'rerank'],
    [() => ['a', 'b', 'c', 'd', 'e'], 5, {}, 'rerank'],
    [() => [1, 2, 3, 4, Number.NaN], 5, {}, 'rerank'],
    [() => undefined, 5, {}, 'rerank'],
  ])('rerank %o, depth %o, %o: %s', async (rerank, rerankDepth, options, option) => {
    const search = index.search(QUERY, { rerank, rerankDepth, ...options } as never)
    await expect(search).rejects.toMatchObject({ name: 'InvalidOptionError', option })
  })

  test('an error of the model is the error of the search', async () => {
    const rerank = () => {
      throw new RangeError('le modèle est en panne')
    }
    await expect(index.search(QUERY, { rerank })).rejects.toThrow(RangeError)
    await expect(index.search(QUERY, { rerank: async () => rerank() })).rejects.toThrow(RangeError)
  })

  test('a signal stops the waiting for a slow model', async () => {
    const controller = new AbortController()
    const rerank = () => {
      controller.abort('plus besoin')
      return new Promise<number[]>(() => {})
    }
    await expect(index.search(QUERY, { rerank, signal: controller.signal })).rejects.toMatchObject({
      code: 'QUERY_ABORTED',
      cause: 'plus besoin',
    })
  })
})
