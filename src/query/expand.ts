/** Expands a query word to the words of a segment's dictionary that match it, with weights. */

import type { Segment, Term, WordClass } from '../index/segment.ts'
import type { Language, RelatedWord, Relation } from '../language/language.ts'
import { RecentMap } from '../recent-map.ts'
import { fold } from '../text/fold.ts'
import { bare, isWord } from '../text/language-mark.ts'
import { OWN_ACCENTS_WEIGHT, OWN_UNACCENTED_WEIGHT } from '../weights.ts'
import type { QueryTerm } from './query.ts'

/** Weights are in 64ths, so that sums of frequencies are integers, which do not depend on the order of addition. */
export const WEIGHT_UNIT = 64

/** A dictionary word that matches a query word. */
export interface WeightedForm {
  term: Term
  relation: Relation
  /** In 64ths: how much an occurrence counts in the class. */
  weight: number
  /** In 64ths: how much it counts as the typed word; 0 for inflections. */
  ownWeight: number
}

/** What a segment has for a query word. */
export interface ExpandedTerm {
  /** The class of the query word in this segment. */
  core: WordClass | undefined
  /** Forms that add up. */
  forms: readonly WeightedForm[]
  /** Other spellings of a whole that contains the word. An occurrence counts as one of the part; if both occur, the greater frequency counts. */
  wholes: readonly WeightedForm[]
  /** Synonyms of several words: the rarest of the words in a document counts for the query word. */
  substitutes: readonly ExpandedSubstitute[]
}

export interface ExpandedSubstitute {
  /** By word: its class in this segment, and the forms. */
  words: readonly { core: WordClass | undefined; forms: readonly WeightedForm[] }[]
}

/** The keys of the classes that `expandTerm` looks up, without those of completions and corrections. */
export function classKeys({ word, key, wholes, joined = [], substitutes }: QueryTerm, language: Language): string[] {
  const related = language.related(word).map(related => related.word)
  const others = [...related, ...wholes, ...joined, ...substitutes.flatMap(({ words }) => words)]
  return [key, ...others.map(other => language.key(other))]
}

/** Looks up the word in one segment. `widened` are its completions and corrections. */
export function expandTerm(
  question: QueryTerm,
  segment: Segment,
  language: Language,
  widened: readonly RelatedWord[] = [],
): ExpandedTerm {
  if (widened.length > 0) segment.announce?.({ classKeys: widened.map(({ word }) => language.key(word)) })
  const { core, forms: alone } = expandAlone(question, segment, language)
  const forms = widened.length === 0 ? alone : [...alone]
  for (const word of widened) addRelated(forms, word, segment, language)
  const wholes: WeightedForm[] = []
  for (const whole of [...question.wholes, ...(question.joined ?? [])]) {
    for (const term of segment.wordClass(language.key(whole))?.terms ?? []) {
      if (!hasWord(forms, term.word) && !hasWord(wholes, term.word)) addForm(wholes, term, 'variant', 1, 0)
    }
  }
  const substitutes = question.substitutes.map(({ words, weight }) => ({
    words: words.map(word => expandSubstituteWord(word, weight, segment, language)),
  }))
  return { core, forms, wholes, substitutes }
}

/** What a segment has for a word, independent of the rest of the query. */
interface ExpandedWord {
  core: WordClass | undefined
  forms: WeightedForm[]
}

/** The number of cached words per segment, one or two kilobytes each, because queries repeat words. */
const MOST_EXPANSIONS = 1024

/** The cached expansions of a segment: for one language, and in a live segment only since documents were last added. */
interface Expansions {
  language: Language
  documentCount: number
  words: RecentMap<string, ExpandedWord>
}

const expansions = new WeakMap<Segment, Expansions>()

function expansionsOf(segment: Segment, language: Language): RecentMap<string, ExpandedWord> {
  const { documentCount } = segment
  let current = expansions.get(segment)
  if (current?.language !== language || current.documentCount !== documentCount) {
    current = { language, documentCount, words: new RecentMap(MOST_EXPANSIONS) }
    expansions.set(segment, current)
  }
  return current.words
}

/** The word's class and the words related to it. */
function expandAlone({ word, key }: QueryTerm, segment: Segment, language: Language): ExpandedWord {
  // The key is a new string: the word may be a slice of the query's text, and would keep all of that in memory.
  return expansionsOf(segment, language).get(`${word.length} ${word}${key}`, () => {
    const core = segment.wordClass(key)
    const forms: WeightedForm[] = []
    const written = bare(word)
    const folded = fold(written)
    for (const term of core?.terms ?? []) {
      const relation = relationOf(written, folded, bare(term.word))
      addForm(forms, term, relation, language.classWeight(word, term.word), ownWeight(relation, written === folded))
    }
    for (const related of language.related(word)) addRelated(forms, related, segment, language)
    return { core, forms }
  })
}

function addRelated(forms: WeightedForm[], related: RelatedWord, segment: Segment, language: Language): void {
  for (const term of segment.wordClass(language.key(related.word))?.terms ?? []) {
    if (!related.wholeClass && !isWord(term.word, related.word)) continue
    if (hasWord(forms, term.word)) continue
    addForm(forms, term, related.relation, related.weight * language.classWeight(related.word, term.word), 0)
  }
}

/** Adds a form, unless its weight is 0. */
function addForm(forms: WeightedForm[], term: Term, relation: Relation, weight: number, ownWeight: number): void {
  const counted = Math.round(weight * WEIGHT_UNIT)
  if (counted > 0) forms.push({ term, relation, weight: counted, ownWeight: Math.round(ownWeight * WEIGHT_UNIT) })
}

function hasWord(forms: readonly WeightedForm[], word: string): boolean {
  return forms.some(form => form.term.word === word)
}

function expandSubstituteWord(word: string, weight: number, segment: Segment, language: Language) {
  const core = segment.wordClass(language.key(word))
  const forms: WeightedForm[] = []
  for (const term of core?.terms ?? []) {
    addForm(forms, term, 'synonym', weight * language.classWeight(word, term.word), 0)
  }
  return { core, forms }
}

function relationOf(asked: string, folded: string, found: string): Relation {
  if (found === asked) return 'same'
  return fold(found) === folded ? 'accents' : 'stem'
}

function ownWeight(relation: Relation, askedUnaccented: boolean): number {
  if (relation === 'same') return 1
  if (relation === 'accents') return askedUnaccented ? OWN_UNACCENTED_WEIGHT : OWN_ACCENTS_WEIGHT
  return 0
}
