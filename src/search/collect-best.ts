/**
 * Finds the documents of a segment that may be among the best, and skips the others (MaxScore).
 *
 * Once enough documents score more than the most common words of the query can give together, a document needs one of the other words to be worth examining (H.
 * Turtle, J. Flood, "Query Evaluation: Strategies and Optimizations", 1995). Most of these fall behind before their last word is looked up. The rest are scored
 * like any document, so the answer stays the same to the last bit.
 */

import { lengthOfNorm } from '../index/length-norm.ts'
import { OWN_FORM_WEIGHT } from '../weights.ts'
import type { QueryPostings } from './query-postings.ts'
import type { SegmentScorer } from './score-segment.ts'
import { mostTitleBonus, titleBonus } from './title-bonus.ts'
import type { Ranking } from './top-documents.ts'
import type { WeighedQuery, WeighedTerm } from './weigh.ts'
import type { Window } from './window.ts'

/** Terms are added in a different order here than in a score, which changes its last bits. Bounds leave room for far more. */
const SLACK = 1 - 1e-9

/** A segment and the query to run on it. */
export interface CollectedSegment {
  question: WeighedQuery
  postings: QueryPostings
  scorer: SegmentScorer
  window: Window
  documentCount: number
  /** How many documents the parts before it have. */
  base: number
  /** The norms of the title; undefined if no title is searched. */
  titleNorms: Uint8Array | undefined
  /** How many terms a document must contain. */
  required: number
  /** Whether a document may be a hit, and whether it is one. The latter may read positions, and is cheapest in ascending order. */
  mayBeHit: (document: number) => boolean
  isHit: (document: number) => boolean
}

/** Calls `offer` with windows from `start` on, in which all documents are scored that may be among `top`, and few others. */
export function collectBest(
  part: CollectedSegment,
  start: number,
  top: Ranking,
  offer: (start: number) => unknown,
): void {
  const { postings, scorer, window } = part
  const { candidates } = window
  const { documents, scores, least } = new BestFinder(part, top.copy?.() ?? top).find(start)
  postings.rewind()
  for (let i = 0; i < documents.length; ) {
    const windowStart = documents[i] - (documents[i] % window.length)
    candidates.clear()
    for (; i < documents.length && documents[i] < windowStart + window.length; i++) {
      if (scores[i] >= least) candidates.isIn[documents[i] - windowStart] = 1
    }
    candidates.sort()
    if (candidates.count === 0) continue
    scorer.score(windowStart, candidates)
    offer(windowStart)
    window.clear()
  }
}

/** The maximum that some terms contribute together. */
interface Most {
  score: number
  /** In the title's score, and in how many words of the title. */
  title: number
  titleTerms: number
}

const NOTHING: Most = { score: 0, title: 0, titleTerms: 0 }

class BestFinder {
  private readonly part: CollectedSegment
  private readonly top: Ranking
  private readonly questionRarity: number
  /** The terms that the segment contains, in descending order of their maximum contribution. */
  private readonly terms: readonly number[]
  /** By index in `terms`: the maximum contribution of the terms from there on. */
  private readonly rests: Most[]

  private readonly documents: number[] = []
  private readonly scores: number[] = []

  /** Changes `top`. */
  constructor(part: CollectedSegment, top: Ranking) {
    const { question, postings } = part
    this.part = part
    this.top = top
    this.questionRarity = question.terms.reduce((sum, { rarity }) => sum + rarity, 0)
    const mostOf = ({ rarity, ownRarity }: WeighedTerm) => rarity + OWN_FORM_WEIGHT * ownRarity
    this.terms = question.terms
      .flatMap((term, t) => (postings.isEmpty(t) ? [] : [{ t, most: mostOf(term) }]))
      .sort((a, b) => b.most - a.most)
      .map(({ t }) => t)
    let rest = NOTHING
    this.rests = [rest]
    for (const t of [...this.terms].reverse()) {
      const { rarity } = question.terms[t]
      rest = {
        score: rest.score + mostOf(question.terms[t]),
        title: rest.title + rarity,
        titleTerms: rest.titleTerms + 1,
      }
      this.rests.unshift(rest)
    }
  }

