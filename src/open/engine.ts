/**
 * The engine of a client: opens an index anywhere, and runs the client's methods on the data it has. If pages of the file or features are missing, it fetches
 * them and starts again. The executor announces everything that a step reads, so each step takes at most one round trip.
 */
import { checkOptions } from '../check-options.ts'
import { InvalidOptionError, throwIfAborted } from '../errors.ts'
import { type FeatureName, type FeatureSource, type Features, MissingFeature } from '../features/features.ts'
import type { InspectWordsOptions } from '../features/inspect.ts'
import { NO_CORRECTIONS } from '../features/no-corrections.ts'
import type { PassageResults } from '../features/passages.ts'
import type { SearchResults, SimilarResults } from '../features/search-results.ts'
import { MissingPages, type PagedBytes } from '../format/paged-bytes.ts'
import type { PackedSegment } from '../index/packed/packed-segment.ts'
import { SegmentList } from '../index/segment-list.ts'
import { haveSameClasses, languageOf } from '../language/definition.ts'
import { MissingWords, type WordListFile } from '../language/distant-words.ts'
import type { Language } from '../language/language.ts'
import { withLanguageOf } from '../languages/languages-of-file.ts'
import { wordListFileOf } from '../languages/registry.ts'
import type { PlatformAbortSignal } from '../platform-types.ts'
import type { QueryNode } from '../query/query-tree.ts'
import { now, QueryEngine } from '../query-engine.ts'
import type { DocumentId } from '../schema/document.ts'
import { indexFields } from '../schema/index-fields.ts'
import { COUNT_UP_TO, SEARCH_OPTIONS, SIMILAR_OPTIONS } from '../search/search-options.ts'
import { SUGGEST_OPTIONS } from '../search/suggest-options.ts'
import { ABORT_OPTIONS, type AbortOptions, abortable, checkSignal } from './abort.ts'
import type { IndexSource } from './byte-source.ts'
import { type DistantWordList, distantWordList } from './distant-word-list.ts'
import { type LoadedModule, loadModule, type ModuleName, prefetchModule } from './load-module.ts'
import {
  type CheckedClientOptions,
  type ClientOptions,
  checkClientOptions,
  checkUrl,
  givenWordList,
  isByLanguage,
} from './open-options.ts'
import { openSource, type SourceFile } from './open-source.ts'
import type { Reranking } from './rerank.ts'

/** The methods of a client. */
export type Method =
  | 'warmUp'
  | 'search'
  | 'suggest'
  | 'passages'
  | 'similar'
  | 'get'
  | 'has'
  | 'size'
  | 'fields'
  | 'languages'
  | 'inspect'
  | 'frequentWords'
  | 'verify'
  | 'prepare'

/**
 * Opens an index. `head` is the answer to the request for its first bytes, if already sent.
 *
 * @throws InvalidOptionError, RequestFailedError, RangeNotSupportedError, CorruptIndexError, UnsupportedVersionError, MissingLanguageError
 */
export async function open(
  source: IndexSource,
  options: ClientOptions,
  head: Promise<Response> | undefined,
): Promise<Engine> {
  const checked = checkClientOptions(options)
  const file = await openSource(source, options, checked, head)
  const { segment } = file
  const { definition } = segment
  const language = languageOf(definition, await withLanguageOf(definition, options))
  const segments = new SegmentList(segment.metadata.schema, language)
  if (haveSameClasses(definition, language)) segments.appendPacked(segment)
  else segments.appendPacked(segment, (await loadModule('regrouping')).regroup(segment, language))
  // More documents may match than are counted. Requested now, so that no query waits for it.
  if (segment.documentCount > COUNT_UP_TO) prefetchModule('skipping')
  if (segments.schema.editorial !== undefined) prefetchModule('editorial')
  const wordLists = await openWordLists(language, options, checked)
  const engine = new Engine(segments, file, checked, wordLists)
  await file.fetcher?.get(file.dictionaryPages())
  return engine
}

