/**
 * The word list that corrections are checked against: is this a word of the language, how frequent is it, is it a name?
 *
 * The list is a separate file (for French index-data/french/word-list.bin, written by scripts/french/build-word-list.ts). It has a header and blocks of about 4
 * kB. A word is in exactly one of them, so the file can be read completely or by ranges. Words are stored without accents, hyphens and apostrophes.
 *
 * A block contains stems, each with the number of a *paradigm*: the endings of its words (`maison` + nothing, `s`). Stems have at least four letters, unless
 * they are a word, and blocks start where the first four letters change, so all stems of a word are in one block.
 */

import { CorruptIndexError } from '../../errors.ts'
import { ByteReader } from '../../format/byte-reader.ts'
import { crc32 } from '../../format/crc32.ts'
import { inflate } from '../../format/inflate.ts'
import type { WordListParts, WordListRange } from '../../language/distant-words.ts'
import type { ListedWord } from '../../language/language.ts'
import { pieceOf } from './piece.ts'

export type { WordListRange }

/** The first bytes of the file, which contain the length of the header. */
export const WORD_LIST_PREAMBLE = 20
export const WORD_LIST_MAGIC = 'TRVWORD1'
/** The number of letters that determine a block. */
export const BLOCK_PREFIX = 4

const SECTION = 'word list'
const LONGEST_HEADER = 1 << 20
const LONGEST_BLOCK = 1 << 20
const MOST_PARADIGMS = 1 << 15

interface Paradigm {
  endings: readonly string[]
  isName: boolean
}

interface BlockPlace extends WordListRange {
  /** The prefix of its first stem. */
  first: string
  unpackedLength: number
  checksum: number
}

/** A stem of a block, and the index of the first frequency of its words. */
interface Stem {
  paradigm: Paradigm
  frequencies: number
}

interface Block {
  stems: ReadonlyMap<string, readonly Stem[]>
  /** Two bits per word. */
  frequencies: Uint8Array
}

/**
 * A list of the words of a language, or the part of it that was loaded. The package has one for French and one for English; `french({ wordList })` and
 * `english({ wordList })` take it in runtimes that do not load it by themselves.
 *
 * @example
 * const list = WordList.fromBytes(bytes)
 * list.lookUp('maisons') // { frequency: 3, isName: false }
 * list.lookUp('maisson') // undefined
 * const language = french({ wordList: list })
 */
export class WordList implements WordListParts {
  /** The checksum of the header, which has those of all blocks. */
  readonly hash: string
  private readonly paradigms: readonly Paradigm[]
  private readonly places: readonly BlockPlace[]
  private readonly packed: (Uint8Array | undefined)[] = []
  private readonly blocks: (Block | undefined)[] = []

  /**
   * Opens the list by its header; blocks are loaded with `load`.
   *
   * @param header the first bytes of the file, at least `WordList.headerLength`
   * @throws CorruptIndexError
   */
  constructor(header: Uint8Array) {
    const { length, unpackedLength, checksum } = readPreamble(header)
    if (header.length < length) throw corrupt('the header is cut short')
    this.hash = checksum.toString(16).padStart(8, '0')
    const reader = new ByteReader(
      unpackHeader(header.subarray(WORD_LIST_PREAMBLE, length), unpackedLength, checksum),
      0,
      unpackedLength,
      SECTION,
    )
    this.paradigms = readParadigms(reader)
    this.places = readPlaces(reader, length)
  }

  /**
   * Opens the bytes of a whole list, such as those of the file `trouvaille/french-words.bin`.
   *
   * @throws CorruptIndexError if they are damaged
   */
  static fromBytes(bytes: Uint8Array): WordList {
    const list = new WordList(bytes)
    for (const { start, end } of list.places) {
      if (end > bytes.length) throw corrupt('a block is cut short')
      list.load(start, bytes.subarray(start, end))
    }
    return list
  }

  /** The length of the header in bytes, read from the first 20 bytes of the file. @throws CorruptIndexError if they are damaged */
  static headerLength(preamble: Uint8Array): number {
    return readPreamble(preamble).length
  }

  /** The ranges of all blocks. */
  get ranges(): readonly WordListRange[] {
    return this.places.map(({ start, end }) => ({ start, end }))
  }

  /** The range of the file that `lookUp()` needs for a word; `undefined` if it is loaded, or if the list cannot have the word. */
  rangeOf(word: string): WordListRange | undefined {
    const at = this.placeOf(pieceOf(word))
    if (at === -1 || this.packed[at] !== undefined) return undefined
    const { start, end } = this.places[at]
    return { start, end }
  }

  /** Loads the block whose range begins at `start`. @throws CorruptIndexError if the bytes are damaged */
  load(start: number, bytes: Uint8Array): void {
    const at = this.places.findIndex(place => place.start === start)
    if (at === -1) throw corrupt(`no block begins at ${start}`)
    if (crc32(bytes) !== this.places[at].checksum) throw corrupt('a checksum does not match')
    this.packed[at] = bytes
  }

