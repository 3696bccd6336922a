/** The tokens of a text as the index sees them, as plain objects. */

import { checkOptions, type OptionNames } from '../check-options.ts'
import { TokenKind, type TokenKindName, TokenList } from '../text/token.ts'
import type { Language } from './language.ts'

/**
 * A token, as `analyze()` returns it.
 *
 * @example
 * for (const { text, start, end } of analyze('Une trêve', french())) console.log(text, start, end)
 */
export interface AnalyzedToken {
  /** The word, as the dictionary writes it: lower case, accents kept. */
  text: string
  /** Where it starts in the text, in UTF-16 units. */
  start: number
  /** Where it ends in the text, in UTF-16 units. */
  end: number
  /** Its position in words, from 0. */
  position: number
  /** What kind of token it is. */
  kind: TokenKindName
  /** How many positions a whole covers; absent for a single word. */
  span?: number
}

/**
 * The options of `analyze()`. None of them is needed.
 *
 * @example
 * analyze('L’été', french(), { elisions: true }).map(({ text }) => text) // ["l'", 'été']
 */
export interface AnalyzeOptions {
  /** Whether to return elided words (`l'`, `qu'`). They are in the index either way. Default: `false`. */
  elisions?: boolean | undefined
  /** Whether to read the text as a query, in which a space may stand for an apostrophe. Default: `false`. */
  query?: boolean | undefined
}

const ANALYZE_OPTIONS: OptionNames<AnalyzeOptions> = { elisions: 1, query: 1 }
const NAMES = new Map(Object.entries(TokenKind).map(([name, kind]) => [kind, name as TokenKindName]))

/**
 * Returns the tokens that a language finds in a text, in order, wholes before their parts. To see why a document is found, or not.
 *
 * @throws InvalidOptionError for wrong options
 * @example
 * analyze('L’école rouvre', french())
 * // [{ text: 'école', start: 2, end: 7, position: 1, kind: 'word' }, { text: 'rouvre', start: 8, end: 14, position: 2, kind: 'word' }]
 */
export function analyze(text: string, language: Language, options: AnalyzeOptions = {}): AnalyzedToken[] {
  checkOptions(options, ANALYZE_OPTIONS)
  const tokens = new TokenList()
  if (options.query) language.tokenizeQuery(text, tokens)
  else language.tokenize(text, tokens)
  const analyzed: AnalyzedToken[] = []
  for (let i = 0; i < tokens.length; i++) {
    const kind = NAMES.get(tokens.kinds[i] as 0) ?? 'word'
    if (kind === 'elision' && !options.elisions) continue
    const token: AnalyzedToken = {
      text: tokens.words[i],
      start: tokens.starts[i],
      end: tokens.ends[i],
      position: tokens.positions[i],
      kind,
    }
    if (tokens.spans[i] > 1) token.span = tokens.spans[i]
    analyzed.push(token)
  }
  return analyzed
}
