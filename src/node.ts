/** Index files in Node: opened by name, replaced whole or not at all. @module trouvaille/node */
import { closeSync, fsyncSync, openSync } from 'node:fs'
import { open, readFile } from 'node:fs/promises'
import { setImmediate } from 'node:timers/promises'
import { checkWhole } from './check-options.ts'
import { defineConfig, MOST_THREADS, type TrouvailleConfig } from './config/config.ts'
import { InvalidOptionError, StaleIndexError, throwIfAborted } from './errors.ts'
import { FileSpool, writeAt } from './file-spool.ts'
import { contentHashOf } from './format/file-reader.ts'
import { type BuildOptions, type BuildPlace, type BuiltIndex, buildIndex } from './index/build/index-builder.ts'
import { isMadeWith, type Unchanged, type UpdatedIndex, unchanged, updateBytes } from './index/build/index-updater.ts'
import { definitionOf } from './index/open-segments.ts'
import type { OpenOptions } from './index-searcher.ts'
import { chooseLanguage } from './language/choose-language.ts'
import type { Language } from './language/language.ts'
import { french } from './languages/french/french.ts'
import { isMadeByDefinition, withLanguageOf } from './languages/languages-of-file.ts'
import type { ByteSource } from './open/byte-source.ts'
import { replaceFile, replaceIndex, writeDurably } from './replace-file.ts'
import { SearchIndex } from './search-index.ts'

export type { BuildOptions, BuiltIndex, TrouvailleConfig, Unchanged, UpdatedIndex }
export { defineConfig, unchanged }

/**
 * Reads an index file into memory and opens it for synchronous queries and changes.
 *
 * @throws CorruptIndexError, UnsupportedVersionError; what the file system throws
 * @example
 * const index = await openFile<Article>('public/search.trv')
 */
export async function openFile<T extends object = Record<string, unknown>>(
  path: string,
  options: OpenOptions = {},
): Promise<SearchIndex<T>> {
  const bytes = await readWhole(path)
  return SearchIndex.fromBytes<T>(bytes, await withLanguageOf(definitionOf(bytes), options))
}

async function readWhole(path: string): Promise<Uint8Array> {
  const file = await readFile(path)
  // A view over exactly the file's bytes: callers take the result as the whole file.
  return new Uint8Array(file.buffer, file.byteOffset, file.byteLength)
}

/** A file as a `ByteSource`, for `openIndex`: only the parts that queries need are read. For files that are too large for memory. */
export interface FileSource extends ByteSource {
  close(): Promise<void>
}

/**
 * Opens a file to be read in parts. Close it when the index is no longer needed.
 *
 * @throws what the file system throws
 * @example
 * const source = await fileSource('public/search.trv')
 * const index = openIndex<Article>(source, { load: 'ranges' })
 * const { hits } = await index.search('Haftar Tripoli')
 * await source.close()
 */
export async function fileSource(path: string): Promise<FileSource> {
  const file = await open(path, 'r')
  const { size: byteLength } = await file.stat()
  return {
    byteLength,
    async read(start, end, signal) {
      throwIfAborted(signal)
      const bytes = new Uint8Array(end - start)
      let length = 0
      while (length < bytes.length) {
        const { bytesRead } = await file.read(bytes, length, bytes.length - length, start + length)
        if (bytesRead === 0) throw new StaleIndexError('it is shorter')
        length += bytesRead
      }
      return bytes
    },
    close: () => file.close(),
  }
}

/**
 * Writes an index file in the place of what was there: beside it first, then to disk, then renamed. A crash at any moment leaves the old file or the
 * new one, whole. Returns the number of bytes.
 *
 * @example
 * await writeIndex(index, 'public/search.trv')
 */
export async function writeIndex<T extends object>(index: SearchIndex<T>, path: string): Promise<number> {
  const bytes = index.toBytes()
  await replaceFile(path, temporary => writeDurably(temporary, bytes))
  return bytes.length
}

/** A file that was built. */
export interface BuiltFile {
  /** Sixteen hexadecimal digits that change with the content of the file: good for a name that caches may keep. */
  hash: string
}

/** The options of `buildIndexFile()`: those of `new SearchIndex()` and of `addAllAsync()`, and how many threads work. */
export type BuildFileOptions<T> = BuildOptions<T> & {
  /**
   * How many threads read the texts and write the words, from 1 to 64, beside the thread that calls: the file is the same. They pay off from some megabytes of
   * text on; each takes about 40 MB of memory, and they share `memoryBudget`. Each makes the language again from its definition, so only languages of
   * the library without a stemmer of one's own can have several. Default: `1`, the thread that calls.
   */
  threads?: number | undefined
}

/**
 * Builds an index file from any number of documents in bounded memory: what exceeds `memoryBudget` goes to temporary files beside it. It is the file that
 * `writeIndex` gives for the same documents, and replaces what was there in the same way. Temporary files take about half of the text's size, and as much
 * as the stored fields take in the file; writing them, and merging at the end, is synchronous work unless `threads` do it.
 *
 * @returns how many documents and words there are, the number of bytes, and the hash of the content
 * @throws InvalidOptionError, InvalidDocumentError, DuplicateIdError, QueryAbortedError; what the file system throws. The old file is left then.
 * @example
 * await buildIndexFile('public/search.trv', articles(), { fields: ['title', 'body'], storeFields: ['title'] })
 */
