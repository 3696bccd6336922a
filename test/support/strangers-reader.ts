/** A reader of index files written from docs/format.md alone: it shares no line with the library, reads everything at once, and checks what it can. */
import { inflateRawSync } from 'node:zlib'
import {
  Bits,
  bytesOf,
  crc32,
  escaped,
  lengthOfNorm,
  number,
  Reader,
  refuse,
  sameBytes,
  text,
  unescaped,
  widthOf,
} from './strangers-bytes.ts'

export interface StrangersPosting {
  document: number
  frequency: number
  positions: number[]
}

export interface StrangersWord {
  word: string
  documents: number
  fields: { field: number; postings: StrangersPosting[] }[]
}

export interface StrangersColumn {
  name: string
  type: string
  /** By document: the strings it holds, or its number. */
  values: (string[] | number)[]
}

interface StrangersLanguage {
  name: string
  rules: number
  data: number
  stemmer?: { name: string; version: number }
  options?: Record<string, unknown>
}

interface StrangersMetadata {
  schema: { idField: string; fields: { name: string; title: boolean }[]; storeFields: string[] }
  documentCount: number
  wordCount: number
  postingCount: number
  tokenCount: number
  fieldTotals: { length: number; documents: number }[]
  blockLength: number
  columns?: { name: string; type: string; bytes: number }[]
}

/** Everything that a file holds. */
export class StrangersFile {
  readonly metadata: StrangersMetadata
  readonly languages: StrangersLanguage[]
  /** By field, then by document. */
  readonly norms: Uint8Array[]
  readonly ids: (string | number)[] = []
  /** By document; none if no fields are stored. */
  readonly stored: unknown[] = []
  private readonly sections = new Map<number, Uint8Array>()
  /** By document: what its id's CRC is made of. */
  private readonly idBytes: { mark: number[]; bytes: Uint8Array }[] = []

  constructor(file: Uint8Array) {
    this.openSections(file)
    this.metadata = JSON.parse(text(this.section(1)))
    this.languages = JSON.parse(text(this.section(19)))
    if (this.languages.length !== 1) refuse('several languages, which no writer writes yet')
    const { documentCount, schema } = this.metadata
    const lists = (id: number) => {
      const reader = new Reader(this.section(id))
      return schema.fields.map(() => inflateRawSync(reader.take(reader.varint())))
    }
    this.norms = lists(6)
    this.readDocuments()
    if (this.ids.length !== documentCount) refuse('the number of ids')
  }

  private openSections(file: Uint8Array): void {
    const header = new Reader(file)
    if (!sameBytes(header.take(8), Uint8Array.of(0x89, 0x54, 0x52, 0x56, 0x0d, 0x0a, 0x1a, 0x0a))) refuse('magic')
    const [major, , regionLength, fileLength] = [header.fixed(2), header.fixed(2), header.fixed(4), header.fixed(8)]
    const region = file.slice(0, regionLength)
    region.fill(0, 40, 44)
    if (crc32(region) !== number(file.subarray(40, 44))) refuse('header')
    if (major !== 2) refuse('version')
    if (fileLength !== file.length) refuse('length')
    const hash = [header.fixed(4), header.fixed(4)]
    if (header.fixed(4) !== 512) refuse('page length')
    const count = header.fixed(4)
    header.take(8)
    const body = checkPages(file.subarray(regionLength), hash)
    const content = Buffer.concat([file.subarray(0, regionLength), body])
    for (let i = 0; i < count; i++) {
      const [id, flags, start, length] = [header.fixed(4), header.fixed(4), header.fixed(8), header.fixed(8)]
      if (id > 19 && flags % 2 === 1) refuse('a section that is required and not known')
      if (start + length > content.length) refuse('a section in a place where none can be')
      this.sections.set(id, content.subarray(start, start + length))
      const isTable = id === 8 || (id === 9 && length > 1016) || (id === 13 && length > 0)
      if (isTable && (start - regionLength) % 508 !== 0) refuse('a table off a page')
    }
  }

  private section(id: number): Uint8Array {
    return this.sections.get(id) ?? refuse(`section ${id} is missing`)
  }

  /** The height of the table of classes. */
  get rootHeight(): number {
    return new Reader(this.section(3)).varint()
  }

