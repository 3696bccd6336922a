/** Builds an index file from more documents than memory holds. Where the bytes go is the caller's business; `trouvaille/node` puts them on disk. */
import { checkOptions, type OptionNames } from '../../check-options.ts'
import { InvalidOptionError } from '../../errors.ts'
import { checkLanguage } from '../../language/definition.ts'
import type { Language } from '../../language/language.ts'
import { ADD_ALL_OPTIONS, type AddAllAsyncOptions, readDocuments } from '../../schema/read-documents.ts'
import { makeSchema } from '../../schema/schema.ts'
import { checkBudget, INDEX_OPTIONS, type SearchIndexOptions } from '../index-options.ts'
import { SegmentBuilder, type Spool, type WriteAt } from './segment-builder.ts'

export type { Spool, WriteAt }

/** The options of `buildIndexFile()`: those of `new SearchIndex()` and of `addAllAsync()`. */
export type BuildOptions<T> = SearchIndexOptions<T> & AddAllAsyncOptions

export const BUILD_OPTIONS: OptionNames<BuildOptions<object>> = { ...INDEX_OPTIONS, ...ADD_ALL_OPTIONS }

/** The same with a language, which this folder does not choose. */
export type BuildOptionsWithLanguage<T> = BuildOptions<T> & { language: Language }

/** What was built. */
export interface BuiltIndex {
  documents: number
  words: number
  bytes: number
}

/**
 * Reads all documents, then writes the file that a `SearchIndex` with them would give. `makeSpool` makes places for what memory has no room for; `open` is
 * told the length of the file and says where to write it.
 *
 * @throws InvalidOptionError, InvalidDocumentError, DuplicateIdError, QueryAbortedError
 */
export async function buildIndex<T extends object>(
  documents: Iterable<T> | AsyncIterable<T>,
  options: BuildOptionsWithLanguage<T>,
  makeSpool: () => Spool,
  open: (length: number) => WriteAt,
): Promise<BuiltIndex> {
  checkOptions(options, BUILD_OPTIONS)
  const schema = makeSchema(options)
  const builder = new SegmentBuilder(
    schema,
    checkLanguage(options.language),
    checkBudget(options.memoryBudget),
    makeSpool,
  )
  const added = await readDocuments(documents, schema, options, document => builder.add(document))
  if (added === 0) throw new InvalidOptionError('documents', documents, 'one document at least')
  options.onProgress?.({ added })
  let bytes = 0
  const { words } = builder.finish(length => {
    bytes = length
    return open(length)
  })
  return { documents: added, words, bytes }
}
