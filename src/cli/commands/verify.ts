/** `trouvaille verify`: checks every byte of an index file. */
import { CorruptIndexError } from '../../index.ts'
import { type Command, ExitCode } from '../command.ts'
import { Failure } from '../failure.ts'
import { withIndex } from '../open-index.ts'

export const verify: Command = {
  name: 'verify',
  summary: m => m.help.summaries.verify,
  operands: [{ name: m => m.help.operands.file }],
  options: { json: { describe: m => m.help.describe.json } },
  async run(args, terminal) {
    const [file] = args.operands
    const { messages } = terminal
    try {
      const bytes = await withIndex(file, messages, index => {
        index.verify()
        return index.inspect().bytes
      })
      if (args.has('json')) terminal.printJson({ file, whole: true, bytes })
      else terminal.print(messages.verify.whole(file, bytes))
      return ExitCode.success
    } catch (error) {
      if (args.has('json') && error instanceof Failure && error.cause instanceof CorruptIndexError) {
        const { section, offset } = error.cause
        terminal.printJson({ file, whole: false, section, offset })
      }
      throw error
    }
  },
}
