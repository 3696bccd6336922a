/** All that `import … from 'trouvaille'` gives. @module trouvaille */

export * from './client.ts'
export type { ColumnType } from './columns/column-types.ts'
export { DuplicateIdError, InvalidDocumentError } from './errors.ts'
export { type AnalyzedToken, type AnalyzeOptions, analyze } from './language/analyze.ts'
export type { PhraseSynonym, RelatedWord, Relation } from './language/language.ts'
export { readSynonyms } from './languages/lexicon/read-synonyms.ts'
export { WordList, type WordListRange } from './languages/lexicon/word-list.ts'
export { type Query, type QueryTerm, type QueryWord, readQuery } from './query/query.ts'
export type {
  FieldNode,
  FuzzyNode,
  GroupNode,
  NotNode,
  OperatorNode,
  PhraseNode,
  PrefixNode,
  RangeNode,
  WordsNode,
} from './query/query-tree.ts'
export type { ColumnOptions, IdField, SchemaFields, SchemaOptions, TextFieldOptions } from './schema/schema-types.ts'
export { type AddAllAsyncOptions, SearchIndex, type SearchIndexOptions, type WritingOptions } from './search-index.ts'
export * from './searcher.ts'
export { TokenKind, type TokenKindName, TokenList } from './text/token.ts'
