/** Writes the list of a language's words that corrections are checked against (src/languages/lexicon/word-list.ts), and where its blocks are. */
import { writeFileSync } from 'node:fs'
import { deflateSync } from 'fflate'
import { ByteWriter } from '../src/format/byte-writer.ts'
import { crc32 } from '../src/format/crc32.ts'
import { pieceOf } from '../src/languages/lexicon/piece.ts'
import { BLOCK_PREFIX, WORD_LIST_MAGIC, WORD_LIST_PREAMBLE } from '../src/languages/lexicon/word-list.ts'

/** How many stems a block holds: more make the file smaller, and what one word needs larger. */
const STEMS_PER_BLOCK = 1000
/** Zipf values (log10 of occurrences per thousand million words) from which on a word has the frequency 1, 2 and 3. */
const FREQUENCY_STEPS = [2, 3, 4]

/** A lemma with all its forms, as the list writes words: letters from a to z. */
export interface ListedLemma {
  words: ReadonlySet<string>
  isName: boolean
}

/** What the list is made of, and the files that are written. */
export interface WordListSource {
  lemmas: readonly ListedLemma[]
  /** Word → Zipf value. */
  frequencies: ReadonlyMap<string, number>
  /** The list. */
  target: string
  /** The TypeScript file that says where its blocks are. */
  places: string
  /** The script that makes it. */
  script: string
}

/** Stems with their endings and, by ending, frequencies. */
interface Entry {
  stem: string
  endings: readonly string[]
  isName: boolean
}

/** Lemmas as stems and endings; a lemma is left out if others have all its words. Names and words are kept apart: Pierre is a stone as well. */
function entriesOf(lemmas: readonly ListedLemma[]): Entry[] {
  const words = new Set<string>()
  const names = new Set<string>()
  const made = new Map<string, Entry>()
  for (const lemma of [...lemmas].sort((a, b) => b.words.size - a.words.size)) {
    const { isName } = lemma
    const listed = isName ? names : words
    if ([...lemma.words].every(word => listed.has(word))) continue
    for (const word of lemma.words) listed.add(word)
    for (const group of groupsOf([...lemma.words])) {
      const stem = group[0].length < BLOCK_PREFIX ? group[0] : commonPrefix(group)
      const endings = group.map(word => word.slice(stem.length)).sort()
      made.set(`${stem} ${isName} ${endings.join(' ')}`, { stem, endings, isName })
    }
  }
  console.log(`${new Set([...words, ...names]).size} words, ${made.size} stems`)
  return [...made.values()].sort((a, b) => (a.stem < b.stem ? -1 : a.stem > b.stem ? 1 : 0))
}

/** The words by their first letters. */
function groupsOf(words: readonly string[]): string[][] {
  const groups = new Map<string, string[]>()
  for (const word of words) {
    const first = word.slice(0, BLOCK_PREFIX)
    groups.set(first, [...(groups.get(first) ?? []), word])
  }
  return [...groups.values()]
}

function commonPrefix(words: readonly string[]): string {
  let length = words[0].length
  for (const word of words) while (!word.startsWith(words[0].slice(0, length))) length--
  return words[0].slice(0, length)
}

/** By word without accents: 0 to 3. */
function frequencyClasses(frequencies: ReadonlyMap<string, number>): (word: string) => number {
  const occurrences = new Map<string, number>()
  for (const [word, zipf] of frequencies) {
    const piece = pieceOf(word)
    occurrences.set(piece, (occurrences.get(piece) ?? 0) + 10 ** zipf)
  }
  return word => {
    const zipf = Math.log10(occurrences.get(word) ?? 1)
    return FREQUENCY_STEPS.filter(step => zipf >= step).length
  }
}

