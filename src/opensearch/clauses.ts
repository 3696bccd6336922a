/** The OpenSearch queries that decide which documents match: filters on columns and the conditions of a query. Nothing here scores. */

import type { FilterNode } from '../columns/filter-node.ts'
import type { KeywordValues } from '../columns/keyword-column.ts'
import { foldValue } from '../columns/keyword-column.ts'
import { keysIn } from '../index/join-classes.ts'
import type { Language } from '../language/language.ts'
import type { Condition, FormsCondition, PhraseCondition } from '../query/condition.ts'
import { WEIGHT_UNIT, type WeightedForm } from '../query/expand.ts'
import type { WeighedTerm, WordExpander } from '../search/weigh.ts'
import { fold, isWrittenAs } from '../text/fold.ts'
import { bare } from '../text/language-mark.ts'
import type { FieldPaths } from './index-names.ts'
import type { Statistics } from './statistics.ts'
import { BESIDE, HOLE, keyToken, wordToken } from './tokens.ts'

export type Clause = { readonly [name: string]: unknown }

export const NONE: Clause = { match_none: {} }
export const ALL: Clause = { match_all: {} }

export function anyOf(clauses: readonly Clause[]): Clause {
  if (clauses.length === 0) return NONE
  return clauses.length === 1 ? clauses[0] : { bool: { should: clauses, minimum_should_match: 1 } }
}

export function allOf(clauses: readonly Clause[]): Clause {
  if (clauses.length === 0) return ALL
  return clauses.length === 1 ? clauses[0] : { bool: { filter: clauses } }
}

export function noneOf(clauses: readonly Clause[]): Clause {
  return { bool: { must_not: clauses } }
}

/** The clause of a settled filter. */
export function filterClause(filter: FilterNode, paths: FieldPaths): Clause {
  switch (filter.kind) {
    case 'and':
      return allOf(filter.filters.map(part => filterClause(part, paths)))
    case 'or':
      return anyOf(filter.filters.map(part => filterClause(part, paths)))
    case 'not':
      return noneOf([filterClause(filter.filter, paths)])
    case 'column':
      return columnClause(filter.column, filter.condition, paths)
  }
}

function columnClause(place: number, condition: object, paths: FieldPaths): Clause {
  if ('values' in condition) {
    const { values, areFolded } = condition as KeywordValues
    if (areFolded) return { terms: { [paths.folded(place)]: values.map(foldValue) } }
    return { terms: { [paths.column(place)]: values } }
  }
  return rangeClause(paths.column(place), condition as { from: number; to: number })
}

export function rangeClause(path: string, { from, to }: { from: number; to: number }): Clause {
  if (!(from <= to)) return NONE
  const bounds = { ...(Number.isFinite(from) && { gte: from }), ...(Number.isFinite(to) && { lte: to }) }
  // Infinite bounds do not restrict: any number matches.
  if (Object.keys(bounds).length === 0) {
    return from === Number.POSITIVE_INFINITY || to === Number.NEGATIVE_INFINITY ? NONE : { exists: { field: path } }
  }
  return { range: { [path]: bounds } }
}

export interface ClauseContext {
  language: Language
  statistics: Statistics
  paths: FieldPaths
  /** The number of text fields of the schema. */
  fieldCount: number
  /** The fields that are searched, by their numbers. */
  fields: readonly number[]
  expander: WordExpander | undefined
}

/** Documents with any of some words and keys, in all searched fields or in one of them. */
export function tokensClause(
  tokens: { words: readonly string[]; keys?: readonly string[] },
  only: number | undefined,
  { paths, fieldCount, fields }: ClauseContext,
): Clause {
  const words = [...new Set(tokens.words)].map(wordToken)
  const keys = [...new Set(tokens.keys ?? [])].map(keyToken)
  if (words.length + keys.length === 0) return NONE
  const inFields = fields.filter(field => (only ?? field) === field)
  if (inFields.length === fieldCount) return { terms: { [paths.tokens]: [...words, ...keys] } }
  return anyOf(
    inFields.flatMap(field => [
      ...(words.length > 0 ? [{ terms: { [paths.words(field)]: words } }] : []),
      ...(keys.length > 0 ? [{ terms: { [paths.keys(field)]: keys } }] : []),
    ]),
  )
}

/** Whether all words of the term's class have full weight, so that its key can replace them. */
export function isWholeClass({ core, forms }: WeighedTerm['parts'][number]): boolean {
  if (core === undefined || keysIn(core.key) !== undefined) return false
  return core.terms.every(term => forms.find(form => form.term === term)?.weight === WEIGHT_UNIT)
}

/** The words and keys of a term, without substitutes. */
export function tokensOf(term: WeighedTerm): { words: string[]; keys: string[] } {
  const [expanded] = term.parts
  const { core, forms, wholes } = expanded
  const isWhole = isWholeClass(expanded)
  const others = isWhole ? forms.filter(form => !core?.terms.includes(form.term)) : forms
  return { words: [...others, ...wholes].map(wordOf), keys: isWhole && core !== undefined ? [core.key] : [] }
}

/** The document contains a term in any form that scores. */
export function termClause(term: WeighedTerm, context: ClauseContext): Clause {
  return anyOf([...tokenClauses(term, context), ...substituteClauses(term, context)])
}

function tokenClauses(term: WeighedTerm, context: ClauseContext): Clause[] {
  const clause = tokensClause(tokensOf(term), term.question.field, context)
  return clause === NONE ? [] : [clause]
}

