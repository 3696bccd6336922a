/** `trouvaille explain`: explains the rank and score of a document in words. */

import type { ExplainedForm, ExplainedWord, Explanation, Language, SearchIndex } from '../../index.ts'
import { explainHit, indexId, MAX_RANKING } from '../../internal.ts'
import { type Arguments, type Command, ExitCode } from '../command.ts'
import { Failure } from '../failure.ts'
import { storedTitle, titleFieldOf } from '../hit-parts.ts'
import { withIndex } from '../open-index.ts'
import { OpenedLanguage, synonymsOf, synonymsOption } from '../opened-language.ts'
import { queryWords } from '../query-reading.ts'
import type { Terminal } from '../terminal.ts'
import { alignColumns } from '../text-layout.ts'

export const explain: Command = {
  name: 'explain',
  summary: m => m.help.summaries.explain,
  operands: [
    { name: m => m.help.operands.file },
    { name: m => m.help.operands.query },
    { name: m => m.help.operands.id },
  ],
  options: { synonyms: synonymsOption, json: { describe: m => m.help.describe.json } },
  async run(args, terminal) {
    const [file] = args.operands
    const opened = new OpenedLanguage(await synonymsOf(args, terminal.messages))
    return withIndex(file, terminal.messages, index => report(index, args, opened.language, terminal), opened.options)
  },
}

function report(index: SearchIndex, args: Arguments, language: Language, terminal: Terminal): number {
  const { messages } = terminal
  const [file, question, id] = args.operands
  const documentId = indexId(index, id)
  if (documentId === undefined) throw new Failure(messages.explain.unknown(file, id))
  const { total, hits } = index.search(question, { limit: MAX_RANKING, countUpTo: Number.POSITIVE_INFINITY })
  const ids = hits.map(hit => hit.id)
  const { rank, hit } = explainHit(index, question, ids, documentId) ?? { rank: undefined, hit: undefined }
  if (args.has('json')) {
    terminal.printJson({ query: question, id, total, rank, explanation: hit?.explanation })
  } else if (hit?.explanation === undefined) {
    terminal.print(total > MAX_RANKING ? messages.explain.tooFar(MAX_RANKING) : messages.explain.notFound(question))
  } else {
    const inspection = index.inspect()
    const title = storedTitle(hit.document, titleFieldOf(inspection.fields)) ?? id
    terminal.print(messages.explain.place(rank ?? 1, total, title))
    for (const line of explanationLines(hit.explanation, index.size, terminal)) terminal.print(line)
    const held = new Set(hit.explanation.words.map(({ word }) => word))
    const words = queryWords(question, language, inspection)
    const lacking = words.filter(word => !held.has(word))
    if (lacking.length > 0) terminal.print(terminal.colors.dim(messages.evaluate.lacking(lacking)))
  }
  return ExitCode.success
}

/** Which query word matched which word of the document, how, where, and with what score. */
function explanationLines(explanation: Explanation, documents: number, terminal: Terminal): string[] {
  const { colors, messages } = terminal
  const { explain: say, format } = messages
  const { score, words, title, proximity, quotations } = explanation
  const amount = (part: number) => `${format.score(part)} ${colors.dim(`(${format.percent(part / score)})`)}`
  const rows = words.flatMap((word): string[][] => [
    [say.word(word.word), amount(word.score), colors.dim(say.rarity(word.documentFrequency, documents))],
    ...word.forms.map(form => formRow(word, form, terminal)),
  ])
  if (title !== undefined) rows.push([say.title, amount(title.score)])
  for (const { words: pair, score } of proximity) rows.push([say.close(...pair), amount(score)])
  for (const { text, score } of quotations) rows.push([say.quotation(text), amount(score)])
  rows.push([colors.bold(say.sum), colors.bold(format.score(score))])
  return alignColumns(rows)
}

function formRow({ word }: ExplainedWord, explained: ExplainedForm, { colors, messages }: Terminal): string[] {
  const { explain: say, format } = messages
  const { form, relation, field, score, frequency, length, averageLength } = explained
  const what = form === word ? say.itself : say.form(form, say.relations[relation])
  return [
    colors.dim(`  ${what}`),
    colors.dim(`  ${format.score(score)}`),
    colors.dim(say.where(field, frequency, length, averageLength)),
  ]
}
