/** Unpacks DEFLATE (RFC 1951) that must come to a known length, and believes no promise that it can't keep. */
import { inflateSync } from 'fflate'
import type { CorruptIndexError } from '../errors.ts'

/** DEFLATE packs no more than 1,032 bytes into one, so a greater promise is a false one. */
const MAX_RATIO = 1032

/** What `packed` comes to, which is `length` bytes; where it doesn't, what `place` makes of the problem is thrown. */
export function inflate(
  packed: Uint8Array,
  length: number,
  place: { corrupt(problem: string): CorruptIndexError },
): Uint8Array {
  if (length > packed.length * MAX_RATIO) throw place.corrupt('a block promises too much')
  let unpacked: Uint8Array
  try {
    unpacked = inflateSync(packed, { out: new Uint8Array(length) })
  } catch (cause) {
    throw place.corrupt(`a block can't be unpacked (${String(cause)})`)
  }
  if (unpacked.length !== length) throw place.corrupt('a block has not the length it should')
  return unpacked
}
