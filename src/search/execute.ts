/** Runs a query over the segments of an index: first statistics, then the scores of each segment, then the best documents overall. */

import { DocumentSet } from '../columns/document-set.ts'
import type { SegmentView } from '../index/segment-view.ts'
import type { Language } from '../language/language.ts'
import type { Query } from '../query/query.ts'
import { PROXIMITY_DEPTH } from '../weights.ts'
import { type Collector, collectWordless, isHitOf } from './collect-documents.ts'
import { collectSegment, type SkippingCollector } from './collect-segment.ts'
import type { ConditionContext } from './condition.ts'
import { countFullMatches, termsOfFullMatch } from './full-matches.ts'
import { Matches } from './matches.ts'
import { PromotedFirst } from './promoted-documents.ts'
import type { QueryPostings } from './query-postings.ts'
import type { QuotationScores } from './quotations.ts'
import { mostProximity, neighbourPairs, proximityByPair } from './reward-proximity.ts'
import { type SearchedField, SegmentScorer } from './score-segment.ts'
import { type SearchScratch, withScratch } from './search-scratch.ts'
import { type RankedOrder, type Ranking, TopDocuments } from './top-documents.ts'
import { type WeighedQuery, type Widening, type WordExpander, weighQuery, wordReads } from './weigh.ts'
import type { Window } from './window.ts'

export interface ExecuteOptions {
  fields: readonly SearchedField[]
  /**
   * How many of the query's words a document must contain, given their number. 0 needs `admitted`, `condition` or `filter`: then all documents that these leave
   * are hits.
   */
  required: (terms: number) => number
  /** By segment, the documents that may match at all; undefined for all. Default: all. */
  admitted?: readonly (DocumentSet | undefined)[]
  /** Returns the documents of a segment that may match at all, including deleted ones. Default: all. */
  condition?: ((context: ConditionContext) => Matches) | undefined
  /** By segment, which of the matching documents are hits. Default: all. */
  filter?: readonly DocumentSet[]
  /** By segment, receives the documents that match, whether they are hits or not. */
  matching?: readonly DocumentSet[] | undefined
  /** By segment, receives the hits. */
  hits?: readonly DocumentSet[] | undefined
  /** Ranks hits by something other than their score, which then excludes proximity. Default: by score. */
  ranking?: ((capacity: number) => Ranking) | undefined
  /** Returns one hit per group. Default: each document is a hit. */
  grouping?: Grouping | undefined
  /** By segment, the factor of a document's score. Default: 1. */
  factors?: readonly ((document: number) => number)[]
  /** Returns the documents that come first for the query, in order. They are hits even if they do not match. Not with `ranking`. Default: none. */
  promoted?: ((question: WeighedQuery) => readonly PromotedDocument[]) | undefined
  /** Returns what preferred quotations add to the scores of a segment; undefined if none of its documents contains one. Default: nothing. */
  quotations?: ((context: ConditionContext, weighed: WeighedQuery) => QuotationScores | undefined) | undefined
  /** How many of the best documents to return. */
  count: number
  /** How many of those to skip at the start: they get no `others`. Default: 0. */
  offset?: number
  /**
   * Once more documents match than this, `total` stops counting, and documents that cannot be among the best are skipped. Queries that need all documents
   * (`ranking`, `matching`, `hits`, `factors`, no terms) still count all. Default: count all.
   */
  countUpTo?: number
  /** Returns the collector that skips them. Default: none is skipped, whatever `countUpTo` says. */
  skipping?: () => SkippingCollector
  /** Whether to count the documents that contain all words, too. Default: false. */
  countFull?: boolean
  /** Where to add up scores. Default: one that searches reuse. */
  window?: Window
  /** Default: neither. */
  widening?: Widening
  /** Required if the query has words to complete or correct, or near words. */
  expander?: WordExpander
}

/** A document that editors promoted. */
export interface PromotedDocument {
  part: number
  document: number
}

export interface RankedDocument {
  part: number
  document: number
  score: number
  /** What proximity added to the score, before `factor`. */
  proximity: number
  /** The factor of the score. */
  factor: number
  /** The number of its group, if hits are grouped. */
  group?: number
  /** Editors promoted it. */
  promoted?: boolean
  /** The other documents of its group that match: the first of them, and how many there are. */
  others?: { ranked: readonly RankedDocument[]; total: number }
}

/** Groups documents. */
export interface Grouping {
  /** Ranks groups by their first documents; replaces `ranking`. */
  ranking(capacity: number): Ranking
  /** How many groups the hits of the segments are in. */
  count(segments: readonly ScoredSegment[]): number
  /** By group, its matching documents other than the first. */
  othersOf(firsts: ReadonlyMap<number, number>, segments: readonly ScoredSegment[]): (group: number) => OthersOfGroup
}

export interface OthersOfGroup {
  entries: readonly RankedOrder[]
  total: number
}

/** A segment as the query was scored on it, to score some of its documents again. */
export interface ScoredSegment {
  question: WeighedQuery
  collector: Collector
  postings: QueryPostings
  scorer: SegmentScorer
  window: Window
  fields: readonly SearchedField[]
  required: number
}