function substituteClauses({ question, parts: [{ substitutes }] }: WeighedTerm, context: ClauseContext): Clause[] {
  return substitutes.flatMap(({ words }) =>
    words.every(({ forms }) => forms.length > 0)
      ? [allOf(words.map(({ forms }) => tokensClause({ words: forms.map(wordOf) }, question.field, context)))]
      : [],
  )
}

function wordOf({ term }: WeightedForm): string {
  return term.word
}

/** OpenSearch allows 1,024 clauses; some are reserved for filters. */
const MOST_CLAUSES = 900

/** The document contains this many of the terms. */
export function termsClause(terms: readonly WeighedTerm[], least: number, context: ClauseContext): Clause {
  if (least > terms.length) return NONE
  if (least <= 1) {
    // In one clause, because all words are equal.
    const byField = new Map<number | undefined, { words: string[]; keys: string[] }>()
    for (const term of terms) {
      const { words, keys } = tokensOf(term)
      const together = byField.get(term.question.field) ?? { words: [], keys: [] }
      together.words.push(...words)
      together.keys.push(...keys)
      byField.set(term.question.field, together)
    }
    const clauses = [...byField].map(([field, tokens]) => tokensClause(tokens, field, context))
    return anyOf([
      ...clauses.filter(clause => clause !== NONE),
      ...terms.flatMap(term => substituteClauses(term, context)),
    ])
  }
  const clauses = terms.map(term => termClause(term, context))
  // If all are required, the order does not matter. Of hundreds of words, only those that fit are used.
  const perTerm = Math.max(...clauses.map(countClauses))
  const asked = clauses.slice(0, Math.max(1, Math.floor(MOST_CLAUSES / perTerm)))
  const left = clauses.length - asked.length
  return {
    bool: {
      should: asked,
      minimum_should_match: Math.max(1, Math.min(asked.length, least - (least === terms.length ? left : 0))),
    },
  }
}

function countClauses(clause: unknown): number {
  if (typeof clause !== 'object' || clause === null) return 0
  if ('terms' in clause || 'term' in clause) return 1
  return Object.values(clause).reduce((sum: number, inner) => sum + countClauses(inner), 0)
}

/** The condition of a query. */
export function conditionClause(condition: Condition, terms: readonly WeighedTerm[], context: ClauseContext): Clause {
  switch (condition.type) {
    case 'and':
      return allOf(condition.of.map(of => conditionClause(of, terms, context)))
    case 'or':
      return anyOf(condition.of.map(of => conditionClause(of, terms, context)))
    case 'not':
      return noneOf([conditionClause(condition.of, terms, context)])
    case 'filter':
      return filterClause(condition.filter, context.paths)
    case 'terms':
      return termsClause(
        condition.terms.map(term => terms[term]),
        condition.least,
        context,
      )
    case 'forms':
      return tokensClause({ words: formsOf(condition, context) }, condition.field, context)
    case 'phrase':
      return phraseClause(condition, context)
  }
}

/** The words of a form condition. */
function formsOf({ word, prefix, slips }: FormsCondition, { language, statistics, expander }: ClauseContext): string[] {
  const words = (statistics.wordClass(language.key(word))?.words ?? []).map(entry => entry.word)
  const ofClass = words.filter(other => Math.round(language.classWeight(word, other) * WEIGHT_UNIT) > 0)
  const completed = prefix ? statistics.wordsOfBeginning(fold(word)) : []
  const near = slips === undefined ? [] : (expander?.near(word, slips) ?? []).map(other => other.word)
  return [...ofClass, ...completed, ...near]
}

/** The words of a phrase are next to one another. */
export function phraseClause({ slots, near, field: only }: PhraseCondition, context: ClauseContext): Clause {
  const { language, statistics, paths, fields } = context
  const written = slots.map(({ words, offset }) => ({
    offset,
    words: [
      ...new Set(
        words.flatMap(word =>
          (statistics.wordClass(language.key(word))?.words ?? [])
            .map(entry => entry.word)
            .filter(other => isWrittenAs(bare(other), bare(word))),
        ),
      ),
    ],
  }))
  if (written.some(({ words }) => words.length === 0)) return NONE
  const inFields = fields.filter(field => (only ?? field) === field)
  if (written.length === 1) return tokensClause({ words: written[0].words }, only, context)
  return anyOf(
    inFields.map(field =>
      near === undefined ? inOrder(written, paths.words(field)) : together(written, near, paths.words(field)),
    ),
  )
}

interface WrittenSlot {
  offset: number
  words: readonly string[]
}

function inOrder(slots: readonly WrittenSlot[], path: string): Clause {
  const places: string[][] = []
  for (const { offset, words } of slots) (places[offset] ??= []).push(...words.map(wordToken))
  const query = Array.from(places, place => (place === undefined ? HOLE : place.join(BESIDE))).join(' ')
  return { match_phrase: { [path]: { query } } }
}

/** In any order, with at most `near` other words between the first and the last. */
function together(slots: readonly WrittenSlot[], near: number, path: string): Clause {
  const intervals = slots.map(({ words }) => ({
    any_of: { intervals: words.map(word => ({ match: { query: wordToken(word), analyzer: 'whitespace' } })) },
  }))
  return { intervals: { [path]: { all_of: { ordered: false, max_gaps: near, intervals } } } }
}
