/** `trouvaille explain`: why a document has its place and its score, in words. */

import { french, type Hit, type Language, type SearchIndex } from '../../index.ts'
import { askedWords } from '../asked-words.ts'
import { type Arguments, type Command, ExitCode } from '../command.ts'
import { explanationLines } from '../explanation-lines.ts'
import { Failure } from '../failure.ts'
import { withIndex } from '../open-index.ts'
import { languageOf, synonymsOption } from '../synonyms-file.ts'
import type { Terminal } from '../terminal.ts'

/** As far as a search goes. */
const MOST_HITS = 10_000

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
  if (!index.has(id) && !index.has(Number(id))) throw new Failure(messages.explain.unknown(file, id))
  const { total, rank, hit } = findHit(index, question, id)
  if (args.has('json')) {
    terminal.printJson({ question, id, total, rank, explanation: hit?.explanation })
  } else if (hit?.explanation === undefined) {
    terminal.print(total > MOST_HITS ? messages.explain.tooFar(MOST_HITS) : messages.explain.notFound(question))
  } else {
    const inspection = index.inspect()
    const title = inspection.fields.find(({ title, stored }) => title && stored)?.name
    const stored = title === undefined ? undefined : hit.document[title]
    terminal.print(messages.explain.place(rank ?? 1, total, typeof stored === 'string' ? stored : id))
    for (const line of explanationLines(hit.explanation, index.size, terminal)) terminal.print(line)
    const held = new Set(hit.explanation.words.map(({ word }) => word))
    const asked = askedWords(question, language ?? french(), inspection)
    const lacking = asked.filter(word => !held.has(word))
    if (lacking.length > 0) terminal.print(terminal.colors.dim(messages.evaluate.lacking(lacking)))
  }
  return ExitCode.success
}

/** The document as a hit, with its place: counted first, then explained alone. */
function findHit(
  index: SearchIndex,
  question: string,
  id: string,
): { total: number; rank?: number; hit?: Hit<Record<string, unknown>> } {
  const { total, hits } = index.search(question, { limit: MOST_HITS })
  const offset = hits.findIndex(hit => String(hit.id) === id)
  if (offset === -1) return { total }
  const [hit] = index.search(question, { offset, limit: 1, explain: true }).hits
  return { total, rank: offset + 1, hit }
}
