/** Words of one family: what is derived from a verb or a noun, and the people of a place. */
import type { RelatedWord } from '../../../language/language.ts'
import { fold } from '../../../text/fold.ts'
import { FAMILY_WEIGHT } from '../../../weights.ts'
import { DERIVATIONS, FAMILIES } from '../data/inflection-tables.ts'
import { LineTable } from './line-table.ts'
import { sortedLines } from './sorted-lines.ts'

const families = new LineTable(
  () => sortedLines(FAMILIES),
  lines => lines.map(readFamily),
)
const derivations = new LineTable(
  () => DERIVATIONS.split('\n'),
  (lines, beginnings) => lines.flatMap(line => readPairs(line, beginnings)),
)

function familiesOf(key: string, word: string): string[][] {
  return [...families.linesOf(key, word), ...derivations.linesOf(key, word)]
}

/**
 * The other words of the families that hold a word of the class of this one.
 *
 * @param keyOf the key of a word without hyphens and apostrophes
 */
export function familyOf(asked: string, keyOf: (word: string) => string): RelatedWord[] {
  const key = keyOf(asked)
  const seen = new Set([key])
  const related: RelatedWord[] = []
  for (const family of familiesOf(key, asked)) {
    const keys = family.map(keyOf)
    if (!keys.includes(key)) continue
    family.forEach((word, i) => {
      if (seen.has(keys[i])) return
      seen.add(keys[i])
      related.push({ word, wholeClass: true, weight: FAMILY_WEIGHT, relation: 'family' })
    })
  }
  return related
}

/** What a noun or adjective may add to its base form. */
const NOMINAL_ENDING = /^(?:n?e)?s?$/

/**
 * Whether a family has the word, or its feminine or plural. That its key is one of a family's is not enough: `parmis` has the key of Parme.
 *
 * @param keyOf the key of a word without hyphens and apostrophes
 */
export function isOfFamily(asked: string, keyOf: (word: string) => string): boolean {
  const folded = fold(asked.replace(/[-']/g, ''))
  return familiesOf(keyOf(asked), asked).some(family =>
    family.some(word => {
      const base = fold(word)
      return folded.startsWith(base) && NOMINAL_ENDING.test(folded.slice(base.length))
    }),
  )
}

// A line is a word, then others as what they drop of it and what they add, or whole (`voir vue 2sion`).
function readFamily(line: string): string[] {
  const [first, ...others] = line.split(' ')
  return [first, ...others.map(other => expand(first, other))]
}

// A line is two endings, then the beginnings of pairs: `er ure coup` is couper, coupure.
function readPairs(line: string, beginnings: readonly string[]): string[][] {
  const [base, derived, ...stems] = line.split(' ')
  return stems
    .filter(stem => beginnings.some(beginning => stem.startsWith(beginning)))
    .map(stem => [stem + base.replace('-', ''), stem + derived])
}

function expand(first: string, written: string): string {
  const drop = Number(written[0])
  return Number.isNaN(drop) ? written : first.slice(0, first.length - drop) + written.slice(1)
}
