/** All that `import … from 'trouvaille/minisearch'` gives: French for MiniSearch, and the way from a MiniSearch index to one of Trouvaille. @module trouvaille/minisearch */

export { type FrenchQueryOptions, frenchQuery } from './french-query.ts'
export { type FromMiniSearchOptions, fromMiniSearch, type MiniSearchSource } from './from-minisearch.ts'
export { fromMiniSearchOptions, type MiniSearchOptions, type TranslatedOptions } from './from-minisearch-options.ts'
export type { CombineWith } from './minisearch-options.ts'
export { type FrenchMiniSearch, type FrenchMiniSearchOptions, frenchMiniSearch } from './preset.ts'
