/** Words derived from one another by a general rule: qualité and qualitatif, électricien and électrique, livreur and livreuse. Other pairs are families. */
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

/** Ingénieuse is of ingénieux, terreuse of terreux. */
const NO_FEMININE = /^(?:ing[ée]ni|terr)eu[rs]/

/**
 * The feminine in -euse of a word in -eur, and vice versa. Such feminines are made every day (livreuse, programmeuse), and Snowball gives many the class of
 * an adjective in -eux or of the verb. Hardly any other word in -eur has a partner in -euse; the two frequent ones are left out.
 */
export function otherGender(word: string): RelatedWord[] {
  const masculine = word.replace(/euses?$/, 'eur')
  const other = masculine === word ? word.replace(/eurs?$/, 'euse') : masculine
  return other === word || NO_FEMININE.test(word)
    ? []
    : [{ word: other, wholeClass: true, weight: FAMILY_WEIGHT, relation: 'family' }]
}
