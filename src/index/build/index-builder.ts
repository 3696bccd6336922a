/** Builds an index file from more documents than fit in memory. The caller decides where the bytes go; `trouvaille/node` writes them to disk. */
import { checkOptions, type OptionNames } from '../../check-options.ts'
import { InvalidOptionError } from '../../errors.ts'
import { checkLanguage } from '../../language/definition.ts'
import type { Language } from '../../language/language.ts'
import type { ReadDocument } from '../../schema/document.ts'
import { ADD_ALL_OPTIONS, type AddAllAsyncOptions, readDocuments } from '../../schema/read-documents.ts'
import { makeSchema } from '../../schema/schema.ts'
import { checkBudget, INDEX_OPTIONS, type SearchIndexOptions } from '../index-options.ts'
import type { InversionOptions } from '../live/inversion.ts'
import { SegmentBuilder, type Spool, type WriteAt } from './segment-builder.ts'
import { LocalIndexer, type TextIndexer } from './text-indexer.ts'

export type { Spool, WriteAt }

/** The options of `updateIndexFile()` and `canUpdate()`: those of `new SearchIndex()` and of `addAllAsync()`. */
export type BuildOptions<T> = SearchIndexOptions<T> & AddAllAsyncOptions

export const BUILD_OPTIONS: OptionNames<BuildOptions<object>> = { ...INDEX_OPTIONS, ...ADD_ALL_OPTIONS }

/** The same with a language, which this folder does not choose. */
export type BuildOptionsWithLanguage<T> = BuildOptions<T> & { language: Language }

/**
 * The counts of an index that was built.
 *
 * @example
 * const { documents, bytes } = await buildIndexFile('search.trv', articles, { fields: ['title', 'body'] })
 */
export interface BuiltIndex {
  /** The number of documents. */
  documents: number
  /** The number of different words. */
  words: number
  /** The size of the file in bytes. */
  bytes: number
}

/** The environment of a build. */
export interface BuildPlace {
  /** Creates spools for data that do not fit in memory. */
  makeSpool: () => Spool
  /** Receives the length of the file, and returns where to write it. */
  open: (length: number) => WriteAt
  /** Yields to other work. */
  turn: () => Promise<void>
  /** Creates an indexer with other threads. Default: texts are read in this thread. */
  makeIndexer?: ((language: Language, options: InversionOptions, budget: number) => TextIndexer) | undefined
}

/**
 * Reads all documents, then writes the same file as a `SearchIndex` with them.
 *
 * @throws InvalidOptionError, InvalidDocumentError, DuplicateIdError, QueryAbortedError
 */
export async function buildIndex<T extends object>(
  documents: Iterable<T> | AsyncIterable<T>,
  options: BuildOptionsWithLanguage<T>,
  { makeSpool, open, turn, makeIndexer }: BuildPlace,
): Promise<BuiltIndex> {
  checkOptions(options, BUILD_OPTIONS)
  const schema = makeSchema(options)
  const language = checkLanguage(options.language)
  const budget = checkBudget(options.memoryBudget)
  const { stopWordPositions } = schema
  const inversion = { fieldCount: schema.fields.length, stopWordPositions }
  const indexer = makeIndexer?.(language, inversion, budget) ?? new LocalIndexer(language, inversion, budget, makeSpool)
  const builder = new SegmentBuilder(schema, language, indexer, makeSpool)
  const take = (document: ReadDocument) => builder.add(document)
  const added = await readDocuments(documents, schema, options, take, language, turn)
  if (added === 0) throw new InvalidOptionError('documents', documents, 'at least one document')
  options.onProgress?.({ added })
  let bytes = 0
  const { words } = await builder.finish(length => {
    bytes = length
    return open(length)
  })
  return { documents: added, words, bytes }
}
