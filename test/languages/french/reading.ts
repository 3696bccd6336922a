/** How the tests write what was read: one line per text, checked for true offsets and positions on the way. */
import { expect, test } from 'vitest'
import { french } from '../../../src/languages/french/french.ts'
import { TokenKind, TokenList } from '../../../src/text/token.ts'

export const language = french()

/** Checks what holds for the tokens of any text: order, bounds, positions without holes, wholes over their parts. */
export function checkTokens(source: string, tokens: TokenList): void {
  let position = -1
  let start = 0
  const partStarts = new Map<number, number>()
  const partEnds = new Map<number, number>()
  for (let i = 0; i < tokens.length; i++) {
    expect(tokens.words[i]).not.toBe('')
    expect(tokens.starts[i]).toBeLessThan(tokens.ends[i])
    expect(tokens.ends[i]).toBeLessThanOrEqual(source.length)
    expect(tokens.positions[i] === position || tokens.positions[i] === position + 1).toBe(true)
    expect(tokens.spans[i]).toBeGreaterThan(0)
    if (tokens.positions[i] > position) {
      position = tokens.positions[i]
      expect(tokens.starts[i]).toBeGreaterThanOrEqual(start)
    }
    start = Math.max(start, tokens.starts[i])
    if (tokens.spans[i] === 1) {
      partStarts.set(position, tokens.starts[i])
      partEnds.set(position, Math.max(tokens.ends[i], partEnds.get(position) ?? 0))
    } else {
      // A whole comes before the parts at its position.
      expect(partStarts.has(position)).toBe(false)
    }
  }
  for (let i = 0; i < tokens.length; i++) {
    if (tokens.spans[i] === 1) continue
    const last = tokens.positions[i] + tokens.spans[i] - 1
    expect(partEnds.has(last)).toBe(true)
    expect(tokens.starts[i]).toBeLessThanOrEqual(partStarts.get(tokens.positions[i]) ?? -1)
    expect(tokens.ends[i]).toBeGreaterThanOrEqual(partEnds.get(last) ?? Number.POSITIVE_INFINITY)
  }
}

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
