/** How MiniSearch is asked what its documentation shows: the last word unfinished, a fifth of each word's letters wrong, all words. */

/** @type {NonNullable<import('./peer.mjs').Peer<import('minisearch').default>['asks']>} */
export const miniSearchAsks = {
  prefix: (index, question, limit) =>
    index.search(question, { prefix: (_, i, terms) => i === terms.length - 1 }).slice(0, limit),
  'typo-each': (index, question, limit) => index.search(question, { fuzzy: 0.2 }).slice(0, limit),
  suggest: (index, typed, limit) =>
    index
      .autoSuggest(typed)
      .map(({ suggestion }) => ({ id: suggestion }))
      .slice(0, limit),
  phrase: (index, phrase, limit) => index.search(phrase, { combineWith: 'AND' }).slice(0, limit),
}
