/** Reads and validates the metadata of a packed segment. */
import type { ColumnType } from '../../columns/column-types.ts'
import { CorruptIndexError } from '../../errors.ts'
import { MAX_FIELDS, TOKENS_FOR_A_BYTE } from '../../format/bounds.ts'
import { parseJson } from '../../json.ts'
import { isRecord } from '../../record.ts'
import type { Schema } from '../../schema/schema.ts'
import type { FieldTotal } from '../segment.ts'

/** The file's metadata section, which a packed segment needs before it reads anything else, as JSON. */
export interface SegmentMetadata {
  schema: Schema
  documentCount: number
  wordCount: number
  postingCount: number
  tokenCount: number
  fieldTotals: FieldTotal[]
  /** The number of postings in a full block. */
  blockLength: number
  /** The schema's columns, with their sizes in bytes. */
  columns: readonly WrittenColumn[]
}

/** Metadata as written: the columns, if any, are listed once, with their lengths. */
export type WrittenMetadata = Omit<SegmentMetadata, 'schema' | 'columns'> & {
  schema: Omit<Schema, 'columns' | 'stopWordPositions'> & { stopWordPositions?: false }
  columns?: WrittenColumn[]
}

export interface WrittenColumn {
  name: string
  type: ColumnType
  bytes: number
}

/** Postings are decoded as numbers below 2³¹; a file that claims more documents is damaged. */
const MAX_DOCUMENTS = 2 ** 31
/** A block stores its number of runs in one byte. */
const MAX_BLOCK_LENGTH = 256

/** Throws `CorruptIndexError` unless `json` is metadata of a file of `fileLength` bytes; `offset` is its offset there. */
export function parseMetadata(json: string, offset: number, fileLength: number): SegmentMetadata {
  const metadata = readJson(json, offset)
  if (!isMetadata(metadata)) throw new CorruptIndexError('metadata', offset, 'required entries are missing')
  if (metadata.tokenCount > TOKENS_FOR_A_BYTE * fileLength)
    throw new CorruptIndexError('metadata', offset, 'it declares more words than the file can hold')
  const { columns = [] } = metadata
  return {
    ...metadata,
    columns,
    schema: {
      ...metadata.schema,
      columns: columns.map(({ name, type }) => ({ name, type })),
      stopWordPositions: metadata.schema.stopWordPositions !== false,
    },
  }
}

function readJson(json: string, offset: number): unknown {
  try {
    return parseJson(json)
  } catch (cause) {
    throw new CorruptIndexError('metadata', offset, 'it is not JSON', { cause })
  }
}

function isMetadata(value: unknown): value is WrittenMetadata {
  if (!isRecord(value) || !isRecord(value.schema)) return false
  const { schema, documentCount, wordCount, postingCount, tokenCount, fieldTotals, blockLength, columns = [] } = value
  return (
    typeof schema.idField === 'string' &&
    Array.isArray(schema.fields) &&
    schema.fields.length > 0 &&
    schema.fields.length <= MAX_FIELDS &&
    schema.fields.every(isField) &&
    areNamedOnce(schema.fields) &&
    Array.isArray(schema.storeFields) &&
    schema.storeFields.every(name => typeof name === 'string') &&
    isCount(documentCount) &&
    documentCount < MAX_DOCUMENTS &&
    isCount(wordCount) &&
    isCount(postingCount) &&
    isCount(tokenCount) &&
    isCount(blockLength) &&
    blockLength >= 1 &&
    blockLength <= MAX_BLOCK_LENGTH &&
    Array.isArray(fieldTotals) &&
    fieldTotals.length === schema.fields.length &&
    fieldTotals.every(
      total => isRecord(total) && isCount(total.length) && isCount(total.documents) && total.documents <= documentCount,
    ) &&
    Array.isArray(columns) &&
    columns.length <= MAX_FIELDS &&
    columns.every(isWrittenColumn) &&
    areNamedOnce(columns)
  )
}

function areNamedOnce(fields: readonly { name?: unknown }[]): boolean {
  return new Set(fields.map(({ name }) => name)).size === fields.length
}

function isField(field: unknown): boolean {
  return (
    isRecord(field) &&
    typeof field.name === 'string' &&
    typeof field.boost === 'number' &&
    field.boost > 0 &&
    Number.isFinite(field.boost) &&
    typeof field.title === 'boolean'
  )
}

function isWrittenColumn(column: unknown): boolean {
  return isRecord(column) && typeof column.name === 'string' && typeof column.type === 'string' && isCount(column.bytes)
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}
