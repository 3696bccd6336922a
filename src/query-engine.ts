/** Answers queries over the segments of an index with the features that it is given. The synchronous indexes and the client of pages share it. */
import { DocumentSet } from './columns/document-set.ts'
import { columnsOf } from './columns/filter-node.ts'
import { InvalidOptionError, UnknownDocumentError } from './errors.ts'
import { Corrector } from './features/corrector.ts'
import { readCursor, writeCursor } from './features/cursor.ts'
import type { FeatureSource } from './features/features.ts'
import { announceHits, makeHit, withOthers } from './features/hit.ts'
import type { PassageResults } from './features/passages.ts'
import type { SearchResults, SimilarResults } from './features/search-results.ts'
import type { Suggestion } from './features/suggest.ts'
import { marksOf } from './index/document-language.ts'
import type { SegmentList } from './index/segment-list.ts'
import { storedFields } from './index/stored-fields.ts'
import type { Language, WordLookUp } from './language/language.ts'
import { MAX_QUERY_LENGTH, mayHaveOperators, type Query, readQuery } from './query/query.ts'
import type { QueryNode } from './query/query-tree.ts'
import type { DocumentId } from './schema/document.ts'
import { documentFactors } from './search/document-factor.ts'
import { announceQuery, execute, type RankedDocument } from './search/execute.ts'
import { languageWith } from './search/query-language.ts'
import {
  type CheckedSearchOptions,
  checkSearchOptions,
  SEARCH_OPTIONS,
  type SearchOptions,
  SIMILAR_OPTIONS,
} from './search/search-options.ts'
import { checkSuggestOptions, type SuggestOptions } from './search/suggest-options.ts'
import type { WeighedQuery } from './search/weigh.ts'
import { PASSAGE_DEPTH } from './weights.ts'

/** Returns a language's word list; undefined if there is none. */
export type WordListSource = (language: Language) => WordLookUp | undefined

export class QueryEngine {
  private readonly segments: SegmentList
  private readonly feature: FeatureSource
  private readonly wordListOf: WordListSource
  private readonly execute: typeof execute

  /**
   * `wordListOf`: by default, the list that the language has. `executor`: finds the best documents if the segments have only some of the index's documents.
   */
  constructor(
    segments: SegmentList,
    feature: FeatureSource,
    wordListOf: WordListSource = language => language.wordList?.(),
    executor = execute,
  ) {
    this.segments = segments
    this.feature = feature
    this.wordListOf = wordListOf
    this.execute = executor
  }

  /** Checks the options, whatever their type. */
  search(query: string | QueryNode, given: object): SearchResults {
    const options: SearchOptions<Record<string, unknown>> = given
    const start = now()
    const { feature } = this
    const { schema, parts } = this.segments
    const checked = checkSearchOptions(options, schema, this.checks, SEARCH_OPTIONS, this.segments.language.values)
    const { limit, fields, widening, facets, group, sort, recency, highlight, explain, countUpTo } = checked
    const paged = { state: this.segments.state, asked: [query, orderingOptions(options)] }
    const offset = options.after === undefined ? checked.offset : readCursor(options.after, paged)
    const language = languageWith(options, this.segments.language)
    const columns = [
      ...(sort ?? []),
      ...(facets ?? []),
      ...(recency === undefined ? [] : [recency]),
      ...(group === undefined ? [] : [group]),
    ].flatMap(({ column }) => column ?? [])
    const { corrector, typed, compiled, split, meant, filter } = this.read(query, language, checked, columns)
    const { condition } = compiled
    const admitted = filter && parts.map(({ segment }) => feature('columns').admittedBy(filter, segment))
    const { editorial } = schema
    // People who choose an order want that order, and a query with operators is a condition.
    const mayPromote =
      editorial !== undefined && sort === undefined && typeof query === 'string' && !condition && !compiled.quotations
    const counted = facets && parts.map(({ segment }) => new DocumentSet(segment.documentCount))
    // A facet that ignores its own filter counts documents that are not hits.
    const countsOthers = filter !== undefined && facets?.some(({ ignoreOwnFilter }) => ignoreOwnFilter)
    const execution = this.execute(compiled.query, parts, language, {
      fields,
      // If no word of the query decides, the filter alone does.
      required: terms => (terms === 0 && filter !== undefined ? 0 : compiled.required(terms)),
      condition: condition?.documents,
      admitted: this.shown(),
      quotations: compiled.quotations?.scores,
      filter: admitted,
      promoted: mayPromote
        ? question => feature('editorial').promotedDocuments(editorial, question, this.segments, admitted)
        : undefined,
      matching: countsOthers ? counted : undefined,
      hits: countsOthers ? undefined : counted,
      ranking: sort && feature('columns').sortedRanking(sort),
      grouping: group && feature('columns').groupingBy(group.column, group.limit, sort),
      offset,
      factors: documentFactors(
        parts,
        recency && feature('columns').recencyFactors(parts, recency),
        options.boostDocument,
      ),
      count: offset + limit,
      countUpTo,
      skipping: () => feature('skipping'),
      countFull: true,
      widening,
      expander: corrector,
    })
    const { ranked, hasMore, total, isLowerBound, full, question: weighed } = execution
    const didYouMean = this.spelled(meant, compiled.query, weighed, language, true)
    const highlighter =
      highlight && feature('highlights').makeHitHighlighter(compiled.query, weighed, language, highlight, schema)
    const explainer = explain
      ? feature('explain').makeExplainer(compiled.query, execution, parts, fields, language)
      : undefined
    const page = ranked.slice(offset)
    announceHits(
      page.flatMap(hit => [hit, ...(hit.others?.ranked ?? [])]),
      parts,
      highlight && language,
    )
    const makeOne = (hit: RankedDocument) =>
      makeHit<Record<string, unknown>>(hit, parts[hit.part], weighed, fields, highlighter, language, explainer)
    const hits = page.map(hit => withOthers(makeOne(hit), hit, makeOne))
    return {
      total,
      ...(isLowerBound && { totalIsLowerBound: true }),
      ...(execution.totalGroups !== undefined && { totalGroups: execution.totalGroups }),
      fullMatches: full?.count ?? 0,
      ...(full?.isLowerBound && { fullMatchesIsLowerBound: true }),
      hits,
      next: hasMore && hits.length > 0 ? writeCursor(offset + hits.length, paged) : undefined,
      facets: facets && feature('columns').countFacets(facets, parts, counted ?? [], filter, admitted),
      correction: this.spelled(meant, compiled.query, weighed, language, false) ?? split,
      ...(didYouMean !== undefined && { didYouMean }),
      ...(typed.reading !== undefined && { reading: typed.reading }),
      tookMs: now() - start,
    }
  }