/** The word lists of the index's languages, by language name. */
async function openWordLists(
  language: Language,
  { wordList, ...options }: ClientOptions,
  checked: CheckedClientOptions,
): Promise<ReadonlyMap<string, DistantWordList>> {
  // A single address is that of one list.
  const languages = language.several?.languages ?? [language]
  const isGiven = wordList !== undefined && (languages.length === 1 || isByLanguage(wordList))
  const given = isGiven ? { ...options, wordList } : options
  const lists = await Promise.all(languages.map(one => openWordList(one, given, checked)))
  return new Map(
    lists.flatMap((list, i) => (list === undefined ? [] : [[languages[i].definition.name, list] as const])),
  )
}

/** The word list that the index refers to, if it must be fetched and its address is known. Nothing is requested before a query needs it. */
async function openWordList(
  language: Language,
  { fetch, wordList }: ClientOptions,
  { persistent }: CheckedClientOptions,
): Promise<DistantWordList | undefined> {
  const { name, wordList: hash } = language.definition
  const given = givenWordList(wordList, name)
  if (hash === undefined || language.wordList === undefined || language.wordList() !== undefined) return undefined
  const file = await wordListFileOf(name)
  if (file === undefined || (given === undefined && file.hash !== hash)) return undefined
  const url = given === undefined ? addressOf(file) : checkUrl(given, 'wordList')
  return url === undefined ? undefined : distantWordList(file, { url, hash, fetch, persistent })
}

/** CommonJS code does not know its own address. */
function addressOf(file: WordListFile): string | undefined {
  try {
    return file.url
  } catch {
    return undefined
  }
}

const CLIENT_SEARCH_OPTIONS = { ...SEARCH_OPTIONS, ...ABORT_OPTIONS, rerank: 1, rerankDepth: 1 }
const CLIENT_SIMILAR_OPTIONS = { ...SIMILAR_OPTIONS, ...ABORT_OPTIONS }
const CLIENT_SUGGEST_OPTIONS = { ...SUGGEST_OPTIONS, ...ABORT_OPTIONS }

/** Features without which a search still has an answer. */
const DISPENSABLE: ReadonlySet<FeatureName> = new Set(['highlights', 'explain', 'corrections'])

/** What a call does without because it could not be loaded: features, and the word list. */
type Unavailable = ReadonlySet<FeatureName | 'wordList'>

export class Engine {
  private readonly segments: SegmentList
  private readonly file: SourceFile
  private readonly options: CheckedClientOptions
  private readonly features: Partial<Features> = {}
  private readonly queries: QueryEngine
  /** The turns of the calls in progress. */
  private readonly turns = new Set<number>()
  /** What the current call does without. */
  private unavailable: Unavailable = new Set()

  constructor(
    segments: SegmentList,
    file: SourceFile,
    options: CheckedClientOptions,
    wordLists: ReadonlyMap<string, DistantWordList>,
  ) {
    this.segments = segments
    this.file = file
    this.options = options
    const feature: FeatureSource = name => {
      const loaded = this.features[name]
      if (loaded !== undefined) return loaded
      if (name === 'corrections' && this.unavailable.has(name)) return NO_CORRECTIONS as Features[typeof name]
      // Requested now: the call may also need something else, which is then loaded at the same time.
      prefetchModule(name)
      throw new MissingFeature(name)
    }
    const listOf = (language: Language) =>
      language.wordList?.() ?? (this.unavailable.has('wordList') ? undefined : wordLists.get(language.definition.name))
    const wordListOf = (language: Language) => language.several?.listsBy(listOf) ?? listOf(language)
    this.queries = new QueryEngine(segments, feature, wordListOf)
  }

