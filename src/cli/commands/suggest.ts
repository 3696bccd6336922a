/** `trouvaille suggest`: completions for typed text. */
import { type Command, ExitCode } from '../command.ts'
import { withSearcher } from '../open-index.ts'
import { onOneLine } from '../plain-text.ts'

const MOST_SUGGESTIONS = 100

export const suggest: Command = {
  name: 'suggest',
  summary: m => m.help.summaries.suggest,
  operands: [{ name: m => m.help.operands.file }, { name: m => m.help.operands.typed }],
  options: {
    limit: { value: m => m.help.values.count, describe: m => m.help.describe.suggestions },
    json: { describe: m => m.help.describe.json },
  },
  async run(args, terminal) {
    const { messages } = terminal
    const [file, typed] = args.operands
    const limit = args.count('limit', 8, MOST_SUGGESTIONS)
    const suggestions = await withSearcher(file, messages, index => index.suggest(typed, { limit }))
    if (args.has('json')) terminal.printJson({ typed, suggestions })
    else if (suggestions.length === 0) terminal.print(messages.suggest.none(typed))
    else for (const { text } of suggestions) terminal.print(onOneLine(text))
    return ExitCode.success
  },
}
