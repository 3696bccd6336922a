/** Creates the sections of a file from the content of all documents. */
import { InvalidOptionError } from '../../errors.ts'
import { TOKENS_FOR_A_BYTE } from '../../format/bounds.ts'
import { writeByteLists } from '../../format/byte-lists.ts'
import { type SectionContent, section } from '../../format/file-writer.ts'
import { writeIdentifierSlots } from '../../format/identifier-slots.ts'
import { HEADER_LIMIT, NODE_LENGTH, type SectionName } from '../../format/layout.ts'
import { writeLexicon } from '../../format/lexicon.ts'
import type { SpooledWriter } from '../../format/spool.ts'
import type { StoredDocumentsWriter } from '../../format/stored-documents.ts'
import { writeDefinitions } from '../../language/definition.ts'
import type { Language } from '../../language/language.ts'
import type { DocumentId } from '../../schema/document.ts'
import type { Schema } from '../../schema/schema.ts'
import { fold } from '../../text/fold.ts'
import { utf8Encoder } from '../../text/utf8.ts'
import { lengthOfNorm } from '../length-norm.ts'
import { writeEditorial } from '../packed/editorial-section.ts'
import type { WrittenMetadata } from '../packed/metadata.ts'
import type { FieldTotal } from '../segment.ts'
import { chooseFrequentWords } from './frequent-words.ts'
import type { WordWriter } from './word-writer.ts'
import type { WrittenColumns } from './write-columns.ts'

/** The content of a file. */
export interface FileContent {
  schema: Schema
  language: Language
  blockLength: number
  /** By field: one byte per document. */
  norms: readonly Uint8Array[]
  words: WordWriter
  ids: readonly DocumentId[]
  stored: StoredDocumentsWriter
  columns: WrittenColumns
}

/** The sections of the header region and of the body. @throws InvalidOptionError if the names of the fields are too long. */
export function sectionsOf(content: FileContent): { head: SectionContent[]; body: SectionContent[] } {
  const { schema, norms, words, stored, columns } = content
  const classes = words.classes.finish()
  const lexicon = writeLexicon(words.lexicon, fold)
  const frequent = chooseFrequentWords(words.frequent, words.wordCount)
  const frequentWords = frequent.length > 0 ? writeLexicon(frequent, fold) : undefined
  const blocks = stored.finish()
  const sections = {
    head: [
      section('metadata', metadataOf(content)),
      section('languages', writeDefinitions([content.language.definition])),
      ...(schema.editorial === undefined ? [] : [section('editorial', writeEditorial(schema.editorial))]),
      section('classRoot', classes.root),
      section('lexiconRoot', lexicon.root),
      ...(frequentWords === undefined ? [] : [section('frequentRoot', frequentWords.root)]),
      section('documentRoot', blocks.root),
    ],
    body: [
      section('norms', writeByteLists(norms)),
      { ...section('classes', classes.section), onPage: true },
      // Then a leaf takes two pages, of which typos read many; tables of one or two leaves need no padding.
      { ...section('lexicon', lexicon.section), onPage: lexicon.section.length > NODE_LENGTH },
      ...(frequentWords === undefined ? [] : [section('frequentWords', frequentWords.section)]),
      written('postings', words.postings),
      section('identifierSlots', writeIdentifierSlots(content.ids)),
      { ...section('documentTable', blocks.section), onPage: blocks.section.length > 0 },
      written('documents', stored.documents),
      ...(columns.written.length > 0 ? [section('columns', columns.bytes)] : []),
    ],
  }
  fillUp(sections.body, words.tokenCount)
  return sections
}

/**
 * In a text that repeats one word thousands of times, positions take no space, but a reader rejects a file that declares more of them than its length allows.
 * Zeros after the postings compensate for this.
 */
function fillUp(sections: SectionContent[], tokenCount: number): void {
  const postings = sections.findIndex(({ name }) => name === 'postings')
  const length = sections.reduce((sum, { length }) => sum + length, 0)
  const zeros = Math.ceil(tokenCount / TOKENS_FOR_A_BYTE) - length
  if (zeros <= 0) return
  const { chunks, ...section } = sections[postings]
  sections[postings] = {
    ...section,
    length: section.length + zeros,
    chunks: () => [...chunks(), new Uint8Array(zeros)],
  }
}

function written(name: SectionName, writer: SpooledWriter): SectionContent {
  return { name, length: writer.length, chunks: () => writer.chunks() }
}

function metadataOf({ schema, blockLength, norms, words, columns }: FileContent): Uint8Array {
  const metadata: WrittenMetadata = {
    schema: {
      idField: schema.idField,
      fields: schema.fields,
      storeFields: schema.storeFields,
      ...(!schema.stopWordPositions && { stopWordPositions: false }),
    },
    documentCount: norms[0].length,
    wordCount: words.wordCount,
    postingCount: words.postingCount,
    tokenCount: words.tokenCount,
    fieldTotals: norms.map(totalOf),
    blockLength,
    ...(columns.written.length > 0 && { columns: columns.written }),
  }
  const json = utf8Encoder.encode(JSON.stringify(metadata))
  if (json.length <= HEADER_LIMIT) return json
  throw new InvalidOptionError('fields', schema.fields, `field names of less than ${HEADER_LIMIT} bytes in total`)
}

function totalOf(norms: Uint8Array): FieldTotal {
  const total = { length: 0, documents: 0 }
  for (const norm of norms) {
    if (norm === 0) continue
    total.length += lengthOfNorm[norm]
    total.documents++
  }
  return total
}
