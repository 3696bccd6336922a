/** Maps words of a text to the query words that they match, by the same rules as search. */

import type { Language } from '../language/language.ts'
import { WEIGHT_UNIT } from '../query/expand.ts'
import type { Query, QueryTerm } from '../query/query.ts'
import { bare, isMarked, separate } from '../text/language-mark.ts'

/** How a word of a text matches a query: by which terms. */
export interface Expansion {
  /** The terms that the word is a form or a spelling of. */
  own: readonly number[]
  /** The terms that it is only related to: synonyms and family. */
  related: readonly number[]
  /** The synonyms of several words that contain it; they count only if the other words are near. */
  parts: readonly SubstitutePart[]
}

/** One word of a synonym of several words. */
export interface SubstitutePart {
  term: number
  /** All words of the synonym as one string, to identify it. */
  substitute: string
  /** The index of the word, and the number of words. */
  word: number
  words: number
}

/** Whether the term counts in the field, or in any field if it is undefined. */
export function countsIn(term: QueryTerm, field: number | undefined): boolean {
  return field === undefined || (term.field ?? field) === field
}

/** Returns what a dictionary word matches; undefined if nothing. */
export type ExpansionOf = (word: string) => Expansion | undefined

interface Candidate {
  term: number
  isRelated: boolean
  /** Whether this word of the class matches; always true for spellings of a whole. */
  accepts: (word: string) => boolean
  part?: SubstitutePart
}

/**
 * Creates the test for the words of one query. It caches every word, so use one for all the texts of an answer.
 *
 * @param field the field of the texts, if some words of the query count in only one field; undefined for any
 * @param words words found by prefix or typo tolerance, with the term (an index into `question.terms`) that each was found for
 */
export function expansionsFor(
  question: Query,
  language: Language,
  words: ReadonlyMap<string, number> = new Map(),
  field?: number,
): ExpansionOf {
  const candidates = candidatesByKey(question, language, field)
  const candidatesOf = (key: string): readonly Candidate[] =>
    isMarked(key) ? separate(key).flatMap(part => candidates.get(part) ?? []) : (candidates.get(key) ?? [])
  const known = new Map<string, Expansion | undefined>()
  return word => {
    const expansion = known.get(word)
    if (expansion !== undefined || known.has(word)) return expansion
    const found = findExpansion(word, candidatesOf(language.key(word)), words.get(bare(word)))
    known.set(word, found)
    return found
  }
}

/** The terms that occur only in quotation marks: only their phrase is marked, not its words elsewhere. */
export function termsOfPhrases({ terms, phrases = [] }: Query): ReadonlySet<number> {
  return new Set(phrases.flatMap(phrase => phrase.terms.filter(term => terms[term].quoted)))
}

function candidatesByKey(query: Query, language: Language, field: number | undefined): Map<string, Candidate[]> {
  const { terms } = query
  const ofPhrases = termsOfPhrases(query)
  const byKey = new Map<string, Candidate[]>()
  const add = (keys: string, candidate: Candidate) => {
    for (const key of isMarked(keys) ? separate(keys) : [keys]) addTo(key, candidate)
  }
  const addTo = (key: string, candidate: Candidate) => {
    const others = byKey.get(key)
    if (others === undefined) byKey.set(key, [candidate])
    else others.push(candidate)
  }
  // A false friend without weight in searches is not marked either.
  const counts = (asked: string) => (found: string) => Math.round(language.classWeight(asked, found) * WEIGHT_UNIT) > 0
  terms.forEach((asked, term) => {
    if (!countsIn(asked, field) || ofPhrases.has(term)) return
    const { word, key, wholes, joined = [], substitutes } = asked
    add(key, { term, isRelated: false, accepts: counts(word) })
    for (const whole of [...wholes, ...joined])
      add(language.key(whole), { term, isRelated: false, accepts: () => true })
    for (const { words } of substitutes) {
      words.forEach((other, w) => {
        const part = { term, substitute: words.join(' '), word: w, words: words.length }
        add(language.key(other), { term, isRelated: true, accepts: () => true, part })
      })
    }
    for (const { word: other, wholeClass, relation } of language.related(word)) {
      const accepts = wholeClass ? counts(other) : (found: string) => bare(found) === bare(other)
      add(language.key(other), { term, isRelated: relation !== 'variant', accepts })
    }
  })
  return byKey
}

function findExpansion(
  word: string,
  candidates: readonly Candidate[],
  found: number | undefined,
): Expansion | undefined {
  const own = new Set<number>(found === undefined ? [] : [found])
  const related = new Set<number>()
  const parts: SubstitutePart[] = []
  for (const { term, isRelated, accepts, part } of candidates) {
    if (part !== undefined && part.words > 1) parts.push(part)
    else if (accepts(word)) (isRelated ? related : own).add(term)
  }
  if (own.size === 0 && related.size === 0 && parts.length === 0) return undefined
  return { own: [...own], related: [...related].filter(term => !own.has(term)), parts }
}
