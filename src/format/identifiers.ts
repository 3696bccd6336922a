/**
 * Front-coded ids of documents, as they are in the blocks of stored documents.
 *
 *     id = varint(8 * shared + 4 * sameLength + 2 * digits + number) [varint(length - shared)] rest
 *
 * `shared`: bytes in common with the previous id; `sameLength`: as long as that. `number`: the id is a number, as JavaScript prints it. `digits`: the rest is 1
 * to 15 digits, stored as one number.
 */

import { utf8Encoder } from '../text/utf8.ts'
import { bitWidth } from './bit-writer.ts'
import { type ByteReader, readFixed } from './byte-reader.ts'
import type { ByteWriter } from './byte-writer.ts'
import { sharedPrefixLength } from './front-coding.ts'
import { escapeSurrogates } from './lone-surrogates.ts'

export interface EncodedIdentifier {
  isNumber: boolean
  bytes: Uint8Array
}

export function encodeIdentifier(id: string | number): EncodedIdentifier {
  return { isNumber: typeof id === 'number', bytes: utf8Encoder.encode(escapeSurrogates(String(id))) }
}

/** Writes an id after `previous`, which is empty for the first one. */
export function writeIdentifier(
  writer: ByteWriter,
  previous: Uint8Array,
  { isNumber, bytes }: EncodedIdentifier,
): void {
  const shared = sharedPrefixLength(previous, bytes)
  const rest = bytes.subarray(shared)
  const sameLength = bytes.length === previous.length
  const digits = rest.length >= 1 && rest.length <= MOST_DIGITS && rest.every(isDigit)
  writer.varint(8 * shared + 4 * Number(sameLength) + 2 * Number(digits) + Number(isNumber))
  if (!sameLength) writer.varint(rest.length)
  if (digits) writer.fixed(Number(String.fromCharCode(...rest)), bytesOfDigits[rest.length])
  else writer.bytes(rest)
}

const MOST_DIGITS = 15
/** By number of digits: the number of bytes for them. */
const bytesOfDigits = Array.from({ length: MOST_DIGITS + 1 }, (_, digits) => bytesFor(10 ** digits - 1))

const ZERO = 0x30

function isDigit(byte: number): boolean {
  return byte >= ZERO && byte < ZERO + 10
}

/** The number of bytes for any number up to `most`. */
export function bytesFor(most: number): number {
  return Math.ceil(bitWidth(most) / 8)
}

/** Reads successive ids. */
export class IdentifierReader {
  isNumber = false
  private length = 0
  private scratch = new Uint8Array(64)

  /** The id read last, valid until the next read. */
  get bytes(): Uint8Array {
    return this.scratch.subarray(0, this.length)
  }

  /** Reads the id number `index` from the start of `reader`. */
  read(reader: ByteReader, index: number): this {
    this.length = 0
    for (let rest = index; rest >= 0; rest--) this.readNext(reader)
    return this
  }

  private readNext(reader: ByteReader): void {
    const head = reader.varint()
    const shared = Math.floor(head / 8)
    if (shared > this.length) throw reader.corrupt()
    const restLength = (head & 4) === 0 ? reader.varint() : this.length - shared
    this.isNumber = (head & 1) === 1
    this.length = shared + restLength
    if ((head & 2) === 0) this.readRest(reader, shared, restLength)
    else this.readDigits(reader, shared, restLength)
  }

  /** Reads the rest of an id after the prefix that it shares with the previous one, which is in `scratch`. */
  private readRest(reader: ByteReader, shared: number, length: number): void {
    const from = reader.position
    reader.skip(length)
    this.makeRoom(shared + length)
    for (let i = 0; i < length; i++) this.scratch[shared + i] = reader.bytes[from + i]
  }

  private readDigits(reader: ByteReader, shared: number, length: number): void {
    if (length > MOST_DIGITS) throw reader.corrupt()
    const from = reader.position
    reader.skip(bytesOfDigits[length])
    this.makeRoom(shared + length)
    let rest = readFixed(reader.bytes, from, bytesOfDigits[length])
    for (let i = shared + length - 1; i >= shared; i--) {
      const tenth = Math.floor(rest / 10)
      this.scratch[i] = ZERO + rest - tenth * 10
      rest = tenth
    }
  }

  private makeRoom(length: number): void {
    if (length <= this.scratch.length) return
    const longer = new Uint8Array(length * 2)
    longer.set(this.scratch)
    this.scratch = longer
  }
}
