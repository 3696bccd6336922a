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
 * Reads an index file into memory and opens it for synchronous queries and changes. For files that are too large for memory, use `fileSource()`.
 *
 * @param path the name of the file
 * @param options a language, languages or stemmers that the file cannot bring itself. Default: none.
 * @throws CorruptIndexError if the file is damaged or not an index; UnsupportedVersionError if another version of the library wrote it; MissingLanguageError if it
 *   names a language or stemmer of your own; what the file system throws
 * @example
 * import { openFile } from 'trouvaille/node'
 *
 * const index = await openFile<Article>('public/search.trv')
 * const { hits } = index.search('Haftar Tripoli')
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

/** A file that `openIndex()` reads in parts: what `fileSource()` returns. */
export interface FileSource extends ByteSource {
  /** Closes the file. Queries fail afterwards. */
  close(): Promise<void>
}

/**
 * Opens a file to be read in parts, for index files that are too large for memory. Close it when the index is no longer needed.
 *
 * @throws what the file system throws
 * @example
 * import { openIndex } from 'trouvaille'
 * import { fileSource } from 'trouvaille/node'
 *
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
 * Atomically replaces an index file: writes a temporary file, fsyncs it, renames it. A crash at any moment leaves the old file or the new one, complete.
 *
 * @returns the number of bytes
 * @throws what the file system throws
 * @example
 * await writeIndex(index, 'public/search.trv')
 */
export async function writeIndex<T extends object>(index: SearchIndex<T>, path: string): Promise<number> {
  const bytes = index.toBytes()
  await replaceFile(path, temporary => writeDurably(temporary, bytes))
  return bytes.length
}

/** A file that was written. */
export interface BuiltFile {
  /** Sixteen hexadecimal digits that change with the content of the file: for file names that caches may keep for ever. */
  hash: string
}

/**
 * The options of `buildIndexFile()`: those of `new SearchIndex()` and of `addAllAsync()`, and the number of threads.
 *
 * @example
 * await buildIndexFile('search.trv', articles, { fields: ['title', 'body'], threads: 2 })
 */
export type BuildFileOptions<T> = BuildOptions<T> & {
  /**
   * How many threads read the texts, from 1 to 64. The file is the same. More than one pay off for texts of more than a few megabytes; each takes about 40 MB of
   * memory, and they share `memoryBudget`. A language or a stemmer of your own allows only one. Default: `1`, the thread that calls.
   */
  threads?: number | undefined
}

/**
 * Builds an index file from any number of documents in bounded memory: what exceeds `memoryBudget` goes to temporary files next to it. The result is the same as
 * that of `writeIndex()` for the same documents, and it replaces the old file in the same way. Temporary files take about half the size of the text, and as much
 * as the stored fields take in the file.
 *
 * @param path the file to write
 * @param documents an array, or an iterable or async iterable that gives one document after the other, so that they need not be in memory together
 * @returns the number of documents, words and bytes, and the hash of the content
 * @throws InvalidOptionError for wrong options, and if there is no document; InvalidDocumentError, DuplicateIdError; QueryAbortedError if `signal` fired; what the
 *   file system throws. The old file stays then.
 * @example
 * import { buildIndexFile } from 'trouvaille/node'
 *
 * await buildIndexFile('public/search.trv', articles, { fields: ['title', 'body'], storeFields: ['title'] })
 */
