/** The section of a file with editorial rules: JSON, validated when read. */
import { CorruptIndexError, InvalidOptionError } from '../../errors.ts'
import { parseJson } from '../../json.ts'
import { isRecord } from '../../record.ts'
import { type CheckedEditorial, checkEditorial } from '../../schema/editorial.ts'
import { utf8Encoder } from '../../text/utf8.ts'

export function writeEditorial({ promote, hide }: CheckedEditorial): Uint8Array {
  const written = { promote: promote.map(({ queries, ids }) => ({ query: queries, ids })), hide }
  return utf8Encoder.encode(JSON.stringify(written))
}

/** @throws CorruptIndexError unless `json` is the output of `writeEditorial`; `offset` is its offset in the file */
export function readEditorial(json: string, offset: number): CheckedEditorial | undefined {
  let written: unknown
  try {
    written = parseJson(json)
  } catch (cause) {
    throw new CorruptIndexError('editorial', offset, 'it is not JSON', { cause })
  }
  try {
    if (isRecord(written)) return checkEditorial(written)
  } catch (cause) {
    if (!(cause instanceof InvalidOptionError)) throw cause
    throw new CorruptIndexError('editorial', offset, cause.message, { cause })
  }
  throw new CorruptIndexError('editorial', offset, 'it is not a JSON object')
}
