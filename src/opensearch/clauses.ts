/** The OpenSearch queries that decide which documents match: filters on columns and the conditions of a query. Nothing here scores. */

import type { FilterNode } from '../columns/filter-node.ts'
import type { KeywordValues } from '../columns/keyword-column.ts'
import { foldValue } from '../columns/keyword-column.ts'
import { keysIn } from '../index/join-classes.ts'
import type { Language } from '../language/language.ts'
import type { Condition, FormsCondition, PhraseCondition } from '../query/condition.ts'
import { type ExpandedSubstitute, WEIGHT_UNIT, type WeightedForm } from '../query/expand.ts'
import type { WeighedTerm, WordExpander } from '../search/weigh.ts'
import { fold, isWrittenAs } from '../text/fold.ts'
import { bare, isWord } from '../text/language-mark.ts'
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

/** OpenSearch takes so many values in one clause. */
const MOST_VALUES = 65_536

/** A field has one of the values, however many there are. */
export function valuesClause(path: string, values: readonly string[]): Clause {
  const pieces = Array.from({ length: Math.ceil(values.length / MOST_VALUES) }, (_, i) => ({
    terms: { [path]: values.slice(i * MOST_VALUES, (i + 1) * MOST_VALUES) },
  }))
  return anyOf(pieces)
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
    return areFolded
      ? valuesClause(paths.folded(place), values.map(foldValue))
      : valuesClause(paths.column(place), values)
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
  if (inFields.length === fieldCount) return valuesClause(paths.tokens, [...words, ...keys])
  return anyOf(
    inFields.flatMap(field => [
      ...(words.length > 0 ? [valuesClause(paths.words(field), words)] : []),
      ...(keys.length > 0 ? [valuesClause(paths.keys(field), keys)] : []),
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

/** The substitutes of a term that a document may contain: one that has a word without forms cannot be in any. */
export function possibleSubstitutes({ parts: [{ substitutes }] }: WeighedTerm): readonly ExpandedSubstitute[] {
  return substitutes.filter(({ words }) => words.every(({ forms }) => forms.length > 0))
}

function substituteClauses(term: WeighedTerm, context: ClauseContext): Clause[] {
  return possibleSubstitutes(term).map(({ words }) =>
    allOf(words.map(({ forms }) => tokensClause({ words: forms.map(wordOf) }, term.question.field, context))),
  )
}

function wordOf({ term }: WeightedForm): string {
  return term.word
}

/** The document contains this many of the terms. */
export function termsClause(terms: readonly WeighedTerm[], least: number, context: ClauseContext): Clause {
  if (least > terms.length) return NONE
  if (least > 1) {
    const clauses = terms.map(term => termClause(term, context))
    return { bool: { should: clauses, minimum_should_match: least } }
  }
  // In one clause, as all words are alike.
  return anyOf([
    ...tokensInFields(
      terms.map(term => ({ ...tokensOf(term), field: term.question.field })),
      context,
    ),
    ...terms.flatMap(term => substituteClauses(term, context)),
  ])
}

interface Tokens {
  words: readonly string[]
  keys?: readonly string[]
  /** The field that must hold one of them; undefined for any. */
  field: number | undefined
}

/** Any of the tokens, in as few clauses as there are fields. */
function tokensInFields(all: readonly Tokens[], context: ClauseContext): Clause[] {
  const fields = new Set(all.map(({ field }) => field))
  return [...fields].flatMap(only => {
    const ofField = all.filter(({ field }) => field === only)
    const words = ofField.flatMap(({ words }) => words)
    const keys = ofField.flatMap(({ keys = [] }) => keys)
    const clause = tokensClause({ words, keys }, only, context)
    return clause === NONE ? [] : [clause]
  })
}

/** How many clauses OpenSearch counts in a query: its leaves, and the places of phrases that take several words. */
export function countClauses(query: unknown): number {
  if (typeof query !== 'object' || query === null) return 0
  if (Array.isArray(query)) return query.reduce((sum: number, inner) => sum + countClauses(inner), 0)
  return Object.entries(query).reduce((sum, [name, inner]) => {
    if (name === 'match_phrase') {
      const [{ query: phrase }] = Object.values(inner as Record<string, { query: string }>)
      return sum + (phrase.includes(BESIDE) ? phrase.split(' ').length : 1)
    }
    return sum + (LEAVES.has(name) ? 1 : countClauses(inner))
  }, 0)
}

const LEAVES = new Set(['term', 'terms', 'range', 'exists', 'ids', 'match'])

/** The condition of a query. */
export function conditionClause(condition: Condition, terms: readonly WeighedTerm[], context: ClauseContext): Clause {
  switch (condition.type) {
    case 'and':
      return allOf(withExclusionsTogether(condition.of).map(of => conditionClause(of, terms, context)))
    case 'or': {
      const tokens = condition.of.map(of => tokensOfCondition(of, terms, context))
      const others = condition.of.filter((_, i) => tokens[i] === undefined)
      const together = tokensInFields(
        tokens.flatMap(of => of ?? []),
        context,
      )
      return anyOf([...together, ...others.map(of => conditionClause(of, terms, context))])
    }
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

/** What a document must hold to hold so many of the terms, cut up: clauses of which each is needed. */
export function neededOfTerms(
  terms: readonly WeighedTerm[],
  least: number,
  context: ClauseContext,
  limit: number,
): Clause[] {
  const clauses = terms.map(term => termClause(term, context))
  if (least === terms.length) return clauses
  // Who holds six of ten words holds two of any six.
  const asked: Clause[] = []
  let left = limit
  for (const clause of clauses) {
    left -= countClauses(clause)
    if (left < 0) break
    asked.push(clause)
  }
  const needed = least - (clauses.length - asked.length)
  return needed <= 0 ? [] : [{ bool: { should: asked, minimum_should_match: needed } }]
}

/** The same of a condition. */
export function neededOf(
  condition: Condition,
  terms: readonly WeighedTerm[],
  context: ClauseContext,
  limit: number,
): Clause[] {
  switch (condition.type) {
    case 'and':
      return withExclusionsTogether(condition.of).flatMap(of => neededOf(of, terms, context, limit))
    case 'terms':
      return neededOfTerms(
        condition.terms.map(term => terms[term]),
        condition.least,
        context,
        limit,
      )
    case 'phrase':
      return writtenSlots(condition, context).map(({ words }) => tokensClause({ words }, condition.field, context))
    default:
      return [conditionClause(condition, terms, context)]
  }
}

/** Excludes in one condition what is excluded in several. */
function withExclusionsTogether(all: readonly Condition[]): readonly Condition[] {
  const excluded = all.flatMap(condition => (condition.type === 'not' ? condition.of : []))
  if (excluded.length < 2) return all
  return [...all.filter(({ type }) => type !== 'not'), { type: 'not', of: { type: 'or', of: excluded } }]
}

/** The tokens of which a document must hold one; undefined if a condition says more than that. */
function tokensOfCondition(
  condition: Condition,
  terms: readonly WeighedTerm[],
  context: ClauseContext,
): Tokens[] | undefined {
  if (condition.type === 'forms') return [{ words: formsOf(condition, context), field: condition.field }]
  if (condition.type !== 'terms' || condition.least !== 1) return undefined
  const held = condition.terms.map(term => terms[term])
  if (held.some(({ parts: [{ substitutes }] }) => substitutes.length > 0)) return undefined
  return held.map(term => ({ ...tokensOf(term), field: term.question.field }))
}

/** The words that a form condition means. */
function formsOf({ word, prefix, edits }: FormsCondition, { language, statistics, expander }: ClauseContext): string[] {
  const { several } = language
  const wordsOf = (key: string) => (statistics.wordClass(key)?.words ?? []).map(entry => entry.word)
  const ofClass = wordsOf(several?.contentKey(word) ?? language.key(word)).filter(
    other => Math.round(language.classWeight(word, other) * WEIGHT_UNIT) > 0,
  )
  const completed = prefix ? statistics.wordsOfBeginning(fold(bare(word))) : []
  const near = edits === undefined ? [] : (expander?.near(word, edits) ?? []).map(other => other.word)
  if (several === undefined) return [...ofClass, ...completed, ...near]
  // Near words are without the marks of their languages.
  statistics.announceClasses(near.map(language.key))
  statistics.throwIfMissing()
  const marked = near.flatMap(other => wordsOf(language.key(other)).filter(found => isWord(found, other)))
  return [...ofClass, ...completed, ...marked]
}

/** The words that may stand in each place of a phrase. */
function writtenSlots({ slots }: PhraseCondition, { language, statistics }: ClauseContext): WrittenSlot[] {
  return slots.map(({ words, offset }) => ({
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
}

/** The words of a phrase stand together. */
export function phraseClause(phrase: PhraseCondition, context: ClauseContext): Clause {
  const { near, field: only } = phrase
  const { paths, fields } = context
  const written = writtenSlots(phrase, context)
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
