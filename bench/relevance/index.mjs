/** Relevance: the engines' scores on a collection, and Trouvaille's difference to each. */

export { compare } from './compare.mjs'
export { asMarkdown, asText, figures, PAGE, summary } from './report.mjs'