  passages(query: string | QueryNode, given: object): PassageResults {
    const start = now()
    const { feature } = this
    const { schema, parts } = this.segments
    const { checkPassagesOptions, findPassages } = feature('passages')
    const request = checkPassagesOptions(given, schema)
    const options: SearchOptions<Record<string, unknown>> = request.search
    const checked = checkSearchOptions(options, schema, this.checks, SEARCH_OPTIONS, this.segments.language.values)
    const { fields, widening, recency } = checked
    const language = languageWith(options, this.segments.language)
    const columns = recency === undefined ? [] : [recency.column]
    const { corrector, compiled, split, meant, filter } = this.read(query, language, checked, columns)
    const { ranked, question } = this.execute(compiled.query, parts, language, {
      fields,
      required: compiled.required,
      condition: compiled.condition?.documents,
      admitted: this.shown(),
      quotations: compiled.quotations?.scores,
      filter: filter && parts.map(({ segment }) => feature('columns').admittedBy(filter, segment)),
      factors: documentFactors(parts, recency && feature('columns').recencyFactors(parts, recency), undefined),
      count: PASSAGE_DEPTH,
      countUpTo: checked.countUpTo,
      skipping: () => feature('skipping'),
      widening,
      expander: corrector,
    })
    return {
      passages: findPassages(request, ranked, parts, compiled.query, question, language, schema),
      correction: this.spelled(meant, compiled.query, question, language, false) ?? split,
      tookMs: now() - start,
    }
  }

  /** Compiles a query, with its words split if necessary, and announces what it reads. `columns` are read for other reasons. */
  private read(
    query: string | QueryNode,
    language: Language,
    { required, widening, filter, split: maySplit }: CheckedSearchOptions,
    others: readonly number[],
  ) {
    const { feature } = this
    const { schema, parts } = this.segments
    const typed = this.compile(query, language, required)
    const columns = filter === undefined ? others : [...others, ...columnsOf(filter)]
    const announce = ({ query, condition, quotations }: typeof typed) => {
      const { classKeys = [], columns: ofCondition = [] } = condition?.reads ?? {}
      const keys = [...classKeys, ...(quotations?.reads.classKeys ?? []), ...marksOf(language)]
      announceQuery(query, parts, language, widening, { classKeys: keys, columns: [...columns, ...ofCondition] })
    }
    announce(typed)
    const corrector = new Corrector(parts, language, this.wordListOf, feature)
    const split =
      maySplit && typeof query === 'string' ? corrector.split(query, typed.query, widening.prefix) : undefined
    const compiled = split === undefined ? typed : this.compile(split, language, required, query)
    if (compiled !== typed) announce(compiled)
    const settled = filter && feature('columns').settleFilter(filter, schema.columns, parts)
    return { corrector, typed, compiled, split, meant: split ?? query, filter: settled }
  }

