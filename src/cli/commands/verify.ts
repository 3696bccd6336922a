/** `trouvaille verify`: every byte of an index file, read and compared. */
import { type Command, ExitCode } from '../command.ts'
import { withIndex } from '../open-index.ts'

export const verify: Command = {
  name: 'verify',
  summary: m => m.help.summaries.verify,
  operands: [{ name: m => m.help.operands.file }],
  options: {},
  async run(args, terminal) {
    const [file] = args.operands
    const { messages } = terminal
    const bytes = await withIndex(file, messages, index => {
      index.verify()
      return index.inspect().bytes
    })
    terminal.print(messages.verify.whole(file, bytes))
    return ExitCode.success
  },
}
