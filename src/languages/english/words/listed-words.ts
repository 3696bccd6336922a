/** Words related by the lists of English: spelling variants and abbreviations, numbers in letters and in digits, acronyms, families. */
import type { RelatedWord } from '../../../language/language.ts'
import {
  ACRONYM_WEIGHT,
  FAMILY_WEIGHT,
  HALF_FORM_WEIGHT,
  NUMERAL_WEIGHT,
  PHRASE_WEIGHT,
  WRITTEN_OUT_WEIGHT,
} from '../../../weights.ts'
import { readLines } from '../../lexicon/listed-lines.ts'
import type { RelatedWordSource, SynonymEntry } from '../../lexicon/related.ts'
import { ACRONYMS, DERIVATION_RULES, FAMILIES } from '../data/families.ts'
import { PHRASES, VARIANTS } from '../data/variants.ts'
import { acronymLike } from '../rules/capitals.ts'
import { numbersOfOneWord } from '../rules/number-words.ts'
import { wordApart } from './false-friends.ts'
import { regularSpelling, stemKey } from './inflection.ts'
import { halfForms, positiveOf } from './irregular.ts'
import { wordsOf } from './stop-words.ts'

/** The lists. `key` returns a word's class, `read` reads an entry that may have several words. */
export function listedWords(key: (word: string) => string, read: (text: string) => SynonymEntry): RelatedWordSource {
  const source = readLines(
    [
      VARIANTS,
      ...numbersOfOneWord().map(writings => `${WRITTEN_OUT_WEIGHT} ${writings.join(' ')}`),
      ...halfForms().map(([form, base]) => `${HALF_FORM_WEIGHT} ${base}|${form}`),
      ...PHRASES.split('\n').map(line => `${PHRASE_WEIGHT} ${line}`),
      ...ACRONYMS.split('\n').map(line => `${ACRONYM_WEIGHT} ${line}`),
    ],
    key,
    read,
  )
  return {
    wordsOf: (word, ofWord) => {
      const words = [...source.wordsOf(word, ofWord), ...comparedForms(word)]
      const acronym = acronymLike(word)
      if (acronym === undefined) return words
      return [...words, { word: acronym, wholeClass: false, weight: NUMERAL_WEIGHT, relation: 'variant' }]
    },
    phrasesFrom: source.phrasesFrom,
  }
}

/** A comparative that is also a verb or a noun, for its other forms, and back: `lower` and `lowered`, `cooler` and `coolers`. */
function comparedForms(word: string): RelatedWord[] {
  const compared = /^.*[^e]er(?=(?:s|ed|ing)?$)/.exec(word)?.[0]
  if (compared === undefined || positiveOf(compared) === undefined) return []
  const other = compared === word ? `${word}s` : compared
  return [{ word: other, wholeClass: compared === word, weight: HALF_FORM_WEIGHT, relation: 'variant' }]
}

let families: { byKey: ReadonlyMap<string, readonly string[]>; words: ReadonlySet<string> } | undefined
let rules: readonly string[][] | undefined

function familiesByKey() {
  const byKey = new Map<string, readonly string[]>()
  const words = new Set<string>()
  for (const line of FAMILIES.trim().split('\n')) {
    const family = wordsOf(line)
    for (const word of family) {
      words.add(word)
      const key = stemKey(word)
      byKey.set(key, [...(byKey.get(key) ?? []), ...family.filter(other => stemKey(other) !== key)])
    }
  }
  return { byKey, words }
}

/** With a shorter stem, the endings of a rule match by accident. */
const SHORTEST_STEM = 2

/** The words of other classes in the family of `word`: derivations, inhabitants and their places. */
export function relatedByMeaning(word: string): RelatedWord[] {
  const key = stemKey(word.replace(/[-']/g, ''))
  const seen = new Set([key])
  const related: RelatedWord[] = []
  const add = (other: string) => {
    const otherKey = stemKey(other)
    if (seen.has(otherKey)) return
    seen.add(otherKey)
    related.push({ word: other, wholeClass: true, weight: FAMILY_WEIGHT, relation: 'family' })
  }
  for (const other of (families ??= familiesByKey()).byKey.get(key) ?? []) add(other)
  for (const [base, baseKey, derived, derivedKey] of (rules ??= DERIVATION_RULES.split('\n').map(wordsOf))) {
    const derive = (ending: string, other: string) => {
      const stem = key.slice(0, key.length - ending.length)
      if (key.endsWith(ending) && stem.length >= SHORTEST_STEM) add(stem + other)
    }
    derive(baseKey, derived)
    derive(derivedKey, base)
  }
  return related
}

/** Whether the lists have the word. It is then English, whatever the documents and the word list say. */
export function isInTables(word: string): boolean {
  return wordApart(regularSpelling(word)) !== undefined || (families ??= familiesByKey()).words.has(word)
}