function blocksOf(all: readonly Entry[]): Entry[][] {
  const blocks: Entry[][] = []
  let group: Entry[] = []
  const close = () => {
    const last = blocks.at(-1)
    if (last === undefined || last.length + group.length > STEMS_PER_BLOCK) blocks.push(group)
    else last.push(...group)
    group = []
  }
  for (const entry of all) {
    if (group.length > 0 && group[0].stem.slice(0, BLOCK_PREFIX) !== entry.stem.slice(0, BLOCK_PREFIX)) close()
    group.push(entry)
  }
  if (group.length > 0) close()
  return blocks
}

/** Writes both files and says how large they are. */
export function writeWordList({ lemmas, frequencies, target, places, script }: WordListSource): void {
  const utf8 = new TextEncoder()
  const all = entriesOf(lemmas)
  const classOf = frequencyClasses(frequencies)
  const idOf = ({ isName, endings }: Entry) => `${isName ? 1 : 0}${endings.join(' ')}`
  const uses = new Map<string, number>()
  for (const entry of all) uses.set(idOf(entry), (uses.get(idOf(entry)) ?? 0) + 1)
  // The most used paradigms have the shortest numbers.
  const paradigms = [...uses].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([id]) => id)
  const numbers = new Map(paradigms.map((id, number) => [id, number]))

  function writeBlock(entries: readonly Entry[]): Uint8Array {
    const writer = new ByteWriter()
    writer.varint(entries.length)
    const letters: string[] = []
    entries.forEach(({ stem }, i) => {
      const shared = i === 0 ? 0 : commonPrefix([entries[i - 1].stem, stem]).length
      writer.byte(shared)
      letters.push(stem.slice(shared))
    })
    writer.string(letters.join('\n'))
    for (const entry of entries) writer.varint(numbers.get(idOf(entry)) ?? 0)
    const classes = entries.flatMap(({ stem, endings }) => endings.map(ending => classOf(stem + ending)))
    for (let i = 0; i < classes.length; i += 4) {
      writer.byte(classes.slice(i, i + 4).reduce((byte, value, k) => byte | (value << (2 * k)), 0))
    }
    return writer.toBytes()
  }

  const header = new ByteWriter()
  header.varint(paradigms.length)
  for (const id of paradigms) {
    header.byte(Number(id[0]))
    header.string(id.slice(1))
  }
  const placesOfBlocks: string[] = []
  const packedBlocks = blocksOf(all).map(block => {
    const unpacked = writeBlock(block)
    const packed = deflateSync(unpacked, { level: 9 })
    header.string(block[0].stem.slice(0, BLOCK_PREFIX))
    placesOfBlocks.push(`${block[0].stem.slice(0, BLOCK_PREFIX)}${packed.length}`)
    header.varint(packed.length)
    header.varint(unpacked.length)
    header.uint32(crc32(packed))
    return packed
  })
  const unpackedHeader = header.toBytes()
  const packedHeader = deflateSync(unpackedHeader, { level: 9 })
  const file = new ByteWriter()
  file.bytes(utf8.encode(WORD_LIST_MAGIC))
  file.uint32(packedHeader.length)
  file.uint32(unpackedHeader.length)
  file.uint32(crc32(packedHeader))
  file.bytes(packedHeader)
  for (const block of packedBlocks) file.bytes(block)
  const bytes = file.toBytes()
  writeFileSync(target, bytes)
  writeFileSync(
    places,
    `/** Which word list this is, and where its blocks are in the file, so that a page asks for the right ones at once. Written by ${script}. */

/** The checksum of the header, which has those of the blocks. The file has it in its name. */
export const WORD_LIST_HASH = '${crc32(packedHeader).toString(16).padStart(8, '0')}'
export const WORD_LIST_HEADER_LENGTH = ${WORD_LIST_PREAMBLE + packedHeader.length}
/** By block: what its first stem begins with, and how many bytes it has. */
export const WORD_LIST_BLOCKS =
  '${placesOfBlocks.join(' ')}'
`,
  )
  console.log(
    `${paradigms.length} paradigms, header ${packedHeader.length} bytes, ${packedBlocks.length} blocks of at most ${Math.max(...packedBlocks.map(({ length }) => length))} bytes, together ${bytes.length}`,
  )
}
