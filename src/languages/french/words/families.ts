/** Words of one family: derivations of a verb or a noun, and the inhabitants of a place. */
import type { RelatedWord } from '../../../language/language.ts'
import { fold } from '../../../text/fold.ts'
import { FAMILY_WEIGHT } from '../../../weights.ts'
import { LineTable } from '../../lexicon/line-table.ts'
import { sortedLines } from '../../lexicon/sorted-lines.ts'
import { DERIVATIONS, FAMILIES } from '../data/inflection-tables.ts'

interface Family {
  words: readonly string[]
  /** The keys of the words; computed on first use. */
  keys?: readonly string[]
}

/** The families of the tables. `keyOf` returns the key of a word without hyphens and apostrophes. */
export class Families {
  private readonly keyOf: (word: string) => string
  private readonly families = new LineTable(
    () => sortedLines(FAMILIES),
    (lines): Family[] => lines.map(line => ({ words: readFamily(line) })),
  )
  private readonly derivations = new LineTable(
    () => DERIVATIONS.split('\n'),
    (lines, beginnings): Family[] => lines.flatMap(line => readPairs(line, beginnings)).map(words => ({ words })),
  )

  constructor(keyOf: (word: string) => string) {
    this.keyOf = keyOf
  }

  /**
   * The other words of the families with a word of the class `key`, which is that of `asked`. Their keys are added to `seen`; words whose keys are in it are
   * skipped.
   */
  of(asked: string, key: string, seen: Set<string>): RelatedWord[] {
    const related: RelatedWord[] = []
    for (const family of this.holding(asked, key)) {
      const keys = (family.keys ??= family.words.map(this.keyOf))
      if (!keys.includes(key)) continue
      family.words.forEach((word, i) => {
        if (seen.has(keys[i])) return
        seen.add(keys[i])
        related.push({ word, wholeClass: true, weight: FAMILY_WEIGHT, relation: 'family' })
      })
    }
    return related
  }

  /** Whether a family has the word, or its feminine or plural. A common key is not enough: `parmis` has the key of Parme. */
  has(asked: string): boolean {
    const folded = fold(asked.replace(/[-']/g, ''))
    return this.holding(asked, this.keyOf(asked)).some(({ words }) =>
      words.some(word => {
        const base = fold(word)
        return folded.startsWith(base) && NOMINAL_ENDING.test(folded.slice(base.length))
      }),
    )
  }

  private holding(asked: string, key: string): Family[] {
    return [...this.families.linesOf(key, asked), ...this.derivations.linesOf(key, asked)]
  }
}

/** The endings that a noun or adjective may add to its base form. */
const NOMINAL_ENDING = /^(?:n?e)?s?$/

// A line is a word, then the others: what they drop from it and what they add, or complete (`voir vue 2sion`).
function readFamily(line: string): string[] {
  const [first, ...others] = line.split(' ')
  return [first, ...others.map(other => expand(first, other))]
}

// A line is two endings, then the stems of pairs: `er ure coup` is couper, coupure.
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
