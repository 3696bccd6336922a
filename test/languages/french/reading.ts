/** How the tests write what was read: one line per text, checked for true offsets and positions on the way. */
import { expect, test } from 'vitest'
import { french } from '../../../src/languages/french/french.ts'
import { TokenKind, TokenList } from '../../../src/text/token.ts'
import { checkTokens } from '../../support/check-tokens.ts'

export const language = french()

/** The tokens of a text, checked. */
export function tokensOf(source: string, isQuestion = false): TokenList {
  const tokens = new TokenList()
  if (isQuestion) language.tokenizeQuery(source, tokens)
  else language.tokenize(source, tokens)
  checkTokens(source, tokens)
  return tokens
}

/**
 * What was read, in one line: words between spaces, `a|b` for two words at one position, `[whole: its parts]`, elided words with
 * their apostrophe.
 */
export function read(source: string, isQuestion = false): string {
  const tokens = tokensOf(source, isQuestion)
  const groups: string[] = []
  const closings: number[] = []
  let i = 0
  while (i < tokens.length) {
    const position = tokens.positions[i]
    let opening = ''
    const words: string[] = []
    for (; i < tokens.length && tokens.positions[i] === position; i++) {
      if (tokens.spans[i] > 1) {
        opening += `[${tokens.words[i]}: `
        closings.push(position + tokens.spans[i] - 1)
      } else words.push(tokens.words[i])
    }
    let closing = ''
    for (const last of closings) if (last === position) closing += ']'
    groups.push(opening + words.join('|') + closing)
  }
  return groups.join(' ')
}

/** The pieces of the source that the words of one position each stand for, without wholes and elided words. */
export function marked(source: string): string[] {
  const tokens = tokensOf(source)
  const pieces: string[] = []
  for (let i = 0; i < tokens.length; i++) {
    if (tokens.spans[i] > 1 || tokens.kinds[i] === TokenKind.elision) continue
    if (i > 0 && tokens.positions[i] === tokens.positions[i - 1] && tokens.spans[i - 1] === 1) continue
    pieces.push(source.slice(tokens.starts[i], tokens.ends[i]))
  }
  return pieces
}

/** One test per row: a text, and how it is read. */
export function reads(rows: readonly (readonly [text: string, expected: string])[], isQuestion = false): void {
  test.each(rows)('%s', (text, expected) => {
    expect(read(text, isQuestion)).toBe(expected)
  })
}
