/**
 * Numbers and ordinals written out with hyphens: `vingt-cinq` for 25, `quatre-vingt-dixième` for 90e, in both directions.
 *
 * Up to 99, where texts waver between digits and letters; the simple ones (`deux`, `trente`) are in index-data/french/variants.tsv.
 * Spellings of 1990 (Conseil supérieur de la langue française: hyphens everywhere), and Belgian and Swiss septante, huitante, nonante.
 */

const UNITS =
  'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf'.split(
    ' ',
  )

const TENS: readonly (readonly [word: string, value: number, last: number])[] = [
  ['vingt', 20, 29],
  ['trente', 30, 39],
  ['quarante', 40, 49],
  ['cinquante', 50, 59],
  ['soixante', 60, 79],
  ['quatre-vingt', 80, 99],
  ['septante', 70, 79],
  ['huitante', 80, 89],
  ['nonante', 90, 99],
]

/** The digits of a number in letters and the other way round; ordinals are `22e` and `vingt-deuxième`. */
let others: ReadonlyMap<string, readonly string[]> | undefined

/** The other writings of a compound number or ordinal, none for other words. */
export function otherWritings(word: string): readonly string[] {
  others ??= numbersBothWays()
  return others.get(word) ?? []
}

function numbersBothWays(): ReadonlyMap<string, readonly string[]> {
  const others = new Map<string, string[]>()
  const join = (a: string, b: string): void => {
    others.set(a, [...(others.get(a) ?? []), b])
    others.set(b, [...(others.get(b) ?? []), a])
  }
  for (const [tens, from, to] of TENS) {
    for (let value = from; value <= to; value++) {
      const unit = value - from
      // Vingt-et-un and soixante-et-onze, but quatre-vingt-un.
      const link = (unit === 1 || unit === 11) && tens !== 'quatre-vingt' ? '-et-' : '-'
      const words = unit === 0 ? (tens === 'quatre-vingt' ? 'quatre-vingts' : tens) : tens + link + UNITS[unit]
      if (words !== tens || value >= 70) join(words, String(value))
      if (value > 20) join(ordinal(unit === 0 ? tens : words), `${value}e`)
    }
  }
  return others
}

function ordinal(words: string): string {
  if (words.endsWith('cinq')) return `${words}uième`
  if (words.endsWith('neuf')) return `${words.slice(0, -1)}vième`
  return `${words.replace(/e$/, '')}ième`
}
