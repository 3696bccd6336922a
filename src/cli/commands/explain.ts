/** `trouvaille explain`: why a document has its place and its score, in words. */

import { indexId } from '../../evaluation/asked-index.ts'
import { DEEPEST, explainedHit } from '../../evaluation/explained-hit.ts'
import { french, type Language, type SearchIndex } from '../../index.ts'
import { askedWords } from '../asked-words.ts'
import { type Arguments, type Command, ExitCode } from '../command.ts'
import { explanationLines } from '../explanation-lines.ts'
import { Failure } from '../failure.ts'
import { withIndex } from '../open-index.ts'
import { storedTitle, titleFieldOf } from '../stored-title.ts'
import { languageOf, synonymsOption } from '../synonyms-file.ts'
import type { Terminal } from '../terminal.ts'

export const explain: Command = {
  name: 'explain',
  summary: m => m.help.summaries.explain,
  operands: [
    { name: m => m.help.operands.file },
    { name: m => m.help.operands.question },
    { name: m => m.help.operands.id },
  ],
  options: { synonyms: synonymsOption, json: { describe: m => m.help.describe.json } },
  async run(args, terminal) {
    const [file] = args.operands
    const language = await languageOf(args, terminal.messages)
    return withIndex(file, terminal.messages, index => report(index, args, language, terminal), { language })
  },
}

function report(index: SearchIndex, args: Arguments, language: Language | undefined, terminal: Terminal): number {
  const { messages } = terminal
  const [file, question, id] = args.operands
  const known = indexId(index, id)
  if (known === undefined) throw new Failure(messages.explain.unknown(file, id))
  const { total, hits } = index.search(question, { limit: DEEPEST, countUpTo: Number.POSITIVE_INFINITY })
  const ids = hits.map(hit => hit.id)
  const { rank, hit } = explainedHit(index, question, ids, known) ?? { rank: undefined, hit: undefined }
  if (args.has('json')) {
    terminal.printJson({ question, id, total, rank, explanation: hit?.explanation })
  } else if (hit?.explanation === undefined) {
    terminal.print(total > DEEPEST ? messages.explain.tooFar(DEEPEST) : messages.explain.notFound(question))
  } else {
    const inspection = index.inspect()
    const title = storedTitle(hit.document, titleFieldOf(inspection.fields)) ?? id
    terminal.print(messages.explain.place(rank ?? 1, total, title))
    for (const line of explanationLines(hit.explanation, index.size, terminal)) terminal.print(line)
    const held = new Set(hit.explanation.words.map(({ word }) => word))
    const asked = askedWords(question, language ?? french(), inspection)
    const lacking = asked.filter(word => !held.has(word))
    if (lacking.length > 0) terminal.print(terminal.colors.dim(messages.evaluate.lacking(lacking)))
  }
  return ExitCode.success
}
