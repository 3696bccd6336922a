/** `trouvaille serve`: a page for trying an index file out, on this machine. */
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { type Command, ExitCode } from '../command.ts'
import { Failure, failureOf, isSystemError, systemReason } from '../failure.ts'
import { OpenedLanguage, synonymsOf, synonymsOption } from '../opened-language.ts'
import { prepare } from '../serve/answers.ts'
import { ServedIndexes } from '../serve/served-indexes.ts'
import { makeServer } from '../serve/server.ts'

const PORT = 4747
const MAX_PORT = 65_535
const LOCAL = ['localhost', '127.0.0.1', '::1']

export const serve: Command = {
  name: 'serve',
  summary: m => m.help.summaries.serve,
  operands: [{ name: m => m.help.operands.fileOrFolder }],
  options: {
    port: { short: 'p', value: m => m.help.values.count, describe: m => m.help.describe.port },
    host: { value: m => m.help.values.host, describe: m => m.help.describe.host },
    synonyms: synonymsOption,
    json: { describe: m => m.help.describe.json },
  },
  async run(args, terminal) {
    const { messages, colors, locale } = terminal
    const [path] = args.operands
    const host = args.text('host') ?? '127.0.0.1'
    const port = args.count('port', PORT, MAX_PORT)
    const { options } = new OpenedLanguage(await synonymsOf(args, messages))
    const indexes = await ServedIndexes.find(path, options).catch(error => {
      throw failureOf(error, path, messages)
    })
    const [first] = indexes.names
    if (first === undefined) throw new Failure(messages.serve.nothing(path))
    const index = await indexes.open(indexes.pathOf(first) ?? path).catch(error => {
      throw failureOf(error, first, messages)
    })
    const server = makeServer(indexes, locale, messages, LOCAL.includes(host))
    server.listen(port, host)
    await once(server, 'listening').catch(error => {
      if (!isSystemError(error)) throw error
      throw new Failure(messages.serve.cannotListen(`${host}:${port}`, systemReason(error, messages)))
    })
    const { port: actual } = server.address() as AddressInfo
    const address = `http://${host.includes(':') ? `[${host}]` : host}:${actual}/`
    if (args.has('json')) terminal.printJson({ address, indexes: indexes.names })
    else {
      terminal.print(messages.serve.at(colors.bold(address), indexes.names))
      terminal.report(colors.dim(messages.serve.untilStopped))
    }
    // The first query builds tables that the others use, so this builds them in advance.
    setImmediate(() => prepare(index))
    await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
    server.closeAllConnections()
    server.close()
    return ExitCode.success
  },
}
