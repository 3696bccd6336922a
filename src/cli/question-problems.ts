/** Says what looked like an operator in a question and was read as words. */
import { type Inspection, parseQuery } from '../index.ts'
import type { Terminal } from './terminal.ts'

/** How much of it is shown. */
const MOST_SHOWN = 40

export function reportProblems(
  question: string,
  fields: Inspection['fields'],
  columns: Inspection['columns'],
  terminal: Terminal,
): void {
  const types = Object.fromEntries(columns.map(({ name, type }) => [name, type]))
  for (const { code, start, end } of parseQuery(question, { fields: fields.map(({ name }) => name), columns: types })
    .problems) {
    const text = question.slice(start, Math.min(end, start + MOST_SHOWN))
    terminal.report(terminal.errorColors.dim(terminal.messages.search.problem(code, text)))
  }
}
