/** All that `import … from 'trouvaille'` gives. */
export {
  CorruptIndexError,
  DuplicateIdError,
  InvalidDocumentError,
  InvalidOptionError,
  QueryAbortedError,
  TrouvailleError,
  type TrouvailleErrorCode,
  UnknownDocumentError,
  UnsupportedVersionError,
} from './errors.ts'
export { type FrenchOptions, french } from './french/french.ts'
export type { Hit } from './results/hit.ts'
export type { DocumentId } from './schema/document.ts'
export type { FieldName, SchemaOptions, TextFieldOptions } from './schema/schema.ts'
export type { Match, SearchOptions } from './schema/search-options.ts'
export {
  type AddAllAsyncOptions,
  type OpenOptions,
  SearchIndex,
  type SearchIndexOptions,
  type SearchResults,
} from './search-index.ts'
export { type AnalyzedToken, analyze } from './text/analyze.ts'
export type { Language, RelatedWord, Relation } from './text/language.ts'
export { TokenKind, type TokenKindName, TokenList } from './text/token.ts'
