/** Robustness: how much of its relevance each engine loses when the questions are typed carelessly. */

export { compare, USUAL_PEERS } from './compare.mjs'
export { asMarkdown, asText, PAGE, summary } from './report.mjs'