export async function buildIndexFile<T extends object>(
  path: string,
  documents: Iterable<T> | AsyncIterable<T>,
  options: BuildFileOptions<T>,
): Promise<BuiltIndex & BuiltFile> {
  const { threads: count = 1, ...rest } = options
  const inFrench = withFrench(rest as BuildOptions<T>)
  if (checkWhole('threads', count, 1, MOST_THREADS) > 1 && !isMadeByDefinition(inFrench.language)) {
    throw new InvalidOptionError(
      'threads',
      count,
      '1, because a custom language or stemmer cannot run in other threads',
    )
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

/** The options of `updateIndexFile()`: those of `buildIndexFile()` without `threads`, and the hash of the file to update. */
export type UpdateFileOptions<T> = BuildOptions<T> & {
  /** The hash that building the old file returned. If the file has another one, `StaleIndexError` is thrown. Default: whatever file is there is updated. */
  hash?: string | undefined
}

/**
 * Updates an index file: documents given as `unchanged(id)` are copied from the old file without being read. The old file must have been built with the same
 * options, which `canUpdate()` checks. The result is byte for byte that of `buildIndexFile()` for all documents in this order. The file is in memory meanwhile.
 *
 * @param documents all documents that the new file has: new and changed ones, and `unchanged(id)` for each of the others. What is left out is removed.
 * @returns the number of documents, words and bytes, how many of the documents were copied, and the hash of the content
 * @throws InvalidOptionError, InvalidDocumentError, DuplicateIdError; UnknownDocumentError if the old file does not have an unchanged document; StaleIndexError if
 *   `hash` is that of another file; CorruptIndexError, QueryAbortedError; what the file system throws. The old file stays then.
 * @example
 * import { type BuildOptions, canUpdate, unchanged, updateIndexFile } from 'trouvaille/node'
 *
 * const options: BuildOptions<Article> = { fields: ['title', 'body'], storeFields: ['title'] }
 * if (await canUpdate('public/search.trv', options)) {
 *   await updateIndexFile<Article>('public/search.trv', [unchanged('a'), article, unchanged('c')], options)
 * }
 */
export async function updateIndexFile<T extends object>(
  path: string,
  documents: Iterable<T | Unchanged> | AsyncIterable<T | Unchanged>,
  options: UpdateFileOptions<T>,
): Promise<UpdatedIndex & BuiltFile> {
  const { hash: wanted, ...rest } = options
  const bytes = await readWhole(path)
  if (wanted !== undefined && contentHashOf(bytes) !== wanted) throw new StaleIndexError('its content differs')
  const { file, ...updated } = await updateIndex(bytes, documents, rest as BuildOptions<T>)
  const { hash } = await replaceIndex(path, temporary => writeDurably(temporary, file))
  return { ...updated, hash }
}

/**
 * Updates an index in memory, as `updateIndexFile()` does for a file.
 *
 * @param bytes the old index
 * @returns the bytes of the new index in `file`, and the counts of `updateIndexFile()`
 * @throws as `updateIndexFile()`
 * @example
 * const { file } = await updateIndex<Article>(bytes, [unchanged('a'), article], { fields: ['title', 'body'], storeFields: ['title'] })
 */
export function updateIndex<T extends object>(
  bytes: Uint8Array,
  documents: Iterable<T | Unchanged> | AsyncIterable<T | Unchanged>,
  options: BuildOptions<T>,
): Promise<UpdatedIndex & { file: Uint8Array }> {
  return updateBytes(bytes, documents, withFrench(options))
}

/**
 * Whether an index in memory can be updated with these options: it has the format of this version, and was built with the same options.
 *
 * @throws InvalidOptionError for wrong options
 * @example
 * if (!isUpdatable(bytes, { fields: ['title', 'body'] })) console.log('Build the index again')
 */
export function isUpdatable<T extends object = Record<string, unknown>>(
  bytes: Uint8Array,
  options: BuildOptions<NoInfer<T>>,
): boolean {
  return isMadeWith(bytes, withFrench(options as BuildOptions<T>))
}

function withFrench<T>(options: BuildOptions<T>): BuildOptions<T> & { language: Language } {
  return { ...options, language: chooseLanguage(options.language ?? french()) } as BuildOptions<T> & {
    language: Language
  }
}

/**
 * Whether there is an index file that can be updated with these options: it has the format of this version, and was built with the same options.
 *
 * @throws InvalidOptionError for wrong options
 * @example
 * const mustBuild = !(await canUpdate('public/search.trv', { fields: ['title', 'body'] }))
 */
export async function canUpdate<T extends object = Record<string, unknown>>(
  path: string,
  options: BuildOptions<NoInfer<T>>,
): Promise<boolean> {
  const bytes = await readWhole(path).catch(() => undefined)
  return bytes !== undefined && isUpdatable<T>(bytes, options)
}
