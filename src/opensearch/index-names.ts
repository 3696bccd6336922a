/** The names of an index and of its fields. They differ for indexes created in different ways. */

import { areEqualDefinitions } from '../language/definition.ts'
import type { Language, LanguageDefinition } from '../language/language.ts'
import { isRecord } from '../record.ts'
import type { DocumentId } from '../schema/document.ts'
import type { Schema } from '../schema/schema.ts'
import { hash } from '../text/hash.ts'
import { utf8Encoder, wellFormed } from '../text/utf8.ts'

/** The version of how documents are indexed and searched. */
export const FORMAT = 3

/** The metadata of an index in `_meta`. */
export interface IndexMetadata {
  format: number
  schema: Schema
  language: LanguageDefinition
  /** The number of the index behind its name: `rebuild()` creates the next one. */
  number: number
}

/** The names of an index: `articles` is an alias of `articles-1`, and `articles-words` of its dictionary. */
export interface IndexNames {
  alias: string
  documents: string
  words: string
  /** Another name of the dictionary, for writing. A request with `require_alias` does not create an index if it was deleted. */
  wordsToWrite: string
  /** The object with everything that is searched. Its name differs in each index, so a document encoded for another one is rejected (`dynamic: strict`). */
  root: string
}

export const wordsAlias = (alias: string) => `${alias}-words`

export function namesOf(alias: string, metadata: IndexMetadata): IndexNames {
  const { number } = metadata
  return {
    alias,
    documents: `${alias}-${number}`,
    words: `${alias}-${number}-words`,
    wordsToWrite: `${alias}-${number}-words-write`,
    root: `x${hash(writeMetadata(metadata))}`,
  }
}

/** The difference between an index and what would be written to it; undefined if there is none. */
export function differenceOf(metadata: IndexMetadata, schema: Schema, language: Language): string | undefined {
  if (metadata.format !== FORMAT)
    return `format ${metadata.format}, and this version of Trouvaille writes format ${FORMAT}`
  if (JSON.stringify(metadata.schema) !== JSON.stringify(schema)) return 'other fields'
  if (!areEqualDefinitions(metadata.language, language.definition))
    return 'other options such as synonyms, another language, or another version of it'
  return undefined
}

/** As text, because OpenSearch returns the members of an object in a different order. */
export function writeMetadata(metadata: IndexMetadata): string {
  return JSON.stringify(metadata)
}

/** Undefined if it is not metadata. */
export function readMetadata(text: unknown): IndexMetadata | undefined {
  if (typeof text !== 'string') return undefined
  try {
    const value: unknown = JSON.parse(text)
    if (!isRecord(value)) return undefined
    const { format, schema, language, number } = value
    const isOne = typeof format === 'number' && isRecord(schema) && isRecord(language) && typeof number === 'number'
    return isOne ? (value as unknown as IndexMetadata) : undefined
  } catch {
    return undefined
  }
}

/** The names of fields in the index: by number, whatever characters the field names have. */
export interface FieldPaths {
  /** The original document. */
  readonly document: 'd'
  /** The order of insertion. */
  readonly order: 's'
  /** A number independent of the content, which orders samples. */
  readonly shuffled: 'r'
  /** All words and class keys of a document, each once. */
  readonly tokens: string
  words(field: number): string
  keys(field: number): string
  length(field: number): string
  column(place: number): string
  /** For a keyword column: its values without accents and capitals, the sort key of its first value, and its group. */
  folded(place: number): string
  sorted(place: number): string
  group(place: number): string
}

export function pathsOf(root: string): FieldPaths {
  return {
    document: 'd',
    order: 's',
    shuffled: 'r',
    tokens: `${root}.a`,
    words: field => `${root}.t${field}`,
    keys: field => `${root}.k${field}`,
    length: field => `${root}.n${field}`,
    column: place => `${root}.c${place}`,
    folded: place => `${root}.f${place}`,
    sorted: place => `${root}.o${place}`,
    group: place => `${root}.g${place}`,
  }
}

/** OpenSearch allows ids of up to 512 bytes. */
export const LONGEST_ID = 500

/** An id on OpenSearch: a string that distinguishes 5 and "5". Undefined if it is too long. */
export function clusterId(id: DocumentId): string | undefined {
  const text = typeof id === 'number' ? `n:${id}` : `s:${wellFormed(id)}`
  return text.length * 3 <= LONGEST_ID || utf8Encoder.encode(text).length <= LONGEST_ID ? text : undefined
}
