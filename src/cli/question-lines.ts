/** The answer to a question as lines for a terminal: what came first, what should have come, and the score of each word. */

import type { DiagnosedDocument, Diagnosis, QuestionEvaluation } from '../evaluation/index.ts'
import type { Explanation, Language } from '../index.ts'
import { storedTitle } from './hit-parts.ts'
import type { Messages } from './messages/english.ts'
import { onOneLine } from './plain-text.ts'
import { queryWords } from './query-reading.ts'
import type { Terminal } from './terminal.ts'
import { type Paint, widthOf, wrapMarked } from './text-layout.ts'

type Document = DiagnosedDocument<Record<string, unknown>>

const INDENT = '   '

export function questionLines(
  { text }: QuestionEvaluation,
  { first, wanted }: Diagnosis<Record<string, unknown>>,
  titleField: string | undefined,
  language: Language,
  terminal: Terminal,
): string[] {
  const { colors, messages } = terminal
  const words = queryWords(text, language)
  const part = (name: string, documents: readonly Document[]) => [
    `${INDENT}${colors.underline(name)}`,
    ...documents.flatMap(document => documentLines(document, words, titleField, terminal)),
  ]
  const lines = part(messages.evaluate.first, first)
  if (first.length === 0) lines.push(`${INDENT}${messages.evaluate.nothing}`)
  return wanted.length === 0 ? lines : [...lines, ...part(messages.evaluate.wanted, wanted)]
}

function documentLines(
  { id, grade, rank, document, explanation }: Document,
  query: readonly string[],
  titleField: string | undefined,
  terminal: Terminal,
): string[] {
  const { colors, messages, width } = terminal
  const { evaluate: say, format } = messages
  const ordinal = rank === undefined ? '–' : `${format.number(rank)}.`
  const indent = `${INDENT}${' '.repeat(widthOf(ordinal) + 1)}`
  const title = storedTitle(document, titleField) ?? String(id)
  const score = explanation === undefined ? '' : format.score(explanation.score)
  const inner = Math.max(width - indent.length, 20)
  const isAnswer = grade > 0
  const paint = isAnswer ? colors.green : (text: string) => text
  const wrap = (text: string, width: number, paint: Paint) => wrapMarked({ text, ranges: [] }, width, paint, paint)
  const [head = '', ...more] = wrap(title, inner - score.length - 2, paint)
  const padding = score === '' ? '' : ' '.repeat(Math.max(inner - widthOf(head) - score.length, 2))
  const known = onOneLine(isAnswer ? `${id} · ${say.answer(grade)}` : String(id))
  const why = wrap(reasons(document, explanation, query, messages), inner, colors.dim)
  return [
    `${INDENT}${colors.dim(ordinal)} ${head}${padding}${colors.dim(score)}`,
    ...[...more, known, ...why].map(line => indent + line),
  ]
}

/** The score of each word, with the forms in the document, and the missing words. */
function reasons(
  document: Document['document'],
  explanation: Explanation | undefined,
  query: readonly string[],
  { evaluate: say, format }: Messages,
): string {
  if (document === undefined) return say.notThere
  if (explanation === undefined) return say.notFound
  const { words, title, proximity, quotations } = explanation
  const parts = words.map(({ word, score, forms }) => {
    const others = [...new Set(forms.map(({ form }) => form))].filter(form => form !== word)
    return `${word}\u00a0${format.score(score)}${others.length === 0 ? '' : ` (${format.fields(others)})`}`
  })
  if (title !== undefined) parts.push(`${say.title}\u00a0${format.score(title.score)}`)
  const close = proximity.reduce((sum, { score }) => sum + score, 0)
  if (close > 0) parts.push(`${say.proximity}\u00a0${format.score(close)}`)
  for (const { text, score } of quotations) parts.push(`${say.quotation(text)}\u00a0${format.score(score)}`)
  const held = new Set(words.map(({ word }) => word))
  const lacking = query.filter(word => !held.has(word))
  if (lacking.length > 0) parts.push(say.lacking(lacking))
  return parts.join(' · ')
}