export interface Count {
  count: number
  /** There are more. */
  isLowerBound: boolean
}

export interface Execution {
  /** Best first. */
  ranked: readonly RankedDocument[]
  /** More documents match than those. */
  hasMore: boolean
  total: number
  /** More documents match than `total`. */
  isLowerBound: boolean
  /** The number of documents that contain all words of the query, if requested. */
  full: Count | undefined
  /** The number of groups that have hits, if hits are grouped and `total` is exact. */
  totalGroups: number | undefined
  question: WeighedQuery
  /** By part. */
  quotations: readonly (QuotationScores | undefined)[]
}

export function execute(
  question: Query,
  parts: readonly SegmentView[],
  language: Language,
  options: ExecuteOptions,
): Execution {
  return withScratch(scratch => executeIn(scratch, question, parts, language, options))
}

function executeIn(
  scratch: SearchScratch,
  question: Query,
  parts: readonly SegmentView[],
  language: Language,
  options: ExecuteOptions,
): Execution {
  const { widening = { prefix: false, fuzzy: false }, expander } = options
  const weighed = weighQuery(question, parts, language, widening, expander)
  const required = options.required(weighed.terms.length)
  // One more than requested, to know whether there are more.
  const capacity = options.count + 1
  const deepCapacity = Math.max(capacity, PROXIMITY_DEPTH)
  const { grouping } = options
  const promoted = options.promoted?.(weighed) ?? []
  const ranking = grouping?.ranking(deepCapacity) ?? options.ranking?.(capacity) ?? new TopDocuments(deepCapacity)
  const bases = basesOf(parts)
  const orderOf = ({ part, document }: PromotedDocument) => bases[part] + document
  const promotion = promoted.length > 0 ? new PromotedFirst(ranking, promoted.map(orderOf)) : undefined
  const top: Ranking = promotion ?? ranking
  const best = top.isByScore ? top : undefined
  const scored: ScoredSegment[] = []
  const { skipping } = options
  const countUpTo =
    best !== undefined && !promotion && maySkip(options) && weighed.terms.length > 0 ? options.countUpTo : undefined
  const most = countUpTo ?? Number.POSITIVE_INFINITY
  const postings = parts.map(part => scratch.postingsOf(part))
  const isSearched = (field: number) => options.fields.some(({ index }) => index === field)
  const window = options.window ?? scratch.window
  const fullTerms = termsOfFullMatch(weighed, required)
  // If all words are required, every match has them all, and a single word cannot match in part.
  const areAllFull = required >= weighed.terms.length || (weighed.terms.length === 1 && required > 0)
  // If all documents are examined, those that contain all words are counted on the way.
  const isCountedOnTheWay = options.countFull === true && fullTerms.length === weighed.terms.length
  let total = 0
  let full = 0
  /** Promoted documents that do not match. */
  let added = 0
  const quotations: (QuotationScores | undefined)[] = []
  parts.forEach((part, index) => {
    const { segment } = part
    const base = bases[index]
    const read = () => postings[index].read(weighed, index, segment, isSearched)
    if (expander === undefined) read()
    else expander.together(read)
    const context = { language, segment, expander, postings: postings[index], isSearched }
    const met = options.condition?.(context)
    const set = options.admitted?.[index]
    const given = set && new Matches(set)
    const admitted = met !== undefined && given !== undefined ? met.and(given) : (met ?? given)
    const ofQuotations = options.quotations?.(context, weighed)
    quotations.push(ofQuotations)
    const filter = options.filter?.[index]
    const wordless =
      required > 0 || (admitted ?? filter) === undefined
        ? undefined
        : (admitted?.candidates.copy() ?? new DocumentSet(segment.documentCount).not())
    const collector = {
      part,
      base,
      admitted,
      filter,
      matching: options.matching?.[index],
      hits: options.hits?.[index] ?? (grouping && new DocumentSet(segment.documentCount)),
      factor: options.factors?.[index],
      quotations: ofQuotations,
      fullTerms: isCountedOnTheWay ? weighed.terms.length : 0,
      full: 0,
    }
    const isHit = isHitOf(collector)
    top.enter?.(segment)
    const scorer = new SegmentScorer(weighed, postings[index], segment.norms, options.fields, window)
    const { documentCount } = segment
    if (grouping !== undefined) {
      const { fields } = options
      scored.push({ question: weighed, collector, postings: postings[index], scorer, window, fields, required })
    }
    const counted = collectSegment({
      question: weighed,
      collector,
      postings: postings[index],
      scorer,
      window,
      fields: options.fields,
      required,
      top,
      most: most - total,
      skipping: countUpTo === undefined ? undefined : skipping,
      wordless,
    })
    total += counted.total
    full += counted.full
    if (wordless !== undefined && counted.countedTo >= documentCount) total += collectWordless(wordless, collector, top)
    scratch.keep(part, { scorer, collector, top })
    for (const one of promoted) {
      if (one.part !== index || promotion?.hasMet(orderOf(one))) continue
      collector.matching?.add(one.document)
      collector.hits?.add(one.document)
      promotion?.offer(0, orderOf(one), one.document)
      added++
    }
    const uncounted = isCountedOnTheWay ? counted.countedTo : 0
    if (options.countFull && !areAllFull && full <= most && uncounted < documentCount) {
      full += countFullMatches(fullTerms, postings[index], documentCount, uncounted, isHit, most + 1 - full)
    }
  })
  const ranked = placeInParts(top.sorted(), parts, options.factors)
  if (best !== undefined)
    rewardProximity(ranked, question, weighed, parts, postings, options.count, options.factors !== undefined)
  if (grouping !== undefined)
    addOthers(ranked.slice(options.offset ?? 0, options.count), grouping, scored, parts, options.factors)
  return {
    ranked: ranked.slice(0, options.count),
    hasMore: ranked.length > options.count,
    total: Math.min(total, most) + added,
    isLowerBound: total > most,
    totalGroups: total > most ? undefined : grouping?.count(scored),
    full: options.countFull ? upTo(areAllFull ? total : full, most) : undefined,
    question: weighed,
    quotations,
  }
}

