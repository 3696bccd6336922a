/** Reads a query in all languages of an index at once: what each of them makes of a word stands in one token, so that it becomes one term. */

import { isMarked, markOf, withLead } from '../text/language-mark.ts'
import { TokenKind, TokenList } from '../text/token.ts'
import { detectQueryLanguage } from './detect-language.ts'
import type { Language } from './language.ts'

/** A language that reads queries, with its place among those of the index. */
export interface PlacedLanguage {
  language: Language
  place: number
}

/** What a language makes of a text, by where its tokens stand. */
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

  /** Its word at a range, or its single word around it: `l'emploi` for `emploi`. Ask in the order of the text. */
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
 * Appends the tokens of the language that the text is in, as far as its words tell (the first, if they do not). A word that all read alike stands there as it is;
 * else each reading has its mark. If the language of the query is known, each word says it: whether it is a stop word, and how much it counts, is for that to decide.
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
