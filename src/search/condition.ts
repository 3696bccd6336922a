/** Finds the documents of a segment that meet a query's condition: candidates by their postings, and phrases by positions when a candidate is tested. */

import { DocumentSet } from '../columns/document-set.ts'
import { columnsOf } from '../columns/filter-node.ts'
import { admittedBy } from '../columns/matching-documents.ts'
import { documentsIn, listsOf } from '../dictionary/holders.ts'
import type { Segment, Term } from '../index/segment.ts'
import type { Language } from '../language/language.ts'
import type { Condition, FormsCondition } from '../query/condition.ts'
import { WEIGHT_UNIT } from '../query/expand.ts'
import { fold } from '../text/fold.ts'
import { bare, isWord } from '../text/language-mark.ts'
import { holdingTerm } from './conjunction.ts'
import { Matches } from './matches.ts'
import { documentsWithPhrase } from './phrase.ts'
import type { QueryPostings } from './query-postings.ts'
import type { WordExpander } from './weigh.ts'

/** What finding documents needs in addition to the condition. */
export interface ConditionContext {
  language: Language
  segment: Segment
  /** Finds near words. */
  expander: WordExpander | undefined
  /** The query's postings in the segment. */
  postings: QueryPostings
  isSearched: (field: number) => boolean
}

/** What finding documents reads from a segment first: word classes by key, and columns. */
export function conditionReads(condition: Condition, language: Language): { classKeys: string[]; columns: number[] } {
  const classKeys: string[] = []
  const columns: number[] = []
  const visit = (condition: Condition): void => {
    if (condition.type === 'not') visit(condition.of)
    else if (condition.type === 'and' || condition.type === 'or') condition.of.forEach(visit)
    else if (condition.type === 'forms') classKeys.push(keyOf(condition.word, language))
    else if (condition.type === 'phrase') {
      for (const { words } of condition.slots) classKeys.push(...words.map(word => language.key(word)))
    } else if (condition.type === 'filter') columns.push(...columnsOf(condition.filter))
  }
  visit(condition)
  return { classKeys, columns }
}

/** The key of a word as it scores: excluding `thé` does not exclude `the`. */
function keyOf(word: string, { key, several }: Language): string {
  return several?.contentKey(word) ?? key(word)
}

/** The documents that meet the condition, including removed ones. */
export function documentsMeeting(condition: Condition, context: ConditionContext): Matches {
  const { segment, postings } = context
  switch (condition.type) {
    case 'and':
    case 'or': {
      const [first, ...others] = condition.of.map(of => documentsMeeting(of, context))
      return others.reduce((matches, other) => matches[condition.type](other), first)
    }
    case 'not':
      return documentsMeeting(condition.of, context).not()
    case 'terms': {
      const sets = condition.terms.map(term => holdingTerm(term, postings, segment.documentCount))
      return new Matches(holdingTerms(sets, condition.least))
    }
    case 'forms':
      return new Matches(documentsInField(formsOf(condition, context), condition.field, context))
    case 'filter':
      return new Matches(admittedBy(condition.filter, segment))
    case 'phrase':
      return documentsWithPhrase(condition, context)
  }
}

/** The documents in at least `least` of the sets. Modifies the sets. */
function holdingTerms(sets: readonly DocumentSet[], least: number): DocumentSet {
  // atLeast[n]: the documents in more than n of the sets so far.
  const [{ capacity }] = sets
  const atLeast = Array.from({ length: least }, () => new DocumentSet(capacity))
  for (const set of sets) {
    for (let n = least - 1; n > 0; n--) atLeast[n].or(atLeast[n - 1].copy().and(set))
    atLeast[0].or(set)
  }
  return atLeast[least - 1]
}

/** The dictionary words that a form condition means. */
function formsOf({ word, prefix, edits }: FormsCondition, { language, segment, expander }: ConditionContext): Term[] {
  const exact = (other: string) =>
    segment.wordClass(language.key(other))?.terms.filter(term => isWord(term.word, other)) ?? []
  // A false friend without weight in searches is not excluded either.
  const isForm = (term: Term) => Math.round(language.classWeight(word, term.word) * WEIGHT_UNIT) > 0
  const terms = segment.wordClass(keyOf(word, language))?.terms.filter(isForm) ?? []
  // All of them, however many: excluding a prefix must leave none.
  const completed: string[] = []
  if (prefix) {
    const beginning = fold(bare(word))
    segment.announce?.({ wordPrefix: beginning })
    segment.scanWords(beginning, (_, entry) => {
      completed.push(entry.word)
      return true
    })
  }
  const near = edits === undefined ? [] : (expander?.near(word, edits) ?? []).map(other => other.word)
  const others = [...completed, ...near]
  segment.announce?.({ classKeys: others.map(other => language.key(other)) })
  return [...terms, ...others.flatMap(exact)]
}

function documentsInField(
  terms: readonly Term[],
  only: number | undefined,
  { segment, isSearched }: ConditionContext,
): DocumentSet {
  const lists = listsOf(terms).filter(({ field }) => isSearched(field) && (only ?? field) === field)
  segment.announce?.({ postings: lists })
  return documentsIn(segment, lists)
}
