/** Reads a query in all languages of an index: the readings of a word share one token, so that it becomes one term. */

import { isMarked, markOf, withLead } from '../text/language-mark.ts'
import { TokenKind, TokenList } from '../text/token.ts'
import { detectQueryLanguage } from './detect-language.ts'
import type { Language } from './language.ts'

/** A language that reads queries, with its index among those of the search index. */
export interface PlacedLanguage {
  language: Language
  place: number
}

/** A language's tokens of a text, by their offsets. */
class OtherReading {
  readonly place: number
  private readonly tokens = new TokenList()
  private readonly byRange = new Map<string, string>()
  private next = 0

  constructor(text: string, { language, place }: PlacedLanguage, method: 'tokenize' | 'tokenizeQuery') {
    this.place = place
    const { tokens } = this
    language[method](text, tokens)
    for (let i = 0; i < tokens.length; i++) {
      const range = `${tokens.starts[i]} ${tokens.ends[i]} ${tokens.spans[i] > 1}`
      if (tokens.kinds[i] !== TokenKind.elision && !this.byRange.has(range)) this.byRange.set(range, tokens.words[i])
    }
  }

  /** Its word at a range, or its single word around it: `l'emploi` for `emploi`. Call in the order of the text. */
  wordAt(start: number, end: number, isWhole: boolean): string | undefined {
    const word = this.byRange.get(`${start} ${end} ${isWhole}`)
    if (word !== undefined || isWhole) return word
    const { tokens } = this
    while (this.next < tokens.length && tokens.ends[this.next] < end) this.next++
    for (let i = this.next; i < tokens.length && tokens.starts[i] <= start; i++) {
      if (tokens.spans[i] === 1 && tokens.kinds[i] !== TokenKind.elision) return tokens.words[i]
    }
    return undefined
  }
}

/**
 * Appends the tokens of the language of the text, as detected from its words (the first language, if undetected). A word that all languages read alike stays
 * unmarked; otherwise each reading has its mark. If the language of the query is known, each word records it: that language decides whether the word is a stop
 * word, and how much it counts.
 */
export function readInAll(
  text: string,
  languages: readonly PlacedLanguage[],
  method: 'tokenize' | 'tokenizeQuery',
  tokens: TokenList,
): void {
  const lead = detectQueryLanguage(
    text,
    languages.map(({ language }) => language.clues),
  )
  const main = languages[Math.max(0, lead)]
  const own = new TokenList()
  main.language[method](text, own)
  const others = languages.flatMap(other => (other === main ? [] : new OtherReading(text, other, method)))
  for (let i = 0; i < own.length; i++) {
    const [start, end, kind, span] = [own.starts[i], own.ends[i], own.kinds[i], own.spans[i]]
    let word = own.words[i]
    if (kind !== TokenKind.elision) {
      const found = others.map(other => ({ place: other.place, word: other.wordAt(start, end, span > 1) }))
      const isSame = found.every(other => other.word === word) && !isMarked(word)
      if (!isSame) {
        word += markOf(main.place)
        for (const other of found) if (other.word !== undefined) word += other.word + markOf(other.place)
      }
      if (lead !== -1) word = withLead(word, main.place)
    }
    tokens.push(word, start, end, own.positions[i], kind, span)
  }
}
