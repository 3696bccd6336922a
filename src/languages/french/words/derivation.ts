/** Words derived from one another by a general rule: qualité and qualitatif, électricien and électrique. Other pairs are families. */
import type { RelatedWord } from '../../../language/language.ts'
import { FAMILY_WEIGHT } from '../../../weights.ts'
import { DERIVATION_RULES } from '../data/inflection-tables.ts'

let rules: readonly string[][] | undefined

/** With a shorter stem, the endings of a rule match by accident. */
const SHORTEST_STEM = 2

/** The words derived from the words of this class, and those they are derived from, without accents, which class keys do not need. */
export function derivationsOf(key: string): RelatedWord[] {
  const related: RelatedWord[] = []
  const add = (ending: string, other: string) => {
    const stem = key.slice(0, key.length - ending.length)
    if (key.endsWith(ending) && stem.length >= SHORTEST_STEM)
      related.push({ word: stem + other, wholeClass: true, weight: FAMILY_WEIGHT, relation: 'family' })
  }
  for (const [base, baseKey, derived, derivedKey] of (rules ??= DERIVATION_RULES.split('\n').map(rule =>
    rule.split(' '),
  ))) {
    add(baseKey, derived)
    add(derivedKey, base)
  }
  return related
}
