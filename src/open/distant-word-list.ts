/**
 * A language's word list of which parts are not loaded: the header and the blocks of words are requested as soon as a query needs them, each once.
 *
 * If a part cannot be loaded, the query only loses its corrections, and the next query requests it again.
 */
import { CorruptIndexError } from '../errors.ts'
import {
  type DistantWords,
  MissingWords,
  type WordListFile,
  type WordListParts,
  type WordListRange,
} from '../language/distant-words.ts'
import type { ListedWord } from '../language/language.ts'
import { PartsOfWordList, type WordListSource } from './word-list-parts.ts'

/** How much of a list is read first, if the code does not know the length of its header. */
const HEADER_LIMIT = 16_384

export class DistantWordList implements DistantWords {
  private readonly file: WordListFile
  private readonly source: WordListSource
  private readonly parts: PartsOfWordList
  /** The list with its loaded blocks, once its header is loaded. */
  private list: WordListParts | undefined
  private opening: Promise<WordListParts> | undefined
  /** The blocks being loaded, by start. */
  private readonly coming = new Map<number, Promise<void>>()

  constructor(file: WordListFile, source: WordListSource) {
    this.file = file
    this.source = source
    this.parts = new PartsOfWordList(source)
  }

  lookUp(word: string): ListedWord | undefined {
    if (this.list !== undefined && this.isHere(word)) return this.list.lookUp(word)
    const arrival = this.arrivalOf(word)
    // The search may need something else first.
    arrival.catch(() => {})
    throw new MissingWords(arrival)
  }

  isHere(word: string): boolean {
    return this.list !== undefined && this.list.rangeOf(word) === undefined
  }

  request(words: readonly string[]): void {
    // A look-up reports the failure.
    for (const word of words) if (!this.isHere(word)) this.arrivalOf(word).catch(() => {})
  }

  private async arrivalOf(word: string): Promise<void> {
    const { file, source } = this
    // For the library's own list, the code knows the offsets before the header is loaded, so both come in one round trip.
    const isOwn = file.hash === source.hash
    const range = this.list === undefined && isOwn ? file.rangeOf(word) : undefined
    const block = range && this.block(range)
    // Awaited below.
    block?.catch(() => {})
    const list = await this.open(isOwn ? file.headerLength : HEADER_LIMIT)
    await block
    const missing = list.rangeOf(word)
    if (missing !== undefined) await this.block(missing)
  }

  /** Whoever joins a request that fails sends one: the list may be there again since. */
  private open(headerLength: number): Promise<WordListParts> {
    return this.opening?.catch(() => this.opening ?? this.openAnew(headerLength)) ?? this.openAnew(headerLength)
  }

  private openAnew(headerLength: number): Promise<WordListParts> {
    const opening = this.readHeader(headerLength).catch(error => {
      this.opening = undefined
      throw error
    })
    this.opening = opening
    return opening
  }

  private async readHeader(headerLength: number): Promise<WordListParts> {
    const { source, parts } = this
    const reader = this.file.reader()
    // Awaited when the bytes are here.
    reader.catch(() => {})
    await parts.get({ start: 0, end: headerLength }, async bytes => {
      const list = (await reader)(bytes)
      if (list.hash !== source.hash) {
        throw new CorruptIndexError('word list', 0, `it is the word list ${list.hash} instead of ${source.hash}`)
      }
      this.list = list
    })
    const list = this.list as WordListParts | undefined
    if (list === undefined) throw new CorruptIndexError('word list', 0, 'its header is missing')
    parts.storeWhole([{ start: 0, end: headerLength }, ...list.ranges]).catch(() => {})
    return list
  }

  private block(range: WordListRange): Promise<void> {
    const coming = this.coming.get(range.start)
    return coming?.catch(() => this.coming.get(range.start) ?? this.blockAnew(range)) ?? this.blockAnew(range)
  }

  private blockAnew(range: WordListRange): Promise<void> {
    const block = this.parts
      .get(range, async bytes => {
        const list = await this.opening
        if (list === undefined) throw new CorruptIndexError('word list', 0, 'its header is missing')
        list.load(range.start, bytes)
      })
      .finally(() => this.coming.delete(range.start))
    this.coming.set(range.start, block)
    return block
  }
}

/** By address and hash: shared by all indexes of a page. */
const lists = new Map<string, DistantWordList>()

/** The list at an address; not shared if there is a custom `fetch`. */
export function distantWordList(file: WordListFile, source: WordListSource): DistantWordList {
  if (source.fetch !== undefined) return new DistantWordList(file, source)
  const key = `${source.hash} ${source.persistent} ${source.url}`
  const list = lists.get(key) ?? new DistantWordList(file, source)
  lists.set(key, list)
  return list
}
