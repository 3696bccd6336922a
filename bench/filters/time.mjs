/** The child process that builds one engine, sees that it filters and counts rightly, and times it. */

import { readCollection } from '../collections.mjs'
import { percentile } from '../speed/summarise.mjs'
import { engines } from './engines.mjs'

/** @typedef {import('./engines.mjs').Article} Article */
/** @typedef {import('./engines.mjs').Engine} Engine */
/** @typedef {import('./engines.mjs').Wanted} Wanted */

const LEAST_LENGTH = 300
const PASSES = 3
const WAYS = /** @type {const} */ ({ plain: [false, false], filter: [true, false], 'filter and facets': [true, true] })

/** @type {{ engine: string, folder: string, count: number }} */
const { engine, folder, count } = JSON.parse(process.argv[2])
const { documents, questions } = readCollection(folder)
const articles = documents.map(withColumns)
const wanted = { code: mostFrequent(articles.map(({ code }) => code)), length: LEAST_LENGTH }
const asked = questions.slice(0, count).map(({ text }) => text)
const search = await engines[engine](articles)
await checkCounts(search)
process.send?.(await measure(search))
process.disconnect?.()

/** The code of law and the series of an article (L, R, D…) stand in its title. @param {import('./collections.mjs').Article} article @returns {Article} */
function withColumns(article) {
  const [code, place = ''] = article.title.split(', article ')
  return { ...article, code, series: /^\p{L}*/u.exec(place)?.[0] ?? '', length: article.text.length }
}

/** @param {readonly string[]} values */
function mostFrequent(values) {
  const counts = new Map()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a)[0][0]
}

/**
 * An engine that filters wrongly would be timed for nothing: nothing may be found that the filter leaves out, and facets must add up.
 * @param {Engine} search
 */
async function checkCounts(search) {
  const admitted = articles.filter(({ code, length }) => code === wanted.code && length >= wanted.length).length
  for (const question of asked.slice(0, 10)) {
    const all = await search(question)
    const { total, series } = await search(question, wanted, true)
    const counted = [...(series?.values() ?? [])].reduce((a, b) => a + b, 0)
    if (total > Math.min(all.total, admitted) || counted !== total) {
      throw new Error(`${engine} finds ${total} of ${all.total} and counts ${counted} for "${question}".`)
    }
  }
}

/**
 * By way of asking, the median of the questions. A first pass warms up; a question's time is the median of the others. The least length changes with every
 * question, so that no engine knows the condition already.
 * @param {Engine} search
 */
async function measure(search) {
  /** @type {Record<string, number>} */
  const medians = {}
  for (const [way, [filters, facets]] of Object.entries(WAYS)) {
    const times = asked.map(() => /** @type {number[]} */ ([]))
    for (let pass = 0; pass <= PASSES; pass++) {
      for (const [i, question] of asked.entries()) {
        const conditions = filters ? { ...wanted, length: wanted.length + pass * asked.length + i } : undefined
        const start = performance.now()
        const answer = search(question, conditions, facets)
        if (answer instanceof Promise) await answer
        if (pass > 0) times[i].push(performance.now() - start)
      }
    }
    const ofQuestions = times.map(passes => percentile(passes, 50))
    medians[way] = percentile(ofQuestions, 50)
  }
  return medians
}
