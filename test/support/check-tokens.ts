/** What holds for the tokens of any text in any language. */
import { expect } from 'vitest'
import type { TokenList } from '../../src/text/token.ts'

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