  /** Runs a method of the client. @throws like the client's methods */
  run(method: Method, args: readonly unknown[], options: object): Promise<unknown> {
    switch (method) {
      case 'search':
        checkOptions(options, CLIENT_SEARCH_OPTIONS)
        return this.search(args[0] as string | QueryNode, options)
      case 'similar':
        checkOptions(options, CLIENT_SIMILAR_OPTIONS)
        return this.timed(options, others => this.queries.similar(args[0] as DocumentId, others))
      case 'passages':
        return this.passages(args[0] as string | QueryNode, options)
      case 'suggest':
        checkOptions(options, CLIENT_SUGGEST_OPTIONS)
        return this.answer(options, others => this.queries.suggest(args[0] as string, others))
      case 'get':
        return this.plain(options, () => this.queries.get(args[0] as DocumentId))
      case 'has':
        return this.plain(options, () => this.queries.has(args[0] as DocumentId))
      case 'size':
        return this.plain(options, () => this.segments.documentCount)
      case 'inspect':
        // Its words are another call, because a function cannot leave a worker.
        return this.inspect(options, ({ inspectSegment }, segment, language) => {
          const { frequentWords: _, ...inspection } = inspectSegment(segment, language, this.segments.isRegrouped)
          return inspection
        })
      case 'frequentWords':
        return this.inspect(options, ({ frequentWords }, segment, language) =>
          frequentWords(segment, language, args[0] as InspectWordsOptions),
        )
      case 'verify':
        return this.plain(options, () => this.segments.verify())
      case 'fields':
        return this.plain(options, () => indexFields(this.segments.schema))
      case 'languages':
        return this.plain(options, () => this.segments.language.several?.tags ?? [])
      case 'prepare':
        // Only the first step of a search, which reads the dictionary.
        return this.readAhead(() => this.queries.search(args[0] as string, options))
      case 'warmUp':
        return this.plain(options, () => undefined)
    }
  }

  private async search(query: string | QueryNode, options: object): Promise<SearchResults> {
    const { rerank: reranking, rerankDepth, ...others } = options as Reranking & AbortOptions
    if (reranking === undefined && rerankDepth === undefined) {
      return this.timed(options, others => this.queries.search(query, others))
    }
    const start = now()
    const { checkRerank, rerank } = await loadModule('rerank')
    const plan = checkRerank(reranking, rerankDepth, others)
    const results = await this.timed({ ...others, ...plan?.page }, others => this.queries.search(query, others))
    // A cursor would lead to the next page by the scores of the search.
    if (plan === undefined) return { ...results, next: undefined }
    const hits = await abortable(rerank(results.hits, query, plan), others.signal)
    return { ...results, hits, next: undefined, tookMs: now() - start }
  }

  private async passages(query: string | QueryNode, options: object): Promise<PassageResults> {
    const start = now()
    const results = await this.answer(options, others => this.queries.passages(query, others))
    return { ...results, tookMs: now() - start }
  }

  /** Lazy properties of a hit (`matches`) are read now, while the postings are in memory. */
  private async timed<Results extends SimilarResults>(
    options: object,
    search: (options: object) => Results,
  ): Promise<Results> {
    const start = now()
    const results = await this.answer(options, (others, unavailable) => {
      const results = search(without(others, unavailable))
      return {
        ...results,
        hits: results.hits.map(hit => readHit(hit, unavailable)),
        ...(unavailable.size > 0 && { unavailable: namesOf(unavailable) }),
      }
    })
    return { ...results, tookMs: now() - start }
  }

  private async inspect<R>(
    options: object,
    work: (module: LoadedModule<'inspect'>, segment: PackedSegment, language: Language) => R,
  ): Promise<R> {
    const module = await loadModule('inspect')
    return this.plain(options, () => work(module, this.file.segment, this.segments.language))
  }

  /** A call whose only option is the signal. */
  private plain<R>(options: object, work: () => R): Promise<R> {
    checkOptions(options, ABORT_OPTIONS)
    return this.answer(options, work)
  }