  /**
   * Looks up a word; `undefined` if it is not a word of the language. Accents, hyphens and apostrophes do not count.
   *
   * @throws RangeError if the block of the word is not loaded
   */
  lookUp(word: string): ListedWord | undefined {
    const piece = pieceOf(word)
    const at = this.placeOf(piece)
    if (at === -1) return undefined
    const { stems, frequencies } = this.blockAt(at)
    let found: ListedWord | undefined
    for (let length = 1; length <= piece.length; length++) {
      for (const { paradigm, frequencies: first } of stems.get(piece.slice(0, length)) ?? []) {
        const ending = paradigm.endings.indexOf(piece.slice(length))
        if (ending === -1) continue
        const bit = 2 * (first + ending)
        const frequency = (frequencies[bit >> 3] >> (bit & 7)) & 3
        found = {
          frequency: Math.max(frequency, found?.frequency ?? 0),
          isName: paradigm.isName || found?.isName === true,
        }
      }
    }
    return found
  }

  /** All words of the blocks that are loaded, in no order to rely on. */
  *words(): Generator<string> {
    for (const [at, packed] of this.packed.entries()) {
      if (packed === undefined) continue
      for (const [stem, ofStem] of this.blockAt(at).stems) {
        for (const { paradigm } of ofStem) for (const ending of paradigm.endings) yield stem + ending
      }
    }
  }

  /** The block of a word; -1 if no block can contain it. */
  private placeOf(piece: string): number {
    if (!/^[a-z]+$/.test(piece)) return -1
    let at = -1
    // There are about a hundred blocks: scanning them costs less than reading one.
    while (at + 1 < this.places.length && this.places[at + 1].first <= piece) at++
    return at
  }

  private blockAt(at: number): Block {
    const block = this.blocks[at]
    if (block !== undefined) return block
    const packed = this.packed[at]
    if (packed === undefined) throw new RangeError(`Block ${at} of the word list is not loaded.`)
    return (this.blocks[at] = readBlock(inflate(packed, this.places[at].unpackedLength, { corrupt }), this.paradigms))
  }
}

function corrupt(problem: string): CorruptIndexError {
  return new CorruptIndexError(SECTION, 0, problem)
}

function readPreamble(bytes: Uint8Array): { length: number; unpackedLength: number; checksum: number } {
  if (bytes.length < WORD_LIST_PREAMBLE) throw corrupt('the header is cut short')
  const reader = new ByteReader(bytes, 0, WORD_LIST_PREAMBLE, SECTION)
  const magic = String.fromCharCode(...reader.take(WORD_LIST_MAGIC.length))
  if (magic !== WORD_LIST_MAGIC) throw corrupt('it is not a word list of this version')
  const packedLength = reader.uint32()
  const unpackedLength = reader.uint32()
  if (packedLength > LONGEST_HEADER || unpackedLength > LONGEST_HEADER) throw corrupt('the header is too long')
  return { length: WORD_LIST_PREAMBLE + packedLength, unpackedLength, checksum: reader.uint32() }
}

function unpackHeader(packed: Uint8Array, length: number, checksum: number): Uint8Array {
  if (crc32(packed) !== checksum) throw corrupt('a checksum does not match')
  return inflate(packed, length, { corrupt })
}

function readParadigms(reader: ByteReader): Paradigm[] {
  const count = reader.count(MOST_PARADIGMS)
  return Array.from({ length: count }, () => {
    const isName = reader.byte() === 1
    return { endings: reader.string().split(' '), isName }
  })
}

function readPlaces(reader: ByteReader, headerLength: number): BlockPlace[] {
  const places: BlockPlace[] = []
  let start = headerLength
  while (!reader.done) {
    const first = reader.string()
    const end = start + reader.varint()
    const unpackedLength = reader.count(LONGEST_BLOCK)
    places.push({ first, start, end, unpackedLength, checksum: reader.uint32() })
    start = end
  }
  return places
}

/** A block: the number of stems; for each, the prefix shared with the previous one, its other letters and its paradigm; then the frequencies of all words. */
function readBlock(bytes: Uint8Array, paradigms: readonly Paradigm[]): Block {
  const reader = new ByteReader(bytes, 0, bytes.length, SECTION)
  const count = reader.count(bytes.length)
  const shared = reader.take(count)
  const letters = String.fromCharCode(...reader.take(reader.varint())).split('\n')
  if (letters.length !== count) throw corrupt('a block lacks stems')
  const stems = new Map<string, Stem[]>()
  let stem = ''
  let frequencies = 0
  for (let i = 0; i < count; i++) {
    stem = stem.slice(0, shared[i]) + letters[i]
    const paradigm = paradigms[reader.varint()]
    if (paradigm === undefined) throw corrupt('a paradigm is missing')
    const others = stems.get(stem)
    if (others === undefined) stems.set(stem, [{ paradigm, frequencies }])
    else others.push({ paradigm, frequencies })
    frequencies += paradigm.endings.length
  }
  return { stems, frequencies: reader.take(Math.ceil(frequencies / 4)) }
}
