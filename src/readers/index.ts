/** All that `import … from 'trouvaille/readers'` gives: documents from files, folders and texts. For Node. @module trouvaille/readers */
import { csv, tsv } from './csv.ts'
import { feed } from './feed.ts'
import { html } from './html.ts'
import { json } from './json.ts'
import { jsonLines } from './json-lines.ts'
import { markdown } from './markdown.ts'
import { plainText } from './plain-text.ts'
import { readerOfTexts } from './reader-of-texts.ts'

export { acceptedDocuments } from './accepted-documents.ts'
export { type DiskFileOptions, diskFile } from './disk-file.ts'
export { chooseFields, type FieldChoice, type FieldChoiceOptions, type FieldOptions } from './field-choice.ts'
export { type FindOptions, type FoundFiles, findFiles, type InputFile } from './find-files.ts'
export { type AnchorStyle, anchorStyles } from './heading-anchors.ts'
export { Ledger } from './ledger.ts'
export { Note, type NoteKind } from './note.ts'
export type { Problem, ValueType, YamlErrorCode } from './problem.ts'
export { type FoundDocument, type Reading, readDocuments, readFile } from './read-documents.ts'
export type { KnownDocument, Origin, ReadOptions, Transform } from './read-options.ts'
export type { TextOptions, TextReader } from './reader-of-texts.ts'
export { knownExtensions, readerFor } from './registry.ts'
export { copySite, type SiteCopyOptions } from './site-copy.ts'
export { findSiteProject, type SiteProject } from './site-generator.ts'
export { groupSkips, Skip, type SkipGroup, type SkipReason } from './skip.ts'
export { PAGE_FIELD, type PageOptions, type Reader, type SourceDocument, type SourceFile } from './source.ts'
export { countProblems, SourceError } from './source-error.ts'
export { Survey } from './survey.ts'

/** Reads a page of Markdown, with YAML or TOML front matter. */
export const readMarkdown = readerOfTexts(markdown)
/** Reads an HTML page. */
export const readHtml = readerOfTexts(html)
/** Reads JSON: an object, or an array of objects. */
export const readJson = readerOfTexts(json)
/** Reads JSON Lines: an object a line. */
export const readJsonLines = readerOfTexts(jsonLines)
/** Reads CSV, parted by commas, semicolons or tabs, as its first line is. */
export const readCsv = readerOfTexts(csv)
/** Reads TSV. */
export const readTsv = readerOfTexts(tsv)
/** Reads an RSS or Atom feed. */
export const readFeed = readerOfTexts(feed)
/** Reads plain text. */
export const readPlainText = readerOfTexts(plainText)