  private async answer<R>(options: object, work: (options: object, unavailable: Unavailable) => R): Promise<R> {
    if (typeof options !== 'object' || options === null) throw new InvalidOptionError('options', options, 'an object')
    const { signal, ...others } = options as AbortOptions
    checkSignal(signal)
    const { filter, facets, group, sort, recency, ...withoutColumns } = others as Record<string, unknown>
    const { pages, fetcher } = this.file
    const turn = pages === undefined ? 0 : ++pages.turn
    this.turns.add(turn)
    const unavailable = new Set<FeatureName | 'wordList'>()
    try {
      for (;;) {
        throwIfAborted(signal)
        this.unavailable = unavailable
        try {
          return work(others, unavailable)
        } catch (error) {
          const ahead = (options: object) => this.readAhead(() => work(options, unavailable), signal)
          // Most words that the index does not have are correct.
          const uncorrected = { ...others, fuzzy: false, split: false }
          if (error instanceof MissingFeature) {
            const { feature } = error
            const next = feature === 'columns' ? withoutColumns : uncorrected
            await Promise.all([this.load(feature, unavailable), ahead(next)])
          } else if (error instanceof MissingWords) {
            await Promise.all([this.receive(error, signal, unavailable), ahead(uncorrected)])
          } else if (error instanceof MissingPages && fetcher !== undefined) await fetcher.get(error.pages, signal)
          else throw error
        }
      }
    } finally {
      this.turns.delete(turn)
      if (pages !== undefined) this.release(pages)
    }
  }

  /** Fetches what a call reads next, while it waits for something else. A failure surfaces when the call runs again. */
  private async readAhead(work: () => unknown, signal?: PlatformAbortSignal | undefined): Promise<void> {
    try {
      work()
    } catch (error) {
      if (error instanceof MissingPages) await this.file.fetcher?.get(error.pages, signal).catch(() => {})
    }
  }

  /** Waits for a part of the word list. */
  private async receive(
    { arrival }: MissingWords,
    signal: PlatformAbortSignal | undefined,
    unavailable: Set<FeatureName | 'wordList'>,
  ): Promise<void> {
    try {
      await abortable(arrival, signal)
    } catch {
      throwIfAborted(signal)
      unavailable.add('wordList')
    }
  }

  private async load(feature: FeatureName, unavailable: Set<FeatureName | 'wordList'>): Promise<void> {
    try {
      Object.assign(this.features, { [feature]: await loadModule(feature satisfies ModuleName) })
    } catch (error) {
      if (!DISPENSABLE.has(feature)) throw error
      unavailable.add(feature)
    }
    // The table of types is loaded with the code that reads columns.
    if (feature === 'columns' || feature === 'operators') {
      this.features[feature]?.checkColumnTypes(this.segments.schema.columns)
    }
  }

  private release(pages: PagedBytes): void {
    const { cacheBytes } = this.options
    if (pages.kept > cacheBytes) pages.release(cacheBytes * KEPT_SHARE, Math.min(...this.turns))
  }
}

/** The share of memory that remains after pages are released, so that it is not repeated immediately. */
const KEPT_SHARE = 0.75

/** The names for the results: without the word list there are no corrections either. */
function namesOf(unavailable: Unavailable): string[] {
  return [...new Set([...unavailable].map(name => (name === 'wordList' ? 'corrections' : name)))]
}

/** The options without those of features that could not be loaded. */
function without(options: object, unavailable: Unavailable): object {
  if (unavailable.size === 0) return options
  const { highlight, explain, ...others } = options as { highlight?: unknown; explain?: unknown }
  return {
    ...others,
    ...(highlight !== undefined && !unavailable.has('highlights') && { highlight }),
    ...(explain !== undefined && !unavailable.has('explain') && { explain }),
  }
}

/** A hit with all its lazy properties read. */
function readHit<H extends { grouped?: H[] | undefined }>(hit: H, unavailable: Unavailable): H {
  return {
    ...hit,
    ...(unavailable.has('highlights') && { highlights: {} }),
    ...(hit.grouped !== undefined && { grouped: hit.grouped.map(hit => readHit(hit, unavailable)) }),
  }
}
