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

/**
 * Reads a page of Markdown, with YAML or TOML front matter.
 *
 * @example
 * for await (const { fields } of readMarkdown('# Une trêve\n\nLe calme revient.')) console.log(fields.title) // Une trêve
 */
export const readMarkdown = readerOfTexts(markdown)
/**
 * Reads an HTML page: its title, description and content, without navigation and footers.
 *
 * @example
 * for await (const { fields } of readHtml('<title>Une trêve</title><main>Le calme revient.</main>')) console.log(fields.body)
 */
export const readHtml = readerOfTexts(html)
/**
 * Reads JSON: an object, or an array of objects.
 *
 * @example
 * for await (const { fields } of readJson('[{ "id": 1, "title": "Une trêve" }]')) console.log(fields.title)
 */
export const readJson = readerOfTexts(json)
/**
 * Reads JSON Lines: an object in each line.
 *
 * @example
 * for await (const { fields, line } of readJsonLines('{ "id": 1, "title": "Une trêve" }\n')) console.log(line, fields.title)
 */
export const readJsonLines = readerOfTexts(jsonLines)
/**
 * Reads CSV. The first line names the fields, and shows whether commas, semicolons or tabs separate them.
 *
 * @example
 * for await (const { fields } of readCsv('id;title\n1;Une trêve\n')) console.log(fields.title)
 */
export const readCsv = readerOfTexts(csv)
/**
 * Reads tab-separated values. The first line names the fields.
 *
 * @example
 * for await (const { fields } of readTsv('id\ttitle\n1\tUne trêve\n')) console.log(fields.title)
 */
export const readTsv = readerOfTexts(tsv)
/**
 * Reads an RSS or Atom feed: a document for each entry.
 *
 * @example
 * for await (const { fields } of readFeed(text)) console.log(fields.title)
 */
export const readFeed = readerOfTexts(feed)
/**
 * Reads plain text as one document, whose text is in the field `body`.
 *
 * @example
 * for await (const { fields } of readPlainText('Le calme revient.')) console.log(fields.body)
 */
export const readPlainText = readerOfTexts(plainText)
