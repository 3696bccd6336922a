/** `trouvaille mcp`: serves index files to assistants over the Model Context Protocol, on standard input and output. */
import { version } from '../../../package.json'
import { tagOfDefinition } from '../../internal.ts'
import { type Command, ExitCode } from '../command.ts'
import { Failure, failureOf } from '../failure.ts'
import { callTool, describeTools } from '../mcp/tools.ts'
import type { Messages } from '../messages/english.ts'
import { OpenedLanguage, synonymsOf, synonymsOption } from '../opened-language.ts'
import { ServedIndexes } from '../serve/served-indexes.ts'

export const mcp: Command = {
  name: 'mcp',
  summary: m => m.help.summaries.mcp,
  operands: [{ name: m => m.help.operands.files, rest: true }],
  options: { synonyms: synonymsOption },
  async run(args, terminal) {
    const { messages } = terminal
    const sdk = await loadSdk(messages)
    const { options } = new OpenedLanguage(await synonymsOf(args, messages))
    const indexes = await ServedIndexes.findAll(args.operands, options, (error, path) =>
      failureOf(error, path, messages),
    )
    if (indexes.names.length === 0) throw new Failure(messages.serve.nothing(args.operands.join(' ')))
    const { columns, languages } = await contentsOf(indexes, messages)
    const tools = describeTools(indexes.names, columns, messages)
    const server = new sdk.Server(
      { name: 'trouvaille', version },
      { capabilities: { tools: {} }, instructions: messages.mcp.instructions(languages) },
    )
    server.setRequestHandler(sdk.ListToolsRequestSchema, () => ({ tools }))
    server.setRequestHandler(sdk.CallToolRequestSchema, async ({ params }) => ({
      ...(await callTool(indexes, params.name, params.arguments ?? {}, messages)),
    }))
    // The assistant's program closes the input to end the session.
    const closed = new Promise<void>(resolve => {
      server.onclose = resolve
      terminal.surroundings.stdin.once('end', resolve)
    })
    await server.connect(new sdk.StdioServerTransport())
    terminal.report(messages.mcp.serving(indexes.names))
    await closed
    await server.close()
    return ExitCode.success
  },
}

/** Users install the SDK if they need it. */
async function loadSdk(messages: Messages) {
  try {
    const [{ Server }, { StdioServerTransport }, { CallToolRequestSchema, ListToolsRequestSchema }] = await Promise.all(
      [
        import('@modelcontextprotocol/sdk/server/index.js'),
        import('@modelcontextprotocol/sdk/server/stdio.js'),
        import('@modelcontextprotocol/sdk/types.js'),
      ],
    )
    return { Server, StdioServerTransport, CallToolRequestSchema, ListToolsRequestSchema }
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'ERR_MODULE_NOT_FOUND') throw error
    throw new Failure(messages.mcp.missing)
  }
}

/** The columns of all indexes, with their types, and the languages of their documents; opening each shows early whether it can be read. */
async function contentsOf(
  indexes: ServedIndexes,
  messages: Messages,
): Promise<{ columns: string[]; languages: string[] }> {
  const columns = new Set<string>()
  const languages = new Set<string>()
  for (const name of indexes.names) {
    const path = indexes.pathOf(name) ?? name
    const index = await indexes.open(path).catch(error => {
      throw failureOf(error, path, messages)
    })
    for (const { name, type } of index.fields())
      if (type !== 'text' && type !== 'stored') columns.add(`${name} (${type})`)
    const several = index.languages()
    const tags = several.length > 0 ? several : [tagOfDefinition(index.inspect().language)]
    for (const tag of tags) if (tag !== undefined) languages.add(tag)
  }
  return { columns: [...columns], languages: [...languages] }
}
