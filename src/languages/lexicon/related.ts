/** The words that a query word finds beyond its class: spelling variants, Roman numerals, synonyms, family. */
import type { PhraseSynonym, RelatedWord, Relation, Synonyms } from '../../language/language.ts'
import { romanNumeral, romanValue } from '../../text/roman.ts'
import { NUMERAL_WEIGHT } from '../../weights.ts'
import { isGroup, listOf } from './word-options.ts'

/** An entry of a synonym as words, without stop words if it has others. */
export interface SynonymEntry {
  text: string
  /** Compounds as one word. */
  wholes: readonly string[]
  /** Compounds as their parts, as in a query. */
  parts: readonly string[]
}

/** A source of related words. */
export interface RelatedWordSource {
  /** The words related to a word: first those of its class, then its own, in the order of the source. */
  wordsOf(word: string, key: string): readonly RelatedWord[]
  /** The phrases whose first query word has this key. */
  phrasesFrom(key: string): readonly PhraseSynonym[]
}

/** By key or word, the related words, each once. */
type RelatedWordMap = Map<string, Map<string, RelatedWord>>

/** Related words by class key, so that an inflected word finds those of its base form. */
export class RelatedWords implements RelatedWordSource {
  private readonly byKey: RelatedWordMap = new Map()
  /** Related words of exact words, such as abbreviations: `ets` is établissements, but `et`, of the same class, is not. */
  private readonly byWord: RelatedWordMap = new Map()
  /** The synonyms with several words, by their first key. */
  private readonly phrases = new Map<string, PhraseSynonym[]>()
  private readonly key: (word: string) => string
  private readonly read: (text: string) => SynonymEntry
  private readonly base: RelatedWordSource | undefined

  /** `key` returns a word's class, `read` reads an entry that may have several words, and `base` has existing words. */
  constructor(key: (word: string) => string, read: (text: string) => SynonymEntry, base?: RelatedWordSource) {
    this.key = key
    this.read = read
    this.base = base
  }

  /** Adds equivalent words. Those in `exact` match only the exact word, not their class. */
  addGroup(words: readonly string[], weight: number, relation: Relation, exact: readonly string[] = []): void {
    const keys = words.map(this.key)
    const others: RelatedWord[] = [
      ...words.map(word => ({ word, wholeClass: true, weight, relation })),
      ...exact.map(word => ({ word, wholeClass: false, weight, relation })),
    ]
    keys.forEach((key, i) => {
      others.forEach((other, j) => {
        if (j !== i && keys[j] !== key) this.addWord(this.byKey, key, other)
      })
    })
    for (const word of exact) {
      for (const other of others) if (other.word !== word) this.addWord(this.byWord, word, other)
    }
  }

  /** Adds the synonyms of the options. */
  addSynonyms(synonyms: Synonyms, weight: number): void {
    for (const entry of synonyms) {
      const from = (isGroup(entry) ? entry : listOf(entry.from)).map(this.read)
      const to = isGroup(entry) ? from : listOf(entry.to).map(this.read)
      for (const asked of from)
        for (const meant of to) if (asked.text !== meant.text) this.add(asked, meant, weight, 'synonym')
    }
  }

  private add(from: SynonymEntry, to: SynonymEntry, weight: number, relation: Relation): void {
    const [asked, ...moreAsked] = from.wholes
    const [meant, ...moreMeant] = to.wholes
    if (asked === undefined || meant === undefined) return
    const isPhrase = moreAsked.length > 0 || moreMeant.length > 0
    // A query has a compound as its parts. If it is typed without hyphens, it is still one word.
    if (isPhrase || from.parts.length > 1) {
      this.addPhrase({ from: from.parts.map(this.key), to: to.parts, weight })
    }
    if (isPhrase) return
    const key = this.key(asked)
    if (key !== this.key(meant)) this.addWord(this.byKey, key, { word: meant, wholeClass: true, weight, relation })
  }

  private addPhrase(phrase: PhraseSynonym): void {
    const [first] = phrase.from
    const known = this.phrases.get(first)
    if (known === undefined) this.phrases.set(first, [phrase])
    else known.push(phrase)
  }

  phrasesFrom(key: string): readonly PhraseSynonym[] {
    return joined(this.base?.phrasesFrom(key), this.phrases.get(key))
  }

  private addWord(into: RelatedWordMap, from: string, related: RelatedWord): void {
    const words = into.get(from)
    if (words === undefined) into.set(from, new Map([[related.word, related]]))
    else if (!words.has(related.word)) words.set(related.word, related)
  }

  wordsOf(word: string, key: string): readonly RelatedWord[] {
    return joined(this.base?.wordsOf(word, key), joined(listed(this.byKey.get(key)), listed(this.byWord.get(word))))
  }

  /** A copy with further synonyms. This object does not change. */
  withSynonyms(synonyms: Synonyms, weight: number): RelatedWords {
    const more = new RelatedWords(this.key, this.read, this)
    more.addSynonyms(synonyms, weight)
    return more
  }

  /** The words related to `word`, best first. `family` are those related by meaning. */
  of(word: string, family: readonly RelatedWord[]): readonly RelatedWord[] {
    const known = this.wordsOf(word, this.key(word))
    const numbers = numbersLike(word, known)
    if (numbers.length === 0 && (known.length === 0 || family.length === 0)) {
      return known.length === 0 ? family : sorted(known)
    }
    return sorted([...known, ...numbers, ...family])
  }
}

function listed(words: ReadonlyMap<string, RelatedWord> | undefined): readonly RelatedWord[] | undefined {
  return words && [...words.values()]
}

function joined<T>(some: readonly T[] = [], others: readonly T[] = []): readonly T[] {
  if (some.length === 0) return others
  return others.length === 0 ? some : [...some, ...others]
}

function sorted(words: readonly RelatedWord[]): readonly RelatedWord[] {
  return words.length < 2 ? words : [...words].sort((a, b) => b.weight - a.weight)
}

/** Other notations of a number, in addition to those of one word: Roman numerals for digits and letters, and vice versa. */
function numbersLike(word: string, known: readonly RelatedWord[]): RelatedWord[] {
  const numbers: RelatedWord[] = []
  for (const writing of [word, ...known.map(other => other.word)]) {
    const numeral = numeralOf(writing)
    if (numeral !== undefined && numeral !== word)
      numbers.push({ word: numeral, wholeClass: false, weight: NUMERAL_WEIGHT, relation: 'variant' })
  }
  return numbers
}

/** XIV and 14: a small Roman numeral of at least two letters, and vice versa. A single letter is a letter. */
function numeralOf(word: string): string | undefined {
  const first = word.charCodeAt(0)
  if (first >= 0x31 && first <= 0x39 && word.length < 3) {
    const numeral = romanNumeral(Number(word))
    return /^\d{1,2}$/.test(word) && numeral.length > 1 && Number(word) < 40 ? numeral : undefined
  }
  if (word.length < 2 || word.length > 7 || (first !== 0x69 && first !== 0x76 && first !== 0x78)) return undefined
  const value = romanValue(word)
  return value === 0 || value > 39 ? undefined : String(value)
}
