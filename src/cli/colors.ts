/**
 * Colours that only the program can produce. Escape sequences in texts are removed on output, so those of the program are marked with a number that no text can
 * know.
 */
import { randomInt } from 'node:crypto'
import pc from 'picocolors'
import { plainText } from './plain-text.ts'

export type Colors = ReturnType<typeof pc.createColors>

/**
 * Parameters of the program's sequences while they are in its texts. They have four digits each, so that Node still treats the whole as a sequence without
 * width.
 */
const MARK = `;${randomInt(1000, 10_000)};${randomInt(1000, 10_000)};${randomInt(1000, 10_000)}`
const SEQUENCES = /\x1b\[(\d+)m/g
const MARKED = new RegExp(`\\x1b\\[(\\d+)${MARK}m`)
const ALL_MARKED = new RegExp(MARKED, 'g')

export function createColors(isEnabled: boolean): Colors {
  const colors = pc.createColors(isEnabled)
  if (!isEnabled) return colors
  const paints = Object.entries(colors).map(([name, paint]) => {
    if (typeof paint !== 'function') return [name, paint]
    return [name, (text: unknown) => mark(paint(withColors(String(text))))]
  })
  return Object.fromEntries(paints) as Colors
}

function mark(painted: string): string {
  return painted.replace(SEQUENCES, `\x1b[$1${MARK}m`)
}

/** The output: with the program's colours, but no other control sequences. */
export function withColors(text: string): string {
  if (!MARKED.test(text)) return plainText(text)
  let written = ''
  let at = 0
  for (const { index, 0: sequence, 1: code } of text.matchAll(ALL_MARKED)) {
    written += `${plainText(text.slice(at, index))}\x1b[${code}m`
    at = index + sequence.length
  }
  return written + plainText(text.slice(at))
}