  /** The query with corrected or suggested words; undefined if there are none. */
  private spelled(
    query: string | QueryNode,
    compiled: Query,
    weighed: WeighedQuery,
    language: Language,
    isOffered: boolean,
  ): string | undefined {
    if (typeof query !== 'string') return undefined
    if (weighed.terms.every(({ corrections, offers }) => corrections.length + offers.length === 0)) return undefined
    return this.feature('corrections').correctQuestion(
      query,
      compiled,
      weighed,
      this.segments.parts,
      language,
      isOffered,
    )
  }

  /** The documents of each part that editors do not hide; undefined for all. */
  private shown(): DocumentSet[] | undefined {
    const { editorial } = this.segments.schema
    return editorial && this.feature('editorial').shownDocuments(editorial, this.segments)
  }

  /** The functions that check the options of features. */
  private readonly checks = {
    columns: () => this.feature('columns'),
    highlights: () => this.feature('highlights'),
  }

  /** Words alone need no parser. `typed` decides how signs are read. */
  private compile(
    query: string | QueryNode,
    language: Language,
    required: (terms: number) => number,
    typed: string | QueryNode = query,
  ) {
    if (typeof query === 'string' && !mayHaveOperators(query, language)) {
      const words = readQuery(query.slice(0, MAX_QUERY_LENGTH), language)
      // If some words are not required (question words), the executor cannot count them: a condition does.
      const areAlike = words.terms.every(({ weight }) => weight >= 1) || words.terms.every(({ weight }) => weight < 1)
      if (areAlike || required(words.terms.length) <= 1) {
        return { query: words, condition: undefined, quotations: undefined, required, reading: undefined }
      }
    }
    const { compileQuery, executable, executableQuotations } = this.feature('operators')
    const text = typeof typed === 'string' ? typed : undefined
    const compiled = compileQuery(query, language, this.segments.schema, required, text)
    const { question, condition } = compiled
    return {
      query: question,
      condition: condition && executable(condition, language),
      quotations: executableQuotations(compiled.quotations, question, language),
      required: compiled.required,
      reading: compiled.reading,
    }
  }

  similar(id: DocumentId, options: object): SimilarResults {
    const start = now()
    const { queryOfDocument, allBut, requiredOfSimilar } = this.feature('similar')
    const { schema, language, parts } = this.segments
    const { limit, offset, fields, countUpTo } = checkSearchOptions(options, schema, this.checks, SIMILAR_OPTIONS)
    const shown = this.shown()
    const model = this.segments.find(id)
    if (model === undefined) throw new UnknownDocumentError(id)
    const query = queryOfDocument(model.part, model.document, parts, language, fields, schema.storeFields)
    const { ranked, total, isLowerBound, question } = this.execute(query, parts, language, {
      fields,
      required: requiredOfSimilar,
      count: offset + limit,
      countUpTo,
      skipping: () => this.feature('skipping'),
      admitted: allBut(parts, model.part, model.document, shown),
    })
    const page = announceHits(ranked.slice(offset), parts)
    const hits = page.map(hit => makeHit<Record<string, unknown>>(hit, parts[hit.part], question, fields))
    return {
      total,
      ...(isLowerBound && { totalIsLowerBound: true }),
      hits,
      correction: undefined,
      tookMs: now() - start,
    }
  }

  suggest(typed: string, options: SuggestOptions): Suggestion[] {
    const { schema, language, parts } = this.segments
    if (typeof typed !== 'string') throw new InvalidOptionError('typed', typed, 'a string')
    const { limit } = checkSuggestOptions(options)
    const asked = languageWith({ language: options.language }, language)
    return this.feature('suggest').suggest(typed, limit, parts, schema, asked, this.shown())
  }

  has(id: DocumentId): boolean {
    return this.segments.find(id) !== undefined
  }

  get(id: DocumentId): Record<string, unknown> | undefined {
    const place = this.segments.find(id)
    return place === undefined ? undefined : storedFields(place.part.segment, place.document)
  }
}

/** The options that decide which hits there are and their order. */
function orderingOptions(options: object): object {
  const { limit, offset, after, highlight, explain, facets, countUpTo, ...ordering } = options as Record<
    string,
    unknown
  >
  return ordering
}

/** A time in milliseconds, to measure how long work takes; exact to a fraction of a millisecond if the runtime has `performance`. */
export function now(): number {
  const { performance = Date } = globalThis as { performance?: { now(): number } }
  return performance.now()
}