  /** All entries of a sorted table, each with the preamble of its leaf. */
  private *table(id: number, rootId: number): Generator<{ key: Uint8Array; value: Uint8Array; preamble?: Reader }> {
    const section = this.section(id)
    const root = new Reader(this.section(rootId))
    const height = root.varint()
    let before: Uint8Array | undefined
    for (const { key: least, start, end } of leavesUnder(section, root, height)) {
      const node = new Reader(section.subarray(start, end))
      const rawLength = node.varint()
      const leaf = new Reader(inflateRawSync(node.take(end - start - node.at)))
      if (leaf.bytes.length !== rawLength) refuse('the length of a leaf')
      let preamble: Reader | undefined = new Reader(leaf.take(leaf.varint()))
      if (before !== undefined && Buffer.compare(before, least) >= 0) refuse('a key of an inner node is not above')
      for (let key = new Uint8Array(0); !leaf.ended; preamble = undefined) {
        key = Uint8Array.from(leaf.frontCoded(key))
        if (Buffer.compare(key, least) < 0) refuse('a key is not where it would be looked for')
        if (before !== undefined && Buffer.compare(key, before) <= 0) refuse('keys do not ascend')
        before = key
        yield { key, value: leaf.take(leaf.varint()), preamble }
      }
    }
  }

  *classes(): Generator<{ key: string; documents: number; words: StrangersWord[] }> {
    let postingsAt = 0
    // Of a class: what is known of its lists before all of them have been read.
    let lists: {
      field: number
      count: number
      postings: Uint8Array
      positionBytes: number
      list: StrangersPosting[]
    }[] = []
    const readField = (reader: Reader, field: number) => {
      const head = reader.varint()
      if (head % 2 === 1) {
        const frequency = (head - 1) / 2
        const document = reader.varint()
        let position = -1
        const positions = Array.from({ length: frequency }, () => (position += reader.varint() + 1))
        return { field, postings: [{ document, frequency, positions }] }
      }
      const lengths = [reader.varint(), reader.varint()]
      const postings = this.section(10).subarray(postingsAt, postingsAt + lengths[0])
      postingsAt += lengths[0]
      const list: StrangersPosting[] = []
      lists.push({ field, count: head / 2, postings, positionBytes: lengths[1], list })
      return { field, postings: list }
    }
    const readNumbers = (reader: Reader, head: number) => {
      const wanted: number[] = []
      if (head >= 2) wanted.push(Math.floor(head / 2) - 1)
      else {
        for (let base = 0, more = true; more; base += 7) {
          const bits = reader.fixed(1)
          for (let bit = 0; bit < 7; bit++) if ((bits >> bit) & 1) wanted.push(base + bit)
          more = bits >= 128
        }
      }
      const fields = wanted.map(field => readField(reader, field))
      const only = fields[0].postings.length || lists[lists.length - 1].count
      return { fields, documents: fields.length > 1 ? reader.varint() : only }
    }
    for (const { key, value, preamble } of this.table(8, 3)) {
      if (preamble && preamble.varint() !== postingsAt) refuse('a preamble')
      lists = []
      const reader = new Reader(value)
      const first = reader.varint()
      const count = first % 2 === 1 ? reader.varint() : 1
      const ofClass = first % 2 === 1 ? reader.varint() : undefined
      const told = Array.from({ length: count }, (_, i) => {
        const head = i === 0 ? Math.floor(first / 2) : reader.varint()
        return { head, ...readNumbers(reader, head) }
      })
      for (const { field, count, postings, positionBytes, list } of lists) {
        const positions = this.section(10).subarray(postingsAt, postingsAt + positionBytes)
        postingsAt += positionBytes
        list.push(...this.readList(field, count, postings, positions))
      }
      let previous = key
      const words = told.map(({ head, ...numbers }): StrangersWord => {
        if (head % 2 === 1) return { word: text(key), ...numbers }
        previous = Uint8Array.from(reader.frontCoded(previous))
        return { word: text(previous), ...numbers }
      })
      if (!reader.ended) refuse('a value is too long')
      yield { key: text(key), documents: ofClass ?? words[0].documents, words }
    }
  }

