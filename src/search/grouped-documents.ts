/** The first groups of documents: the first document of each group in the requested order, and the other matching documents of the groups on the page. */
import type { DocumentSet } from '../columns/document-set.ts'
import type { Segment } from '../index/segment.ts'
import type { CheckedSortField } from '../schema/sort.ts'
import { collectDocuments, isHitOf } from './collect-documents.ts'
import { DocumentGroups, type GroupNumber } from './document-groups.ts'
import type { Grouping, OthersOfGroup, ScoredSegment } from './execute.ts'
import { DocumentOrder, type SortedDocument } from './sorted-documents.ts'
import type { RankedOrder, Ranking } from './top-documents.ts'

/** By score, the default order of hits. */
const BY_SCORE: readonly CheckedSortField[] = [{ column: undefined, descending: true }]

/**
 * One hit per group of documents with the same value in a column.
 *
 * @param column the place of the column in the schema
 * @param limit how many others of a group to return
 */
export function groupingBy(column: number, limit: number, sort: readonly CheckedSortField[] | undefined): Grouping {
  const groups = new DocumentGroups(column)
  const order = new DocumentOrder(sort ?? BY_SCORE)
  return {
    ranking: capacity => new FirstOfGroups(groups, order, sort === undefined, capacity),
    count(segments) {
      const met = new Set<GroupNumber>()
      for (const { collector } of segments) {
        groups.enter(collector.part.segment)
        collector.hits?.forEach(document => {
          met.add(groups.of(document, collector.base + document))
        })
      }
      return met.size
    },
    othersOf(firsts, segments) {
      const others = new OthersOfGroups(groups, order, firsts, limit)
      for (const segment of segments) {
        others.enter(segment.collector.part.segment)
        scoreSome(segment, groups.documentsOf(firsts, segment.collector.part.segment), others)
      }
      return group => others.of(group)
    },
  }
}

/** The first document of each of the first groups. */
class FirstOfGroups implements Ranking {
  readonly isByScore: boolean
  private readonly groups: DocumentGroups
  private readonly order: DocumentOrder
  private readonly capacity: number
  private best = new Map<GroupNumber, SortedDocument>()
  /** The last of the first `capacity` groups when they were last sorted. Documents after it need not be kept. */
  private bound: SortedDocument | undefined

  constructor(groups: DocumentGroups, order: DocumentOrder, isByScore: boolean, capacity: number) {
    this.groups = groups
    this.order = order
    this.isByScore = isByScore
    this.capacity = capacity
  }

  get threshold(): number {
    return this.isByScore && this.bound !== undefined ? this.bound.score : Number.NEGATIVE_INFINITY
  }

  enter(segment: Segment): void {
    this.order.enter(segment)
    this.groups.enter(segment)
  }

  offer(score: number, order: number, document: number): void {
    const entry = this.order.read(score, order, document, this.bound)
    if (entry === undefined) return
    const group = this.groups.of(document, order)
    const known = this.best.get(group)
    if (known !== undefined && this.order.compare(known, entry) < 0) return
    this.best.set(group, entry)
    if (this.best.size >= 2 * this.capacity + 64) this.sorted()
  }

  copy(): FirstOfGroups {
    const copy = new FirstOfGroups(this.groups, this.order, this.isByScore, this.capacity)
    copy.best = new Map(this.best)
    copy.bound = this.bound
    return copy
  }

  sorted(): RankedOrder[] {
    const { best, order, capacity } = this
    const entries = [...best].sort(([, a], [, b]) => order.compare(a, b)).slice(0, capacity)
    this.best = new Map(entries)
    if (entries.length === capacity) this.bound = entries.at(-1)?.[1]
    return entries.map(([group, entry]) => ({ ...entry, group }))
  }
}

/** The other documents of some groups: how many match, and the first of them. */
class OthersOfGroups {
  /** All are counted. */
  readonly threshold = Number.NEGATIVE_INFINITY
  private readonly groups: DocumentGroups
  private readonly order: DocumentOrder
  private readonly limit: number
  private readonly firsts: ReadonlyMap<GroupNumber, number>
  private readonly others = new Map<GroupNumber, { entries: SortedDocument[]; total: number }>()

  /** `firsts`: by group, the number of its first document over all segments. `limit`: how many others of a group to keep. */
  constructor(groups: DocumentGroups, order: DocumentOrder, firsts: ReadonlyMap<GroupNumber, number>, limit: number) {
    this.groups = groups
    this.order = order
    this.firsts = firsts
    this.limit = limit
  }

  enter(segment: Segment): void {
    this.order.enter(segment)
    this.groups.enter(segment)
  }

  offer(score: number, order: number, document: number): void {
    const group = this.groups.of(document, order)
    const first = this.firsts.get(group)
    if (first === undefined || first === order) return
    const others = this.others.get(group) ?? { entries: [], total: 0 }
    this.others.set(group, others)
    others.total++
    if (this.limit === 0) return
    const entry = this.order.read(score, order, document, others.entries[this.limit - 1])
    if (entry === undefined) return
    others.entries.push(entry)
    others.entries.sort(this.order.compare)
    if (others.entries.length > this.limit) others.entries.pop()
  }

  of(group: GroupNumber): OthersOfGroup {
    return this.others.get(group) ?? { entries: [], total: 0 }
  }
}

/** Scores some documents of a segment again, and collects those that are hits. */
function scoreSome(segment: ScoredSegment, chosen: DocumentSet, taker: OthersOfGroups): void {
  const { question, collector, postings, scorer, window, fields, required } = segment
  const { base } = collector
  const { candidates } = window
  const documents = chosen.toArray()
  const counting = { ...collector, matching: undefined, hits: undefined, fullTerms: 0 }
  const isHit = isHitOf(collector)
  postings.rewind()
  for (let i = 0; i < documents.length; ) {
    const start = documents[i] - (documents[i] % window.length)
    const first = i
    candidates.clear()
    for (; i < documents.length && documents[i] < start + window.length; i++) candidates.isIn[documents[i] - start] = 1
    candidates.sort()
    scorer.score(start, candidates)
    // If no word is required, documents without any are hits too.
    for (let j = first; required === 0 && j < i; j++) {
      const document = documents[j]
      if (window.score[document - start] === 0 && isHit(document)) taker.offer(0, base + document, document)
    }
    collectDocuments(question, counting, start, fields, required, window, taker)
    window.clear()
  }
  candidates.clear()
}
