/** Highlights as people read them: `L’[Arabie]`. */
import type { Highlight } from '../../src/highlight/highlight.ts'

export function withBrackets({ text, ranges }: Highlight): string {
  let shown = ''
  let done = 0
  for (const [start, end] of ranges) {
    shown += `${text.slice(done, start)}[${text.slice(start, end)}]`
    done = end
  }
  return shown + text.slice(done)
}
