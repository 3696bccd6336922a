/**
 * What stands in titles behind given words: all titles from each of their words on, in order. Those that begin alike stand together, so they are counted
 * by looking for both ends (U. Manber, G. Myers, "Suffix arrays", 1993, with words in place of letters).
 */
import { partitionPoint } from '../dictionary/ranked-words.ts'
import type { Language } from '../language/language.ts'
import { fold } from '../text/fold.ts'
import { TokenList } from '../text/token.ts'

/** The words of a text as they are compared, and where they stand. */
export interface ReadWords {
  text: string
  /** Folded. */
  words: readonly string[]
  starts: readonly number[]
  ends: readonly number[]
  /** Whether a word says something: it is no stop word. */
  content: readonly boolean[]
}

/** A title from one of its words on. */
export interface TitleSuffix {
  /** Its words as far as nothing but a space, a hyphen or an apostrophe parts them: folded, each followed by a space. */
  key: string
  title: ReadWords
  /** The word it begins with. */
  first: number
}

/** Words that titles go on with behind given ones. */
export interface Continuation {
  /** The given words and the one behind them, folded, each followed by a space. */
  key: string
  /** How often titles hold them. */
  count: number
  /** The first of those titles. */
  example: TitleSuffix
}

export class TitleSequences {
  /** In the order of their keys, of each the first. */
  private readonly suffixes: readonly TitleSuffix[]
  /** How many suffixes stand before each of those, repetitions counted. */
  private readonly counts: Uint32Array
  private readonly known = new Map<string, readonly Continuation[]>()

  constructor(titles: Iterable<string>, language: Language) {
    const byKey = new Map<string, TitleSuffix & { count: number }>()
    for (const text of titles) {
      for (const suffix of suffixesOf(readWords(text, language))) {
        const known = byKey.get(suffix.key)
        if (known === undefined) byKey.set(suffix.key, { ...suffix, count: 1 })
        else known.count++
      }
    }
    const suffixes = [...byKey.values()].sort(compareSuffixes)
    this.suffixes = suffixes
    this.counts = new Uint32Array(suffixes.length + 1)
    suffixes.forEach(({ count }, i) => {
      this.counts[i + 1] = this.counts[i] + count
    })
  }

  /** How the titles that begin with `key` go on, to the end of the word that it leaves open, or by one word: the most frequent first. */
  continuations(key: string): readonly Continuation[] {
    const known = this.known.get(key)
    if (known !== undefined) return known
    const found: Continuation[] = []
    const { suffixes } = this
    for (let at = this.firstFrom(key, 0); at < suffixes.length && suffixes[at].key.startsWith(key); ) {
      const example = suffixes[at]
      const end = example.key.indexOf(' ', key.length) + 1
      if (end === 0) {
        at++
        continue
      }
      const longer = example.key.slice(0, end)
      const next = this.firstBehind(longer, at)
      found.push({ key: longer, count: this.counts[next] - this.counts[at], example })
      at = next
    }
    this.known.set(key, found.sort(compareContinuations))
    return found
  }

  /** The first place from `start` on whose key is not less than `key`. */
  private firstFrom(key: string, start: number): number {
    return partitionPoint(start, this.suffixes.length, at => this.suffixes[at].key >= key)
  }

  /** The first place behind `start` whose key does not begin with `key`, looked for in growing steps: most are near. */
  private firstBehind(key: string, start: number): number {
    const isBehind = (at: number) => !this.suffixes[at].key.startsWith(key)
    let step = 1
    while (start + step < this.suffixes.length && !isBehind(start + step)) step *= 2
    return partitionPoint(start + (step >> 1), Math.min(start + step, this.suffixes.length), isBehind)
  }
}

const JOINING = /^[\s'’-]*$/

/** Whether a word begins the text, or a sign stands before it. */
export function isParted({ text, starts, ends }: ReadWords, word: number): boolean {
  return word === 0 || !JOINING.test(text.slice(ends[word - 1], starts[word]))
}

export function compareContinuations(a: Continuation, b: Continuation): number {
  return b.count - a.count || (a.key < b.key ? -1 : 1)
}

/** The order of suffixes. */
export function compareSuffixes(a: TitleSuffix, b: TitleSuffix): number {
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0
}

/** The title from each word on, but for stop words: nobody asks for what begins with one. */
function* suffixesOf(title: ReadWords): Generator<TitleSuffix> {
  const { words, content } = title
  for (let first = 0; first < words.length; ) {
    let end = first + 1
    while (end < words.length && !isParted(title, end)) end++
    const run = keyOf(words.slice(first, end))
    for (let at = 0; first < end; first++) {
      if (content[first]) yield { key: run.slice(at), title, first }
      at += words[first].length + 1
    }
  }
}

/** Words as one text to look up: each followed by a space. */
export function keyOf(words: readonly string[]): string {
  return words.map(word => `${word} `).join('')
}

/** Reads the single words of a text; of a compound, its parts. */
export function readWords(text: string, language: Language): ReadWords {
  const tokens = new TokenList()
  language.tokenize(text, tokens)
  const read = { text, words: [] as string[], starts: [] as number[], ends: [] as number[], content: [] as boolean[] }
  for (let i = 0; i < tokens.length; i++) {
    if (tokens.spans[i] > 1) continue
    read.words.push(fold(tokens.words[i]))
    read.starts.push(tokens.starts[i])
    read.ends.push(tokens.ends[i])
    read.content.push(!language.isStopWord(tokens.words[i]))
  }
  return read
}
