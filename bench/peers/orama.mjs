/** Orama and its fork ZBSearch, which share their programming interface, with French stemmer and stop words. */

import { stemmer } from '@orama/stemmers/french'
import { stopwords } from '@orama/stopwords/french'
import { fromJsonBytes, packageVersion, toJsonBytes } from './peer.mjs'

/** French stemmer and stop words, as Orama's documentation shows them. */
export const components = { tokenizer: { language: 'french', stemming: true, stemmer, stopWords: stopwords } }

/**
 * @param {string} name
 * @param {string} packageName
 * @param {Pick<typeof import('@orama/orama'), 'create' | 'insert' | 'save' | 'load' | 'search'>} engine
 * @returns {import('./peer.mjs').Peer<import('@orama/orama').AnyOrama>}
 */
export function oramaPeer(name, packageName, { create, insert, save, load, search }) {
  const empty = () =>
    create({
      schema: { title: 'string', text: 'string' },
      components,
    })
  /**
   * @param {import('@orama/orama').AnyOrama} index
   * @param {string} term
   * @param {number} limit
   */
  const ask = async (index, term, limit, options = {}) => {
    const { hits } = await search(index, { term, limit, boost: { title: 2 }, ...options })
    return hits.map(({ id, score }) => ({ id, score }))
  }
  return {
    name,
    version: packageVersion(packageName),
    async build(documents) {
      const index = empty()
      for (const document of documents) await insert(index, document)
      return index
    },
    save: index => toJsonBytes(save(index)),
    load(bytes) {
      const index = empty()
      load(index, fromJsonBytes(bytes))
      return index
    },
    search: (index, question, limit) => ask(index, question, limit),
    asks: {
      // It takes all words for unfinished unless told otherwise.
      prefix: (index, question, limit) => ask(index, question, limit),
      'typo-each': (index, question, limit) => ask(index, question, limit, { tolerance: 1 }),
      phrase: (index, phrase, limit) => ask(index, phrase, limit, { threshold: 0 }),
    },
  }
}