function upTo(count: number, most: number): Count {
  return { count: Math.min(count, most), isLowerBound: count > most }
}

/** Whether documents that cannot be among the best may be skipped: nothing else needs them, and the bounds hold for their scores. */
function maySkip({ matching, hits, factors, skipping }: ExecuteOptions): boolean {
  return skipping !== undefined && matching === undefined && hits === undefined && factors === undefined
}

/** Adds the others to the first documents of groups. */
function addOthers(
  firsts: readonly RankedDocument[],
  grouping: Grouping,
  segments: readonly ScoredSegment[],
  parts: readonly SegmentView[],
  factors: ExecuteOptions['factors'],
): void {
  const orders = firsts.map(({ part, document, group = 0 }): [number, number] => [
    group,
    segments[part].collector.base + document,
  ])
  const othersOf = grouping.othersOf(new Map(orders), segments)
  for (const first of firsts) {
    const { entries, total } = othersOf(first.group ?? 0)
    first.others = { ranked: placeInParts(entries, parts, factors), total }
  }
}

/** The number over all segments of each part's first document. */
function basesOf(parts: readonly SegmentView[]): number[] {
  const bases: number[] = []
  let base = 0
  for (const { segment } of parts) {
    bases.push(base)
    base += segment.documentCount
  }
  return bases
}

/** Converts numbers over all segments to segments and their documents. */
function placeInParts(
  top: readonly RankedOrder[],
  parts: readonly SegmentView[],
  factors: ExecuteOptions['factors'],
): RankedDocument[] {
  const bases = basesOf(parts)
  return top.map(({ score, order, group, promoted }) => {
    let part = bases.length - 1
    while (bases[part] > order) part--
    const document = order - bases[part]
    const factor = factors?.[part](document) ?? 1
    const placed = { part, document, score, proximity: 0, factor, ...(promoted && { promoted }) }
    return group === undefined ? placed : { ...placed, group }
  })
}

/**
 * Adds proximity to the best `PROXIMITY_DEPTH` of `ranked`, and sorts those again. The others come after them, because proximity is never negative. A document
 * that could not be among the first `count` even with the maximum proximity keeps its rank, and its positions are not read.
 */
function rewardProximity(
  ranked: RankedDocument[],
  question: Query,
  weighed: WeighedQuery,
  parts: readonly SegmentView[],
  postings: readonly QueryPostings[],
  count: number,
  hasFactors: boolean,
): void {
  const pairs = neighbourPairs(question.sequence, weighed.terms)
  if (pairs.length === 0) return
  const best = ranked.slice(0, PROXIMITY_DEPTH)
  const last = hasFactors ? 0 : (best[count - 1]?.score ?? 0)
  const least = last - mostProximity(pairs)
  parts.forEach((part, index) => {
    const candidates = best
      .filter(candidate => candidate.part === index && candidate.score >= least)
      .sort((a, b) => a.document - b.document)
    if (candidates.length === 0) return
    const documents = candidates.map(candidate => candidate.document)
    const hits = best.slice(0, count).flatMap(({ part, document }) => (part === index ? [document] : []))
    const mayMatter = (i: number, most: number) => hasFactors || candidates[i].score + most >= last
    proximityByPair(pairs, part.segment, postings[index], documents, hits, mayMatter).forEach((scores, i) => {
      candidates[i].proximity = scores.reduce((sum, score) => sum + score, 0)
      candidates[i].score += candidates[i].proximity * candidates[i].factor
    })
  })
  best.sort((a, b) =>
    a.promoted || b.promoted
      ? Number(b.promoted ?? false) - Number(a.promoted ?? false)
      : b.score - a.score || a.part - b.part || a.document - b.document,
  )
  ranked.splice(0, best.length, ...best)
}

/** Announces what a query reads first: its words, and what conditions and columns need. */
export function announceQuery(
  query: Query,
  views: readonly SegmentView[],
  language: Language,
  widening: Widening,
  others: { classKeys: readonly string[]; columns: readonly number[] },
): void {
  for (const { segment } of views) {
    segment.announce?.({ ...wordReads(query, language, widening, others.classKeys), columns: others.columns })
  }
}