  private readList(field: number, count: number, postings: Uint8Array, positions: Uint8Array): StrangersPosting[] {
    const { blockLength } = this.metadata
    const full = Math.floor(count / blockLength)
    const reader = new Reader(postings)
    const skips = Array.from({ length: full }, () => ({
      gap: reader.varint(),
      bytes: reader.varint(),
      most: reader.fixed(1),
      leastNorm: reader.fixed(1),
      positionBytes: reader.varint(),
    }))
    const places = new Reader(positions)
    // Of stop words that have none, nothing stands here.
    const hasPositions = positions.length > 0
    const list: StrangersPosting[] = []
    let last = -1
    for (let first = 0; first < count; first += blockLength) {
      const skip = skips[first / blockLength]
      const block = reader.take(skip?.bytes ?? postings.length - reader.at)
      const read = readBlock(block, Math.min(blockLength, count - first), last)
      if (skip) {
        const norms = read.map(({ document }) => this.norms[field][document])
        const most = Math.max(...read.map(({ frequency }) => frequency))
        if (Math.min(...norms) !== skip.leastNorm || Math.min(255, most) !== skip.most) refuse('a skip')
        if (read[read.length - 1].document !== last + skip.gap) refuse('the last document of a skip')
      }
      last = read[read.length - 1].document
      const group = new Reader(places.take(skip?.positionBytes ?? positions.length - places.at))
      if (hasPositions) list.push(...this.addPositions(group, field, read))
      else list.push(...read.map(posting => ({ ...posting, positions: [] })))
    }
    if (!reader.ended || !places.ended) refuse('a list is too long')
    return list
  }

  private addPositions(
    group: Reader,
    field: number,
    postings: readonly { document: number; frequency: number }[],
  ): StrangersPosting[] {
    const step = this.metadata.blockLength % 32 === 0 ? 32 : this.metadata.blockLength
    const blocks = Math.ceil(postings.length / step)
    const lengths = Array.from({ length: blocks - 1 }, () => group.varint())
    let before: number[] = []
    let bits = new Bits(new Uint8Array(0))
    let repeats = false
    return postings.map((posting, i) => {
      if (i % step === 0) bits = new Bits(group.take(lengths[i / step] ?? group.bytes.length - group.at))
      if (i % step === 0) repeats = bits.bit() === 1
      const same = i % step !== 0 && repeats && bits.bit() === 1
      if (!same) before = readPositions(bits, posting.frequency, this.boundOf(field, posting.document))
      if (before.length !== posting.frequency) refuse('a posting repeats positions of another number')
      return { ...posting, positions: before }
    })
  }

  /** What the positions of a text are expected to stay below. */
  private boundOf(field: number, document: number): number {
    const { title } = this.metadata.schema.fields[field]
    return Math.ceil(lengthOfNorm(this.norms[field][document]) * (title ? 1.4375 : 2.0625)) + 1
  }

  *lexicon(): Generator<{ folded: string; words: { word: string; documents: number }[] }> {
    yield* this.spellings(9, 4)
  }

  *frequentWords(): Generator<{ folded: string; words: { word: string; documents: number }[] }> {
    if (this.sections.has(21) !== this.sections.has(22)) refuse('frequent words without their root')
    if (this.sections.has(22)) yield* this.spellings(22, 21)
  }

  private *spellings(
    table: number,
    root: number,
  ): Generator<{ folded: string; words: { word: string; documents: number }[] }> {
    for (const { key, value } of this.table(table, root)) {
      const words: { word: string; documents: number }[] = []
      for (const reader = new Reader(value); !reader.ended; ) {
        const head = reader.varint()
        const word = head % 2 === 1 ? text(key) : text(withAccents(reader, key))
        words.push({ word, documents: Math.floor(head / 2) })
      }
      yield { folded: text(key), words }
    }
  }

  /** How many documents each block has, and its length. */
  private readDocumentTable(): { documents: number; bytes: number }[] {
    const root = new Reader(this.section(5))
    const height = root.varint()
    if (height > 1) refuse('a table of documents of more than two levels')
    const inRoot = entriesOf(root)
    if (height === 0) return inRoot
    const section = this.section(13)
    return inRoot.flatMap((all, page) => {
      const entries = entriesOf(new Reader(section.subarray(page * 508, (page + 1) * 508)))
      const sum = (of: 'documents' | 'bytes') => entries.reduce((sum, entry) => sum + entry[of], 0)
      if (sum('documents') !== all.documents || sum('bytes') !== all.bytes) refuse('an entry for a page')
      return entries
    })
  }

