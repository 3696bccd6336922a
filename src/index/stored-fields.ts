/** Parses the stored fields of a document. */
import { CorruptIndexError } from '../errors.ts'
import { parseJson } from '../json.ts'
import { isRecord } from '../record.ts'
import type { Segment } from './segment.ts'

/** @throws CorruptIndexError if the stored text is not a JSON object */
export function storedFields(segment: Segment, document: number): Record<string, unknown> {
  const json = segment.stored(document)
  try {
    const fields = parseJson(json)
    if (isRecord(fields)) return fields
  } catch (cause) {
    throw corrupt(document, { cause })
  }
  throw corrupt(document)
}

function corrupt(document: number, options?: ErrorOptions): CorruptIndexError {
  return new CorruptIndexError(
    'documents',
    0,
    `the stored fields of document ${document} are not a JSON object`,
    options,
  )
}
