/** A language of an index with several: it reads texts like the language alone, and marks its words and keys. */

import { bare, markOf } from '../text/language-mark.ts'
import { TokenKind, TokenList } from '../text/token.ts'
import type { Language } from './language.ts'

/** Forwards tokens with marked words. */
class MarkingTokens extends TokenList {
  private readonly target: TokenList
  private readonly mark: string
  /** The number of code units of the source before the text. */
  private readonly offset: number

  constructor(target: TokenList, mark: string, offset: number) {
    super()
    this.target = target
    this.mark = mark
    this.offset = offset
  }

  override push(word: string, start: number, end: number, position: number, kind: number, span = 1): void {
    this.target.push(word + this.mark, start + this.offset, end + this.offset, position, kind, span)
  }

  override pushSlice(
    text: string,
    from: number,
    to: number,
    start: number,
    end: number,
    position: number,
    kind: number,
  ) {
    this.push(text.slice(from, to), start, end, position, kind)
  }
}

/** Reads a text that starts with the mark of its language: once, or twice for the first text of a document, where the mark is a word as well. */
export function readMarkedText(text: string, mark: string, language: Language, tokens: TokenList): void {
  const isFirst = text[1] === mark
  if (isFirst) tokens.push(mark, 0, 1, 0, TokenKind.word)
  const offset = isFirst ? 2 : 1
  language.tokenize(text.slice(offset), new MarkingTokens(tokens, mark, offset))
}

/** The language with this index among those of a search index, for reading the stored texts of its documents. */
export function markedLanguage(language: Language, place: number): Language {
  const mark = markOf(place)
  const { definition, operators, typography, orthography, values } = language
  return {
    definition,
    tokenize: (text, tokens) => language.tokenize(text, new MarkingTokens(tokens, mark, 0)),
    tokenizeQuery: (text, tokens) => language.tokenizeQuery(text, new MarkingTokens(tokens, mark, 0)),
    key: word => (word === mark ? mark : language.key(bare(word)) + mark),
    isStopWord: word => word === mark || language.isStopWord(bare(word)),
    isKnownWord: word => language.isKnownWord(bare(word)),
    queryWeight: word => language.queryWeight(bare(word)),
    classWeight: (asked, found) => language.classWeight(bare(asked), bare(found)),
    related: word => language.related(bare(word)).map(related => ({ ...related, word: related.word + mark })),
    phrasesFrom: key =>
      language.phrasesFrom(bare(key)).map(({ from, to, weight }) => ({
        from: from.map(key => key + mark),
        to: to.map(word => word + mark),
        weight,
      })),
    operators,
    typography,
    orthography: { ...orthography, print: word => orthography.print(bare(word)) },
    ...(values !== undefined && { values }),
  }
}
