/** All that `import … from 'trouvaille/searcher'` gives: questions to a prebuilt index, and nothing that builds one. @module trouvaille/searcher */
export {
  CorruptIndexError,
  InvalidOptionError,
  QueryAbortedError,
  RangeNotSupportedError,
  RequestFailedError,
  StaleCursorError,
  StaleIndexError,
  TrouvailleError,
  type TrouvailleErrorCode,
  UnknownDocumentError,
  UnsupportedVersionError,
} from './errors.ts'
export { french } from './french/french.ts'
export type { FrenchOptions } from './french/options.ts'
export { WordList, type WordListRange } from './french/word-list.ts'
export { type HighlightOptions, highlight } from './highlight.ts'
export { IndexSearcher, type OpenOptions, type SearchResults } from './index-searcher.ts'
export { type ParsedQuery, type ParseQueryOptions, parseQuery } from './query/parse-query.ts'
export { printQuery } from './query/print-query.ts'
export type { QueryProblem, QueryProblemCode } from './query/query-problem.ts'
export type { QueryNode } from './query/query-tree.ts'
export type { AbortOptions } from './remote/abort-options.ts'
export type { CacheOptions, OpenRemoteOptions } from './remote/open-options.ts'
export { openRemote } from './remote/open-remote.ts'
export type { RemoteIndex } from './remote/remote-index.ts'
export type { ExplainedForm, ExplainedWord, Explanation } from './results/explain.ts'
export type { FacetCount } from './results/facets.ts'
export type { Highlight } from './results/highlight.ts'
export type { Hit } from './results/hit.ts'
export type { Suggestion } from './results/suggest.ts'
export { type ToHTMLOptions, toHTML } from './results/to-html.ts'
export type { DocumentId } from './schema/document.ts'
export type { FacetOptions, FacetRange, Facets } from './schema/facets.ts'
export type {
  Bounds,
  ConditionOf,
  DateCondition,
  DateValue,
  Filter,
  KeywordCondition,
  NumberCondition,
} from './schema/filter.ts'
export type { Recency } from './schema/recency.ts'
export type { FieldName } from './schema/schema.ts'
export type {
  BoostDocument,
  HighlightFields,
  Match,
  SearchOptions,
  SimilarOptions,
  SuggestOptions,
} from './schema/search-options.ts'
export type { Sort, SortField } from './schema/sort.ts'
export type { ByteSource } from './storage/byte-source.ts'
export type { HttpOptions } from './storage/http-source.ts'
export type { Language, ListedWord, OneWaySynonym, SynonymGroup, Synonyms, WordLookUp } from './text/language.ts'
