/** The engines that filter and count facets, each over the same articles with columns. */

import { pathToFileURL } from 'node:url'
import * as orama from '@orama/orama'
import MiniSearch from 'minisearch'
import { options as frenchChain } from '../peers/minisearch-fr.mjs'
import { components } from '../peers/orama.mjs'
import { distFolder } from '../snapshot.mjs'

/** @typedef {import('../collections.mjs').Article & { code: string, series: string, length: number }} Article */
/** @typedef {{ code: string, length: number }} Wanted the code of law, and the least length */
/** @typedef {{ total: number, series?: Map<string, number> }} Answer */
/** @typedef {(question: string, wanted?: Wanted, facets?: boolean) => Answer | Promise<Answer>} Engine */

const TOP = 10

/** @type {Record<string, (articles: readonly Article[]) => Engine | Promise<Engine>>} */
export const engines = { trouvaille, 'minisearch-fr': miniSearch, 'orama-fr': oramaFrench }

/** @param {readonly Article[]} articles @returns {Promise<Engine>} */
async function trouvaille(articles) {
  const { SearchIndex } = await import(pathToFileURL(`${distFolder()}/index.js`).href)
  const fields = {
    title: {},
    text: {},
    code: { type: 'keyword' },
    series: { type: 'keyword' },
    length: { type: 'number' },
  }
  const live = new SearchIndex({ fields })
  live.addAll(articles)
  const index = SearchIndex.fromBytes(live.toBytes())
  return (question, wanted, facets) => {
    const filter = wanted && { code: wanted.code, length: { gte: wanted.length } }
    const { total, facets: counts } = index.search(question, {
      limit: TOP,
      fuzzy: false,
      filter,
      ...(facets && { facets: ['series'] }),
    })
    return {
      total,
      series: counts && new Map(counts.series.map((/** @type {any} */ { value, count }) => [value, count])),
    }
  }
}

/** MiniSearch has a callback for filters, and gives all hits: facets are counted by hand. @param {readonly Article[]} articles @returns {Engine} */
function miniSearch(articles) {
  const index = new MiniSearch({ ...frenchChain, storeFields: ['code', 'series', 'length'] })
  index.addAll(articles)
  return (question, wanted, facets) => {
    const filter = wanted && ((/** @type {any} */ hit) => hit.code === wanted.code && hit.length >= wanted.length)
    const hits = index.search(question, filter && { filter })
    if (!facets) return { total: hits.length }
    const series = new Map()
    for (const hit of hits) series.set(hit.series, (series.get(hit.series) ?? 0) + 1)
    return { total: hits.length, series }
  }
}

/** @param {readonly Article[]} articles @returns {Promise<Engine>} */
async function oramaFrench(articles) {
  const schema = /** @type {const} */ ({
    title: 'string',
    text: 'string',
    code: 'enum',
    series: 'string',
    length: 'number',
  })
  const index = orama.create({ schema, components })
  for (const article of articles) await orama.insert(index, article)
  return async (term, wanted, facets) => {
    const { count, facets: counts } = await orama.search(index, {
      term,
      limit: TOP,
      boost: { title: 2 },
      properties: ['title', 'text'],
      ...(wanted && { where: { code: { eq: wanted.code }, length: { gte: wanted.length } } }),
      ...(facets && { facets: { series: { limit: 100 } } }),
    })
    return { total: count, series: counts && new Map(Object.entries(counts.series.values)) }
  }
}
