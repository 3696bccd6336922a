/** What holds for the tokens of any text in any language. */
import type { TokenList } from '../../src/text/token.ts'

/** Checks what holds for the tokens of any text: order, bounds, positions without holes, wholes over their parts. */
export function checkTokens(source: string, tokens: TokenList): void {
  let position = -1
  let start = 0
  const partStarts = new Map<number, number>()
  const partEnds = new Map<number, number>()
  // `expect` would take longer than all the rest of a property.
  const check = (holds: boolean, i: number, wrong: string) => {
    if (!holds) throw new Error(`token ${i} of ${JSON.stringify(source)}, “${tokens.words[i]}”, ${wrong}`)
  }
  for (let i = 0; i < tokens.length; i++) {
    check(tokens.words[i] !== '', i, 'is empty')
    check(tokens.starts[i] < tokens.ends[i], i, 'ends before it starts')
    check(tokens.ends[i] <= source.length, i, 'ends outside the text')
    check(tokens.positions[i] === position || tokens.positions[i] === position + 1, i, 'leaves a position out')
    check(tokens.spans[i] > 0, i, 'spans no position')
    if (tokens.positions[i] > position) {
      position = tokens.positions[i]
      check(tokens.starts[i] >= start, i, 'starts before the last one')
    }
    start = Math.max(start, tokens.starts[i])
    if (tokens.spans[i] === 1) {
      partStarts.set(position, tokens.starts[i])
      partEnds.set(position, Math.max(tokens.ends[i], partEnds.get(position) ?? 0))
    } else {
      check(!partStarts.has(position), i, 'is a whole behind a part of its position')
    }
  }
  for (let i = 0; i < tokens.length; i++) {
    if (tokens.spans[i] === 1) continue
    const last = tokens.positions[i] + tokens.spans[i] - 1
    check(partEnds.has(last), i, 'spans positions that have no part')
    check(tokens.starts[i] <= (partStarts.get(tokens.positions[i]) ?? -1), i, 'starts after its first part')
    check(tokens.ends[i] >= (partEnds.get(last) ?? Number.POSITIVE_INFINITY), i, 'ends before its last part')
  }
}