  private readDocuments(): void {
    const section = new Reader(this.section(12))
    const hasFields = this.metadata.schema.storeFields.length > 0
    for (const { documents, bytes } of this.readDocumentTable()) {
      const block = new Reader(section.take(bytes))
      const ids = new Reader(block.take(block.varint()))
      let previous: Uint8Array = new Uint8Array(0)
      for (let i = 0; i < documents; i++) previous = this.readId(ids, previous)
      if (hasFields) {
        const unpacked = block.varint()
        const fields = new Reader(inflateRawSync(block.take(block.bytes.length - block.at)))
        if (fields.bytes.length !== unpacked) refuse('the length of a block')
        for (let i = 0; i < documents; i++) this.stored.push(JSON.parse(text(fields.take(fields.varint()))))
        if (!fields.ended) refuse('a block has more documents')
      }
      if (!ids.ended || !block.ended) refuse('a block is too long')
    }
    if (!section.ended) refuse('the documents are too long')
  }

  private readId(reader: Reader, previous: Uint8Array): Uint8Array {
    const head = reader.varint()
    const shared = Math.floor(head / 8)
    const length = (head & 4) !== 0 ? previous.length - shared : reader.varint()
    const rest =
      (head & 2) !== 0
        ? Buffer.from(String(reader.fixed(bytesOf(10 ** length - 1))).padStart(length, '0'))
        : reader.take(length)
    const bytes = Buffer.concat([previous.subarray(0, shared), rest])
    this.idBytes.push({ mark: (head & 1) !== 0 ? [0] : [], bytes })
    this.ids.push((head & 1) !== 0 ? Number(text(bytes)) : unescaped(text(bytes)))
    return bytes
  }

  /** The document with an id, found by the slots. */
  documentOf(id: string | number): number | undefined {
    const bytes = Buffer.from(escaped(String(id)))
    const count = this.metadata.documentCount + Math.ceil(this.metadata.documentCount / 3)
    const width = bytesOf(this.metadata.documentCount)
    if (this.section(14).length !== count * width) refuse('slots')
    const mark = typeof id === 'number' ? [0] : []
    const first = crc32(Uint8Array.of(...mark, ...bytes))
    for (let probe = 0; probe < count; probe++) {
      const at = ((first + probe) % count) * width
      const slot = number(this.section(14).subarray(at, at + width))
      if (slot === 0) return undefined
      const found = this.idBytes[slot - 1]
      if (found.mark.length === mark.length && sameBytes(found.bytes, bytes)) return slot - 1
    }
    return undefined
  }

  columns(): StrangersColumn[] {
    const { columns = [], documentCount } = this.metadata
    if (columns.length === 0) return []
    const section = new Reader(this.section(18))
    return columns.map(({ name, type, bytes }) => {
      const reader = new Reader(section.take(bytes))
      const read = type === 'keyword' ? readKeywords : readNumbers
      return { name, type, values: read(reader, documentCount) }
    })
  }
}

/** The content of the pages. */
function checkPages(pages: Uint8Array, [mark, second]: number[]): Uint8Array {
  const contents: Uint8Array[] = []
  const crcs: number[] = []
  const reader = new Reader(pages)
  for (let page = 0; !reader.ended; page++) {
    const content = reader.take(Math.min(508, pages.length - reader.at - 4))
    const crc = crc32(content)
    if ((crc ^ page ^ mark) >>> 0 !== reader.fixed(4)) refuse(`page ${page}`)
    contents.push(content)
    crcs.push(crc)
  }
  const all = new Uint8Array(Uint32Array.from(crcs).buffer)
  if (mark !== crc32(all) || second !== crc32(all, 0x54525600)) refuse('content hash')
  return Buffer.concat(contents)
}

/** To the end, or to an entry of no documents. */
function entriesOf(reader: Reader): { documents: number; bytes: number }[] {
  const entries: { documents: number; bytes: number }[] = []
  while (!reader.ended) {
    const documents = reader.varint()
    if (documents === 0) break
    entries.push({ documents, bytes: reader.varint() })
  }
  return entries
}

