/** Words of one family: what is derived from a verb or a noun, and the people of a place. */
import type { RelatedWord } from '../../../language/language.ts'
import { fold } from '../../../text/fold.ts'
import { FAMILY_WEIGHT } from '../../../weights.ts'
import { FAMILIES } from '../data/inflection-tables.ts'

/** The families by the key of each of their words. */
type Families = ReadonlyMap<string, readonly (readonly string[])[]>

let known: Families | undefined

/**
 * The other words of the families that hold a word with this key.
 *
 * @param keyOf the key of a word without hyphens and apostrophes
 */
export function familyOf(key: string, keyOf: (word: string) => string): RelatedWord[] {
  const families = familiesBy(keyOf)
  const seen = new Set([key])
  const related: RelatedWord[] = []
  for (const family of families.get(key) ?? [])
    for (const word of family) {
      const other = keyOf(word)
      if (seen.has(other)) continue
      seen.add(other)
      related.push({ word, wholeClass: true, weight: FAMILY_WEIGHT, relation: 'family' })
    }
  return related
}

/** What a noun or adjective may add to its base form. */
const NOMINAL_ENDING = /^(?:n?e)?s?$/

/**
 * Whether a family has the word, or its feminine or plural. That its key is one of a family's is not enough: `parmis` has the key of Parme.
 *
 * @param folded the word without accents, hyphens and apostrophes
 */
export function isOfFamily(folded: string, key: string, keyOf: (word: string) => string): boolean {
  const families = familiesBy(keyOf).get(key) ?? []
  return families.some(family =>
    family.some(word => {
      const base = fold(word)
      return folded.startsWith(base) && NOMINAL_ENDING.test(folded.slice(base.length))
    }),
  )
}

function familiesBy(keyOf: (word: string) => string): Families {
  known ??= readFamilies(keyOf)
  return known
}

// A line is a family: a word, then others as what they drop of it and what they add, or whole (`voir vue 2sion`). A line that begins with
// what to drop and add holds families of two: `1en libye syrie` is libye, libyen and syrie, syrien.
function readFamilies(keyOf: (word: string) => string): Families {
  const families = new Map<string, string[][]>()
  const add = (family: string[]) => {
    for (const key of new Set(family.map(keyOf))) {
      const list = families.get(key)
      if (list === undefined) families.set(key, [family])
      else list.push(family)
    }
  }
  for (const line of FAMILIES.split('\n')) {
    const [first, ...others] = line.split(' ')
    if (isChange(first)) for (const word of others) add([word, expand(word, first)])
    else add([first, ...others.map(other => expand(first, other))])
  }
  return families
}

function isChange(written: string): boolean {
  return written.charCodeAt(0) < 0x3a
}

function expand(first: string, written: string): string {
  return isChange(written) ? first.slice(0, first.length - Number(written[0])) + written.slice(1) : written
}