export async function buildIndexFile<T extends object>(
  path: string,
  documents: Iterable<T> | AsyncIterable<T>,
  options: BuildFileOptions<T>,
): Promise<BuiltIndex & BuiltFile> {
  const { threads: count = 1, ...rest } = options
  const inFrench = withFrench(rest as BuildOptions<T>)
  if (checkWhole('threads', count, 1, MOST_THREADS) > 1 && !isMadeByDefinition(inFrench.language)) {
    throw new InvalidOptionError('threads', count, '1 for a language or a stemmer of your own')
  }
  const { result, hash } = await replaceIndex(path, async temporary => {
    const threads = count > 1 ? new (await import('./build-threads.ts')).BuildThreads() : undefined
    const spools: FileSpool[] = []
    const makeSpool = () => {
      const spool = new FileSpool(`${temporary}.${spools.length}`)
      spools.push(spool)
      return spool
    }
    const file = openSync(temporary, 'wx')
    try {
      const place: BuildPlace = {
        makeSpool,
        open: () => (bytes, offset) => writeAt(file, bytes, offset),
        turn: setImmediate,
        makeIndexer:
          threads &&
          (({ definition }, inversion, budget) =>
            threads.start(count, { definition, inversion, budget, spoolPath: `${temporary}.thread` })),
      }
      const built = await buildIndex(documents, inFrench, place)
      fsyncSync(file)
      return built
    } finally {
      await threads?.close()
      closeSync(file)
      for (const spool of spools) spool.close()
    }
  })
  return { ...result, hash }
}

/** The options of `updateIndexFile()`: those of `buildIndexFile()`, without threads, and which file is updated. */
export type UpdateFileOptions<T> = BuildOptions<T> & {
  /** The hash of the file that the unchanged documents are of, as building it returned. Another file is refused. Default: the file that is there. */
  hash?: string | undefined
}

/**
 * Builds an index file anew from the one that is there, which has to be built with the same options: documents given as `unchanged(id)` are taken over as they
 * are, without being read. It is the file that `buildIndexFile` gives for all the documents, byte for byte; only their order among each other counts. The file is held in memory meanwhile.
 *
 * @returns how many documents and words there are, how many of the documents were there before, the number of bytes, and the hash of the content
 * @throws InvalidOptionError, InvalidDocumentError, DuplicateIdError, UnknownDocumentError, CorruptIndexError, QueryAbortedError; StaleIndexError if
 *   `hash` is that of another file; what the file system throws. The old file is left then.
 * @example
 * const options = { fields: ['title', 'body'], storeFields: ['title'] }
 * if (await canUpdate('public/search.trv', options)) {
 *   await updateIndexFile('public/search.trv', [unchanged('a'), changed, unchanged('c')], options)
 * }
 */
export async function updateIndexFile<T extends object>(
  path: string,
  documents: Iterable<T | Unchanged> | AsyncIterable<T | Unchanged>,
  options: UpdateFileOptions<T>,
): Promise<UpdatedIndex & BuiltFile> {
  const { hash: wanted, ...rest } = options
  const bytes = await readWhole(path)
  if (wanted !== undefined && contentHashOf(bytes) !== wanted) throw new StaleIndexError('it is another file')
  const { file, ...updated } = await updateIndex(bytes, documents, rest as BuildOptions<T>)
  const { hash } = await replaceIndex(path, temporary => writeDurably(temporary, file))
  return { ...updated, hash }
}

/**
 * The bytes that building the index from all documents would give, where those given as `unchanged(id)` come from the file with these bytes.
 *
 * @throws InvalidOptionError, InvalidDocumentError, DuplicateIdError, UnknownDocumentError, CorruptIndexError, QueryAbortedError
 */
export function updateIndex<T extends object>(
  bytes: Uint8Array,
  documents: Iterable<T | Unchanged> | AsyncIterable<T | Unchanged>,
  options: BuildOptions<T>,
): Promise<UpdatedIndex & { file: Uint8Array }> {
  return updateBytes(bytes, documents, withFrench(options))
}

/** Whether these are the bytes of an index file of this version that was made with these options. @throws InvalidOptionError if the options are wrong */
export function isUpdatable<T>(bytes: Uint8Array, options: BuildOptions<T>): boolean {
  return isMadeWith(bytes, withFrench(options))
}

function withFrench<T>(options: BuildOptions<T>): BuildOptions<T> & { language: Language } {
  return { ...options, language: chooseLanguage(options.language ?? french()) } as BuildOptions<T> & {
    language: Language
  }
}

/** Whether there is an index file at `path`, of this version, that was built with these options. @throws InvalidOptionError where they are wrong */
export async function canUpdate<T extends object>(path: string, options: BuildOptions<T>): Promise<boolean> {
  const bytes = await readWhole(path).catch(() => undefined)
  return bytes !== undefined && isUpdatable(bytes, options)
}