  /** The documents from `start` on that may be among the best, with approximate scores; `least` is the approximate score that they need. */
  find(start: number): { documents: readonly number[]; scores: readonly number[]; least: number } {
    const { part, terms, rests, documents, scores } = this
    const { scorer, window, documentCount } = part
    const { candidates } = window
    // A document that contains only the terms from here on cannot be among the best.
    let sought = terms.length
    for (let windowStart = start; windowStart < documentCount; windowStart += window.length) {
      const least = this.least()
      while (sought > 0 && this.mostUntitled(rests[sought - 1]) < least) sought--
      if (sought === 0) break
      for (let i = 0; i < sought; i++) scorer.scoreTerm(terms[i], windowStart)
      this.chooseCandidates(rests[sought], windowStart, least)
      for (let i = sought; i < terms.length && candidates.count > 0; i++) {
        scorer.scoreTerm(terms[i], windowStart, candidates)
        this.keepCandidates(rests[i + 1], windowStart, least)
      }
      this.keepBest(windowStart)
      window.clear()
    }
    return { documents, scores, least: this.least() }
  }

  private least(): number {
    return this.top.threshold * SLACK
  }

  /** The maximum score of a document that contains nothing else. */
  private mostUntitled({ score, title, titleTerms }: Most): number {
    if (this.part.titleNorms === undefined) return score
    return score + titleBonus(title, title, titleTerms, 0, this.questionRarity, this.part.question.terms.length)
  }

  /** Makes the touched documents that are hits and may score enough candidates. */
  private chooseCandidates(rest: Most, windowStart: number, least: number): void {
    const { window, mayBeHit } = this.part
    const { touched, touchedCount, candidates, score, titleTerms } = window
    // What a document needs if its title has had none of the words so far.
    const untitled = least - this.mostUntitled(rest)
    candidates.clear()
    for (let i = 0; i < touchedCount; i++) {
      const at = touched[i]
      if (titleTerms[at] === 0 && score[at] < untitled) continue
      if (this.mayReach(least, at, windowStart, rest) && mayBeHit(windowStart + at)) candidates.add(at)
    }
    candidates.order()
  }

  /** Drops the candidates that can no longer score enough. */
  private keepCandidates(rest: Most, windowStart: number, least: number): void {
    const { candidates } = this.part.window
    const { places, isIn, count } = candidates
    let kept = 0
    for (let i = 0; i < count; i++) {
      const at = places[i]
      if (this.mayReach(least, at, windowStart, rest)) places[kept++] = at
      else isIn[at] = 0
    }
    candidates.count = kept
  }

  /** Whether a touched document may still reach `least` with the remaining terms. */
  private mayReach(least: number, at: number, windowStart: number, rest: Most): boolean {
    const { window } = this.part
    const score = window.score[at] + rest.score
    if (score >= least) return true
    const title = window.titleScore[at] + rest.title
    return score + mostTitleBonus(title) >= least && score + this.bonus(at, windowStart, rest) >= least
  }

  private bonus(at: number, windowStart: number, rest: Most): number {
    const { part, questionRarity } = this
    const { window, titleNorms, question } = part
    if (titleNorms === undefined) return 0
    return titleBonus(
      window.titleScore[at] + rest.title,
      window.titleRarity[at] + rest.title,
      window.titleTerms[at] + rest.titleTerms,
      lengthOfNorm[titleNorms[windowStart + at]],
      questionRarity,
      question.terms.length,
    )
  }

  /** Keeps the candidates with enough terms; their scores are now complete. */
  private keepBest(windowStart: number): void {
    const { part, top, documents, scores } = this
    const { window, required, base, isHit } = part
    const { places, count } = window.candidates
    for (let i = 0; i < count; i++) {
      const at = places[i]
      if (window.matched[at] < required) continue
      const score = window.score[at] + this.bonus(at, windowStart, NOTHING)
      if (score < this.least() || !isHit(windowStart + at)) continue
      top.offer(score, base + windowStart + at, windowStart + at)
      documents.push(windowStart + at)
      scores.push(score)
    }
  }
}