function* leavesUnder(
  section: Uint8Array,
  node: Reader,
  height: number,
): Generator<{ key: Uint8Array; start: number; end: number }> {
  if (node.ended) return
  let start = node.varint()
  for (let key: Uint8Array = new Uint8Array(0); !node.ended; start = Math.ceil(start / 1016) * 1016) {
    key = node.frontCoded(key)
    const end = start + node.varint()
    if (height === 1) yield { key, start, end }
    else yield* leavesUnder(section, new Reader(section.subarray(start, end)), height - 1)
    start = end
  }
}

function readBlock(block: Uint8Array, length: number, before: number): { document: number; frequency: number }[] {
  const [head] = block
  const inRuns = head % 32 === 31
  const frequencyBits = head >> 5
  const gapBits = inRuns ? block[1] % 32 : head % 32
  const gapCount = inRuns ? block[2] + 1 : length
  const bits = new Bits(block.subarray(inRuns ? 3 : 1))
  let gaps = bits.lows(gapCount, gapBits)
  let lengths = inRuns ? bits.lows(gapCount, block[1] >> 5) : gaps.map(() => 0)
  let frequencies = frequencyBits === 7 ? undefined : bits.lows(length, frequencyBits)
  gaps = bits.addQuotients(gaps, gapBits)
  if (inRuns) lengths = bits.addQuotients(lengths, block[1] >> 5)
  if (frequencies) frequencies = bits.addQuotients(frequencies, frequencyBits)
  if (Math.ceil(bits.at / 8) !== block.length - (inRuns ? 3 : 1)) refuse('a block has another length')
  const documents: number[] = []
  let document = before
  gaps.forEach((gap, i) => {
    document += gap + (inRuns && i > 0 ? 2 : 1)
    documents.push(document)
    for (let more = lengths[i]; more > 0; more--) documents.push(++document)
  })
  if (documents.length !== length) refuse('runs of another number of documents')
  return documents.map((document, i) => ({ document, frequency: 1 + (frequencies?.[i] ?? 0) }))
}

function readPositions(bits: Bits, count: number, expected: number): number[] {
  const index = Math.floor(count / 2)
  for (let bound = Math.max(expected, count); ; bound += Math.floor(bound / 4) + 2) {
    const rank = bits.centred(bound - count + 2)
    if (rank === bound - count + 1) continue
    const middle = rank + index
    const before = readSet(bits, index, 0, middle)
    return [...before, middle, ...readSet(bits, count - index - 1, middle + 1, bound)]
  }
}

function readSet(bits: Bits, count: number, low: number, high: number): number[] {
  if (count === 0) return []
  if (count === high - low) return Array.from({ length: count }, (_, i) => low + i)
  const index = Math.floor(count / 2)
  const middle = bits.centred(high - low - count + 1) + low + index
  const before = readSet(bits, index, low, middle)
  return [...before, middle, ...readSet(bits, count - index - 1, middle + 1, high)]
}

function readKeywords(reader: Reader, documents: number): string[][] {
  let previous: Uint8Array = new Uint8Array(0)
  const dictionary = Array.from({ length: reader.varint() }, () =>
    unescaped(text((previous = reader.frontCoded(previous)))),
  )
  const [least, most] = [reader.varint(), reader.varint()]
  const bits = new Bits(reader.take(reader.bytes.length - reader.at))
  const counts = bits.lows(documents, widthOf(most - least))
  const width = widthOf(Math.max(0, dictionary.length - 1))
  return counts.map(count => bits.lows(least + count, width).map(ordinal => dictionary[ordinal]))
}

/** NaN for none. */
function readNumbers(reader: Reader, documents: number): number[] {
  if (reader.fixed(1) === 0) return Array.from({ length: documents }, () => reader.float())
  const [least, step, width] = [reader.float(), reader.varint(), reader.fixed(1)]
  const bits = new Bits(reader.take(reader.bytes.length - reader.at))
  return bits.lows(documents, width).map(steps => (steps === 0 ? Number.NaN : least + (steps - 1) * step))
}

function withAccents(reader: Reader, folded: Uint8Array): Uint8Array {
  const [lengths] = reader.take(1)
  const start = lengths % 16 < 15 ? lengths % 16 : 15 + reader.varint()
  const end = lengths >> 4 < 15 ? lengths >> 4 : 15 + reader.varint()
  if (start + end > folded.length) refuse('accents beyond the spelling')
  const between = reader.take(reader.varint())
  return Buffer.concat([folded.subarray(0, start), between, folded.subarray(folded.length - end)])
}
