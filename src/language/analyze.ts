/** The tokens of a text as the index sees them, as plain objects. */

import { checkOptions, type OptionNames } from '../check-options.ts'
import { TokenKind, type TokenKindName, TokenList } from '../text/token.ts'
import type { Language } from './language.ts'

/** One token, for reading. */
export interface AnalyzedToken {
  /** The word as the dictionary writes it. */
  text: string
  start: number
  end: number
  position: number
  kind: TokenKindName
  /** How many positions a whole covers; absent for a single word. */
  span?: number
}

export interface AnalyzeOptions {
  /** Whether elided words (`l'`, `qu'`) are listed; they are in the index either way. */
  elisions?: boolean | undefined
  /** Whether the text is read as a query, where a space may stand for an apostrophe. */
  query?: boolean | undefined
}

const ANALYZE_OPTIONS: OptionNames<AnalyzeOptions> = { elisions: 1, query: 1 }
const NAMES = new Map(Object.entries(TokenKind).map(([name, kind]) => [kind, name as TokenKindName]))

/** The tokens that `language` finds in `text`, in order, wholes before their parts. */
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
