/** Words derived from one another by a rule of French: fermer and fermeture, électricien and électricité, qualifier and qualification. */
import type { RelatedWord } from '../../../language/language.ts'
import { FAMILY_WEIGHT } from '../../../weights.ts'
import { DERIVATIONS } from '../data/inflection-tables.ts'

/** Stands for any stem: the rule needs no list. */
const ANY = '*'
/** A shorter stem before the endings of a rule without a list is an accident. */
const SHORTEST_STEM = 2

/** A line of the table: a stem with one pair of endings is a word and its key, with the other pair a word derived from it and its key. */
interface Rule {
  base: string
  baseKey: string
  derived: string
  derivedKey: string
  /** Between spaces, in order. */
  stems: string
}

let rules: readonly Rule[] | undefined

/** The words that are derived from the words of this class, or from which they are. Without accents, which their classes do not need. */
export function derivationsOf(key: string): RelatedWord[] {
  rules ??= DERIVATIONS.split('\n').map(readRule)
  const related: RelatedWord[] = []
  const add = (stem: string, ending: string) => {
    related.push({ word: stem + ending, wholeClass: true, weight: FAMILY_WEIGHT, relation: 'family' })
  }
  for (const { base, baseKey, derived, derivedKey, stems } of rules) {
    const fromBase = stemBefore(key, baseKey, stems)
    if (fromBase !== undefined) add(fromBase, derived)
    const fromDerived = stemBefore(key, derivedKey, stems)
    if (fromDerived !== undefined) add(fromDerived, base)
  }
  return related
}

/** What stands before the ending of a key, where the rule holds for it. */
function stemBefore(key: string, ending: string, stems: string): string | undefined {
  if (!key.endsWith(ending)) return undefined
  const stem = key.slice(0, key.length - ending.length)
  if (stems === ANY) return stem.length >= SHORTEST_STEM ? stem : undefined
  return stems.includes(` ${stem} `) ? stem : undefined
}

function readRule(line: string): Rule {
  const [base, baseKey, derived, derivedKey] = line.split(' ', 4).map(ending => (ending === '-' ? '' : ending))
  const stems = line.split(' ').slice(4).join(' ')
  return { base, baseKey, derived, derivedKey, stems: stems === ANY ? ANY : ` ${stems} ` }
}
