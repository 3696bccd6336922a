/** `trouvaille similar`: the documents of an index that are similar to one of them. */
import { indexId } from '../../internal.ts'
import { type Command, ExitCode } from '../command.ts'
import { Failure } from '../failure.ts'
import { storedTitle, titleFieldOf } from '../hit-parts.ts'
import { withIndex } from '../open-index.ts'

const MOST_HITS = 10_000

export const similar: Command = {
  name: 'similar',
  summary: m => m.help.summaries.similar,
  operands: [{ name: m => m.help.operands.file }, { name: m => m.help.operands.id }],
  options: {
    limit: { value: m => m.help.values.count, describe: m => m.help.describe.limit },
    json: { describe: m => m.help.describe.json },
  },
  async run(args, terminal) {
    const { messages, colors } = terminal
    const [file, id] = args.operands
    const limit = args.count('limit', 10, MOST_HITS)
    return withIndex(file, messages, index => {
      const documentId = indexId(index, id)
      if (documentId === undefined) throw new Failure(messages.explain.unknown(file, id))
      const { hits, total, tookMs } = index.similar(documentId, { limit })
      if (args.has('json')) {
        terminal.printJson({ id: documentId, total, tookMs, hits })
        return ExitCode.success
      }
      if (hits.length === 0) terminal.print(messages.similar.none(id))
      const titleField = titleFieldOf(index.inspect().fields)
      for (const { id, score, document } of hits) {
        const title = storedTitle(document, titleField)
        const shown = title === undefined ? id : `${title}  ${colors.dim(String(id))}`
        terminal.print(`${colors.dim(messages.format.score(score).padStart(6))}  ${shown}`)
      }
      return ExitCode.success
    })
  },
}
