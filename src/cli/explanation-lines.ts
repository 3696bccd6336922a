/** An explanation in words: which word of the question met which word of the document, how, where, and what it brought. */
import type { ExplainedForm, ExplainedWord, Explanation } from '../index.ts'
import { alignColumns } from './columns.ts'
import type { Terminal } from './terminal.ts'

export function explanationLines(explanation: Explanation, documents: number, terminal: Terminal): string[] {
  const { colors, messages } = terminal
  const { explain: say, format } = messages
  const { score, words, title, closeness } = explanation
  const amount = (part: number) => `${format.score(part)} ${colors.dim(`(${format.percent(part / score)})`)}`
  const rows = words.flatMap((word): string[][] => [
    [say.word(word.word), amount(word.score), colors.dim(say.rarity(word.documentFrequency, documents))],
    ...word.forms.map(form => formRow(word, form, terminal)),
  ])
  if (title !== undefined) rows.push([say.title, amount(title.score)])
  for (const { words: pair, score } of closeness) rows.push([say.close(...pair), amount(score)])
  rows.push([colors.bold(say.sum), colors.bold(format.score(score))])
  return alignColumns(rows)
}

function formRow({ word }: ExplainedWord, found: ExplainedForm, { colors, messages }: Terminal): string[] {
  const { explain: say, format } = messages
  const { form, relation, field, score, frequency, length, averageLength } = found
  const what = form === word ? say.itself : say.form(form, say.relations[relation])
  return [
    colors.dim(`  ${what}`),
    colors.dim(`  ${format.score(score)}`),
    colors.dim(say.where(field, frequency, length, averageLength)),
  ]
}
