/** `trouvaille similar`: the documents of an index that are like one of them. */
import { type Command, ExitCode } from '../command.ts'
import { Failure } from '../failure.ts'
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
      // On a command line a number looks like a text.
      const known = [id, Number(id)].find(id => index.has(id))
      if (known === undefined) throw new Failure(messages.explain.unknown(file, id))
      const { hits, total, tookMs } = index.similar(known, { limit })
      if (args.has('json')) {
        terminal.printJson({ id: known, total, tookMs, hits })
        return ExitCode.success
      }
      if (hits.length === 0) terminal.print(messages.similar.none(id))
      const title = index.inspect().fields.find(({ title, stored }) => title && stored)?.name
      for (const hit of hits) {
        const stored = title === undefined ? undefined : hit.document[title]
        const score = colors.dim(messages.format.score(hit.score).padStart(6))
        terminal.print(`${score}  ${typeof stored === 'string' ? `${stored}  ${colors.dim(String(hit.id))}` : hit.id}`)
      }
      return ExitCode.success
    })
  },
}
