/**
 * Finds documents by id: a hash table with linear probing.
 *
 *     identifierSlots = slot…        slot = a document's number + 1, or 0, in as many bytes as the number of documents takes
 *
 * There are a third more slots than documents, so a look-up takes few reads, wherever the bytes are.
 */
import { readFixed } from './byte-reader.ts'
import { ByteWriter } from './byte-writer.ts'
import type { ByteRange, CheckedBytes } from './checked-bytes.ts'
import { crc32 } from './crc32.ts'
import { bytesFor, type EncodedIdentifier, encodeIdentifier } from './identifiers.ts'

export function writeIdentifierSlots(ids: readonly (string | number)[]): Uint8Array {
  const count = slotCount(ids.length)
  const slots = new Uint32Array(count)
  ids.forEach((id, document) => {
    let slot = slotHash(encodeIdentifier(id)) % count
    while (slots[slot] !== 0) slot = (slot + 1) % count
    slots[slot] = document + 1
  })
  const writer = new ByteWriter()
  for (const slot of slots) writer.fixed(slot, bytesFor(ids.length))
  return writer.toBytes()
}

function slotCount(documents: number): number {
  return documents + Math.ceil(documents / 3)
}

const NUMBER_MARK = crc32(Uint8Array.of(0))

function slotHash({ isNumber, bytes }: EncodedIdentifier): number {
  return crc32(bytes, 0, bytes.length, isNumber ? NUMBER_MARK : 0)
}

/** Reads the slots of a section. */
export class IdentifierSlots {
  private readonly source: CheckedBytes
  private readonly section: ByteRange
  private readonly documentCount: number
  private readonly count: number
  private readonly width: number

  constructor(source: CheckedBytes, section: ByteRange, documentCount: number) {
    this.source = source
    this.section = section
    this.documentCount = documentCount
    this.count = slotCount(documentCount)
    this.width = bytesFor(documentCount)
    if (section.end - section.start !== this.count * this.width) {
      throw source.corrupt('identifierSlots', section.start)
    }
  }

  /** The documents that may have an id: few, and no others can. */
  *candidates(id: EncodedIdentifier): Generator<number> {
    const { count, documentCount, source } = this
    const first = count === 0 ? 0 : slotHash(id) % count
    for (let probe = 0; probe < count; probe++) {
      const at = this.section.start + ((first + probe) % count) * this.width
      source.ensure(at, at + this.width, 'identifierSlots')
      const slot = readFixed(source.bytes, at, this.width)
      if (slot === 0) return
      if (slot > documentCount) throw source.corrupt('identifierSlots', at)
      yield slot - 1
    }
  }
}
