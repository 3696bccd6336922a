/**
 * Scores a segment window by window: all documents that may be hits until enough are counted, then only those that may be among the best. If a phrase or a
 * filter leaves few possible hits, no others are scored.
 */
import type { DocumentSet } from '../columns/document-set.ts'
import type { CollectedSegment } from './collect-best.ts'
import { type Collector, collectDocuments, isHitOf, removeTouched } from './collect-documents.ts'
import type { QueryPostings } from './query-postings.ts'
import type { SearchedField, SegmentScorer } from './score-segment.ts'
import type { Ranking } from './top-documents.ts'
import type { WeighedQuery } from './weigh.ts'
import type { Window } from './window.ts'

/** collect-best.ts */
export interface SkippingCollector {
  collectBest(segment: CollectedSegment, start: number, top: Ranking, offer: (start: number) => unknown): void
}

/** The query to run on a segment. */
export interface SegmentSearch {
  question: WeighedQuery
  collector: Collector
  postings: QueryPostings
  scorer: SegmentScorer
  window: Window
  fields: readonly SearchedField[]
  /** How many terms a document must contain. */
  required: number
  top: Ranking
  /** How many hits to count. Beyond that, `skipping` may skip documents. */
  most: number
  /** Undefined if all documents are examined. */
  skipping: (() => SkippingCollector) | undefined
  /** The documents without any word that may be hits, if any. Those that turn out to have one are removed. */
  wordless: DocumentSet | undefined
}

export interface SegmentCount {
  /** The number of hits, if it is at most `most`. */
  total: number
  /** All hits before this document are counted. */
  countedTo: number
  /** How many of those contain all terms, if the collector counts them. */
  full: number
}

/** If more than one document of a window in this many is needed, scoring all is as fast. */
const SPARSE = 8

export function collectSegment(search: SegmentSearch): SegmentCount {
  return new SegmentCollector(search).collect()
}

class SegmentCollector {
  private readonly search: SegmentSearch
  /** The documents that may be hits or must be examined for other reasons; undefined for all. */
  private readonly eligible: DocumentSet | undefined

  constructor(search: SegmentSearch) {
    const { admitted, filter, matching } = search.collector
    this.search = search
    // Facets may count documents that fail the filter.
    const passing = matching === undefined ? filter : undefined
    const candidates = admitted?.candidates
    this.eligible =
      candidates !== undefined && passing !== undefined ? candidates.copy().and(passing) : (candidates ?? passing)
  }

  collect(): SegmentCount {
    const { collector, window, most } = this.search
    const { documentCount } = collector.part.segment
    let total = 0
    let start = 0
    if (this.certainHits() > most) total = most + 1
    for (; start < documentCount && !(total > most && this.maySkip()); start += window.length) {
      total += this.scoreWindow(start, this.eligible, true)
    }
    const { full } = collector
    if (start < documentCount) this.collectBest(start)
    return { total, countedTo: start, full }
  }

  /** How many documents are certain to be hits before any is examined. */
  private certainHits(): number {
    const { collector, required, postings } = this.search
    return this.eligible === undefined && required === 1 ? postings.longest - collector.part.deletions.count : 0
  }

  /** Whether documents without any word cannot come among the best. */
  private maySkip(): boolean {
    const { skipping, required, top } = this.search
    return skipping !== undefined && (required > 0 || top.threshold > 0)
  }

  /** Scores the documents of a window that are `among` the given ones, and collects them. Returns how many are hits, if they must be counted. */
  private scoreWindow(start: number, among: DocumentSet | undefined, isCounting: boolean): number {
    const { question, collector, scorer, window, fields, required, top, wordless } = this.search
    const { candidates } = window
    const { admitted } = collector
    if (among === undefined) scorer.score(start)
    else {
      candidates.takeFrom(among, start, window.length)
      if (isCounting && admitted?.needsTest) candidates.keep(at => admitted.has(start + at))
      // If many documents are eligible, scoring all is as fast; the others are not hits.
      const isDense = among === this.eligible && candidates.count * SPARSE >= window.length
      if (candidates.count > 0) scorer.score(start, isDense ? undefined : candidates)
      candidates.clear()
    }
    if (window.touchedCount === 0) return 0
    const total = collectDocuments(question, collector, start, fields, required, window, top, isCounting)
    if (wordless !== undefined) removeTouched(wordless, start, window)
    window.clear()
    return total
  }

  /** Enough hits are counted, so from `start` on only documents that may be among the best matter. */
  private collectBest(start: number): void {
    const { eligible } = this
    const { question, collector, postings, scorer, window, fields, required, top, skipping } = this.search
    const { base, part, quotations } = collector
    const { segment } = part
    const { documentCount } = segment
    if (eligible !== undefined && eligible.size * SPARSE < documentCount) {
      for (let at = start; at < documentCount; at += window.length) this.scoreWindow(at, eligible, false)
      return
    }
    // The bounds for skipping documents do not include quotations.
    const quoting = quotations?.documents
    if (quoting !== undefined) {
      const both = eligible === undefined ? quoting : quoting.copy().and(eligible)
      for (let at = start; at < documentCount; at += window.length) this.scoreWindow(at, both, false)
      postings.rewind()
    }
    const title = fields.find(field => field.title)
    const rest: CollectedSegment = {
      question,
      postings,
      scorer,
      window,
      documentCount,
      base,
      titleNorms: title && segment.norms[title.index],
      mayBeHit: document =>
        !part.deletions.has(document) && eligible?.has(document) !== false && quoting?.has(document) !== true,
      required,
      isHit: isHitOf(collector),
    }
    skipping?.().collectBest(rest, start, top, at =>
      collectDocuments(question, collector, at, fields, required, window, top),
    )
  }
}
