/**
 * The words of a range of keys, written by one thread and appended by another.
 *
 *     classes = class…
 *     class   = string(key) varint(documents) varint(words) word…
 *     word    = string varint(documents) varint(fields) field…
 *     field   = varint(field) varint(documents) varint(posting bytes) varint(position bytes) varint(positions)
 *               [varint(document) varint(position){positions}]                    positions: of an inline posting, else 0
 */
import { ByteReader } from '../../format/byte-reader.ts'
import { ByteWriter } from '../../format/byte-writer.ts'
import type { WrittenPostings, WrittenTerm } from '../../format/class-table.ts'
import { utf8Encoder } from '../../text/utf8.ts'
import type { WordWriter } from '../write/word-writer.ts'

export interface WordShard {
  classes: Uint8Array<ArrayBuffer>
  postings: Uint8Array<ArrayBuffer>
  postingCount: number
  tokenCount: number
}

/** Receives the classes that a `WordWriter` wrote, instead of the file's table. */
export class ShardWriter {
  private readonly classes = new ByteWriter(1 << 16)

  add(key: string, _keyBytes: Uint8Array, documentFrequency: number, terms: readonly WrittenTerm[]): void {
    const { classes } = this
    classes.string(key)
    classes.varint(documentFrequency)
    classes.varint(terms.length)
    for (const term of terms) {
      classes.string(term.word)
      classes.varint(term.documentFrequency)
      classes.varint(term.fields.length)
      for (const field of term.fields) this.addField(field)
    }
  }

  private addField({ field, documentFrequency, postingsLength, positionsLength, inline }: WrittenPostings): void {
    const { classes } = this
    classes.varint(field)
    classes.varint(documentFrequency)
    classes.varint(postingsLength)
    classes.varint(positionsLength)
    classes.varint(inline?.positions.length ?? 0)
    if (inline === undefined) return
    classes.varint(inline.document)
    for (const position of inline.positions) classes.varint(position)
  }

  /** Everything that `words` wrote. */
  finish({ postings, postingCount, tokenCount }: WordWriter): WordShard {
    return {
      classes: this.classes.toBytes() as Uint8Array<ArrayBuffer>,
      postings: postings.bytes.toBytes() as Uint8Array<ArrayBuffer>,
      postingCount,
      tokenCount,
    }
  }
}

/** Appends the words of a shard to those of earlier shards. */
export function appendShard(shard: WordShard, words: WordWriter): void {
  const { classes } = shard
  const reader = new ByteReader(classes, 0, classes.length, 'run')
  while (!reader.done) {
    const key = reader.string()
    const documentFrequency = reader.varint()
    const terms: WrittenTerm[] = []
    for (let count = reader.varint(); count > 0; count--) terms.push(readTerm(reader))
    words.addClass(key, utf8Encoder.encode(key), documentFrequency, terms)
  }
  words.postingCount += shard.postingCount
  words.tokenCount += shard.tokenCount
  words.postings.bytes.bytes(shard.postings)
  words.postings.settle()
}

function readTerm(reader: ByteReader): WrittenTerm {
  const word = reader.string()
  const documentFrequency = reader.varint()
  const fields: WrittenPostings[] = []
  for (let count = reader.varint(); count > 0; count--) fields.push(readField(reader))
  return { word, documentFrequency, fields }
}

function readField(reader: ByteReader): WrittenPostings {
  const field = reader.varint()
  const documentFrequency = reader.varint()
  const postingsLength = reader.varint()
  const positionsLength = reader.varint()
  const written = { field, documentFrequency, postingsLength, positionsLength }
  const length = reader.varint()
  if (length === 0) return written
  const document = reader.varint()
  const positions = new Uint32Array(length)
  for (let i = 0; i < length; i++) positions[i] = reader.varint()
  return { ...written, inline: { document, positions } }
}
