/** All that `import … from 'trouvaille/searcher'` gives: queries to a prebuilt index, and nothing that builds one. @module trouvaille/searcher */
export type { ConditionOf } from './columns/column-types.ts'
export type { DateCondition, DateValue } from './columns/date.ts'
export type { KeywordCondition, KeywordSets } from './columns/keyword.ts'
export type { NumberCondition } from './columns/number.ts'
export type { Bounds } from './columns/ranges.ts'
export {
  CorruptIndexError,
  InvalidOptionError,
  MissingLanguageError,
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
export type { ExplainedForm, ExplainedWord, Explanation } from './features/explain.ts'
export type { Hit, HitOfDocument, PlainHit } from './features/hit.ts'
export type {
  InspectedColumn,
  InspectedField,
  InspectedWord,
  Inspection,
  InspectWordsOptions,
} from './features/inspect.ts'
export type { NamedPassagesOptions, Passage, PassageResults, PassagesOptions } from './features/passages.ts'
export type {
  Capture,
  Cursor,
  FacetsOf,
  FullMatches,
  HitOf,
  NoOptions,
  NotRequested,
  ResultsOf,
  ResultsOfHits,
  SearchResults,
  SimilarResults,
} from './features/search-results.ts'
export type { Suggestion } from './features/suggest.ts'
export type { Highlight } from './highlight/highlight.ts'
export { type ToHTMLOptions, toHTML } from './highlight/to-html.ts'
export { IndexSearcher, type OpenOptions } from './index-searcher.ts'
export { defineLanguage, type LanguageParts } from './language/define-language.ts'
export type { LanguageFactory, Stemmer } from './language/definition.ts'
export type { LanguageClues } from './language/detect-language.ts'
export type {
  Language,
  LanguageDefinition,
  ListedWord,
  OneWaySynonym,
  Several,
  SynonymGroup,
  Synonyms,
  WordLookUp,
} from './language/language.ts'
export { type LanguagesByTag, type MultilingualOptions, multilingual } from './language/multilingual.ts'
export type { Operators, Orthography, Typography, ValueReader } from './language/writing.ts'
export { type English, english } from './languages/english/english.ts'
export type { DateOrder, EnglishOptions } from './languages/english/options.ts'
export { french } from './languages/french/french.ts'
export type { FrenchOptions } from './languages/french/options.ts'
export { type LanguageChoices, languageOfTag, languageOfTags } from './languages/language-of-tag.ts'
export { type UnicodeLanguageOptions, unicodeLanguage } from './languages/unicode/unicode.ts'
export type { ByteSource } from './open/byte-source.ts'
export type { HttpOptions } from './open/open-options.ts'
export type { ParsedQuery, QueryFields } from './query/parsed-query.ts'
export type { QueryProblem, QueryProblemCode } from './query/query-problem.ts'
export type { QueryNode } from './query/query-tree.ts'
export type { QueryPart } from './query/reading-rule.ts'
export type { DocumentId } from './schema/document.ts'
export type { Editorial, Promotion } from './schema/editorial.ts'
export type { FacetOptions, FacetRange, Facets } from './schema/facets.ts'
export type { Filter } from './schema/filter.ts'
export type { Group } from './schema/group.ts'
export type { FieldName, FieldsOf, IndexField, StoredDocument, StoredNames } from './schema/schema-types.ts'
export type { Sort, SortField } from './schema/sort.ts'
export type { FacetCount } from './search/facet-counts.ts'
export type { QuotationScore } from './search/quotations.ts'
export type { Recency } from './search/recency.ts'
export type {
  BoostDocument,
  FirstPageOptions,
  HighlightFields,
  Match,
  NamedFirstPageOptions,
  NamedSearchOptions,
  NamedSimilarOptions,
  SearchOptions,
  SimilarOptions,
  UserOperators,
} from './search/search-options.ts'
export type { SuggestOptions } from './search/suggest-options.ts'
export {
  type HighlightOptions,
  highlight,
  type ParseQueryOptions,
  type PrintQueryOptions,
  parseQuery,
  printQuery,
} from './text-functions.ts'
